"""Names to actors: whom a noun phrase means in a report, with rivals and a reason.

The phrase is cleaned and tried whole; else the name that heads it decides, never one that only colours it: an
"Iran-backed militia" is not Iran, "Iraqi security sources" are nobody named, and "the Guards" may be unsure.
"""

from rashomon.codebook.actor_names import NameHit, find_actor_names
from rashomon.codebook.actor_words import load_actor_words
from rashomon.codebook.actors import load_actors, office_on
from rashomon.codebook.names import fold, key_of, words_in
from rashomon.model import Rival
from rashomon.resolve.actor_context import MARGIN, SURE, ActorContext
from rashomon.resolve.descriptions import by_mission, by_nesting, by_title, is_private
from rashomon.resolve.matches import ActorMatch, matched
from rashomon.resolve.noun_phrases import Phrase, take_apart
from rashomon.resolve.spelling import same_name

MARKS_OF = ("'s", "\u2019s", "s'")
"""How a name ends that something belongs to."""


def resolve_actor(words: str, context: ActorContext) -> ActorMatch:
    """Whom a noun phrase means in the report that `context` is of; an unknown name keeps its words."""
    phrase = take_apart(words)
    if not phrase.core:
        return ActorMatch(None, " ".join(words.split()), reason="It names nobody.")
    if is_private(phrase):
        return ActorMatch(None, phrase.person or phrase.core, phrase.role, reason="It is somebody in private life.")
    whole = by_title(words, phrase, context) or _by_name(phrase.core, context)
    if whole is not None:
        return whole
    if (office := _by_apposition(phrase, context)) and load_actors().by_id[office.actor or ""].kind == "office":
        return office
    if phrase.complement is not None and phrase.speaks:
        return _speaking_for(phrase, resolve_actor(phrase.complement, context), context)
    if phrase.anonymous:
        return _members(phrase, context) or ActorMatch(
            None, phrase.core, reason="It describes somebody without a name."
        )
    for attempt in (
        _by_spelling,
        _by_institution,
        _by_apposition,
        by_mission,
        by_nesting,
        _by_head,
        _by_ending,
        _by_report,
    ):
        found = attempt(phrase, context)
        if found is not None:
            return found
    return ActorMatch(None, phrase.core, reason=f"{phrase.core!r} is not in the codebook.")


def _by_name(name: str, context: ActorContext) -> ActorMatch | None:
    """A name of the codebook, in itself or by what the report says elsewhere."""
    known = context.introduced.get(key_of(name))
    if known is not None and known in load_actors().by_id:
        return matched(known, context, f"The report introduces {name!r} in full elsewhere.")
    if known is not None and key_of(name) not in load_actors().alias_index:
        return ActorMatch(None, known, reason=f"The report gives {known!r} in full elsewhere.")
    if not _is_written_as_name(name):
        return None
    hits = find_actor_names(name)
    if len(hits) == 1 and hits[0].end - hits[0].start == len(name.rstrip("'\u2019s ")) and not hits[0].colours:
        if not hits[0].ids and _is_everyday(hits[0]):
            return ActorMatch(
                None, name, reason=f"{name!r} is an everyday word or name, and nothing tells whose it is."
            )
        return _decide(hits[0], context)
    found = load_actors().find(name, on=context.published, context=context.seen)
    return _choose(name, found, context, load_actors().alias_index.get(key_of(name), ())) if found else None


def _is_written_as_name(name: str) -> bool:
    """A single word needs a capital, or a script without capitals, to be a name: "shabab" are young men."""
    return " " in name or name != name.lower() or name == name.upper() or name in load_actor_words().uncapitalised


def _is_everyday(hit: NameHit) -> bool:
    """Whether it is a surname that many bear, by itself: "Rashid", "Price"."""
    return fold(hit.text) in load_actor_words().common and all(
        load_actors().by_id[i].kind == "person" for i in hit.shared
    )


def _decide(hit: NameHit, context: ActorContext, beside: tuple[str, ...] = ()) -> ActorMatch:
    context_ids = (*context.seen, *beside)
    found = load_actors().rank(key_of(hit.text), hit.ids, hit.shared, on=context.published, context=context_ids)
    return _choose(hit.text, found, context, own=hit.ids)


