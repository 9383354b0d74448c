"""The list of those who say something in the ledger."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from rashomon.web.asked import Offset, Work
from rashomon.web.templating import page
from rashomon.web.views.paging import Paging

router = APIRouter(include_in_schema=False)
ROWS = 100


@router.get("/actors")
def actors(request: Request, work: Work, offset: Offset = 0) -> Response:
    """Claimants, whoever says most first."""
    found = work.actors(offset=offset, limit=ROWS)
    paging = Paging(path="/actors", asked={}, offset=offset, rows=ROWS, total=found.total)
    return page(request, "actors.html", found=found, paging=paging)
