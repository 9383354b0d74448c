"""One answer to one question as one report has it, before answers of the same claimant are taken together."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from rashomon.model import (
    Attribution,
    Claimant,
    Evidence,
    Figure,
    IncidentMention,
    PlaceRead,
    Reading,
    Report,
    ReportedIncident,
    Span,
    Spans,
    Stance,
    TimeInterval,
    Verdict,
    within,
)
from rashomon.reconcile.nearness import is_narrow, lies_apart

NIGHT = 1
"""Days by which a night and a time zone can part two dates of one incident."""
FAR_KM = 50
"""Kilometres between the edges of two towns from which what is told of the one is not of the other."""
NUMBER = re.compile(
    r"(?i:(?:at least |more than |about |some )?(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten)(?:\s|$))"
    r"(?!.*[A-Z])"
)
"""A count of people or of things hit says how many, not what."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One incident as one report tells it, with everything that answers about it are read from.

    `spoken` remembers of which incidents an attribution speaks; all incidents of a report share it.
    """

    report: Report
    reading: Reading
    incident: ReportedIncident
    rejected: frozenset[str] = frozenset()
    spoken: dict[str, frozenset[str]] = field(default_factory=dict, compare=False, repr=False)

    def attributions(self) -> tuple[Attribution, ...]:
        """The attributions that no judgement rejects."""
        return tuple(a for a in self.reading.attributions if a.id not in self.rejected)

    def about(self, attribution: Attribution) -> bool:
        """Whether an attribution is about this incident: it speaks of it, or of none while this is the main one."""
        spoken = self.spoken.get(attribution.id)
        if spoken is None:
            told = (incident for incident in self.reading.incidents if mentions_in(incident, attribution.content))
            spoken = self.spoken[attribution.id] = frozenset(incident.id for incident in told)
        if spoken:
            return self.incident.id in spoken
        return self.incident.main

    def holder(self, mention: IncidentMention) -> Attribution | None:
        """The innermost attribution that tells of a mention, or None for the outlet's own voice."""
        return innermost(mention.trigger[0], self.attributions())

    @staticmethod
    def said(spans: Spans, holder: Attribution | None) -> Spans:
        """What is part of the statement; what stands outside it tells when and where it was made."""
        return spans if holder is None else tuple(span for span in spans if within((span,), holder.content))

    def evidence(self, span: Span, attribution: Attribution | None, rule: str, confidence: float) -> Evidence:
        """What a cell rests on: the span, its whole sentence, and the way by which the claim came."""
        outlet = self.report.outlet or self.report.name
        speaker = attribution.claimant.name if attribution and attribution.claimant else None
        relays = tuple(reversed(attribution.relayed_by)) if attribution else ()
        return Evidence(
            report=self.report.id,
            span=span,
            sentence=self._sentence(span),
            attribution=attribution.id if attribution else None,
            path=tuple(step for step in (outlet, *relays, speaker) if step),
            rule=rule,
            confidence=confidence,
        )

    def weapons_beside(self, mention: IncidentMention) -> Iterator[Span]:
        """The weapons that the sentence of a mention names before it, where it tells of no other incident.

        Behind it may stand what was hit: "strikes on depots of missiles".
        """
        sentence = self._sentence(mention.trigger[0])
        own = {one.id for one in self.incident.mentions}
        if all(event.id in own or not sentence.overlaps(event.trigger[0]) for event in self.reading.events):
            found = (m.span for m in self.reading.mentions if m.kind == "weapon" and sentence.covers(m.span))
            found = (weapon for weapon in found if weapon.end <= mention.trigger[0].start)
            yield from self.said(tuple(found), self.holder(mention))

    def is_of_another_day(self, span: Span) -> bool:
        """Whether the sentence of a span names days, and none of them can be a day of this incident."""
        if not self.incident.date.known:
            return False
        sentence = self._sentence(span)
        named = [m.ref for m in self.reading.mentions if m.kind == "time" and m.ref and sentence.covers(m.span)]
        return bool(named) and not any(days(ref).meets(self.incident.date) for ref in named)

    def is_apart(self, span: Span, attribution: Attribution | None) -> bool:
        """Whether what is said around a span names days or towns, and none of them can be those of this incident.

        A statement's own day ("police said on Thursday") stands outside its content and tells nothing.
        """
        around = (self._sentence(span),) if attribution is None else attribution.content
        around = tuple(piece for piece in around if piece.overlaps(span)) or (span,)
        sentence = self._sentence(span)
        return self._is_of_another_day(span, around, sentence) or self._is_elsewhere(around, sentence)

    def _is_of_another_day(self, span: Span, around: Spans, sentence: Span) -> bool:
        """Whether the day that is named nearest is none of this incident."""
        times = [m for m in self.reading.mentions if m.kind == "time" and m.ref and _in(m.span, around, sentence)]
        nearest = min(times, key=lambda time: _between(time.span, span), default=None)
        if nearest is None or not self.incident.date.known:
            return False
        return not days(nearest.ref or "").meets(self.incident.date, slack=NIGHT)

    def _is_elsewhere(self, around: Spans, sentence: Span) -> bool:
        here = [place for place in self.incident.locations if is_narrow(place)]
        named = [t.place for t in self.reading.toponyms if t.place and _in(t.span, around, sentence)]
        return (
            bool(here)
            and bool(named)
            and all(is_narrow(place) and (lies_apart(place, one, FAR_KM)) for place in named for one in here)
        )

    def _sentence(self, span: Span) -> Span:
        touched = [sentence for sentence in self.reading.sentences if sentence.overlaps(span)]
        if not touched:
            return span
        return self.report.span(min(touched[0].start, span.start), max(touched[-1].end, span.end))


