"""Names, places, time phrases of a reading led to what they mean."""

from dataclasses import replace

from rashomon.model import Mention, Reading, Report, TimeInterval
from rashomon.resolve.actor_context import ActorContext, actor_context
from rashomon.resolve.actors import resolve_actor
from rashomon.resolve.places import PlaceContext, place_context, resolve_place
from rashomon.resolve.times import interpret, rule_for


def report_places(reading: Reading, report: Report) -> PlaceContext:
    """The place context of a report, from its text, its dateline, and the place words of its mentions and incidents."""
    words = [mention.span.text for mention in reading.mentions if mention.kind == "place"]
    words += [span.text for event in reading.events for span in event.place]
    return place_context(report.text, dict.fromkeys(words), report.dateline)


def resolve_mentions(reading: Reading, report: Report) -> Reading:
    """The reading with `ref`, `reason` and `rivals` of every mention filled in, where they can be told.

    An actor's ref is an actor id, a place's the gazetteer's id, a time's "START/END" in ISO days with ".." for an open
    side; a weapon keeps what the reader gave it.
    """
    actors, places = actor_context(report), report_places(reading, report)
    return replace(
        reading,
        mentions=tuple(_resolved(mention, report.published, actors, places) for mention in reading.mentions),
    )


def _resolved(mention: Mention, published: TimeInterval, actors: ActorContext, places: PlaceContext) -> Mention:
    words = mention.span.text
    if mention.kind == "actor":
        actor = resolve_actor(words, actors)
        return replace(mention, ref=actor.actor, reason=actor.reason, rivals=actor.rivals)
    if mention.kind == "place":
        place = resolve_place(words, places)
        return replace(mention, ref=place.read.place, reason=place.reason, rivals=place.rivals)
    if mention.kind == "time":
        time = interpret(words, published)
        return replace(mention, ref=interval_ref(time), reason=rule_for(words))
    return mention


def interval_ref(time: TimeInterval) -> str | None:
    """An interval as "2024-02-02/2024-02-03", an open side as "..", None where both are."""
    if not time.known:
        return None
    return "/".join(day.isoformat() if day else ".." for day in (time.start, time.end))
