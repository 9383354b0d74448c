"""Speakers without a name of their own: "the rebels", "the monitor", "officials in Cairo", "the country's army"."""

import re

from rashomon.codebook.actor_words import load_actor_words
from rashomon.codebook.actors import load_actors
from rashomon.codebook.names import key_of
from rashomon.codebook.states import load_states
from rashomon.resolve.actor_context import ActorContext
from rashomon.resolve.actors import ActorMatch, matched, resolve_actor

ARMED = "armed_group"
KINDS = {
    **dict.fromkeys("rebels insurgents militants jihadists guerrillas extremists separatists militia".split(), ARMED),
    **dict.fromkeys(("rebel group", "militant group", "armed group", "jihadist group", "insurgent group"), ARMED),
    **dict.fromkeys(("charity", "aid group", "medical charity", "aid agency", "ngo"), "organisation"),
    **dict.fromkeys(("monitor", "watchdog", "war monitor", "monitoring group"), "monitor"),
    **dict.fromkeys(("newspaper", "paper", "broadcaster", "magazine"), "outlet"),
    "news agency": "agency",
}
"""What kind of actor a bare noun can stand for."""
CHARITIES = "ngo."
IN_COUNTRY = re.compile(
    r"^(?:the )?(?P<who>[a-z][a-z ]{3,30}) (?:in|from) (?:the )?(?P<where>[A-Z][\w' -]{1,30})$", re.IGNORECASE
)
OF_PLACE = re.compile(r"^(?P<where>[A-Z][\w' -]{1,30})['\u2019]s (?P<who>[a-z][a-z ]{3,30})$")
OF_COUNTRY = re.compile(r"^(?:the )?(?:country|nation|state)['\u2019]s ", re.IGNORECASE)


def only_of_its_kind(words: str, context: ActorContext) -> ActorMatch | None:
    """Whom a bare noun means: the only actor of its kind that the report names."""
    noun = re.sub(r"^(?:the|an?) | itself$", "", words.lower())
    kind = KINDS.get(noun)
    if kind is None:
        return _of_own_country(words, context)
    book = load_actors()
    seen = [actor for identity in context.seen if (actor := book.by_id.get(identity)) and actor.kind == kind]
    if kind == "organisation":
        seen = [actor for actor in seen if actor.id.startswith(CHARITIES)]
    if len(seen) != 1:
        return None
    return matched(seen[0].id, context, f"{seen[0].name} is the only one of its kind that the report names.")


def _of_own_country(words: str, context: ActorContext) -> ActorMatch | None:
    """ "The country's army": the army of the state that the report speaks of."""
    body = OF_COUNTRY.sub("", words)
    if body == words:
        return None
    found = resolve_actor(body, context)
    return found if found.actor is not None else None


LEADING = re.compile(r"(?:(?:an?|the|one|two|three|four|five|six|some|several|many|senior|\d+)\s+)+")
"""What stands before the adjective in English: "two senior Iraqi officials"."""


def with_nationality(words: str) -> str:
    """ "Officials in Cairo" and "Cairo's authorities" with the adjective, so that all wordings are one claimant."""
    match = IN_COUNTRY.match(words) or OF_PLACE.match(words)
    if match is None or match["who"].split()[-1].lower() not in load_actor_words().anonymous | {"authorities"}:
        return words
    book, place = load_actors(), key_of(match["where"])
    state = book.state_index.get(place) or book.seats.get(place)
    adjective = next((s.adjectives[0] for s in load_states() if s.id == state and s.adjectives), None)
    if adjective is None:
        return words
    words_before = LEADING.match(match["who"].lower())
    lead = words_before.group() if words_before else ""
    who = match["who"].lower()[len(lead) :]
    if lead.strip() in ("a", "an"):
        lead = "an " if adjective[0] in "AEIOU" else "a "
    return f"{lead}{adjective} {who}"
