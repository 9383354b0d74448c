"""The kinds of source that accounts come from; the rows stand in `data/sources.toml`."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any, cast, get_args

from rashomon.codebook.checks import check_keys, check_text, check_words, complain, whole_words
from rashomon.codebook.tables import read_table
from rashomon.model import ActorKind, SourceKind

FILE = "sources"
NEEDED = frozenset({"words", "plural"})
KNOWN = NEEDED | {"kinds", "terms"}


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceEntry:
    """A kind of source: what it is called, the kinds of actor that are of it, and words that tell it."""

    kind: SourceKind
    words: str
    plural: str
    actors: frozenset[ActorKind]
    terms: re.Pattern[str] | None


@cache
def sources() -> tuple[SourceEntry, ...]:
    """The kinds of source in the order of the file. Raises `CodebookInvalid` where it breaks its schema."""
    table = read_table(FILE)
    kinds = frozenset(get_args(SourceKind))
    check_keys(FILE, "the file", table, kinds, kinds)
    return tuple(_entry(cast(SourceKind, name), row) for name, row in table.items())


def source_words(kind: SourceKind, number: int = 1) -> str:
    """What one source of a kind is called, or several."""
    entry = next(entry for entry in sources() if entry.kind == kind)
    return entry.words if number == 1 else entry.plural


def _entry(name: SourceKind, row: Any) -> SourceEntry:
    check_keys(FILE, name, row, KNOWN, NEEDED)
    check_text(FILE, name, row["words"], "words")
    check_text(FILE, name, row["plural"], "plural")
    actors = check_words(FILE, name, row.get("kinds", []))
    if unknown := sorted(set(actors) - set(get_args(ActorKind))):
        raise complain(FILE, name, f"no actor is of the kind {unknown[0]!r}")
    terms = check_words(FILE, name, row.get("terms", []))
    return SourceEntry(
        kind=name,
        words=row["words"],
        plural=row["plural"],
        actors=cast(frozenset[ActorKind], frozenset(actors)),
        terms=whole_words(FILE, name, terms) if terms else None,
    )
