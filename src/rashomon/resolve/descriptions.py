"""Actors that are described and not named: the holder of an office, a mission of the UN, a force told by whose it is."""

import re

from rashomon.codebook.actor_names import find_actor_names
from rashomon.codebook.actor_words import load_actor_words
from rashomon.codebook.actors import load_actors, office_on, side_of
from rashomon.codebook.names import fold, words_in
from rashomon.codebook.offices import holders
from rashomon.model import Rival
from rashomon.resolve.actor_context import ActorContext
from rashomon.resolve.matches import ActorMatch, matched
from rashomon.resolve.noun_phrases import Phrase

INDEFINITE = re.compile(r"(?:an?|some|several|another|one|two|former|ex-)\s", re.IGNORECASE)
OF_BODY = re.compile(r"(?P<body>[a-z][a-z ]+?) (?P<link>of|in) (?:the )?(?P<whose>[A-Z].*)$", re.IGNORECASE)
UN_MISSION = re.compile(
    r"(?:UN|U\.N\.|United Nations)(?:['\u2019]s)? (?:peacekeeping )?(?:mission|peacekeepers|force|forces|troops)"
    r"|peacekeep(?:ers|ing (?:mission|forces?)) of the (?:UN|U\.N\.|United Nations)"
)


def by_title(words: str, phrase: Phrase, context: ActorContext) -> ActorMatch | None:
    """ "The Pentagon press secretary": the one person who held that office on the report's day."""
    if phrase.person is not None or phrase.plural or INDEFINITE.match(words.strip()) or "," in phrase.core:
        return None
    lists = load_actor_words()
    if not any(word.folded in lists.leaders or word.folded in lists.speakers for word in words_in(phrase.core)):
        return None
    found = holders(phrase.core, context.published)
    if len(found) != 1:
        return None
    office = office_on(load_actors().by_id[found[0]], context.published)
    title = office.title if office else phrase.core
    return matched(found[0], context, f"{load_actors().by_id[found[0]].name} was {title} on the day of the report.")


def by_mission(phrase: Phrase, context: ActorContext) -> ActorMatch | None:
    """ "The UN mission", "UN peacekeepers": the only mission that the report names, else that of the leading state."""
    if not UN_MISSION.fullmatch(phrase.core):
        return None
    book = load_actors()
    missions = [actor for actor in book.by_id.values() if actor.mission]
    named = [actor for actor in missions if actor.id in context.seen]
    leading = book.by_id.get(context.leading or "")
    found = named or [actor for actor in missions if leading is not None and actor.country == leading.country]
    if len(found) == 1:
        return matched(found[0].id, context, f"The report speaks of one such mission: {found[0].name}.")
    rivals = tuple(Rival(ref=actor.id, score=0.5) for actor in found[:4])
    return ActorMatch(None, phrase.core, None, rivals, "The report does not tell which mission it is.")


def by_nesting(phrase: Phrase, context: ActorContext) -> ActorMatch | None:
    """ "The General Staff of Ukraine's Armed Forces", "the army in Cairo": the institution of the state that is named there.

    "The Afghan branch of ISIS" is the part of it that is at home in that country.
    """
    match = OF_BODY.fullmatch(phrase.core)
    book = load_actors()
    institution = book.institutions.get(fold(match["body"])) if match else None
    if match is not None and match["body"].split()[-1].lower() in load_actor_words().branches:
        return _branch(match["body"], match["whose"], context)
    if match is None or institution is None:
        return None
    names = [hit for hit in find_actor_names(match["whose"]) if len(hit.ids) == 1 and not hit.colours]
    state = side_of(names[0].ids[0]) if names and not names[0].start else None
    if state is None or state not in book.state_index.values():
        return None
    return matched(book.institution(state, institution), context, f"It is said to be of {match['whose']}.")


def _branch(described: str, whose: str, context: ActorContext) -> ActorMatch | None:
    book = load_actors()
    above = [hit.ids[0] for hit in find_actor_names(whose) if hit.ids and not hit.start]
    states = [hit.ids[0] for hit in find_actor_names(described) if hit.adjective and hit.ids]
    if not above or not states or states[0] not in book.by_id:
        return None
    country = book.by_id[states[0]].country
    found = [actor for actor in book.by_id.values() if actor.part_of == above[0] and actor.country == country]
    if len(found) != 1:
        return None
    return matched(found[0].id, context, f"It is the one part of {book.by_id[above[0]].name} in that country.")


def is_private(phrase: Phrase) -> bool:
    """Whether a person is told to be a student, a farmer: no namesake in an office is meant."""
    _, comma, behind = phrase.core.partition(",")
    nouns = [word.folded for word in words_in(behind)][:4]
    lists = load_actor_words()
    described = bool(comma) and len(nouns) > 1 and nouns[0] in ("a", "an") and not lists.leaders.issuperset(nouns[1:2])
    return described and any(noun in lists.civilian for noun in nouns[1:3])
