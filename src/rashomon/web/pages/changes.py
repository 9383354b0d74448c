"""What has changed about one incident since a day or an instant."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from rashomon.web.asked import Since, Work
from rashomon.web.templating import page

router = APIRouter(include_in_schema=False)


@router.get("/incidents/{id}/changes")
def changes(request: Request, work: Work, id: str, since: Since = None) -> Response:
    """The changes: a page of its own, or the part that the page of the incident opens."""
    return page(request, "changes.html", changes=work.changes(id, since))
