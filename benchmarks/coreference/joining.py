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
    known = sorted(seen, key=lambda sighting: sighting.member)
    met = ((one, other) for one, other in combinations(range(len(known)), 2) if meet(known[one], known[other]))
    pairs = ((one, other, compare(known[one], known[other])) for one, other in met)
    likely = ((-found.score, one, other, found) for one, other, found in pairs if found.score >= threshold)
    return tuple(incident for _, incident in cluster(known, likely))
