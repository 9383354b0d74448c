"""Whether two sightings look like one, worked out no further than it takes to say no.

`comparison.compare` adds up the whole table for any two. Most of those that meet are not one, and most of these show it
early: nothing is evidence of one incident, or what is left to look at can't make up for what was seen. What does
look like one is given exactly as `compare` gives it.
"""

from bisect import bisect_right
from functools import cache
from itertools import accumulate
from typing import TypeAlias

from rashomon.codebook.rarity import RARE
from rashomon.link.barriers import is_forbidden
from rashomon.link.comparison import (
    COPIES,
    THRESHOLD,
    Comparison,
    Feature,
    added_up,
    any_pair,
    around,
    cast,
    crossed,
    day,
    doer,
    is_proven,
    kind,
    main,
    names,
    place,
    published,
    rows,
    series,
    setting,
    target,
    toll,
    undated,
    vocabulary,
    weapon,
)
from rashomon.link.likeness import (
    OPEN_ALONE,
    STORY,
    are_open,
    beside,
    clause,
    named,
    spoken,
    story,
    title,
    trigger,
    turned,
)
from rashomon.link.sightings import Sighting

PROVING = (any_pair, target, kind, place, day, doer, around, names, undated, toll)
"""Features that are looked at first: all that can be evidence of a kind that is told, and what can tell much."""
OTHERS = (
    main, series, published, setting, weapon, crossed, cast,
    turned, beside, trigger, clause, title, spoken, vocabulary, story,
)  # fmt: skip
"""Features that are looked at then: the longer it takes, the later."""
ROUNDING = 1e-6
"""What points may differ by for being added in another order."""
Step: TypeAlias = tuple[Feature, dict[str, float], float]
"""A feature, the points of what it sees, and the least sum before it from which the threshold can still be reached."""


def likely(left: Sighting, right: Sighting, *, copies: bool = False) -> Comparison | None:
    """What `compare` gives of two that look like one; None where it stays under the threshold."""
    if is_forbidden(left, right):
        return None
    copied = copies and left.incident.main and right.incident.main
    is_open = are_open(left, right)
    proving, others = _steps(is_open)
    # What the story is sure to lack counts from the beginning: it can tell the most, and takes the longest to look at.
    total = _story_lacks(left, right) + (COPIES if copied else 0.0)
    seen: dict[Feature, str] = {}
    for steps in (proving, others):
        for feature, points, least in steps:
            if total < least:
                return None
            value = feature(left, right)
            if value is not None:
                seen[feature] = value
                total += points.get(value, 0.0)
        if steps is proving and not copied and not is_open and not is_proven(seen):
            return None
    found = added_up(seen, copies=copied)
    return found if found.score >= THRESHOLD else None


def _story_lacks(left: Sighting, right: Sighting) -> float:
    """The difference between the most points of a story and the most that this one may have, as a negative number."""
    one, other = left.wording, right.wording
    lengths = one.story_length * other.story_length
    if not lengths:
        return 0.0
    # Two words that share a bit may be two shared ones.
    shared = (one.story_marks & other.story_marks).bit_count() + min(one.story_hidden, other.story_hidden)
    return _story_most()[bisect_right(STORY, RARE * shared / lengths)]


@cache
def _story_most() -> tuple[float, ...]:
    """For each step of a story what its points and those of lesser ones lack, at the least, to the most points."""
    points = dict(rows()).get(story, {})
    held = list(accumulate((points.get(name, 0.0) for name in named(STORY)), max))
    return tuple(value - held[-1] for value in held)


@cache
def _steps(is_open: bool) -> tuple[tuple[Step, ...], tuple[Step, ...]]:
    """The features that see something in two of such a kind, each with what can still be reached from there."""
    table = {feature: dict(points) for feature, points in rows() if is_open or feature not in OPEN_ALONE}
    steps: list[Step] = []
    most = 0.0
    for feature in reversed((*PROVING, *OTHERS)):
        if feature in table:
            most += max(0.0, *table[feature].values())
            steps.append((feature, table[feature], THRESHOLD - most - ROUNDING))
    steps.reverse()
    first = sum(feature in table for feature in PROVING)
    return tuple(steps[:first]), tuple(steps[first:])
