"""People's judgements upon cells, led back to the answers of today's readings.

A judgement holds on to the answer whose evidence shares characters with the quote that was judged, else to one at
the same quote elsewhere in the report. The value must be the one that was judged, except for a correction, which
says what the passage means whatever the reader made of it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from rashomon.codebook.questions import questions
from rashomon.model import (
    Anchor,
    Judgement,
    Report,
    Stretch,
    Unanchored,
    figure_said,
    shared,
    stretches,
    verdict,
)
from rashomon.reconcile.answers import Answer
from rashomon.reconcile.corrections import corrected

Asked: TypeAlias = tuple[str, str]
"""The id of an incident with that of a question."""
NOWHERE = "The quote {quote!r} is in no report of this workspace."
NOT_READ = "Nothing is read there any more as an answer to {question!r}: {quote!r}."
OTHERWISE = "What it judged as {value!r} is read as {now!r} now: {quote!r}."
IN_PART = "It holds in {held} of its {all} places. {why}"
LONGEST_QUOTE = 80


@dataclass(frozen=True, slots=True)
class _Place:
    """An answer with where it is kept: its incident and question, and its number among their answers."""

    asked: Asked
    number: int
    answer: Answer


def judged(
    read: Mapping[Asked, Sequence[Answer]], judgements: Iterable[Judgement], reports: Mapping[str, Report]
) -> tuple[Mapping[Asked, Sequence[Answer]], tuple[Unanchored, ...]]:
    """The answers as judgements in force leave them, and the judgements that hold on to none of them."""
    upon = [j for j in judgements if any(anchor.kind == "cell" for anchor in j.anchors)]
    if not upon:
        return read, ()
    places = _places(read)
    answers = {asked: list(found) for asked, found in read.items()}
    lost = []
    for judgement in upon:
        held = [_held(anchor, judgement, places, reports) for anchor in judgement.anchors]
        for place in {(p.asked, p.number): p for found, _ in held for p in found}.values():
            kept = answers[place.asked]
            kept[place.number] = _under(judgement, kept[place.number], place.asked[1])
        reasons = [reason for _, reason in held if reason]
        if reasons:
            lost.append(Unanchored(judgement=judgement.id, reason=_reason(len(held), reasons)))
    return answers, tuple(lost)


def said(answer: Answer) -> str:
    """The value of an answer as an anchor keeps it."""
    return answer.value if answer.value is not None else figure_said(answer.low, answer.high, answer.hedge)


def _places(read: Mapping[Asked, Sequence[Answer]]) -> Mapping[tuple[str, str], Sequence[_Place]]:
    """The answers by report and question."""
    found: dict[tuple[str, str], list[_Place]] = defaultdict(list)
    for asked in sorted(read):
        for number, answer in enumerate(read[asked]):
            found[answer.evidence.report, asked[1]].append(_Place(asked, number, answer))
    return found


def _held(
    anchor: Anchor,
    judgement: Judgement,
    places: Mapping[tuple[str, str], Sequence[_Place]],
    reports: Mapping[str, Report],
) -> tuple[Sequence[_Place], str]:
    """The answers that an anchor holds on to; or none, and why."""
    report, question = reports.get(anchor.report or ""), anchor.question or ""
    quote = " ".join(anchor.quote.split())[:LONGEST_QUOTE]
    found = list(stretches(anchor, report)) if report is not None else []
    if not found:
        return (), NOWHERE.format(quote=quote)
    reason = NOT_READ.format(question=question, quote=quote)
    for stretch in found:
        there = [p for p in places.get((anchor.report or "", question), ()) if shared(p.answer.evidence.span, stretch)]
        meant = [p for p in there if _is_meant(anchor, judgement, p.answer, question)]
        if meant:
            return _nearest(anchor, stretch, meant), ""
        if there:
            now = "; ".join(dict.fromkeys(said(p.answer) for p in there))
            reason = OTHERWISE.format(value=anchor.value, now=now, quote=quote)
            break
    return (), reason


def _is_meant(anchor: Anchor, judgement: Judgement, answer: Answer, question: str) -> bool:
    """Whether an answer says what was judged; words of a description are the passage's own and need not be alike."""
    if judgement.decision == "correct" or said(answer) in (anchor.value or "").split("; "):
        return True
    kind = next((entry.question.kind for entry in questions() if entry.question.id == question), None)
    return kind == "description" and _negated(said(answer)) == _negated(anchor.value or "")


def _negated(value: str) -> bool:
    return value.startswith("not ")


def _nearest(anchor: Anchor, stretch: Stretch, meant: Sequence[_Place]) -> Sequence[_Place]:
    """Of the answers at a place those of one span: the same value first, the same claimant, the most in common."""

    def alike(place: _Place) -> tuple[bool, bool, int, int]:
        answer = place.answer
        claimant = answer.claimant.name if answer.claimant else None
        span = answer.evidence.span
        same_value = said(answer) in (anchor.value or "").split("; ")
        return same_value, claimant == anchor.claimant, shared(span, stretch), -(span.end - span.start)

    best = max(meant, key=alike)
    return [place for place in meant if alike(place) == alike(best)]


def _under(judgement: Judgement, answer: Answer, question: str) -> Answer:
    """An answer as one judgement leaves it."""
    answer = replace(answer, verdicts=(*answer.verdicts, verdict(judgement)))
    if judgement.decision == "reject":
        return replace(answer, rejected=True)
    if judgement.decision == "correct" and judgement.value is not None:
        as_read = answer.as_read if answer.as_read is not None else said(answer)
        return replace(corrected(answer, question, judgement.value), as_read=as_read)
    return answer


def _reason(places: int, reasons: Sequence[str]) -> str:
    if len(reasons) == places:
        return reasons[0]
    return IN_PART.format(held=places - len(reasons), all=places, why=reasons[0])
