"""The weapons that reports name."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from rashomon.codebook.checks import check_keys, check_words
from rashomon.codebook.names import fold
from rashomon.codebook.tables import read_table

FILE = "weapons"
TABLES = frozenset({"weapons"})


@dataclass(frozen=True, slots=True)
class Weapons:
    """`kinds` maps a folded name, singular or plural, to its kind ("ballistic missiles" to "missile").

    `longest` maps the first word of a name to the number of words of the longest name that begins with it.
    """

    kinds: Mapping[str, str]
    longest: Mapping[str, int]


@cache
def load_weapons() -> Weapons:
    """The weapons. Raises `CodebookInvalid` where the data file breaks its schema."""
    table = read_table(FILE)
    check_keys(FILE, "the file", table, TABLES, TABLES)
    kinds: dict[str, str] = {}
    for kind, names in table["weapons"].items():
        for name in check_words(FILE, kind, names):
            key = fold(name)
            kinds |= {key: kind, f"{key}s": kind, f"{key}es": kind}
    longest: dict[str, int] = {}
    for words in map(str.split, kinds):
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return Weapons(kinds, longest)
