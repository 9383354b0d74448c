"""Whether what the link stage kept can be gone on from: it was made by the same version, of reports that are all still there.

What is kept is a function of the readings and the version. The row written down here comes last and is taken away
first, so that what a killed run left half written is never gone on from.
"""

import json
import sys
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any

from rashomon.link.blocks import BLOCKS, CROWDED, FULL, FULL_FEW_DAYS, Pair
from rashomon.link.copy_records import DESCENTS, OVERLAPS, PRINTS, TOLD
from rashomon.link.records import COPIES, HEADS, JOINED, LIKELY, OF_REPORT, SIGHTINGS
from rashomon.model import Member
from rashomon.store.shelf import Shelf

KIND, KEY = "link.state", "whole"
FORM = "4"
"""Goes up when rows are written in another way than before."""
KINDS = (
    *(form.kind for form in (BLOCKS, COPIES, HEADS, JOINED, LIKELY, OF_REPORT, SIGHTINGS)),
    *(form.kind for form in (DESCENTS, OVERLAPS, PRINTS, TOLD)),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What holds for all that was kept: the version that made it, the judgements in it, and what was dropped.

    It is `blank` where nothing was kept that can be gone on from.
    """

    version: str
    same: frozenset[Pair] = frozenset()
    apart: frozenset[Pair] = frozenset()
    uncompared: int = 0
    unsought: int = 0
    blank: bool = False


def resume(shelf: Shelf, version: str, reports: AbstractSet[str]) -> State:
    """The state to go on from; an empty one, and an empty shelf, where what was kept is of another version or of more reports."""
    full = f"{FORM} {sys.byteorder} {FULL} {FULL_FEW_DAYS} {CROWDED} {version}"
    row = shelf.kept(KIND).get(KEY)
    if row is not None:
        data = json.loads(row)
        if data["version"] == full and shelf.kept(OF_REPORT.kind).keys() <= reports:
            return _read(data)
        clear(shelf)
    return State(version=full, blank=True)


def clear(shelf: Shelf) -> None:
    """Take away all that was kept, what a killed run left half written too."""
    for kind in (KIND, *KINDS):
        shelf.forget(kind)


def suspend(shelf: Shelf) -> None:
    """Mark what is kept as not to be gone on from, before some of it is written."""
    shelf.forget(KIND)


def conclude(shelf: Shelf, state: State) -> None:
    """Mark what is kept as whole."""
    data = {
        "version": state.version,
        "same": _listed(state.same),
        "apart": _listed(state.apart),
        "uncompared": state.uncompared,
        "unsought": state.unsought,
    }
    shelf.keep(KIND, {KEY: json.dumps(data).encode("ascii")})


def _read(data: dict[str, Any]) -> State:
    pairs = {name: frozenset((Member(*one), Member(*other)) for one, other in data[name]) for name in ("same", "apart")}
    return State(**data | pairs)


def _listed(pairs: Iterable[Pair]) -> list[list[list[str]]]:
    return [[[member.report, member.incident] for member in pair] for pair in sorted(pairs)]
