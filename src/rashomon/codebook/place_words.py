"""The words by which a phrase tells what kind of place it names and how exactly."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, cast, get_args

from rashomon.codebook.checks import check_keys, check_words, complain
from rashomon.codebook.tables import read_table
from rashomon.model import Precision

FILE = "places_words"
SECTIONS = frozenset(
    {
        "kinds",
        "direction",
        "near",
        "prepositions",
        "everyday",
        "bearings",
        "borders",
        "lengths",
        "inside",
        "owner",
        "spelt",
    }
)
WORDS = frozenset({"words"})


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceWords:
    """Word lists of `places_words.toml`, in small letters; `kinds` maps a noun to the precision that it gives.

    `bearings` are degrees from north, `lengths` kilometres of a unit; `inside` and `owner` are patterns of what stands
    between a place and the wider one that it lies in.
    """

    kinds: Mapping[str, Precision]
    direction: frozenset[str]
    near: frozenset[str]
    prepositions: frozenset[str]
    everyday: frozenset[str]
    borders: frozenset[str]
    bearings: Mapping[str, float]
    lengths: Mapping[str, float]
    inside: tuple[str, ...]
    owner: tuple[str, ...]
    spelt: Mapping[str, str]

    def spelt_out(self, name: str) -> str:
        """A name with its first word written out ("Saint Cloud" for "St. Cloud")."""
        first, _, rest = name.partition(" ")
        return f"{self.spelt.get(first.rstrip('.').lower(), first)} {rest}" if rest else name


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
    for name in ("borders", "direction", "everyday", "near", "prepositions"):
        check_keys(FILE, name, table[name], WORDS, WORDS)
        lists[name] = frozenset(check_words(FILE, name, table[name]["words"]))
    return PlaceWords(
        kinds=kinds,
        bearings=_numbers("bearings", table["bearings"]),
        lengths=_numbers("lengths", table["lengths"]),
        inside=_patterns("inside", table["inside"]),
        owner=_patterns("owner", table["owner"]),
        spelt=dict(zip(table["spelt"], check_words(FILE, "spelt", list(table["spelt"].values())), strict=True)),
        **lists,
    )


def _numbers(section: str, rows: dict[str, Any]) -> Mapping[str, float]:
    for word, number in rows.items():
        if type(number) not in (int, float):
            raise complain(FILE, f"{section}.{word}", f"{number!r} is no number")
    return rows


def _patterns(section: str, rows: dict[str, Any]) -> tuple[str, ...]:
    check_keys(FILE, section, rows, frozenset({"patterns"}), frozenset({"patterns"}))
    for pattern in rows["patterns"]:
        try:
            re.compile(pattern)
        except re.error as error:
            raise complain(FILE, section, f"{pattern!r} is no pattern: {error}") from error
    return tuple(rows["patterns"])
