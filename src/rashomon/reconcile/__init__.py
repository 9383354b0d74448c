"""From incidents to the ledger: question by question, account by account."""

from collections.abc import Mapping, Sequence

from rashomon.model import Judgement, Ledger, Linked, Reading, Report, ReportHeading, in_force
from rashomon.reconcile.incidents import build_incidents

__all__ = ["reconcile"]


def reconcile(
    reports: Mapping[str, Report], readings: Sequence[Reading], linked: Linked, judgements: Sequence[Judgement] = ()
) -> Ledger:
    """The ledger of linked incidents: every question with its accounts, and what comparing them finds.

    A pure function; everything in it is ordered by content, never by the order of arrival. What a judgement in force
    rejects (a figure or an attribution, by id) is left out of every account.
    """
    rejected = frozenset(s for j in in_force(judgements) if j.decision == "reject" for s in j.subjects)
    headings = tuple(
        ReportHeading(id=r.id, name=r.name, outlet=r.outlet, title=r.title, published=r.published)
        for r in sorted(reports.values(), key=lambda report: report.id)
    )
    by_report = {reading.report: reading for reading in readings}
    incidents = build_incidents(reports, by_report, linked, rejected)
    return Ledger(
        reports=headings,
        incidents=incidents,
        lineage=linked.lineage,
        borrowed=linked.borrowed,
        pages=linked.pages,
    )
