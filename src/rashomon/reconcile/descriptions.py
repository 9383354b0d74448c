"""Answers that are words: what was hit, who is said to have done it."""

import re
from collections.abc import Iterator
from itertools import product

from rashomon.codebook.actors import load_actors, side_of
from rashomon.codebook.pronouns import is_pronoun, opens_with_own
from rashomon.codebook.questions import QuestionEntry
from rashomon.model import Attribution, Claimant, IncidentMention, Spans, within, words_of
from rashomon.reconcile.answers import Answer, Told, innermost

NUMBER = re.compile(
    r"(?i:(?:at least |more than |about |some )?(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten)(?:\s|$))"
    r"(?!.*[A-Z])"
)
"""A count of people or of things hit says how many, not what."""
NOT = "not "
DENIED_HEAD = 30
"""Characters of a denial in which the thing denied is named ("any involvement in ...")."""


def read_descriptions(entry: QuestionEntry, told: Told) -> Iterator[Answer]:
    """Every mention of the incident that fills the question's role, with whoever says so; denials and claims too."""
    for mention in told.incident.mentions:
        spans = _spans(entry, mention)
        if not spans:
            continue
        holder = innermost(mention.trigger[0], told.attributions())
        answer = _described(entry, told, mention, holder)
        if answer is not None:
            yield answer
    if entry.denial is not None:
        yield from _declared(entry, told)


def _spans(entry: QuestionEntry, mention: IncidentMention) -> Spans:
    """The words that fill the role; where the trigger tells it too, the trigger where the role is empty."""
    filled: Spans = getattr(mention, entry.role or "target")
    if not filled and entry.named_by_type:
        named = any(pattern.search(words_of(mention.trigger)) for _, pattern in entry.groups)
        return mention.trigger if named else ()
    return filled


def _described(entry: QuestionEntry, told: Told, mention: IncidentMention, holder: Attribution | None) -> Answer | None:
    spans = _spans(entry, mention)
    words = words_of(spans)
    if NUMBER.match(words) and not entry.named_by_type:
        return None
    key = _group(entry, words, spans, told, holder) if entry.groups else _actor(words, spans, told, holder)
    if key is None:
        return None
    value = words if entry.groups else _name(key, words)
    if not entry.groups and holder is not None and holder.stance == "denies" and _denies_doing(entry, holder):
        key, value = NOT + key, NOT + value
    return Answer(
        claimant=holder.claimant if holder else None,
        stance=holder.stance if holder else "asserts",
        evidence=told.evidence(spans[0], holder, mention.rule, holder.confidence if holder else 0.6),
        key=key,
        value=value,
        relayed_by=holder.relayed_by if holder else (),
        source=mention.id,
    )


def _group(entry: QuestionEntry, words: str, spans: Spans, told: Told, holder: Attribution | None) -> str | None:
    """The group that the words fall into; an actor that the codebook knows is sorted by its kind."""
    if is_pronoun(words) or _is_place(spans, told):
        return None
    if opens_with_own(words):
        return _own_group(holder)
    for found in told.reading.mentions:
        if found.kind == "actor" and found.ref and any(piece.overlaps(found.span) for piece in spans):
            group = _kind_group(found.ref)
            if group is not None:
                return group
    hits = ((match.start(), name) for name, pattern in entry.groups if (match := pattern.search(words)))
    return min(hits, default=(0, "unsorted"))[1]


def _own_group(holder: Attribution | None) -> str | None:
    """ "Its positions": those of whoever speaks."""
    claimant = holder.claimant if holder is not None else None
    return _kind_group(claimant.actor) if claimant is not None and claimant.actor is not None else None


def _kind_group(identity: str) -> str | None:
    actor = load_actors().by_id.get(identity)
    return {"armed_group": "armed_group", "armed_force": "state_forces"}.get(actor.kind) if actor is not None else None


def _is_place(spans: Spans, told: Told) -> bool:
    """Whether the role is filled by a place alone, which says where and not what."""
    places = [found.span for found in told.reading.mentions if found.kind == "place"]
    return any(place.covers(piece) for piece in spans for place in places)


def _actor(words: str, spans: Spans, told: Told, holder: Attribution | None) -> str | None:
    """The side that the words name; a pronoun inside a statement about oneself names the claimant."""
    if opens_with_own(words):
        return _claimant_key(holder.claimant) if holder and holder.claimant else None
    for found in told.reading.mentions:
        if found.kind == "actor" and found.ref and any(piece.overlaps(found.span) for piece in spans):
            return side_of(found.ref)
    return None


def _claimant_key(claimant: Claimant) -> str | None:
    return side_of(claimant.actor) if claimant.actor else None


def _name(key: str, words: str) -> str:
    actor = load_actors().by_id.get(key)
    return actor.name if actor else words


def _declared(entry: QuestionEntry, told: Told) -> Iterator[Answer]:
    """Claims and denials of responsibility: the claimant speaks of itself."""
    for attribution in told.attributions():
        claimant = attribution.claimant
        if claimant is None or claimant.anonymous or not attribution.content or not told.about(attribution):
            continue
        side = _claimant_key(claimant) or claimant.name
        if attribution.stance == "claims_responsibility":
            key, value = side, _name(side, claimant.name)
        elif attribution.stance == "accuses" and (accused := _accused(attribution, told, side)) is not None:
            key, value = accused, _name(accused, accused)
        elif attribution.stance == "denies" and _denies_doing(entry, attribution):
            key, value = NOT + side, NOT + _name(side, claimant.name)
        else:
            continue
        yield Answer(
            claimant=claimant,
            stance=attribution.stance,
            evidence=told.evidence(attribution.content[0], attribution, attribution.rule, attribution.confidence),
            key=key,
            value=value,
            relayed_by=attribution.relayed_by,
            source=attribution.id,
        )


def _accused(attribution: Attribution, told: Told, own: str) -> str | None:
    """The first actor of another side that an accusation names."""
    named = (m for m in told.reading.mentions if m.kind == "actor" and m.ref and within((m.span,), attribution.content))
    sides = (side_of(mention.ref) for mention in named if mention.ref)
    return next((side for side in sides if side != own), None)


def _denies_doing(entry: QuestionEntry, attribution: Attribution) -> bool:
    head = words_of(attribution.content)[:DENIED_HEAD]
    return entry.denial is not None and entry.denial.search(head) is not None


def differ(entry: QuestionEntry, left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether two accounts' keys can't both be right."""
    if entry.groups:
        one, other = left - {"unsorted"}, right - {"unsorted"}
        if entry.opposed:
            return bool(one) and bool(other) and {frozenset(pair) for pair in product(one, other)} <= entry.opposed
        return bool(one) and bool(other) and not one & other
    if any(NOT + key in right for key in left) or any(NOT + key in left for key in right):
        return True
    one, other = (frozenset(key for key in keys if not key.startswith(NOT)) for keys in (left, right))
    return bool(one) and bool(other) and not one & other
