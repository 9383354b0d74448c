"""The list of incidents with its filters; all of its state is in the address."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from rashomon.publish.words import TYPES
from rashomon.web.asked import Asked, MapAt, Offset, Work
from rashomon.web.templating import address, page
from rashomon.web.views.map import drawing_of
from rashomon.web.views.paging import Paging
from rashomon.web.views.periods import periods_of

router = APIRouter(include_in_schema=False)
ROWS = 50
SUGGESTED = 200
ORDERS = {
    "table": "as in the table",
    "newest": "newest first",
    "oldest": "oldest first",
    "disputed": "most disputed first",
    "reports": "most reports first",
}


@router.get("/incidents")
def incidents(request: Request, work: Work, asked: Asked, offset: Offset = 0, map: MapAt = None) -> Response:
    """The incidents that the filters leave."""
    found = work.incidents(asked.filter(), offset=offset, limit=ROWS)
    wanted = asked.model_dump(exclude_defaults=True)
    shown = page(
        request,
        "incidents.html",
        found=found,
        asked=asked,
        paging=Paging(path="/incidents", asked=wanted, offset=offset, rows=ROWS, total=found.total),
        filtered=bool(wanted.keys() - {"order"}),
        drawing=drawing_of(work.placed(asked.filter()), map, wanted),
        periods=periods_of(work.dated(asked.filter()), wanted),
        orders=ORDERS,
        types=TYPES,
        places=work.names("place", SUGGESTED),
        actors=[*work.names("initiator", SUGGESTED), *work.names("claimant", SUGGESTED)],
    )
    # The form of a browser sends its empty fields too: the address that is kept is the short one.
    shown.headers["HX-Push-Url"] = address("/incidents", **{**wanted, "map": map})
    return shown
