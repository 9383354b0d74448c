"""Names, places, time phrases of a reading led to what they mean."""

from dataclasses import replace
from functools import cache
from typing import TypeAlias

from rashomon.model import Mention, MentionKind, Reading, Report, Rival, TimeInterval
from rashomon.resolve.actor_context import ActorContext, actor_context
from rashomon.resolve.actors import resolve_actor
from rashomon.resolve.places import PlaceContext, place_context, resolve_place
from rashomon.resolve.times import TimeLine, rule_for, time_line
from rashomon.resolve.toponyms import resolve_toponyms

Meaning: TypeAlias = tuple[str | None, str, tuple[Rival, ...]]
"""What some words mean: `ref`, `reason` and `rivals` of a mention."""


def report_places(reading: Reading, report: Report) -> PlaceContext:
    """The place context of a report, from its text, its dateline, and the place words of its mentions and incidents."""
    words = [mention.span.text for mention in reading.mentions if mention.kind == "place"]
    words += [span.text for event in reading.events for span in event.place]
    toponyms = tuple(toponym.span for toponym in reading.toponyms)
    return place_context(report.text, dict.fromkeys(words), report.dateline, toponyms)


def resolve_mentions(reading: Reading, report: Report, times: TimeLine | None = None) -> Reading:
    """The reading with `ref`, `reason` and `rivals` of every mention filled in, where they can be told.

    An actor's ref is an actor id, a place's the gazetteer's id, a time's "START/END" in ISO days with ".." for an open
    side, and a time has its TIMEX3 value; a weapon keeps what the reader gave it.
    """
    actors, places = actor_context(report), report_places(reading, report)
    times = times or time_line(reading, report)

    @cache  # a report says the same names again and again, and in one report the same words mean the same
    def meant(kind: MentionKind, words: str) -> Meaning | None:
        return _meant(kind, words, actors, places)

    mentions = tuple(
        _dated(m, times) if m.kind == "time" else _resolved(m, meant(m.kind, m.span.text)) for m in reading.mentions
    )
    return resolve_toponyms(replace(reading, mentions=mentions), places)


def _dated(mention: Mention, times: TimeLine) -> Mention:
    told = times.at(mention.span)
    if told is None:  # a span that the forms cut otherwise, with its preposition for one
        words = mention.span.text
        return replace(mention, ref=interval_ref(times.meant(mention.span, words)), reason=rule_for(words))
    return replace(mention, ref=interval_ref(told.interval), reason=told.reason, value=told.value)


def _resolved(mention: Mention, meaning: Meaning | None) -> Mention:
    if meaning is None:
        return mention
    ref, reason, rivals = meaning
    return replace(mention, ref=ref, reason=reason, rivals=rivals)


def _meant(kind: MentionKind, words: str, actors: ActorContext, places: PlaceContext) -> Meaning | None:
    if kind == "actor":
        actor = resolve_actor(words, actors)
        return actor.actor, actor.reason, actor.rivals
    if kind == "place":
        place = resolve_place(words, places)
        return place.read.place, place.reason, place.rivals
    return None


def interval_ref(time: TimeInterval) -> str | None:
    """An interval as "2024-02-02/2024-02-03", an open side as "..", None where both are."""
    if not time.known:
        return None
    return "/".join(day.isoformat() if day else ".." for day in (time.start, time.end))
