"""The words by which a report ties one incident to another: answers, order in time, vows, denials, series."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, TypeAlias

from rashomon.codebook.checks import check_keys, check_words, whole_words
from rashomon.codebook.tables import read_table

FILE = "ties"
Form: TypeAlias = Literal["forward", "backward", "alone", "apart"]
"""Where what is answered stands, see `ties.toml`; "apart" are words between two incidents that answer nothing."""
SECTIONS: dict[str, frozenset[str]] = {
    "stated": frozenset({"forward", "backward", "alone"}),
    "order": frozenset({"forward", "backward"}),
    "vow": frozenset({"announcing", "acting"}),
    "denial": frozenset({"negating", "sparing", "unrelated"}),
    "series": frozenset({"member", "including"}),
}


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that tie two incidents, `start` to `end`; `stated` marks words of answering, the others tell the order in time alone."""

    start: int
    end: int
    form: Form
    stated: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TieWords:
    """The patterns of `ties.toml`; the file says what each is for."""

    answering: tuple[tuple[Form, bool, re.Pattern[str]], ...]
    announcing: re.Pattern[str]
    acting: re.Pattern[str]
    negating: re.Pattern[str]
    sparing: re.Pattern[str]
    unrelated: re.Pattern[str]
    member: re.Pattern[str]
    including: re.Pattern[str]

    def cues(self, text: str) -> Iterator[Cue]:
        """The words of answering and order in a text, the longest at each place, in their order."""
        found = [
            Cue(match.start(), match.end(), form, stated)
            for form, stated, pattern in self.answering
            for match in pattern.finditer(text)
        ]
        end = 0
        for cue in sorted(found, key=lambda cue: (cue.start, -cue.end, not cue.stated)):
            if cue.start >= end:
                yield cue
                end = cue.end


@cache
def load_ties() -> TieWords:
    """The patterns. Raises `CodebookInvalid` where the data file breaks its schema."""
    table = read_table(FILE)
    check_keys(FILE, "the file", table, frozenset(SECTIONS), frozenset(SECTIONS))
    for section, keys in SECTIONS.items():
        check_keys(FILE, section, table[section], keys, keys)
    order: tuple[Form, ...] = ("forward", "backward", "alone")
    answering = [
        (form, section == "stated", _pattern(f"{section}.{form}", table[section][form]))
        for section in ("stated", "order")
        for form in order
        if form in table[section]
    ]
    others = {
        name: _pattern(name, table[section][name])
        for section in ("vow", "denial", "series")
        for name in SECTIONS[section]
    }
    return TieWords(answering=tuple(answering), **others)


def _pattern(name: str, lines: Any) -> re.Pattern[str]:
    return whole_words(FILE, name, (line.replace(" ", r"\s+") for line in check_words(FILE, name, lines)))
