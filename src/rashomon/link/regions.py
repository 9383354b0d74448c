"""What new sightings change among the incidents: the region round them, and nothing beyond it.

Joining goes from the best pair to the worst, and what is not joined leaves no trace. So some whole incidents by
themselves are joined as they are among all others; and where nothing in a region joins an incident at its border, the
incidents of the region are those that joining everything would give.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any, TypeAlias

from rashomon.link.blocks import Number
from rashomon.link.clusters import Places, cluster
from rashomon.link.comparison import Comparison
from rashomon.link.records import HEADS, JOINED, LIKELY, SIGHTINGS, Joined, bare_sighting
from rashomon.link.sightings import Sighting, bare
from rashomon.store.shelf import Drawer, Shelf

AT_HAND = 30_000
"""Sightings that stay as they are compared: those of some weeks; older ones are pressed to a tenth."""
SOME = 500
Judged: TypeAlias = Mapping[Number, AbstractSet[Number]]
"""For each sighting those that a person judged upon together with it."""


@dataclass(frozen=True, slots=True)
class Held:
    """All that is known of sightings: their facts, who looks like whom, and the incidents so far by their least number."""

    sightings: Drawer[Number, Sighting]
    likely: Drawer[Number, dict[Number, Comparison]]
    heads: Drawer[Number, Number]
    joined: Drawer[Number, Joined]

    @classmethod
    def on(cls, shelf: Shelf | None, *, blank: bool = False) -> "Held":
        """What is kept on a shelf, or nothing yet."""
        return cls(
            Drawer(SIGHTINGS, shelf, blank, most=AT_HAND),
            Drawer(LIKELY, shelf, blank),
            Drawer(HEADS, shelf, blank),
            Drawer(JOINED, shelf, blank),
        )

    @property
    def drawers(self) -> tuple[Drawer[Any, Any], ...]:
        """All of them."""
        return self.sightings, self.likely, self.heads, self.joined

    def incident_of(self, number: Number) -> tuple[Number, ...]:
        """All members of the incident that a sighting was last put in; none where it is new."""
        head = self.heads.get(number)
        return () if head is None else self.joined[head].numbers

    def fetch(self, numbers: Iterable[Number]) -> None:
        """Have some sightings with their likely pairs and their incidents at hand."""
        wanted = list(numbers)
        self.likely.fetch(wanted)
        self.heads.fetch(wanted)
        self.joined.fetch(head for number in wanted if (head := self.heads.get(number)) is not None)

    def replace(self, region: AbstractSet[Number], incidents: Iterable[Joined]) -> None:
        """Put incidents in the place of those that the sightings of a region were in."""
        for number in sorted(region):
            head = self.heads.get(number)
            if head == number:
                self.joined.drop(head)
        for joined in incidents:
            for number in joined.numbers:
                if self.heads.get(number) != joined.numbers[0]:
                    self.heads[number] = joined.numbers[0]
            self.joined[joined.numbers[0]] = joined


def join_anew(held: Held, touched: AbstractSet[Number], same: Judged, apart: Judged) -> None:
    """Put together anew what sightings that are new, or whose pairs have changed, make and unmake."""
    region = _with_incidents(held, touched)
    while True:
        border = _with_incidents(held, _near(held, region, same)) - region
        pairs = _Pairs(held, region, same)
        found = [joined for part in pairs.parts(region | border) for joined in _joined(pairs, part, apart)]
        ours = [joined for joined in found if not region.isdisjoint(joined.numbers)]
        reached = {number for joined in ours for number in joined.numbers} - region
        if not reached:
            held.replace(region, ours)
            return
        region |= _with_incidents(held, reached)


def _with_incidents(held: Held, numbers: AbstractSet[Number]) -> set[Number]:
    held.fetch(numbers)
    return {*numbers, *(member for number in numbers for member in held.incident_of(number))}


def _near(held: Held, region: AbstractSet[Number], same: Judged) -> set[Number]:
    held.likely.fetch(region)
    return {other for number in region for other in (*held.likely[number], *same.get(number, ()))} - region


@dataclass(frozen=True, slots=True)
class _Pairs:
    """The pairs that may join something in a region. Two incidents at its border were held apart and still are."""

    held: Held
    region: AbstractSet[Number]
    same: Judged

    def near(self, number: Number) -> Iterable[Number]:
        """The sightings that may be joined with one."""
        others = {*self.held.likely[number], *self.same.get(number, ())}
        if number in self.region:
            return others
        return others & self.region | others.intersection(self.held.incident_of(number))

    def parts(self, numbers: AbstractSet[Number]) -> Iterator[list[Number]]:
        """Sightings that hang together by such pairs; what does not hang together is never joined."""
        self.held.likely.fetch(numbers)
        waiting = set(numbers)
        for start in sorted(numbers):
            if start not in waiting:
                continue
            waiting.discard(start)
            part, ahead = [start], [start]
            while ahead:
                near = waiting.intersection(self.near(ahead.pop()))
                waiting -= near
                part += near
                ahead += near
            yield part


def _joined(pairs: _Pairs, part: list[Number], apart: Judged) -> Iterator[Joined]:
    held = pairs.held
    facts = dict(_bare(held, part))
    ordered = sorted(part, key=lambda number: facts[number].member)
    places = {number: place for place, number in enumerate(ordered)}
    scored = [
        (-comparison.score, one, other, comparison)
        for number, one in places.items()
        for near in pairs.near(number)
        if (other := places.get(near, -1)) > one and (comparison := held.likely[number].get(near))
    ]
    same, not_same = (frozenset(_places(places, judged)) for judged in (pairs.same, apart))
    for members, incident in cluster([facts[number] for number in ordered], scored, same, not_same):
        yield Joined(tuple(sorted(ordered[place] for place in members)), incident)


def _bare(held: Held, part: Sequence[Number]) -> Iterator[tuple[Number, Sighting]]:
    """What joining looks at of some sightings: a part may be most of what there is."""
    known = held.sightings
    for first in range(0, len(part), SOME):
        some = part[first : first + SOME]
        known.fetch(number for number in some if number not in known.pressed)
        for number in some:
            whole = known.held.get(number)
            yield number, bare_sighting(known.pressed[number]) if whole is None else bare(whole)
        known.trim()


def _places(places: Mapping[Number, int], judged: Judged) -> Iterator[Places]:
    for number in judged.keys() & places.keys():
        for near in judged[number]:
            if (other := places.get(near, -1)) > places[number]:
                yield places[number], other
