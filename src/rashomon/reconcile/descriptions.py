"""Answers that are words sorted into groups: what was hit, what it was done with."""

from collections.abc import Iterator, Sequence
from itertools import product

from rashomon.codebook.actors import load_actors
from rashomon.codebook.pronouns import is_pronoun, opens_with_own
from rashomon.codebook.questions import QuestionEntry
from rashomon.model import Attribution, IncidentMention, Span, Spans, whole_quotes, words_of
from rashomon.reconcile.answers import NUMBER, Answer, Told, innermost, piece_of
from rashomon.reconcile.doers import read_doers

NOT = "not "
UNSORTED = "unsorted"
ADJECTIVAL = ("pro-", "anti-", "ex-")
"""What turns a name into a word for somebody else: "pro-Iranian"."""


def read_descriptions(entry: QuestionEntry, told: Told) -> Iterator[Answer]:
    """Every mention of the incident that fills the question's role, with whoever says so; denials and claims too."""
    if not entry.groups:
        yield from read_doers(entry, told)
        return
    for mention in told.incident.mentions:
        yield from _described(entry, told, mention)
    for attribution in told.attributions() if entry.statements else ():
        if attribution.content and told.about(attribution):
            yield from _stated(entry, told, attribution)


def _described(entry: QuestionEntry, told: Told, mention: IncidentMention) -> Iterator[Answer]:
    holder = innermost(mention.trigger[0], told.attributions())
    if holder is not None and holder.stance == "threatens":
        return
    for spans in _spans(entry, told, mention):
        words = words_of(spans)
        if not entry.named_by_type and _counts_people(spans, told):
            continue
        # "No attack on facilities": they are what was not hit.
        negated = NOT if mention.reality == "denied" and not entry.named_by_type else ""
        for group in _groups(entry, words, spans, told, holder):
            if group != UNSORTED or (not negated and _is_told(entry, told, mention, spans)):
                yield _answer(told, holder, spans[0], negated + group, negated + words, (mention.rule, mention.id))


def _counts_people(spans: Spans, told: Told) -> bool:
    """Whether the words are a toll, which tells whom it befell and not what was aimed at."""
    return any(piece.overlaps(figure.span) for piece in spans for figure in told.reading.figures)


def _spans(entry: QuestionEntry, told: Told, mention: IncidentMention) -> Iterator[Spans]:
    """The words that fill the role, and where triggers and doers can fill it too ("a car bomb exploded"), theirs."""
    filled: Spans = getattr(mention, entry.role or "target")
    yield from (spans for spans in (filled,) if spans)
    if entry.named_by_type:
        yield from (spans for spans in (mention.trigger, mention.initiator) if spans)
        yield from ((weapon,) for weapon in told.weapons_beside(mention))


def _is_told(entry: QuestionEntry, told: Told, mention: IncidentMention, spans: Spans) -> bool:
    """Whether words of no group answer at all: where triggers answer too, only a weapon in its own role ("a bomb")."""
    if not entry.named_by_type:
        return NUMBER.match(words_of(spans)) is None
    weapons = [found.span for found in told.reading.mentions if found.kind == "weapon"]
    return spans != mention.trigger and any(piece.overlaps(weapon) for piece in spans for weapon in weapons)


def _stated(entry: QuestionEntry, told: Told, attribution: Attribution) -> Iterator[Answer]:
    """What a statement says beyond the roles of its mentions: "strikes by US forces targeting army posts"."""
    content = words_of(attribution.content)
    for group, pattern in entry.statements:
        match = pattern.search(content)
        if match is None:
            continue
        negated = NOT if match["not"] else ""
        said, place = content[match.start("what") : match.end()], piece_of(attribution.content, match, told.report)
        yield _answer(told, attribution, place, negated + group, negated + said, (attribution.rule, attribution.id))


def _answer(told: Told, holder: Attribution | None, span: Span, key: str, value: str, read: tuple[str, str]) -> Answer:
    rule, source = read
    return Answer(
        claimant=holder.claimant if holder else None,
        stance=holder.stance if holder else "asserts",
        evidence=told.evidence(span, holder, rule, holder.confidence if holder else 0.6),
        key=key,
        value=whole_quotes(value),
        relayed_by=holder.relayed_by if holder else (),
        source=source,
    )


def _groups(entry: QuestionEntry, words: str, spans: Spans, told: Told, holder: Attribution | None) -> Sequence[str]:
    """The groups that the words fall into; an actor that the codebook knows is sorted by its kind."""
    if is_pronoun(words) or (not entry.named_by_type and _is_place(spans, told)):
        return ()
    if opens_with_own(words) and not entry.named_by_type:
        own = _own_group(holder, told)
        return (own,) if own else ()
    if not entry.named_by_type:
        kinds = [group for ref in _actors(spans, told) if (group := _kind_group(ref, told)) is not None]
        if kinds:
            return kinds[:1]
    return tuple(name for name, pattern in entry.groups if pattern.search(words)) or (UNSORTED,)


def _actors(spans: Spans, told: Told) -> Iterator[str]:
    """The actors that the words name, and not those whose friends or foes they are."""
    text = told.report.text
    for found in told.reading.mentions:
        if found.kind == "actor" and found.ref and any(piece.overlaps(found.span) for piece in spans):
            before = text[max(0, found.span.start - len(max(ADJECTIVAL, key=len))) : found.span.start].lower()
            if not before.endswith(ADJECTIVAL):
                yield found.ref


def _own_group(holder: Attribution | None, told: Told) -> str | None:
    """ "Its positions": those of whoever speaks."""
    claimant = holder.claimant if holder is not None else None
    return _kind_group(claimant.actor, told) if claimant is not None and claimant.actor is not None else None


def _kind_group(identity: str, told: Told) -> str | None:
    """The group of an actor by its kind; an army in another country is none of the groups that are told apart there."""
    actor = load_actors().by_id.get(identity)
    if actor is None or actor.kind not in ("armed_group", "armed_force"):
        return None
    if actor.kind == "armed_group":
        return "armed_group"
    countries = {place.country for place in told.incident.locations if place.country is not None}
    return "state_forces" if not countries or actor.country in countries else UNSORTED


def _is_place(spans: Spans, told: Told) -> bool:
    """Whether the role is filled by a place alone, which says where and not what."""
    places = [found.span for found in told.reading.mentions if found.kind == "place"]
    named = {place.name for place in told.incident.locations}
    return any(piece.text in named or any(place.covers(piece) for place in places) for piece in spans)


def differ(entry: QuestionEntry, left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether two accounts' keys can't both be right."""
    one, other = left - {UNSORTED}, right - {UNSORTED}
    if any(NOT + key in other for key in one) or any(NOT + key in one for key in other):
        return True
    one, other = (frozenset(key for key in keys if not key.startswith(NOT)) for keys in (one, other))
    if not one or not other or one & other:
        return False
    return not entry.opposed or {frozenset(pair) for pair in product(one, other)} <= entry.opposed
