"""Taking out reports, cells, changes, actors, searches, the queue and the log: each as it is shown, as a file."""

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from rashomon.errors import UsageMistaken
from rashomon.model.codec import encode
from rashomon.publish.changes import changes_json
from rashomon.publish.report_sheet import report_sheet
from rashomon.web.api import actors as actors_api
from rashomon.web.api import incidents as incidents_api
from rashomon.web.api import judgements as judgements_api
from rashomon.web.api import reports as reports_api
from rashomon.web.api import search as search_api
from rashomon.web.api.shapes import listing
from rashomon.web.asked import FARTHEST, Said, Since, Sought, Who, Work
from rashomon.web.files import Format, sheet_file
from rashomon.workspace import QueueKind, sheets
from rashomon.workspace.rows import HitKind

router = APIRouter(prefix="/take-out", include_in_schema=False)
MOST = 10_000
"""Rows of one file; programs that want more go through /api/v1."""
MOST_FOUND = 1_000
"""Hits of one file; the words around each are looked up in its report."""
Words = Annotated[str, Query(max_length=300)]


@router.get("/reports.{format}")
def reports(work: Work, format: Format, q: Words = "") -> Response:
    """The reports in which some words stand, or all of them."""
    found = work.reports(q, limit=MOST)
    _few(found.total)
    title = f"Reports with {q}" if q else "Reports"
    return sheet_file(
        sheets.reports_sheet(found.rows, title), lambda: reports_api.reports(work, q, 0, MOST), format, "reports"
    )


@router.get("/reports/{id}.{format}")
def report(work: Work, id: str, format: Format) -> Response:
    """One report with its claims."""
    found = work.report(id)
    sheet = report_sheet(found, work.reading(found.id))
    return sheet_file(sheet, lambda: reports_api.report(work, found.id), format, f"report-{found.id}")


@router.get("/search.{format}")
def search(work: Work, format: Format, q: Words = "", kind: HitKind = "claim") -> Response:
    """The claims or the reports in which the words stand."""
    title = f"{kind.capitalize()}s with {q}"
    if kind == "claim":
        claims = work.search_claims(q, limit=MOST_FOUND)
        _few(claims.total, MOST_FOUND)
        sheet = sheets.claim_hits_sheet(claims.rows, title)
    else:
        hits = work.search_reports(q, limit=MOST_FOUND)
        _few(hits.total, MOST_FOUND)
        sheet = sheets.report_hits_sheet(hits.rows, title)
    return sheet_file(sheet, lambda: search_api.search(work, q, kind, 0, MOST_FOUND), format, f"search-{kind}s")


@router.get("/actors.{format}")
def actors(work: Work, format: Format, q: Sought = "") -> Response:
    """Those who say something, all of them or those in whose names some words stand."""
    found = work.actors(q, limit=MOST)
    _few(found.total)
    return sheet_file(sheets.actors_sheet(found.rows), lambda: actors_api.actors(work, q, 0, MOST), format, "actors")


@router.get("/actor.{format}")
def actor(work: Work, format: Format, who: Who, said: Said = "all") -> Response:
    """One actor with the accounts of it that are listed."""
    view = work.actor(who, said, limit=MOST)
    _few(view.statements.total)
    name = "".join(c for c in view.speaker if c.isascii() and (c.isalnum() or c in "._-"))
    return sheet_file(
        sheets.actor_sheet(view),
        lambda: actors_api.actor(work, who, said, 0, MOST),
        format,
        f"actor-{name or 'unnamed'}",
    )


@router.get("/judgements.{format}")
def judgements(work: Work, format: Format) -> Response:
    """The log of every decision."""
    return sheet_file(
        sheets.judgements_sheet(work.judgements()), lambda: judgements_api.judgements(work), format, "judgements"
    )


@router.get("/queue.{format}")
def queue(work: Work, format: Format, kind: QueueKind | None = None) -> Response:
    """What needs a person."""
    found = work.queue(kind, limit=MOST)
    _few(found.total)
    titles = {row.incident.id: row.incident.title for row in work.incidents(limit=FARTHEST).rows}
    # What a decision is held against costs a look at each thing; whoever decides asks /api/v1/queue for it.
    rows = map(encode, found.rows)
    asked = {"kind": kind, "limit": MOST}
    return sheet_file(
        sheets.queue_sheet(found.rows, titles),
        lambda: listing("queue", found, rows, path="/api/v1/queue", asked=asked),
        format,
        "queue",
    )


@router.get("/accounts/{id}.{format}")
def account(work: Work, id: str, format: Format) -> Response:
    """One cell with the sentences behind it."""
    return sheet_file(sheets.cell_sheet(work.why(id)), lambda: incidents_api.account(work, id), format, f"account-{id}")


@router.get("/incidents/{id}/changes.{format}")
def changes(work: Work, id: str, format: Format, since: Since = None) -> Response:
    """What has changed about an incident."""
    found = work.changes(id, since)
    return sheet_file(sheets.changes_sheet(found), lambda: changes_json(found), format, f"changes-{found.incident.id}")


def _few(total: int, most: int = MOST) -> None:
    if total > most:
        raise UsageMistaken(f"{total:,} rows are too many for one file.", "Narrow it down, or go through /api/v1.")
