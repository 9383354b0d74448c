"""Which incidents are worth holding against each other: those that share places or parties within a day or so.

Out of the catalogue alone, so that the readings of few have to be looked at.
"""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations, product

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
    shared = Counter(_sharing(list(_dated(connection))))
    told = _told(connection)
    best: dict[str, list[tuple[int, Pair]]] = defaultdict(list)
    for pair, count in shared.items():
        if told[pair[0]].isdisjoint(told[pair[1]]):
            for id in pair:
                best[id].append((-count, pair))
    return sorted({pair for ranked in best.values() for _, pair in sorted(ranked)[:MOST]})


def _sharing(incidents: Sequence[Dated]) -> Iterator[Pair]:
    """Two that share a name on a day; or a place, where one of them has no day. Each as often as they do."""
    on_day: dict[tuple[Key, int], list[str]] = defaultdict(list)
    dated: dict[Key, list[str]] = defaultdict(list)
    undated: dict[Key, list[str]] = defaultdict(list)
    for one in incidents:
        for key in one.keys:
            if key[0] == "place":
                (undated if one.first is None else dated)[key].append(one.id)
            for day in _days(one):
                on_day[key, day].append(one.id)
    for held in on_day.values():
        if len(held) <= COMMON:
            yield from map(_pair, combinations(held, 2))
    for key, without in undated.items():
        if len(without) + len(dated[key]) <= COMMON:
            yield from map(_pair, (*combinations(without, 2), *product(without, dated[key])))


def _pair(two: tuple[str, str]) -> Pair:
    return min(two), max(two)


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