def _choose(name: str, found: tuple[Rival, ...], context: ActorContext, own: tuple[str, ...] = ()) -> ActorMatch:
    best, others = found[0], found[1:4]
    if (whole := _whole_of(found)) is not None:
        rivals = tuple(rival for rival in found[:4] if rival.ref != whole)
        return matched(whole, context, f"{name!r} is a name of it and of parts of it.", rivals)
    if (best.score >= SURE or best.ref in own) and (not others or best.score - others[0].score >= MARGIN):
        reason = f"{name!r} is a name of it."
        if others:
            reason = f"Of {len(found)} that {name!r} can mean, the report's own names and countries fit it best."
        return matched(best.ref, context, reason, others)
    actors = "an actor" if len(found) == 1 else f"{len(found)} actors"
    which = "that it is" if len(found) == 1 else "which"
    return ActorMatch(None, name, None, found[:4], f"{name!r} can mean {actors} and the report does not tell {which}.")


def _whole_of(found: tuple[Rival, ...]) -> str | None:
    """The actor that all others are parts of, where none of them fits the report clearly better."""
    by_id = load_actors().by_id
    for rival in found if len(found) > 1 and found[0].score - found[-1].score < MARGIN else ():
        if all(other is rival or by_id[other.ref].part_of == rival.ref for other in found):
            return rival.ref
    return None


def _by_apposition(phrase: Phrase, context: ActorContext) -> ActorMatch | None:
    """A body that is described first and named behind the comma ("the UN mission, MINUSMA")."""
    described, comma, name = phrase.core.partition(",")
    if not comma or phrase.person is not None:
        return None
    first = _by_name(described, context)
    hits = find_actor_names(name.strip(" ,"))
    whole = len(hits) == 1 and hits[0].text == name.strip(" ,") and len(hits[0].ids) == 1
    if not whole or load_actors().by_id[hits[0].ids[0]].kind in ("state", "person"):
        return None
    if first is not None and first.actor != hits[0].ids[0]:
        return None
    return matched(hits[0].ids[0], context, f"{described!r} is named {hits[0].text!r} beside it.")


def _by_head(phrase: Phrase, context: ActorContext) -> ActorMatch | None:
    """The name that heads the phrase, past nouns that only say what it is ("the Kataib Hezbollah militia")."""
    lists, head = load_actor_words(), phrase.head
    hits = [hit for hit in find_actor_names(head) if not hit.colours]
    if not hits:
        return None
    last = hits[-1]
    if not last.ids and phrase.person and phrase.person != last.text and phrase.person.endswith(last.text):
        return None
    if _goes_on(head, last):
        return None
    countries = tuple(country for hit in hits[:-1] for i in hit.ids if (country := load_actors().by_id[i].country))
    rest = [word.folded for word in words_in(head)[last.last + 1 :]]
    if rest == ["office"] and (office := office_body(_decide(last, context, countries).actor, context)):
        return matched(office, context, f"It is the office of {last.text}.")
    if (
        rest
        and fold(last.text) in load_actors().seats
        and not last.adjective
        and not head[last.end :].startswith(MARKS_OF)
    ):
        return None  # "the Kabul attack" happened there
    if last.adjective and (rest or hits[0].start):
        if rest and rest[-1] in lists.actions:
            return matched(last.ids[0], context, f"{last.text!r} tells whose it is.")
        return None
    if all(
        word in lists.generic or word in lists.actions or word in lists.speakers or word in lists.leaders
        for word in rest
    ):
        found = _decide(last, context, countries)
        if phrase.speaks and found.actor is not None and found.role is None:
            return ActorMatch(found.actor, found.name, phrase.speaks, found.rivals, found.reason)
        return found
    return None


def _members(phrase: Phrase, context: ActorContext) -> ActorMatch | None:
    """The members of an armed group, who act as that group: "Tren de Aragua members"."""
    found = _by_head(phrase, context)
    if found is None or found.actor is None or load_actors().by_id[found.actor].kind != "armed_group":
        return None
    return found


def _by_ending(phrase: Phrase, context: ActorContext) -> ActorMatch | None:
    """A body that is described by what it is and named at the end ("the association of hunters Dan Na Ambassagou")."""
    hits = find_actor_names(phrase.core)
    if not hits or phrase.person is not None or hits[-1].end < len(phrase.core) or " " not in hits[-1].text:
        return None
    before, last = words_in(phrase.core)[: hits[-1].first][-1:], hits[-1]
    noun = bool(before) and before[0].text.islower() and before[0].folded not in load_actor_words().breaks
    if len(last.ids) != 1 or last.adjective or not noun or phrase.core[before[0].end : last.start] != " ":
        return None
    if load_actors().by_id[last.ids[0]].kind in ("state", "person") or before[0].folded in load_actor_words().leadins:
        return None
    return matched(last.ids[0], context, f"What is described is named {last.text!r} beside it.")


