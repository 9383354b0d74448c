"""Which sightings are worth comparing: those that share a day, a name, or an actor or country in one month."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import timedelta
from itertools import combinations
from typing import TypeAlias

from rashomon.link.sightings import Sighting
from rashomon.model import Member

CROWDED = 400
"""Sightings that may share a block before it is too common to compare all its pairs."""
WIDEST = 31
"""Days of the widest date interval that is used for blocking."""
Pair: TypeAlias = tuple[Member, Member]


def candidates(known: Mapping[Member, Sighting]) -> set[Pair]:
    """Pairs of two reports that share a block; never all against all."""
    blocks: dict[tuple[str, str], list[Member]] = defaultdict(list)
    for member, sighting in known.items():
        for key in keys_of(sighting):
            blocks[key].append(member)
    pairs: set[Pair] = set()
    for members in blocks.values():
        if len(members) <= CROWDED:
            pairs.update((a, b) for a, b in combinations(sorted(set(members)), 2) if a.report != b.report)
    return pairs


def keys_of(sighting: Sighting) -> Iterator[tuple[str, str]]:
    """The blocks that a sighting belongs to."""
    when = sighting.incident.date
    if when.start is not None and when.end is not None and (when.end - when.start).days <= WIDEST:
        for n in range((when.end - when.start).days + 2):
            yield "day", (when.start + timedelta(days=n)).isoformat()
    for name in sorted(sighting.exact | sighting.provinces | sighting.names | sighting.people):
        yield "name", name
    around = when.start or when.end or sighting.published.start
    months = {(around + timedelta(days=n)).isoformat()[:7] for n in (-WIDEST, 0)} if around else {"undated"}
    for month in sorted(months):
        for key in sorted(sighting.initiators | sighting.countries):
            yield f"around {month}", key
