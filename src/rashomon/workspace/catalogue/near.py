"""Which incidents are worth holding against each other: those that share places or parties within a day or so.

Out of the catalogue alone, so that the readings of few have to be looked at.
"""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations

ROLES = ("place", "initiator", "target")
SLACK = 1
"""Days by which two dates may miss each other."""
WIDEST = 4
"""Days of the widest date that tells a day."""
COMMON = 40
"""Incidents that share a name within a day, or a place at any time, from which it tells nothing."""
MOST = 4
"""Others that an incident is held against: those that share the most with it."""
Pair = tuple[str, str]
Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Dated:
    """An incident with what it may share: its first and last day as numbers, or None."""

    id: str
    first: int | None
    last: int | None
    keys: tuple[Key, ...]


def near_pairs(connection: sqlite3.Connection) -> list[Pair]:
    """Pairs of incidents that no report tells apart, each in order, all of them in order."""
    shared: Counter[Pair] = Counter()
    for held in _blocks(_dated(connection)).values():
        if len(held) <= COMMON:
            shared.update(combinations(sorted(held), 2))
    told = _told(connection)
    best: dict[str, list[tuple[int, Pair]]] = defaultdict(list)
    for pair, count in shared.items():
        if told[pair[0]].isdisjoint(told[pair[1]]):
            for id in pair:
                best[id].append((-count, pair))
    return sorted({pair for ranked in best.values() for _, pair in sorted(ranked)[:MOST]})


def _blocks(incidents: Iterator[Dated]) -> dict[tuple[Key, int | None], set[str]]:
    """Who shares a name on a day; and a place with one that has no day, whenever that was."""
    found: dict[tuple[Key, int | None], set[str]] = defaultdict(set)
    undated: dict[Key, set[str]] = defaultdict(set)
    anywhen: dict[Key, set[str]] = defaultdict(set)
    for one in incidents:
        for key in one.keys:
            if key[0] == "place":
                (anywhen if one.first is not None else undated)[key].add(one.id)
            for day in _days(one):
                found[key, day].add(one.id)
    for key, without in undated.items():
        found[key, None] = without | anywhen[key]
    return found


def _days(one: Dated) -> range:
    if one.first is None or one.last is None or one.last - one.first > WIDEST:
        return range(0)
    return range(one.first, one.last + SLACK + 1)


def _dated(connection: sqlite3.Connection) -> Iterator[Dated]:
    keys: dict[str, list[Key]] = defaultdict(list)
    rows = connection.execute(f"SELECT incident, role, key FROM named WHERE role IN {ROLES}")
    for incident, role, key in rows:
        keys[incident].append(("place" if role == "place" else "party", key))
    for id, first, last in connection.execute("SELECT id, first, last FROM incident ORDER BY id"):
        yield Dated(id, _number(first), _number(last), tuple(dict.fromkeys(keys[id])))


def _number(day: str | None) -> int | None:
    return date.fromisoformat(day).toordinal() if day else None


def _told(connection: sqlite3.Connection) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for incident, report in connection.execute("SELECT incident, report FROM told"):
        found[incident].add(report)
    return found
