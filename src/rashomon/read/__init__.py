"""From a report to a reading: who says what, which incidents, which figures; spans only, nothing guessed."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from rashomon.codebook import tables
from rashomon.config import RESOLVER, ReaderName
from rashomon.model import Reading, Report, Skipped
from rashomon.read.annotator import Annotator
from rashomon.read.document import Document
from rashomon.read.segment import segment

__all__ = ["annotators", "load", "prepare", "read_report", "reader_version"]


@cache
def annotators(reader: ReaderName = "neural") -> tuple[Annotator, ...]:
    """The annotators of a reader in the order in which they build on one another; no weights are loaded yet."""
    # Imported here, so that one annotator can be used and tested without loading the others.
    from rashomon.read.counts import CountRules
    from rashomon.read.figures import FigureRules
    from rashomon.read.mentions import MentionRules

    if reader == "rules":
        from rashomon.read.attribution import AttributionRules
        from rashomon.read.incidents import IncidentRules

        return (MentionRules(), AttributionRules(), IncidentRules(), FigureRules(), CountRules())
    from rashomon.read.attribution import AttributionNeural
    from rashomon.read.entities import EntityNeural
    from rashomon.read.incidents import IncidentNeural

    return (MentionRules(), EntityNeural(), AttributionNeural(), IncidentNeural(), FigureRules(), CountRules())


def reader_version(chosen: Sequence[Annotator] | None = None) -> str:
    """What a reading depends on besides its report: annotators and resolver, the digests of weights and codebook.

    Raises `WeightsUnusable` where an annotator needs weights and there are none.
    """
    found = chosen or annotators()
    names = "+".join((*(annotator.name for annotator in found), RESOLVER))
    if not any(".neural." in annotator.name for annotator in found):
        return f"{names}@{tables.digest()}"
    from rashomon.read.neural.weights import weights_digest

    return f"{names}@{tables.digest()}+{weights_digest()}"


def load(reader: ReaderName) -> None:
    """Load what a reader needs, so that missing weights are told before anything is begun. Raises `WeightsUnusable`."""
    if reader == "neural":
        from rashomon.read.neural.reader import neural_reader

        neural_reader()


def prepare(report: Report, reader: ReaderName = "neural") -> Document | None:
    """Do what takes long and needs nothing else: cut a report up and let the encoder score it.

    `read_report` does it by itself; other threads call this to run ahead of it. None where the report is not read.
    """
    if not report.readable:
        return None
    document = segment(report)
    if reader == "neural":
        from rashomon.read.neural.reader import neural_reader

        neural_reader().scores(document)
    return document


def read_report(
    report: Report, chosen: Sequence[Annotator] | None = None, *, prepared: Document | None = None
) -> Reading:
    """Read one report; one in a language that can't be read gets an empty reading that says so."""
    reading = Reading(report=report.id, reader=reader_version(chosen))
    if not report.readable:
        return _unread(reading, report)
    document = prepared or segment(report)
    reading = replace(reading, sentences=tuple(document.span(s.start, s.end) for s in document.sentences))
    for annotator in chosen or annotators():
        reading = annotator.annotate(document, reading)
    return reading


def _unread(reading: Reading, report: Report) -> Reading:
    reason = f"It is in another language ({report.language or 'unknown'}); it is kept and not read."
    skipped = Skipped(where=report.origin, reason=reason, kept=True)
    return replace(reading, skipped=(skipped,))
