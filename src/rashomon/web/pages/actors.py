"""The list of those who say something in the ledger."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from rashomon.web.asked import Offset, Sought, Work
from rashomon.web.templating import address, page
from rashomon.web.views.paging import Paging

router = APIRouter(include_in_schema=False)
ROWS = 100


@router.get("/actors")
def actors(request: Request, work: Work, q: Sought = "", offset: Offset = 0) -> Response:
    """Claimants, whoever says most first; all of them, or those in whose names some words stand."""
    found = work.actors(q, offset=offset, limit=ROWS)
    paging = Paging(path="/actors", asked={"q": q} if q else {}, offset=offset, rows=ROWS, total=found.total)
    shown = page(request, "actors.html", found=found, q=q, paging=paging)
    shown.headers["HX-Push-Url"] = address("/actors", q=q)
    return shown
