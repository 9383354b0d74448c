"""Answers that are places: who says where it was."""

from collections.abc import Iterator, Sequence

from rashomon.codebook.questions import QuestionEntry
from rashomon.model import Attribution, IncidentMention, PlaceRead, Span
from rashomon.reconcile.answers import Answer, Told
from rashomon.reconcile.nearness import is_narrow, lies_apart


def read_places(entry: QuestionEntry, told: Told) -> Iterator[Answer]:
    """Every place that a mention of the incident names, with whoever says so; a series has none of its own."""
    for mention in told.incident.mentions if not told.incident.series else ():
        holder = told.holder(mention)
        for span, place in _places(told, mention, holder):
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


def _places(told: Told, mention: IncidentMention, holder: Attribution | None) -> Iterator[tuple[Span, PlaceRead]]:
    """The places that fill the role; of what was hit, those that are narrow ("attacked Baga" tells where it was)."""
    where = told.said(mention.place, holder)
    found = [*_named(told, where), *_toponyms(told, where)]
    found += [pair for pair in _named(told, told.said(mention.target, holder)) if is_narrow(pair[1])]
    found += _toponyms(told, told.said(mention.target, holder))
    found += _unplaced(told, where)
    kept: list[tuple[Span, PlaceRead]] = []
    for span, place in found:
        if not any(one.overlaps(span) for one, _ in kept):
            kept.append((span, place))
    yield from kept


def _named(told: Told, spans: Sequence[Span]) -> Iterator[tuple[Span, PlaceRead]]:
    """The places of the incident that stand inside some spans; where a name means two, the wider."""
    for found in told.reading.mentions:
        if found.kind != "place" or found.ref is None or not any(span.covers(found.span) for span in spans):
            continue
        meant = [place for place in told.incident.locations if place.place == found.ref]
        if meant:
            yield found.span, max(meant, key=lambda place: (place.radius_km or 0.0, place.name))


def _toponyms(told: Told, spans: Sequence[Span]) -> Iterator[tuple[Span, PlaceRead]]:
    """Towns and sites inside some spans that are no place of the incident so far."""
    for found in told.reading.toponyms:
        if found.place is not None and is_narrow(found.place) and any(span.covers(found.span) for span in spans):
            yield found.span, found.place


def _unplaced(told: Told, spans: Sequence[Span]) -> Iterator[tuple[Span, PlaceRead]]:
    """Places that no gazetteer knows, by their name: they agree with themselves and contradict nothing."""
    for span in spans:
        for place in told.incident.locations:
            named = place.place is None and place.name[:1].isupper()
            if named and (at := span.text.find(place.name)) >= 0:
                yield told.report.span(span.start + at, span.start + at + len(place.name)), place


def one_narrow_answer(accounts: Sequence[Sequence[Answer]]) -> bool:
    """Whether every account tells the same narrow places, whatever wider ones stand beside them."""
    told = {frozenset(a.key for a in answers if a.place is not None and _pins(a.place)) for answers in accounts}
    return len(told) == 1 and frozenset() not in told


def _pins(place: PlaceRead) -> bool:
    return is_narrow(place) or place.place is None


def elsewhere(entry: QuestionEntry, left: Sequence[Answer], right: Sequence[Answer]) -> bool:
    """Whether no place of the one account can be a place of the other."""
    pairs = [(a.place, b.place) for a in left for b in right if a.place and b.place]
    return bool(pairs) and all(lies_apart(*pair, entry.apart) for pair in pairs)
