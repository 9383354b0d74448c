"""Resolving one report: its mentions, its claimants, and then its incidents."""

from functools import cache

from rashomon.codebook.actors import side_of
from rashomon.model import PlaceRead, Reading, Report, Span, TimeInterval, words_of
from rashomon.resolve.actor_context import actor_context
from rashomon.resolve.actors import resolve_actor
from rashomon.resolve.claimants import resolve_claimants
from rashomon.resolve.counts import tie_counts
from rashomon.resolve.facts import Party, Resolvers
from rashomon.resolve.incidents import assemble
from rashomon.resolve.mentions import report_places, resolve_mentions
from rashomon.resolve.place_phrases import parse_place
from rashomon.resolve.places import resolve_place
from rashomon.resolve.times import TimeLine, interpret, time_line
from rashomon.resolve.times.phrase import Tense

AHEAD = frozenset({"planned", "threatened", "hypothetical"})
"""Realities whose date may lie ahead."""


def resolve(reading: Reading, report: Report) -> Reading:
    """The reading with names led to actors and places, phrases to intervals, and mentions taken together to incidents.

    A pure function of the two and the codebook; what the read stage found is kept, and every span stays as it is.
    """
    times = time_line(reading, report)
    named = resolve_claimants(resolve_mentions(reading, report, times), report)
    return tie_counts(assemble(named, report, resolvers_for(report, named, times)))


def resolvers_for(report: Report, reading: Reading, times: TimeLine | None = None) -> Resolvers:
    """The functions of this stage bound to one report's context; in one report the same words mean the same.

    A time phrase that means different days where it stands ("the next day") keeps none, unless its place is given.
    """
    line = times or time_line(reading, report)
    known_times = _times(reading, line)
    actors, places = actor_context(report), report_places(reading, report)

    @cache
    def actor(words: str) -> Party | None:
        match = resolve_actor(words, actors)
        return Party(match.name, match.actor, side_of(match.actor) if match.actor else None)

    @cache
    def place(words: str) -> tuple[PlaceRead, ...]:
        if words == words.lower():
            # "the city", "a petrol station": common nouns, though some gazetteer holds a place of that name.
            return (PlaceRead(name=parse_place(words).label),)
        first = resolve_place(words, places).read
        # "Hilla in Babel Governorate" names two places; the wider ones count where the gazetteer knows them.
        wider = (resolve_place(name, places) for name in parse_place(words).names[1:])
        return (first, *(match.read for match in wider if match.candidate is not None and match.read != first))

    def time(words: str, start: Span | None = None) -> TimeInterval:
        found = known_times.get(words)
        if found is None:
            return interpret(words, report.published)
        if len(found) == 1:
            return found[0]
        return TimeInterval(words=words) if start is None else line.meant(start, words, "told")

    return Resolvers(actor=actor, place=place, time=time)


def _times(reading: Reading, times: TimeLine) -> dict[str, list[TimeInterval]]:
    """Each phrase that dates a mention or stands for itself, with the different intervals that it means in this report."""
    found: dict[str, list[TimeInterval]] = {}
    for event in reading.events:
        if event.time:
            # What has happened lies behind, whatever the verb beside its date looks ahead to.
            tense: Tense | None = None if event.reality in AHEAD else "told"
            _add(found, words_of(event.time), times.meant(event.time[0], words_of(event.time), tense))
    dating = frozenset(found)
    for mention in reading.mentions:
        told = times.at(mention.span) if mention.kind == "time" and mention.span.text not in dating else None
        if told is not None:
            _add(found, mention.span.text, told.interval if told.event else TimeInterval(words=mention.span.text))
    return found


def _add(found: dict[str, list[TimeInterval]], words: str, interval: TimeInterval) -> None:
    if interval not in found.setdefault(words, []):
        found[words].append(interval)
