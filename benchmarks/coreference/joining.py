"""Joining sightings by the link stage's own comparison and clustering, with a threshold of one's choice."""

from collections.abc import Callable, Iterable
from itertools import combinations

from rashomon.link.clusters import cluster
from rashomon.link.comparison import THRESHOLD, compare
from rashomon.link.sightings import Sighting
from rashomon.model import LinkedIncident


def joined(
    seen: Iterable[Sighting], meet: Callable[[Sighting, Sighting], bool], threshold: float = THRESHOLD
) -> tuple[LinkedIncident, ...]:
    """The incidents that some sightings are; `meet` tells which are compared at all."""
    known = {sighting.member: sighting for sighting in seen}
    met = ((one, other) for one, other in combinations(sorted(known), 2) if meet(known[one], known[other]))
    pairs = ((one, other, compare(known[one], known[other])) for one, other in met)
    likely = {(one, other): found for one, other, found in pairs if found.score >= threshold}
    return cluster(known, likely, frozenset(), frozenset())
