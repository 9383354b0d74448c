"""Whether two sightings look like one, worked out no further than it takes to say no.

`comparison.compare` adds up the whole table for any two. Most of those that meet are not one, and most of these show it
early: nothing is evidence of one incident, or what is left to look at can't make up for what was seen. What does
look like one is given exactly as `compare` gives it.
"""

from collections.abc import Iterable
from functools import cache
from typing import TypeAlias

from rashomon.link.barriers import is_forbidden
from rashomon.link.comparison import (
    CALLED,
    COPIES,
    EVIDENCE,
    PARTIES,
    THRESHOLD,
    Comparison,
    Feature,
    Row,
    added_up,
    day,
    is_proven,
    rows,
)
from rashomon.link.likeness import OPEN_ALONE, are_open, story
from rashomon.link.sightings import Sighting

ROUNDING = 1e-6
"""What points may differ by for being added in another order."""
Step: TypeAlias = tuple[Feature, dict[str, float], float]
"""A feature, the points of what it sees, and the least sum before it from which the threshold can still be reached."""


def likely(left: Sighting, right: Sighting, *, copies: bool = False) -> Comparison | None:
    """What `compare` gives of two that look like one; None where it stays under the threshold."""
    if is_forbidden(left, right):
        return None
    copied = copies and left.incident.main and right.incident.main
    proving, others = _steps(are_open(left, right))
    total = COPIES if copied else 0.0
    seen: dict[Feature, str] = {}
    for steps in (proving, others):
        for feature, points, least in steps:
            if total < least:
                return None
            value = feature(left, right)
            if value is not None:
                seen[feature] = value
                total += points.get(value, 0.0)
        if steps is proving and not copied and not is_proven(seen):
            return None
    found = added_up(seen, copies=copied)
    return found if found.score >= THRESHOLD else None


@cache
def _steps(is_open: bool) -> tuple[tuple[Step, ...], tuple[Step, ...]]:
    """The table in the order in which it says no the earliest: what can be evidence first, then what can tell the most."""
    proving = {*EVIDENCE, *PARTIES, day, *(CALLED if is_open else ())}
    told = [row for row in rows() if is_open or row[0] not in OPEN_ALONE]
    first = _by_reach(row for row in told if row[0] in proving)
    then = _by_reach(row for row in told if row[0] not in proving)
    steps, most = [], 0.0
    for feature, points in reversed((*first, *then)):
        most += max(0.0, *points.values())
        steps.append((feature, dict(points), THRESHOLD - most - ROUNDING))
    steps.reverse()
    return tuple(steps[: len(first)]), tuple(steps[len(first) :])


def _by_reach(some: Iterable[Row]) -> list[Row]:
    """Rows that differ most in points first; the telling words of a report, which are slow to compare, last."""
    return sorted(some, key=lambda row: (row[0] is story, min(row[1].values()) - max(row[1].values())))
