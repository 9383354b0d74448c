"""The words by which a phrase tells what kind of place it names and how exactly."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import cast, get_args

from rashomon.codebook.checks import check_keys, check_words, complain
from rashomon.codebook.tables import read_table
from rashomon.model import Precision

FILE = "places_words"
SECTIONS = frozenset({"kinds", "direction", "near", "prepositions", "everyday"})
WORDS = frozenset({"words"})


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceWords:
    """Word lists of `places_words.toml`, in small letters; `kinds` maps a noun to the precision that it gives."""

    kinds: Mapping[str, Precision]
    direction: frozenset[str]
    near: frozenset[str]
    prepositions: frozenset[str]
    everyday: frozenset[str]


@cache
def load_place_words() -> PlaceWords:
    """The word lists. Raises `CodebookInvalid` where the data file breaks its schema."""
    table = read_table(FILE)
    check_keys(FILE, "the file", table, SECTIONS, SECTIONS)
    kinds: dict[str, Precision] = {}
    for precision, words in table["kinds"].items():
        if precision not in get_args(Precision):
            raise complain(
                FILE, "kinds", f"unknown precision {precision!r}", f"One of {', '.join(get_args(Precision))}."
            )
        kinds |= dict.fromkeys(check_words(FILE, f"kinds.{precision}", words), cast(Precision, precision))
    lists = {}
    for name in sorted(SECTIONS - {"kinds"}):
        check_keys(FILE, name, table[name], WORDS, WORDS)
        lists[name] = frozenset(check_words(FILE, name, table[name]["words"]))
    return PlaceWords(kinds=kinds, **lists)
