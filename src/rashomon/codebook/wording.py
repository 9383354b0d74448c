"""The words by which a sentence tells whether it goes on with an incident or turns to another."""

import re
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from rashomon.codebook.checks import check_keys, check_words, whole_words
from rashomon.codebook.tables import read_table

FILE = "wording"
PATTERNS = ("elsewhere", "separate", "later", "reply", "retort", "cause", "behind", "blamed", "parting")


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
    blamed: re.Pattern[str]
    parting: re.Pattern[str]


@cache
def load_wording() -> WordingWords:
    """The lists. Raises `CodebookInvalid` where the data file breaks its schema."""
    table = read_table(FILE)
    names = frozenset(field.name for field in fields(WordingWords))
    check_keys(FILE, "the file", table, names, names)
    known: dict[str, Any] = {name: frozenset(check_words(FILE, name, table[name])) for name in names - {*PATTERNS}}
    lines = {name: check_words(FILE, name, table[name]) for name in PATTERNS}
    return WordingWords(**known | {name: whole_words(FILE, name, lines[name], flags=0) for name in PATTERNS})
