"""The patterns of page furniture and of headings, compiled once."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from rashomon.codebook.tables import read_table
from rashomon.errors import CodebookInvalid

Pattern = re.Pattern[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class FurnitureTable:
    """Compiled patterns, each to be matched with a whole stripped line except `ending` and `opening`, which end and open one.

    `line` holds any line of furniture; `one_teaser`, `teasers` and `to_end` open blocks; `section` is a label above a
    title; `desk` is a byline without a person's name. The three sets of words are in lower case.
    """

    line: Pattern
    one_teaser: Pattern
    teasers: Pattern
    to_end: Pattern
    ending: Pattern
    opening: Pattern
    section: Pattern
    desk: Pattern
    not_places: frozenset[str]
    outlet_words: frozenset[str]
    particles: frozenset[str]


@cache
def furniture() -> FurnitureTable:
    """The table of the file `furniture.toml`.

    Raises `CodebookInvalid` where a section is missing or a pattern does not compile.
    """
    table = read_table("furniture")
    lines = table.get("lines", {})
    return FurnitureTable(
        line=_any(pattern for kind in lines for pattern in _strings(table, "lines", kind)),
        one_teaser=_any(_strings(table, "blocks", "one_teaser")),
        teasers=_any(_strings(table, "blocks", "teasers")),
        to_end=_any(_strings(table, "blocks", "to_end")),
        ending=_any(_strings(table, "tails", "endings"), before=r"(?<=[.!?\"\u201d\u2019)])\s+", after=r"\s*\Z"),
        opening=_any(_strings(table, "openings", "captions")),
        section=_any(_strings(table, "labels", "sections")),
        desk=_any([str(table.get("bylines", {}).get("desks", "(?!)"))]),
        not_places=frozenset(_strings(table, "datelines", "not_places")),
        outlet_words=frozenset(_strings(table, "datelines", "outlet_words")),
        particles=frozenset(_strings(table, "datelines", "particles")),
    )


def _strings(table: dict[str, Any], section: str, field: str) -> list[str]:
    values = table.get(section, {}).get(field)
    if not isinstance(values, list) or not values or not all(isinstance(value, str) for value in values):
        raise CodebookInvalid(f"furniture.toml: {section}.{field} needs a list of strings.")
    return values


def _any(patterns: Iterable[str], before: str = "", after: str = "") -> Pattern:
    patterns = list(patterns)
    try:
        return re.compile(f"{before}(?:{'|'.join(patterns)}){after}", re.IGNORECASE)
    except re.error as error:
        raise CodebookInvalid(
            f"furniture.toml: the pattern {_faulty(patterns)!r} does not compile: {error}."
        ) from error


def _faulty(patterns: Iterable[str]) -> str:
    """The first of some patterns that does not compile by itself; without one they don't go together."""
    for pattern in patterns:
        try:
            re.compile(pattern, re.IGNORECASE)
        except re.error:
            return pattern
    return "|".join(patterns)
