"""Speakers without a name of their own: "the rebels", "the monitor", "officials in Cairo", "the country's army"."""

import re
from functools import cache

from rashomon.codebook.actor_words import load_actor_words
from rashomon.codebook.actors import load_actors
from rashomon.codebook.names import key_of
from rashomon.codebook.states import load_states
from rashomon.resolve.actor_context import ActorContext
from rashomon.resolve.actors import ActorMatch, matched, resolve_actor

CHARITIES = "ngo."
IN_COUNTRY = re.compile(
    r"^(?:the )?(?P<who>[a-z][a-z ]{3,30}) (?:in|from) (?:the )?(?P<where>[A-Z][\w' -]{1,30})$", re.IGNORECASE
)
OF_PLACE = re.compile(r"^(?P<where>[A-Z][\w' -]{1,30})['\u2019]s (?P<who>[a-z][a-z ]{3,30})$")
OF_COUNTRY = re.compile(r"^(?:the )?(?:country|nation|state)['\u2019]s ", re.IGNORECASE)


def only_of_its_kind(words: str, context: ActorContext, speaking: frozenset[str] = frozenset()) -> ActorMatch | None:
    """Whom a bare noun means: the only actor of its kind that the report names, or else that speaks in it.

    `speaking` holds the actors whom the report names as sources.
    """
    noun = re.sub(r"^(?:the|an?) | itself$", "", words.lower())
    kind = load_actor_words().stand_ins.get(noun)
    if kind is None:
        return _of_own_country(words, context)
    book = load_actors()
    seen = [actor for identity in context.seen if (actor := book.by_id.get(identity)) and actor.kind == kind]
    if noun in ("group", "movement", "organisation", "organization") and _names_helpers(context):
        return None
    if kind == "organisation":
        seen = [actor for actor in seen if actor.id.startswith(CHARITIES)]
    if len(seen) > 1:
        seen = [actor for actor in seen if actor.id in speaking]
    if len(seen) != 1:
        return None
    return matched(seen[0].id, context, f"{seen[0].name} is the only one of its kind that the report names.")


def _names_helpers(context: ActorContext) -> bool:
    """Whether the report names a charity or a monitor, which "the group" may as well stand for."""
    return any(identity.startswith((CHARITIES, "monitor.")) for identity in context.seen)


def _of_own_country(words: str, context: ActorContext) -> ActorMatch | None:
    """ "The country's army": the army of the state that the report speaks of."""
    body = OF_COUNTRY.sub("", words)
    if body == words:
        return None
    found = resolve_actor(body, context)
    return found if found.actor is not None else None


LEADING = re.compile(r"(?:(?:an?|the|one|two|three|four|five|six|some|several|many|senior|local|\d+)\s+)+")
"""What stands before the adjective in English: "two senior Iraqi officials"."""
OFFICES = frozenset("government security military police health defence defense intelligence state".split())
"""What the servants of a state may be said to be for without being told of which state."""


def with_nationality(words: str, context: ActorContext | None = None) -> str:
    """ "Officials in Cairo", "Cairo's authorities" and, where a report is about Egypt, "officials" with the adjective.

    So all wordings are one claimant, and the officials of two countries are two; "American" and "U.S." are one too.
    """
    match = IN_COUNTRY.match(words) or OF_PLACE.match(words)
    if match is None:
        return _of_one_adjective(words) or _of_leading_state(words, context) or words
    if match["who"].split()[-1].lower() not in load_actor_words().anonymous | {"authorities"}:
        return words
    book, place = load_actors(), key_of(match["where"])
    adjective = _adjectives().get(book.state_index.get(place) or book.seats.get(place) or "")
    return _coloured(match["who"].lower(), adjective) if adjective else words


def _of_leading_state(words: str, context: ActorContext | None) -> str | None:
    """ "Security officials" of the state that the report is about."""
    plain = words.lower()
    *offices, head = plain[_lead_of(plain) :].split() or [""]
    adjective = _adjectives().get((context and context.sole) or "")
    if adjective is None or head not in load_actor_words().servants or not OFFICES.issuperset(offices):
        return None
    return _coloured(plain, adjective)


def _of_one_adjective(words: str) -> str | None:
    """ "American officials" under the adjective that all names of that state are made with."""
    lead = _lead_of(words.lower())
    first, _, rest = words[lead:].partition(" ")
    adjective = _variants().get(first)
    if (
        adjective is None
        or rest.split()[-1:] == []
        or rest.split()[-1] not in load_actor_words().anonymous | load_actor_words().servants
    ):
        return None
    return _coloured(words[:lead].lower() + rest, adjective)


def _coloured(words: str, adjective: str) -> str:
    """The noun phrase with the adjective in its place, and the article that this calls for."""
    at = _lead_of(words)
    lead = words[:at]
    if lead.strip() in ("a", "an"):
        lead = "an " if adjective[0] in "AEIO" else "a "
    return f"{lead}{adjective} {words[at:]}"


def _lead_of(words: str) -> int:
    match = LEADING.match(words)
    return match.end() if match else 0


@cache
def _adjectives() -> dict[str, str]:
    return {state.id: state.adjectives[0] for state in load_states() if state.adjectives}


@cache
def _variants() -> dict[str, str]:
    """The other adjectives of each state, where no other state is called so."""
    return {word: state.adjectives[0] for state in load_states() for word in state.adjectives[1:]}
