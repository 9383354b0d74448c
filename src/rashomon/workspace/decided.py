"""Which things of the queue somebody has decided on, told from the judgements alone, so that no new ledger is waited for."""

import sqlite3
from collections.abc import Callable, Iterator
from itertools import product

from rashomon.link.judged import PAIRED, members_meant
from rashomon.model import Judgement, Member, Reading, Report
from rashomon.workspace.catalogue.incidents import known_as
from rashomon.workspace.catalogue.queue import item_of, join_of

DECIDING = ("accept", "reject", "correct", *PAIRED)
"""Decisions after which a thing waits for nobody any more."""
KEPT = 4096
"""Judgements of which it is remembered which reported incidents they mean."""
Sides = tuple[tuple[Member, ...], tuple[Member, ...]]


class Decided:
    """Leads judgements to items of the queue; `report` and `reading` give what a judgement's anchors stand in."""

    def __init__(self, report: Callable[[str], Report], reading: Callable[[str], Reading | None]) -> None:
        self._report, self._reading = report, reading
        self._meant: dict[tuple[str, str], Sides] = {}

    def items(self, judgement: Judgement, connection: sqlite3.Connection, reader: str) -> Iterator[str]:
        """The names of the items that a judgement decides; `reader` is the version of the reader that `reading` is of."""
        if judgement.decision not in DECIDING:
            return
        for anchor in judgement.anchors:
            if anchor.kind in ("cell", "actor"):
                yield item_of(anchor)
        if judgement.decision in PAIRED:
            yield from self._joins(judgement, connection, reader)

    def _joins(self, judgement: Judgement, connection: sqlite3.Connection, reader: str) -> Iterator[str]:
        one, other = (
            {known for member in side if (known := _known(connection, member))}
            for side in self._members(judgement, reader)
        )
        yield from (join_of(*pair) for pair in product(sorted(one), sorted(other)) if pair[0] != pair[1])

    def _members(self, judgement: Judgement, reader: str) -> Sides:
        """The reported incidents that a judgement is about; neither it nor what was read ever changes."""
        key = judgement.id, reader
        if key not in self._meant:
            ids = {anchor.report for anchor in judgement.anchors if anchor.kind == "incident" and anchor.report}
            readings = {id: found for id in sorted(ids) if (found := self._reading(id)) is not None}
            if len(self._meant) >= KEPT:
                self._meant.clear()
            self._meant[key] = members_meant(judgement, {id: self._report(id) for id in readings}, readings)
        return self._meant[key]


def _known(connection: sqlite3.Connection, member: Member) -> str | None:
    try:
        return known_as(connection, member.heads)
    except KeyError:
        return None
