"""Which sightings are worth comparing: those that share a name, an actor, a target or a toll within a stretch of time.

A sighting with a day is posted under it and the next one, each time with something else that it tells; one without is
posted under the months around its report's publication with names, and under the weeks with actors and tolls; one whose
report has no day either is posted under names alone. Two that both have a day meet nowhere
but on it, so that a block grows with what happens in a day or month, not with what a workspace holds.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TypeAlias

from rashomon.link.sightings import Sighting
from rashomon.model import Member

CROWDED = 300
"""Sightings under one name without any time, from which the name is too common to look for an undated one there."""
WIDEST = 31
"""Days of the widest date interval that is posted day by day."""
WEEK = 7
LARGE = 10
"""The least toll by which two sightings may meet."""
ANY_TIME = ""
Pair: TypeAlias = tuple[Member, Member]
Key: TypeAlias = tuple[str, str]


@dataclass(slots=True)
class Block:
    """Sightings under one key: those that are compared with all others there, and those that only wait for them."""

    seeking: list[Member] = field(default_factory=list)
    waiting: list[Member] = field(default_factory=list)


@dataclass(slots=True)
class Blocks:
    """The index of all sightings, which grows by adding them."""

    by_key: dict[Key, Block] = field(default_factory=lambda: defaultdict(Block))

    def add(self, sighting: Sighting) -> list[Member]:
        """Post a sighting under its keys; gives those that sought in blocks that have just become too common."""
        left: list[Member] = []
        for key, seeks in postings(sighting):
            block = self.by_key[key]
            (block.seeking if seeks else block.waiting).append(sighting.member)
            if key[0] == ANY_TIME and len(block.seeking) + len(block.waiting) == CROWDED + 1:
                left += block.seeking
        return left

    def partners(self, sighting: Sighting) -> set[Member]:
        """The sightings of other reports that one has to be compared with."""
        found: set[Member] = set()
        for key, seeks in postings(sighting):
            block = self.by_key.get(key)
            if block is None or (key[0] == ANY_TIME and len(block.seeking) + len(block.waiting) > CROWDED):
                continue
            found.update(block.seeking)
            if seeks:
                found.update(block.waiting)
        return {member for member in found if member.report != sighting.member.report}


def candidates(known: Mapping[Member, Sighting]) -> set[Pair]:
    """Pairs of two reports that share a block, the lesser member first; never all against all."""
    blocks = Blocks()
    for sighting in known.values():
        blocks.add(sighting)
    partners = ((member, other) for member, one in known.items() for other in blocks.partners(one))
    return {(one, other) if one < other else (other, one) for one, other in partners}


def postings(sighting: Sighting) -> Iterator[tuple[Key, bool]]:
    """The keys of a sighting, each with whether it seeks all others there; those that only wait never meet there."""
    days, named, acted = _days(sighting), sorted(_named(sighting)), sorted(_acted(sighting))
    yield from (((day.isoformat(), what), True) for day in days for what in (*named, *acted))
    around = sighting.incident.date.start or sighting.incident.date.end or sighting.published.start
    if around is not None:
        months = {(around + timedelta(days=n)).isoformat()[:7] for n in (-WIDEST, 0)}
        weeks = {(around.toordinal() + n) // WEEK for n in (-WEEK, 0)}
        yield from (((month, name), not days) for month in sorted(months) for name in named)
        yield from (((f"week {week}", what), not days) for week in sorted(weeks) for what in acted)
    yield from (((ANY_TIME, name), around is None) for name in named)


def _days(sighting: Sighting) -> list[date]:
    """The days of a date that is narrow enough, and the one after them: a night has two."""
    when = sighting.incident.date
    if when.start is None or when.end is None or (when.end - when.start).days > WIDEST:
        return []
    return [when.start + timedelta(days=n) for n in range((when.end - when.start).days + 2)]


def told_of(sighting: Sighting) -> set[str]:
    """What a sighting tells that another may tell too."""
    return {*_named(sighting), *_acted(sighting), *sighting.countries}


def _acted(sighting: Sighting) -> set[str]:
    """Who did it to whom, and at what cost: in a war many incidents of one week have that in common."""
    tolls = {f"{what} {low} {high}" for what, low, high in sighting.figures if (low or high or 0) >= LARGE}
    return {*sighting.initiators, *sighting.sides, *sighting.targets, *tolls}


def _named(sighting: Sighting) -> set[str]:
    return {
        *sighting.exact,
        *sighting.provinces,
        *sighting.names,
        *sighting.around,
        *sighting.cast,
        *map(str, sorted(sighting.days)),
    }
