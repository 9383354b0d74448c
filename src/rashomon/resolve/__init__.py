"""From words to things: names to actors, toponyms to places, time phrases to intervals, mentions to incidents."""

from rashomon.resolve.actor_context import ActorContext, actor_context
from rashomon.resolve.actors import ActorMatch, resolve_actor
from rashomon.resolve.claimants import resolve_claimants
from rashomon.resolve.mentions import report_places, resolve_mentions
from rashomon.resolve.place_context import PlaceContext, place_context
from rashomon.resolve.places import PlaceMatch, resolve_place
from rashomon.resolve.report import resolve, resolvers_for
from rashomon.resolve.times import interpret

__all__ = [
    "ActorContext",
    "ActorMatch",
    "PlaceContext",
    "PlaceMatch",
    "actor_context",
    "interpret",
    "place_context",
    "report_places",
    "resolve",
    "resolve_actor",
    "resolve_claimants",
    "resolve_mentions",
    "resolve_place",
    "resolvers_for",
]
