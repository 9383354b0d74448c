"""Answers that are places: who says where it was."""

from collections.abc import Iterator, Sequence

from rashomon.codebook.place_points import distance_km
from rashomon.codebook.questions import QuestionEntry
from rashomon.model import PlaceRead, Precision, Span
from rashomon.reconcile.answers import Answer, Told

NARROW: frozenset[Precision] = frozenset({"site", "town"})
"""Precisions at which two places that lie apart are two places; a wider one may hold the other."""


def read_places(entry: QuestionEntry, told: Told) -> Iterator[Answer]:
    """Every place that a mention of the incident names, with whoever says so; a series has none of its own."""
    for mention in told.incident.mentions if not told.incident.series else ():
        holder = told.holder(mention)
        for span, place in _named(told, told.said(mention.place, holder)):
            yield Answer(
                claimant=holder.claimant if holder else None,
                stance=holder.stance if holder else "asserts",
                evidence=told.evidence(span, holder, mention.rule, holder.confidence if holder else 0.6),
                key=place.place or place.name,
                value=place.name,
                relayed_by=holder.relayed_by if holder else (),
                source=mention.id,
                place=place,
            )


def _named(told: Told, spans: Sequence[Span]) -> Iterator[tuple[Span, PlaceRead]]:
    """The places of the incident that stand inside some spans; where a name means two, the wider."""
    for found in told.reading.mentions:
        if found.kind != "place" or found.ref is None or not any(span.covers(found.span) for span in spans):
            continue
        meant = [place for place in told.incident.locations if place.place == found.ref]
        if meant:
            yield found.span, max(meant, key=lambda place: (place.radius_km or 0.0, place.name))


def elsewhere(entry: QuestionEntry, left: Sequence[Answer], right: Sequence[Answer]) -> bool:
    """Whether no place of the one account can be a place of the other."""
    pairs = [(a.place, b.place) for a in left for b in right if a.place and b.place]
    return bool(pairs) and all(_apart(entry, *pair) for pair in pairs)


def _apart(entry: QuestionEntry, one: PlaceRead, other: PlaceRead) -> bool:
    if not {one.precision, other.precision} <= NARROW:
        return False
    points = [(p.latitude, p.longitude) for p in (one, other) if p.latitude is not None and p.longitude is not None]
    if len(points) < len((one, other)):
        return False
    between = distance_km((points[0][0], points[0][1]), (points[1][0], points[1][1]))
    return between - (one.radius_km or 0.0) - (other.radius_km or 0.0) > entry.apart
