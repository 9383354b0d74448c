"""Answers that are actors: who is said to have done it, who claims it and who denies it."""

import re
from collections.abc import Iterator

from rashomon.codebook.actors import load_actors, side_of
from rashomon.codebook.names import key_of
from rashomon.codebook.pronouns import is_nobody, opens_with_own
from rashomon.codebook.questions import QuestionEntry
from rashomon.model import Attribution, Claimant, IncidentMention, Spans, within, words_of
from rashomon.reconcile.answers import NUMBER, Answer, Told, innermost, piece_of

NOT = "not "
UNNAMED = "unnamed:"
"""What the key of a doer begins with of whom only the kind is told: "rebels", "government troops"."""
DENIED_HEAD = 30
"""Characters of a denial in which the thing denied is named ("any involvement in ...")."""
ACCUSED_HEAD = 20
"""Characters of an accusation in which the accused is named ("Iran of having fired ...")."""
BEFORE = 24
UNDONE = re.compile(
    r"(?:\b(?:did|had|has|have) not|\bnever|\b(?:did|had|has|have)n['\u2019]t)\s+(?:\w+\s+)?$", re.IGNORECASE
)
"""What right before a trigger says that the deed was not done: "we did not fire"."""
BEHIND = 3
"""Words behind "by" that can name a doer."""
NEGATED = re.compile(r"\b(?:not|never|no)\b|n['\u2019]t\b", re.IGNORECASE)
OWNING = ("claims_responsibility", "denies", "confirms")
"""Stances in which "they" and "its jets" are the speaker's: in others they may be anybody spoken of."""
KINDS = {"armed_group": "armed", "armed_force": "state", "government": "state", "state": "state", "ministry": "state"}


def read_doers(entry: QuestionEntry, told: Told) -> Iterator[Answer]:
    """Every mention of the incident that says who did it, with whoever says so, and claims and denials."""
    for mention in told.incident.mentions:
        spans: Spans = getattr(mention, entry.role or "initiator")
        answer = _told_of(entry, told, mention, spans) if spans else None
        if answer is not None:
            yield answer
    if entry.denial is not None:
        yield from _declared(entry, told)
    if entry.behind is not None:
        yield from _passive(entry, entry.behind, told)


def _told_of(entry: QuestionEntry, told: Told, mention: IncidentMention, spans: Spans) -> Answer | None:
    words = words_of(spans)
    holder = innermost(mention.trigger[0], told.attributions())
    key = None if NUMBER.match(words) else _actor(words, spans, told, holder) or _unnamed(entry, words)
    if key is None:
        return None
    negated = NOT if holder is not None and _denies_it(entry, told, holder, mention, key) else ""
    return Answer(
        claimant=holder.claimant if holder else None,
        stance=holder.stance if holder else "asserts",
        evidence=told.evidence(spans[0], holder, mention.rule, holder.confidence if holder else 0.6),
        key=negated + key,
        value=negated + _name(key, words),
        relayed_by=holder.relayed_by if holder else (),
        source=mention.id,
    )


def _denies_it(entry: QuestionEntry, told: Told, holder: Attribution, mention: IncidentMention, key: str) -> bool:
    """Whether a denial is of the deed itself: "denied that the army bombed", not "we used none of it to strike"."""
    own = holder.claimant is not None and key == _claimant_key(holder.claimant)
    trigger = mention.trigger[0].start
    if own and UNDONE.search(told.report.text, max(trigger - BEFORE, holder.content[0].start), trigger):
        return True
    if holder.stance != "denies":
        return False
    if own and entry.denied is not None and _is_outright(entry, holder):
        return True
    return (_is_outright(entry, holder) and mention.reality == "denied") or _denies_doing(entry, holder)


def _is_outright(entry: QuestionEntry, holder: Attribution) -> bool:
    """Whether the cue denies: "denied that ...", not "said that it had not ..."."""
    return entry.denied is None or entry.denied.search(words_of(holder.cue)) is not None


def _actor(words: str, spans: Spans, told: Told, holder: Attribution | None) -> str | None:
    """The side that the words name; a pronoun inside a statement about oneself names the claimant."""
    if opens_with_own(words):
        own = holder is not None and holder.stance in OWNING
        return _claimant_key(holder.claimant) if own and holder and holder.claimant else None
    named = [m for m in told.reading.mentions if m.kind == "actor" and m.ref and any(p.overlaps(m.span) for p in spans)]
    # "Yemen's Houthi rebels" are the Houthis.
    heads = [m for m in named if told.report.text[m.span.end : m.span.end + 2] not in ("'s", "\u2019s")]
    return next((side_of(mention.ref) for mention in heads or named if mention.ref), None)


