"""Words looked up in the claims of the ledger and in the texts of the reports."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from rashomon.web.asked import Offset, Work
from rashomon.web.templating import page
from rashomon.web.views.paging import Paging
from rashomon.workspace.rows import HitKind

router = APIRouter(include_in_schema=False)
ROWS = 20


@router.get("/search")
def search(
    request: Request,
    work: Work,
    q: Annotated[str, Query(max_length=300)] = "",
    kind: HitKind = "claim",
    offset: Offset = 0,
) -> Response:
    """The claims or the reports in which the words stand; how many there are of the others is told too."""
    claims = work.search_claims(q, offset=offset, limit=ROWS if kind == "claim" else 0)
    reports = work.search_reports(q, offset=offset, limit=ROWS if kind == "report" else 0)
    total = claims.total if kind == "claim" else reports.total
    paging = Paging(path="/search", asked={"q": q, "kind": kind}, offset=offset, rows=ROWS, total=total)
    return page(request, "search.html", q=q, kind=kind, claims=claims, reports=reports, paging=paging)
