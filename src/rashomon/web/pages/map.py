"""The map of the list of incidents alone, for steps from one frame to the next."""

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from rashomon.web.asked import Asked, MapAt, Work
from rashomon.web.templating import address, page
from rashomon.web.views.map import drawing_of

router = APIRouter(include_in_schema=False)


@router.get("/map")
def map_alone(request: Request, work: Work, asked: Asked, map: MapAt = None) -> Response:
    """The part that htmx asks for; whoever comes otherwise is led to the list with the same map."""
    wanted = asked.model_dump(exclude_defaults=True)
    beside = address("/incidents", **{**wanted, "map": map})
    if request.headers.get("hx-request") != "true":
        return RedirectResponse(f"{beside}#map", status_code=303)
    shown = page(request, "map.html", drawing=drawing_of(work.placed(asked.filter()), map, wanted))
    shown.headers["HX-Push-Url"] = beside
    return shown
