"""One actor: who it is, what it says over all incidents, where it stands against others, and where it is silent."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from rashomon.web.asked import Offset, Said, Who, Work
from rashomon.web.templating import page
from rashomon.web.views.paging import Paging

router = APIRouter(include_in_schema=False)
ROWS = 50
TABS: dict[str, str] = {
    "all": "everything",
    "claimed": "claimed",
    "denied": "denied",
    "revised": "revised",
    "disputed": "contradicted by others",
}


@router.get("/actor")
def actor(request: Request, work: Work, who: Who, said: Said = "all", offset: Offset = 0) -> Response:
    """The actor; `said` tells which of its accounts are listed."""
    view = work.actor(who, said, offset=offset, limit=ROWS)
    asked = {"who": who, "said": said if said != "all" else None}
    paging = Paging(path="/actor", asked=asked, offset=offset, rows=ROWS, total=view.statements.total)
    counts = {
        "all": view.claimed + view.denied,
        "claimed": view.claimed,
        "denied": view.denied,
        "revised": view.revised,
        "disputed": view.disputed,
    }
    return page(request, "actor.html", view=view, said=said, tabs=TABS, counts=counts, paging=paging)
