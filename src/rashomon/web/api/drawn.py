"""The places and dates of many incidents at once, for maps and timelines of others."""

from fastapi import APIRouter
from starlette.responses import JSONResponse

from rashomon.model.codec import Json, encode
from rashomon.web.api.document import answers
from rashomon.web.asked import Asked, Work
from rashomon.workspace import Placed

router = APIRouter(prefix="/api/v1", tags=["incidents"])


class GeoJson(JSONResponse):
    """JSON under the media type of RFC 7946."""

    media_type = "application/geo+json"


@router.get(
    "/map",
    summary="Incidents at their places",
    response_class=GeoJson,
    responses=answers("map", media=GeoJson.media_type),
)
def placed(work: Work, asked: Asked) -> GeoJson:
    """GeoJSON of all incidents that the filters leave.

    A feature is an incident at one of its places; what is meant lies within `radius_km` of its point, which is a pin only
    where `precision` is a site or a town. `unplaced` counts those of which no place is known on the map.
    """
    found = work.placed(asked.filter())
    features = [_feature(one) for one in found.rows]
    members = {"schema": "rashomon.map/1", "total": found.total, "unplaced": found.unplaced}
    return GeoJson({"type": "FeatureCollection", **members, "features": features})


@router.get("/timeline", summary="Incidents by their dates", responses=answers("dates"))
def dated(work: Work, asked: Asked) -> dict[str, Json]:
    """All incidents that the filters leave, by their first day, those without a date last; both ends of a date are included."""
    return {"schema": "rashomon.dates/1", "incidents": encode(work.dated(asked.filter()))}


def _feature(placed: Placed) -> dict[str, Json]:
    properties = {name: value for name, value in encode(placed).items() if name not in ("latitude", "longitude")}
    geometry = {"type": "Point", "coordinates": [placed.longitude, placed.latitude]}
    return {"type": "Feature", "geometry": geometry, "properties": properties}