def _unnamed(entry: QuestionEntry, words: str) -> str | None:
    """The kind of a doer who is not named; the first word that tells one decides."""
    hits = ((match.start(), name) for name, pattern in entry.unnamed if (match := pattern.search(words)))
    found = min(hits, default=None)
    return UNNAMED + found[1] if found is not None else None


def _claimant_key(claimant: Claimant) -> str | None:
    """The side of a claimant; "Myanmar's council", which the codebook lacks, is of the state that it names first."""
    if claimant.actor in load_actors().by_id:
        return side_of(claimant.actor or "")
    owner, _, body = claimant.name.replace("\u2019", "'").partition("'s ")
    state = load_actors().state_index.get(key_of(owner)) if body else None
    if state is not None:
        return state
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
        if is_nobody(claimant.name):
            continue
        side = _claimant_key(claimant) or claimant.name
        if attribution.stance == "claims_responsibility" and not _disowns(entry, attribution):
            key, value = side, _name(side, claimant.name)
        elif attribution.stance == "accuses" and (accused := _accused(attribution, told, side)) is not None:
            key, value = accused, _name(accused, accused)
        elif _disowns(entry, attribution) or (attribution.stance == "denies" and _denies_doing(entry, attribution)):
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


def _disowns(entry: QuestionEntry, attribution: Attribution) -> bool:
    """Whether somebody says "not us" without a word of denial: "said that it had nothing to do with it"."""
    content = words_of(attribution.content)
    return entry.disowned is not None and opens_with_own(content) and entry.disowned.search(content) is not None


def _passive(entry: QuestionEntry, behind: re.Pattern[str], told: Told) -> Iterator[Answer]:
    """Doers behind "by": "the shells were fired by Turkish forces", "the work of the Taliban"."""
    for attribution in told.attributions():
        content = words_of(attribution.content)
        match = behind.search(content) if attribution.content and told.about(attribution) else None
        if match is None or NEGATED.search(content[: match.start()]):
            continue
        after = piece_of(attribution.content, match, told.report).end
        named = (
            mention
            for mention in told.reading.mentions
            if mention.kind == "actor" and mention.ref and 0 <= mention.span.start - after <= len(" the ")
        )
        actor = next((side_of(mention.ref) for mention in named if mention.ref), None)
        words = " ".join(content[match.end() :].split()[:BEHIND])
        key = actor or _unnamed(entry, words)
        if key is None:
            continue
        yield Answer(
            claimant=attribution.claimant,
            stance=attribution.stance,
            evidence=told.evidence(
                piece_of(attribution.content, match, told.report), attribution, attribution.rule, attribution.confidence
            ),
            key=key,
            value=_name(key, words),
            relayed_by=attribution.relayed_by,
            source=attribution.id,
        )


def _accused(attribution: Attribution, told: Told, own: str) -> str | None:
    """The first actor of another side that an accusation names, if it names one at its head."""
    named = (m for m in told.reading.mentions if m.kind == "actor" and m.ref and within((m.span,), attribution.content))
    head = attribution.content[0].start + ACCUSED_HEAD
    sides = (side_of(mention.ref) for mention in named if mention.ref and mention.span.start < head)
    return next((side for side in sides if side != own), None)


def _denies_doing(entry: QuestionEntry, attribution: Attribution) -> bool:
    head = words_of(attribution.content)[:DENIED_HEAD]
    return _is_outright(entry, attribution) and entry.denial is not None and entry.denial.search(head) is not None


def other_doers(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether two accounts name doers who can't both be right, or the one denies whom the other names."""
    if any(NOT + key in right for key in left) or any(NOT + key in left for key in right):
        return True
    one, other = (frozenset(key for key in keys if not key.startswith(NOT)) for keys in (left, right))
    if not one or not other or one & other:
        return False
    return all(_distinct(a, b) for a in one for b in other)


def _distinct(one: str, other: str) -> bool:
    """Whether two doers are two: "rebels" are any armed group and no army; "gunmen" may be anybody."""
    if UNNAMED not in one and UNNAMED not in other:
        return one != other
    kinds = {_kind(one), _kind(other)}
    return kinds == {"armed", "state"}


def _kind(key: str) -> str | None:
    if key.startswith(UNNAMED):
        return key.removeprefix(UNNAMED)
    actor = load_actors().by_id.get(key)
    return KINDS.get(actor.kind) if actor is not None else None