def _between(one: Span, other: Span) -> int:
    return max(0, one.start - other.end, other.start - one.end)


def _in(span: Span, around: Spans, sentence: Span) -> bool:
    return sentence.covers(span) and any(piece.covers(span) for piece in around)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What one claimant answers in one report; `key` is what answers are compared by, or `place`, `when` or `figure`.

    `rejected`, `as_read` and `verdicts` are what judgements made of it (see `Account`).
    """

    claimant: Claimant | None
    stance: Stance
    evidence: Evidence
    key: str = ""
    value: str | None = None
    low: int | None = None
    high: int | None = None
    who: str | None = None
    partial: bool = False
    hedge: str | None = None
    status: str = "stated"
    relayed_by: tuple[str, ...] = ()
    source: str = ""
    rejected: bool = False
    as_read: str | None = None
    verdicts: tuple[Verdict, ...] = ()
    place: PlaceRead | None = None
    when: TimeInterval | None = None
    figure: Figure | None = None
    whole: bool = False


def mentions_in(incident: ReportedIncident, spans: Spans) -> tuple[IncidentMention, ...]:
    """The mentions of an incident whose trigger stands inside some spans."""
    return tuple(mention for mention in incident.mentions if within(mention.trigger, spans))


def days(ref: str) -> TimeInterval:
    """The days that a mention of a time was resolved to ("2024-02-02/2024-02-03"); an open side is empty."""
    start, _, end = ref.partition("/")
    return TimeInterval(start=_day(start), end=_day(end or start))


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text.strip(".") else None


def innermost(span: Span, attributions: Iterable[Attribution]) -> Attribution | None:
    """The attribution with the shortest content that holds a span, or None."""
    holding = [a for a in attributions if within((span,), a.content)]
    return min(holding, key=lambda a: sum(p.end - p.start for p in a.content), default=None)


def covering(spans: Spans, report: Report) -> Span:
    """One span from the first piece to the end of the last."""
    return report.span(min(p.start for p in spans), max(p.end for p in spans))


def piece_of(spans: Spans, match: re.Match[str], report: Report) -> Span:
    """The stretch of the report that a match in `words_of(spans)` stands for."""
    starts: list[int] = []
    for piece in spans:
        # Pieces are joined by one space, which stands for whatever lies between them.
        starts += [*range(piece.start, piece.end), piece.end]
    return report.span(starts[match.start()], starts[match.end() - 1] + 1)
