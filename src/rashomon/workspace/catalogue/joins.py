"""Which incidents may be one though they are not joined: those of whom hardly a point is missing, as the linker counts.

What two incidents have in common is worked out from the readings of a few of their reports, and kept as long as neither
of the two changes.
"""

import json
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from rashomon.link.explanation import Evidence, against
from rashomon.link.rivals import OF_EACH
from rashomon.model import Compared, Member, Reading, Report
from rashomon.model.codec import Json
from rashomon.store import Store
from rashomon.workspace.catalogue.near import Pair, near_pairs

SHORT = 1.0
"""Points that may be missing. Where nothing is evidence of one incident, at least so many are."""
FAR = 99.0
"""What is kept as missing where a rule keeps two apart, or where they can't be held against each other."""
AT_HAND = 512
"""Readings that stay decoded while pairs are gone through."""
ReportOf = Callable[[str], Report]
ReadingOf = Callable[[str], Reading | None]


def put_joins(connection: sqlite3.Connection, store: Store, ledger: Json, reader: str) -> None:
    """Find anew which incidents may be one."""
    pairs = near_pairs(connection)
    kept = _kept(connection)
    report, reading = lru_cache(AT_HAND)(store.report), lru_cache(AT_HAND)(lambda id: store.reading(id, reader))
    copies = copies_in(ledger)
    rows = []
    for pair in pairs:
        digest = _digest(connection, pair)
        missing = kept.get((*pair, digest))
        if missing is None:
            missing = _missing(compared(connection, pair, report, reading, copies))
        rows.append((*pair, digest, missing))
    connection.execute("DELETE FROM compared")
    connection.executemany("INSERT INTO compared VALUES (?, ?, ?, ?)", rows)
    connection.execute("DELETE FROM queue WHERE kind = 'join'")
    connection.execute(
        "INSERT INTO queue (item, kind, incident, other, place) "
        "SELECT one || '~' || other, 'join', one, other, 0 FROM compared WHERE missing < ? ORDER BY one, other",
        (SHORT,),
    )


def compared(
    connection: sqlite3.Connection, pair: Pair, report: ReportOf, reading: ReadingOf, copies: Iterable[frozenset[str]]
) -> Compared | None:
    """The likeliest two reports of two incidents held against each other; None where they are not read."""
    own, others = (_members(connection, id) for id in pair)
    ids = sorted({member.report for member in (*own, *others)})
    readings = [found for id in ids if (found := reading(id)) is not None]
    shared = frozenset(frozenset(two) for family in copies for two in _twos(family, ids))
    evidence = Evidence.of({one.report: report(one.report) for one in readings}, readings, (), ())
    evidence = Evidence(known=evidence.known, copies=shared, judged={})
    return next(iter(against(own, others, evidence)), None)


def _missing(found: Compared | None) -> float:
    return FAR if found is None or found.barrier else found.missing


def _members(connection: sqlite3.Connection, id: str) -> list[Member]:
    """A few of the reported incidents that an incident is, those of reports that are about it first."""
    head = connection.execute("SELECT head FROM whole WHERE incident = ?", (id,)).fetchone()["head"]
    roles = sorted(json.loads(head)["incident"]["reports"], key=lambda role: (not role["main"], role["id"]))
    return [Member(role["id"], local) for role in roles[:OF_EACH] for local in role["local"]]


def _digest(connection: sqlite3.Connection, pair: Pair) -> str:
    rows = connection.execute("SELECT digest FROM incident WHERE id IN (?, ?) ORDER BY id", pair)
    return " ".join(row["digest"] for row in rows)


def _kept(connection: sqlite3.Connection) -> dict[tuple[str, str, str], float]:
    rows = connection.execute("SELECT one, other, digests, missing FROM compared")
    return {(row["one"], row["other"], row["digests"]): row["missing"] for row in rows}


def copies_in(ledger: Json) -> list[frozenset[str]]:
    """The families of reports that are copies of one story, in a ledger as it is kept."""
    return [frozenset(family["reports"]) for family in ledger["lineage"]]


def _twos(family: frozenset[str], ids: Sequence[str]) -> list[tuple[str, str]]:
    held = [id for id in ids if id in family]
    return [(one, other) for one in held for other in held if one < other]
