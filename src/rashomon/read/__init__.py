"""From a report to a reading: who says what, which incidents, which figures; spans only, nothing guessed."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from rashomon.codebook import tables
from rashomon.config import RESOLVER
from rashomon.model import Reading, Report, Skipped
from rashomon.read.annotator import Annotator
from rashomon.read.segment import segment

__all__ = ["annotators", "read_report", "reader_version"]


@cache
def annotators() -> tuple[Annotator, ...]:
    """The annotators in the order in which they build on one another."""
    # Imported here, so that one annotator can be used and tested without loading the others.
    from rashomon.read.attribution import AttributionRules
    from rashomon.read.figures import FigureRules
    from rashomon.read.incidents import IncidentRules
    from rashomon.read.mentions import MentionRules

    return (MentionRules(), AttributionRules(), IncidentRules(), FigureRules())


def reader_version(chosen: Sequence[Annotator] | None = None) -> str:
    """What a reading depends on besides its report: the versions of annotators and resolver, the codebook's digest."""
    names = "+".join((*(annotator.name for annotator in chosen or annotators()), RESOLVER))
    return f"{names}@{tables.digest()}"


def read_report(report: Report, chosen: Sequence[Annotator] | None = None) -> Reading:
    """Read one report; one in a language that can't be read gets an empty reading that says so."""
    reading = Reading(report=report.id, reader=reader_version(chosen))
    if not report.readable:
        return _unread(reading, report)
    document = segment(report)
    reading = replace(reading, sentences=tuple(document.span(s.start, s.end) for s in document.sentences))
    for annotator in chosen or annotators():
        reading = annotator.annotate(document, reading)
    return reading


def _unread(reading: Reading, report: Report) -> Reading:
    reason = f"It is in another language ({report.language or 'unknown'}); it is kept and not read."
    skipped = Skipped(where=report.origin, reason=reason, kept=True)
    return replace(reading, skipped=(skipped,))
