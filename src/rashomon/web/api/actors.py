"""Those who say something in the ledger."""

from fastapi import APIRouter

from rashomon.model.codec import Json
from rashomon.web.api.shapes import listing, row_json
from rashomon.web.asked import Limit, Offset, Work

router = APIRouter(prefix="/api/v1", tags=["actors"])


@router.get("/actors", summary="Actors")
def actors(work: Work, offset: Offset = 0, limit: Limit = 50) -> dict[str, Json]:
    """Claimants, whoever says most first."""
    found = work.actors(offset=offset, limit=limit)
    return listing("actors", found, map(row_json, found.rows), path="/api/v1/actors", asked={"limit": limit})
