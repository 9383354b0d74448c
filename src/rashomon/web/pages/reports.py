"""The list of reports."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from rashomon.web.asked import Offset, Work
from rashomon.web.templating import address, page
from rashomon.web.views.paging import Paging

router = APIRouter(include_in_schema=False)
ROWS = 50


@router.get("/reports")
def reports(
    request: Request, work: Work, q: Annotated[str, Query(max_length=300)] = "", offset: Offset = 0
) -> Response:
    """All reports, or those in which some words stand."""
    found = work.reports(q, offset=offset, limit=ROWS)
    paging = Paging(path="/reports", asked={"q": q} if q else {}, offset=offset, rows=ROWS, total=found.total)
    shown = page(request, "reports.html", found=found, q=q, paging=paging)
    shown.headers["HX-Push-Url"] = address("/reports", q=q)
    return shown