def _goes_on(head: str, hit: NameHit) -> bool:
    """Whether the name is but the end of a longer one: "New Dawn", "Ahl al-Haq"."""
    lists = load_actor_words()
    before = words_in(head)[: hit.first][-1:]
    if not before or not before[0].text[0].isupper() or (hit.ids[:1] != () and " " in hit.text):
        return False
    known = lists.titles | lists.leaders | lists.speakers | lists.generic | lists.leadins | lists.attributive
    named = any(other.start <= before[0].start < other.end for other in find_actor_names(head))
    person = any(i.startswith("person.") for i in (*hit.ids, *hit.shared))
    return not named and not person and before[0].folded not in known


def _by_report(phrase: Phrase, context: ActorContext) -> ActorMatch | None:
    """A surname or an acronym that the report has introduced, or a person's name that it gives in full."""
    for name in (phrase.person, phrase.core):
        known = context.introduced.get(key_of(name)) if name else None
        if known is None:
            continue
        if known in load_actors().by_id:
            return matched(known, context, f"The report introduces {name!r} in full elsewhere.")
        return ActorMatch(None, known, reason=f"The report gives {known!r} in full elsewhere.")
    if phrase.person is None:
        return None
    whole = _by_name(phrase.person, context)
    return whole or _of_body(phrase, phrase.person, context)


def _of_body(phrase: Phrase, name: str, context: ActorContext) -> ActorMatch:
    """A person whom the codebook lacks, with the body that the phrase names beside the person."""
    before = phrase.core[: phrase.core.find(name)].rstrip()
    if " " not in name and phrase.role is None and not before.endswith(MARKS_OF):
        # "Azov Street", "the Kremlin Cup": no person of that body.
        return ActorMatch(None, phrase.core, reason=f"{phrase.core!r} is not in the codebook.")
    for hit in find_actor_names(phrase.core.replace(name, " " * len(name))):
        if (
            hit.ids
            and not hit.adjective
            and not hit.colours
            and load_actors().by_id[hit.ids[0]].kind not in ("state", "person")
        ):
            body = _decide(hit, context)
            return ActorMatch(body.actor, name, phrase.role, body.rivals, f"{name!r} is said to be of {body.name}.")
    return ActorMatch(None, name, phrase.role, reason=f"{name!r} is not in the codebook.")


def _by_institution(phrase: Phrase, context: ActorContext) -> ActorMatch | None:
    """ "The Defence Ministry": that of the one state whose such institution, or which itself, the report speaks of."""
    institution = load_actors().institutions.get(fold(phrase.core))
    if institution is None:
        return None
    actor = context.institution(institution)
    if actor is None:
        return None
    if fold(phrase.core) in load_actor_words().servants and context.sole is None:
        return ActorMatch(
            None, phrase.core, reason="The report speaks of several states and does not tell whose they are."
        )
    return matched(actor, context, f"The report speaks of one such body: {load_actors().by_id[actor].name}.")


def _by_spelling(phrase: Phrase, context: ActorContext) -> ActorMatch | None:
    """Another transliteration of a name of the codebook."""
    for name in (phrase.core, _without_kind(phrase.core), phrase.person):
        known = same_name(name) if name else None
        if known is not None and name is not None:
            return matched(known, context, f"{name!r} is another spelling of it.")
    return None


def _without_kind(core: str) -> str | None:
    """A name without the nouns behind it that only say what it is ("Assaib Ahl al-Haq units")."""
    words, lists = words_in(core), load_actor_words()
    kept = len(words)
    while kept and words[kept - 1].text.islower() and words[kept - 1].folded in lists.generic:
        kept -= 1
    return core[: words[kept - 1].end] if 0 < kept < len(words) else None


def _speaking_for(phrase: Phrase, body: ActorMatch, context: ActorContext) -> ActorMatch:
    """A spokesperson or a statement of a body, with the person's name where the phrase gives one."""
    if phrase.person is not None:
        person = _by_spelling(phrase, context) or _by_report(phrase, context)
        if person is not None and (person.actor is not None or body.actor is None):
            return person
        name = person.name if person else phrase.person
        return ActorMatch(body.actor, name, phrase.role, body.rivals, body.reason)
    office = office_body(body.actor, context)
    if office is not None:
        return ActorMatch(office, load_actors().by_id[office].name, phrase.speaks, body.rivals, body.reason)
    return ActorMatch(body.actor, body.name, phrase.speaks, body.rivals, body.reason)


def office_body(actor_id: str | None, context: ActorContext) -> str | None:
    """The body whose office a person holds: a president's spokesman speaks for the presidency."""
    actor = load_actors().by_id.get(actor_id or "")
    if actor is None or actor.kind != "person" or not actor.offices:
        return None
    return (office_on(actor, context.published) or actor.offices[-1]).of


__all__ = ["ActorContext", "ActorMatch", "matched", "office_body", "resolve_actor"]
