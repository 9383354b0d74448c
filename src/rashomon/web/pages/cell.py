"""The evidence of one cell of the ledger."""

from fastapi import APIRouter, HTTPException, Request
from starlette.responses import Response

from rashomon.web.asked import Work
from rashomon.web.templating import page

router = APIRouter(include_in_schema=False)


@router.get("/incidents/{id}/cells/{account}")
def cell(request: Request, work: Work, id: str, account: str) -> Response:
    """The sentences behind a cell: a page of its own, or the part that the page of the incident opens."""
    opened = work.why(account)
    if opened.incident.id != work.incident(id).id:
        raise HTTPException(404)
    return page(request, "cell.html", opened=opened, incident=opened.incident)
