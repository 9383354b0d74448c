"""The words by which a sentence tells whether it goes on with an incident or turns to another."""

import re
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from rashomon.codebook.checks import check_keys, check_words
from rashomon.codebook.tables import read_table
from rashomon.errors import CodebookInvalid

FILE = "wording"
PATTERNS = ("elsewhere", "separate", "later", "reply", "retort", "cause", "behind")


@dataclass(frozen=True, slots=True, kw_only=True)
class WordingWords:
    """Word lists and patterns of `wording.toml`, for lower-case text; the file says what each is for."""

    definite: frozenset[str]
    indefinite: frozenset[str]
    another: frozenset[str]
    barriers: frozenset[str]
    common: frozenset[str]
    past_verbs: frozenset[str]
    elsewhere: re.Pattern[str]
    separate: re.Pattern[str]
    later: re.Pattern[str]
    reply: re.Pattern[str]
    retort: re.Pattern[str]
    cause: re.Pattern[str]
    behind: re.Pattern[str]


@cache
def load_wording() -> WordingWords:
    """The lists. Raises `CodebookInvalid` where the data file breaks its schema."""
    table = read_table(FILE)
    names = frozenset(field.name for field in fields(WordingWords))
    check_keys(FILE, "the file", table, names, names)
    known: dict[str, Any] = {name: frozenset(check_words(FILE, name, table[name])) for name in names - {*PATTERNS}}
    return WordingWords(**known | {name: _pattern(name, table[name]) for name in PATTERNS})


def _pattern(name: str, lines: Any) -> re.Pattern[str]:
    try:
        return re.compile(rf"\b(?:{'|'.join(check_words(FILE, name, lines))})\b")
    except re.error as error:
        raise CodebookInvalid(f"The codebook file {FILE}.toml, {name}: a line is no pattern ({error}).") from error
