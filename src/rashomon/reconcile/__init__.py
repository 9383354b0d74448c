"""From incidents to the ledger: question by question, account by account."""

from collections.abc import Mapping, Sequence

from rashomon.model import Judgement, Ledger, Linked, Reading, Report, ReportHeading, by_report, in_force
from rashomon.reconcile.building import Basis, build_incidents
from rashomon.reconcile.kept import Kept
from rashomon.reconcile.links import cycles
from rashomon.store.shelf import Shelf
from rashomon.vectors import Vectors

__all__ = ["reconcile"]


def reconcile(
    reports: Mapping[str, Report],
    readings: Sequence[Reading] | Mapping[str, Reading],
    linked: Linked,
    judgements: Sequence[Judgement] = (),
    *,
    vectors: Vectors | None = None,
    shelf: Shelf | None = None,
    version: str = "",
) -> Ledger:
    """The ledger of linked incidents: every question with its accounts, and what comparing them finds.

    A pure function; everything in it is ordered by content, never by the order of arrival. What a judgement in force
    rejects takes no part in the findings; what it corrects is compared as corrected. One that rejects a figure or an
    attribution by its id leaves it out. With `vectors`, statements that answer no question are set beside those that
    they are like in meaning. What is worth keeping for the next call is kept on the `shelf`, if there is one: then only
    incidents are compared that something new concerns, which changes nothing in the ledger; `version` names whatever made
    the readings, and the encoder behind the vectors.
    """
    standing = in_force(judgements)
    headings = tuple(
        ReportHeading(id=r.id, name=r.name, outlet=r.outlet, title=r.title, published=r.published)
        for r in sorted(reports.values(), key=lambda report: report.id)
    )
    basis = Basis(
        reports=reports,
        readings=by_report(readings),
        linked=linked,
        judgements=standing,
        vectors=vectors,
        version=version,
    )
    incidents, lost = build_incidents(basis, Kept.on(shelf))
    unanchored = tuple(sorted((*linked.unanchored, *lost), key=lambda item: item.judgement))
    return Ledger(
        reports=headings,
        incidents=incidents,
        lineage=linked.lineage,
        borrowed=linked.borrowed,
        pages=linked.pages,
        unanchored=unanchored,
        cycles=cycles(incidents),
    )
