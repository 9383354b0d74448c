"""What one report says of two of its incidents: by which words it ties them, who says so and who denies it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias, get_args

from rashomon.codebook.ties import Cue, load_ties
from rashomon.model import (
    Evidence,
    IncidentMention,
    ReportedIncident,
    ResponseBasis,
    Span,
    Stance,
    within,
)
from rashomon.reconcile.answers import Answer, Told, innermost

RULE = "ties.rules.1"
BACK = 2
"""Sentences before an answer in which what is answered may stand."""
GAP = 90
"""Characters between words of answering and what they stand before or behind."""
BESIDE = 40
"""Characters between words that name no other incident ("retaliated") and the answer."""
REACH = 40
"""Characters before words of answering in which a negation of the same clause turns them round."""
OWN_VOICE = 0.6
"""Confidence in what an outlet says itself, as for its descriptions."""
BASES: tuple[ResponseBasis, ...] = get_args(ResponseBasis)
UNREAL = frozenset({"planned", "threatened"})
DOUBTING: frozenset[Stance] = frozenset({"denies", "doubts"})

Two: TypeAlias = tuple[IncidentMention, IncidentMention]
"""A mention of what answers and one of what is answered."""


@dataclass(frozen=True, slots=True)
class Saying:
    """One sentence that ties two incidents, as an answer whose key is its basis; `denied` where it says they are not."""

    answer: Answer
    denied: bool

    @property
    def basis(self) -> ResponseBasis:
        """What the tie rests on."""
        return next(basis for basis in BASES if basis == self.answer.key)


def sayings(told: Told, answered: ReportedIncident) -> tuple[Saying, ...]:
    """How a report ties the incident that is told to another that it answers; the report links the two already."""
    found: dict[int, Saying] = {}
    for two in near(told, answered):
        for cue in _cues(told, two):
            found.setdefault(cue.start, _saying(told, cue, two))
    return tuple(found[start] for start in sorted(found)) or _told_alone(told, answered)


def near(told: Told, other: ReportedIncident, back: int = BACK) -> Iterator[Two]:
    """The mentions of the incident told and of another that stand in one sentence or in neighbouring ones, nearest first."""
    pairs = [(mine, theirs) for mine in told.incident.mentions for theirs in other.mentions]
    apart = [abs(_line(told, mine) - _line(told, theirs)) for mine, theirs in pairs]
    for distance in range(back + 1):
        yield from (pair for pair, lines in zip(pairs, apart, strict=True) if lines == distance)


def _line(told: Told, mention: IncidentMention) -> int:
    start = mention.trigger[0].start
    return sum(sentence.end <= start for sentence in told.reading.sentences)


def stretch_of(told: Told, one: IncidentMention, other: IncidentMention) -> Span:
    """From the beginning of the first sentence of two mentions to the end of the last."""
    spans = [*one.trigger, *other.trigger]
    touched = [s for s in told.reading.sentences if any(s.overlaps(span) for span in spans)]
    pieces = touched or spans
    return told.report.span(min(p.start for p in pieces), max(p.end for p in pieces))


def _cues(told: Told, two: Two) -> Iterator[Cue]:
    """The words that tie two mentions, at their places in the report."""
    stretch = stretch_of(told, *two)
    said = two[1].id in two[0].answers
    for found in load_ties().cues(stretch.text):
        cue = replace(found, start=stretch.start + found.start, end=stretch.start + found.end)
        if fits(cue, *two) and (said or is_next(told, cue, two, stretch)):
            yield cue


def fits(cue: Cue, mine: IncidentMention, theirs: IncidentMention) -> bool:
    """Whether what is answered and what answers stand where the words want them."""
    answer, answered = _ends(mine), _ends(theirs)
    if cue.form == "apart":
        return max(answered[0] - cue.end, cue.start - answered[1], answer[0] - cue.end, cue.start - answer[1]) <= GAP
    if cue.form == "forward":
        return 0 <= answered[0] - cue.end <= GAP and not cue.end <= answer[0] < answered[0]
    if cue.form == "backward":
        return 0 <= cue.start - answered[1] <= GAP and 0 <= answer[0] - cue.end <= GAP
    return max(cue.start - answer[1], answer[0] - cue.end) <= BESIDE


def _ends(mention: IncidentMention) -> tuple[int, int]:
    return mention.trigger[0].start, mention.trigger[-1].end


def is_next(told: Told, cue: Cue, two: Two, stretch: Span) -> bool:
    """Whether no mention of a third incident stands nearer to the words than the answer does."""
    own = {mention.id for mention in (*told.incident.mentions, *two)}
    before, after = _around(told.reading.events, cue, stretch)
    others = [mention for mention in reversed(before) if mention.id != two[1].id]
    if cue.form == "forward":
        behind = [mention for mention in after if mention.id != two[1].id]
        nearest = next(iter(others), next(iter(behind), None))
        # "In response to the raid, jets struck": nothing stands before, the answer behind it.
        return nearest is None or nearest.id in own
    return all(mention.id in own for mention in others[:1]) or cue.form == "backward"


def _around(
    events: Sequence[IncidentMention], cue: Cue, stretch: Span
) -> tuple[list[IncidentMention], list[IncidentMention]]:
    """The mentions of a stretch before the end of some words, and those behind it."""
    inside = sorted((m for m in events if within(m.trigger, (stretch,))), key=lambda m: m.trigger[0].start)
    return [m for m in inside if m.trigger[0].start < cue.end], [m for m in inside if m.trigger[0].start >= cue.end]


def _saying(told: Told, cue: Cue, two: Two) -> Saying:
    span = told.report.span(cue.start, cue.end)
    stretch = stretch_of(told, *two)
    return Saying(make_answer(told, span, _basis(cue, told.incident), stretch), denied=is_denied(told, cue))


def _basis(cue: Cue, answer: ReportedIncident) -> ResponseBasis:
    if not cue.stated:
        return "order_only"
    return "threatened" if answer.reality in UNREAL else "stated"


def is_denied(told: Told, cue: Cue) -> bool:
    """Whether words stand in a denial, or behind a negation in their clause: "was not in response to"."""
    text = told.report.text
    holder = innermost(told.report.span(cue.start, cue.end), told.attributions())
    if holder is not None and holder.stance in DOUBTING:
        return True
    before = text[max(0, cue.start - REACH) : cue.start]
    clause = max(before.rfind(mark) for mark in ".;:,\n") + 1
    return load_ties().negating.search(before[clause:]) is not None


def _told_alone(told: Told, answered: ReportedIncident) -> tuple[Saying, ...]:
    """What a report ties by no words that are known: the two mentions nearest to each other."""
    two = min(
        ((mine, theirs) for mine in told.incident.mentions for theirs in answered.mentions),
        key=lambda two: abs(two[0].trigger[0].start - two[1].trigger[0].start),
        default=None,
    )
    if two is None:
        return ()
    basis: ResponseBasis = "threatened" if told.incident.reality in UNREAL else "inferred"
    answer = make_answer(told, two[0].trigger[0], basis, _sentence(told, *two))
    if basis == "inferred":
        # Nobody says it: whoever speaks there speaks of the incidents, not of what ties them.
        answer = replace(answer, claimant=None, stance="asserts", relayed_by=(), source="")
    return (Saying(answer, denied=False),)


def _sentence(told: Told, one: IncidentMention, other: IncidentMention) -> Span | None:
    """The sentences of two mentions where they are neighbours; of two far apart, that of the first alone."""
    return stretch_of(told, one, other) if abs(_line(told, one) - _line(told, other)) <= BACK else None


def make_answer(told: Told, span: Span, basis: ResponseBasis, sentence: Span | None) -> Answer:
    holder = innermost(span, told.attributions())
    evidence: Evidence = told.evidence(span, holder, RULE, holder.confidence if holder else OWN_VOICE)
    if sentence is not None:
        evidence = replace(evidence, sentence=sentence)
    return Answer(
        claimant=holder.claimant if holder else None,
        stance=holder.stance if holder else "asserts",
        evidence=evidence,
        key=basis,
        value=basis,
        relayed_by=holder.relayed_by if holder else (),
        source=holder.id if holder else "",
    )
