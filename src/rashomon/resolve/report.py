"""Resolving one report: its mentions, its claimants, and then its incidents."""

from functools import cache

from rashomon.codebook.actors import side_of
from rashomon.model import PlaceRead, Reading, Report, TimeInterval
from rashomon.resolve.actor_context import actor_context
from rashomon.resolve.actors import resolve_actor
from rashomon.resolve.claimants import resolve_claimants
from rashomon.resolve.counts import tie_counts
from rashomon.resolve.facts import Party, Resolvers
from rashomon.resolve.incidents import assemble
from rashomon.resolve.mentions import report_places, resolve_mentions
from rashomon.resolve.place_phrases import parse_place
from rashomon.resolve.places import resolve_place
from rashomon.resolve.times import interpret


def resolve(reading: Reading, report: Report) -> Reading:
    """The reading with names led to actors and places, phrases to intervals, and mentions taken together to incidents.

    A pure function of the two and the codebook; what the read stage found is kept, and every span stays as it is.
    """
    named = resolve_claimants(resolve_mentions(reading, report), report)
    return tie_counts(assemble(named, report, resolvers_for(report, named)))


def resolvers_for(report: Report, reading: Reading) -> Resolvers:
    """The functions of this stage bound to one report's context; in one report the same words mean the same."""
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

    @cache
    def time(words: str) -> TimeInterval:
        return interpret(words, report.published)

    return Resolvers(actor=actor, place=place, time=time)
