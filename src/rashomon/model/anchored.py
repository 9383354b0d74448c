"""Anchors for the things of a ledger, so that a judgement upon them survives every re-reading."""

from collections.abc import Iterable, Iterator, Mapping

from rashomon.model.anchoring import context_of, figure_said
from rashomon.model.judgement import Anchor
from rashomon.model.ledger import Account
from rashomon.model.reading import ReportedIncident
from rashomon.model.report import Report


def cell_anchors(question: str, account: Account, reports: Mapping[str, Report]) -> tuple[Anchor, ...]:
    """One anchor for each piece of evidence of a cell, with the value as it was read."""
    value = account.as_read if account.as_read is not None else account.value
    said = value if value is not None else figure_said(account.low, account.high, account.hedge)
    anchors = []
    for evidence in account.evidence:
        before, after = context_of(reports[evidence.report], evidence.span)
        anchors.append(
            Anchor(
                kind="cell",
                report=evidence.report,
                start=evidence.span.start,
                quote=evidence.span.text,
                before=before,
                after=after,
                question=question,
                value=said,
                claimant=account.claimant.name if account.claimant else None,
            )
        )
    return tuple(anchors)


def incident_anchors(told: Iterable[tuple[Report, ReportedIncident]], side: int = 0) -> tuple[Anchor, ...]:
    """One anchor for each mention of an incident in each report that tells of it."""
    return tuple(anchor for report, incident in told for anchor in _mentions(report, incident, side))


def report_anchor(report: str, side: int) -> Anchor:
    """A report; its id is a hash of its bytes, and no reader changes it."""
    return Anchor(kind="report", report=report, side=side)


def actor_anchor(actor: str, side: int) -> Anchor:
    """An actor by its id in the codebook, or `local.NAME`."""
    return Anchor(kind="actor", actor=actor, side=side)


def _mentions(report: Report, incident: ReportedIncident, side: int) -> Iterator[Anchor]:
    for mention in incident.mentions:
        span = mention.trigger[0]
        before, after = context_of(report, span)
        yield Anchor(
            kind="incident", report=report.id, start=span.start, quote=span.text, before=before, after=after, side=side
        )
