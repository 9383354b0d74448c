"""Answers that are days: who says when it was."""

from collections.abc import Iterator, Sequence

from rashomon.codebook.questions import QuestionEntry
from rashomon.model import Span, TimeInterval
from rashomon.reconcile.answers import Answer, Told, days

LOOSE = 31
"""Days from which a period tells of no one incident: a year that stands in a sentence is mostly that of something else."""


def read_times(entry: QuestionEntry, told: Told) -> Iterator[Answer]:
    """Every time that a mention of the incident names and that has a day, with whoever says so; a series has none."""
    for mention in told.incident.mentions if not told.incident.series else ():
        holder = told.holder(mention)
        for span, when in _named(told, told.said(mention.time, holder)):
            yield Answer(
                claimant=holder.claimant if holder else None,
                stance=holder.stance if holder else "asserts",
                evidence=told.evidence(span, holder, mention.rule, holder.confidence if holder else 0.6),
                key=f"{when.start}|{when.end}",
                value=_words(when),
                relayed_by=holder.relayed_by if holder else (),
                source=mention.id,
                when=when,
            )


def _named(told: Told, spans: Sequence[Span]) -> Iterator[tuple[Span, TimeInterval]]:
    """The days inside some spans; a day of the week that no date is known for is none."""
    for found in told.reading.mentions:
        if found.kind == "time" and found.ref and any(span.overlaps(found.span) for span in spans):
            yield found.span, days(found.ref)


def _words(when: TimeInterval) -> str:
    if when.start == when.end:
        return str(when.start)
    if when.start is None or when.end is None:
        return f"{when.start} or later" if when.start else f"{when.end} or earlier"
    return f"{when.start} to {when.end}"


def other_days(entry: QuestionEntry, left: Sequence[Answer], right: Sequence[Answer]) -> bool:
    """Whether no day of the one account can be a day of the other; "last week" is as loose as it is long."""
    pairs = [(a.when, b.when) for a in left for b in right if a.when and b.when]
    if any((when.days or 0) > LOOSE for pair in pairs for when in pair):
        return False
    return bool(pairs) and not any(one.meets(other, slack=_slack(entry, one, other)) for one, other in pairs)


def _slack(entry: QuestionEntry, *times: TimeInterval) -> int:
    return max(entry.apart, *((when.days or 1) for when in times))
