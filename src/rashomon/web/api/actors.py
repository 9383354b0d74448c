"""Those who say something in the ledger."""

from fastapi import APIRouter

from rashomon.model.codec import Json, encode
from rashomon.web.api.document import answers
from rashomon.web.api.shapes import listing, row_json
from rashomon.web.asked import Limit, Offset, Said, Sought, Who, Work

router = APIRouter(prefix="/api/v1", tags=["actors"])


@router.get("/actors", summary="Actors", responses=answers("actors"))
def actors(work: Work, q: Sought = "", offset: Offset = 0, limit: Limit = 50) -> dict[str, Json]:
    """Claimants, whoever says most first; all of them, or those in whose names some words stand."""
    found = work.actors(q, offset=offset, limit=limit)
    return listing("actors", found, map(row_json, found.rows), path="/api/v1/actors", asked={"q": q, "limit": limit})


@router.get("/actor", summary="One actor", responses=answers("actor", 404))
def actor(work: Work, who: Who, said: Said = "all", offset: Offset = 0, limit: Limit = 50) -> dict[str, Json]:
    """Who it is, what it says over all incidents, where it stands against others, and where it is silent.

    Accounts come without their evidence, which is at /api/v1/accounts/ID.
    """
    view = work.actor(who, said, offset=offset, limit=limit)
    found: dict[str, Json] = encode(view)
    asked = {"who": who, "said": said, "limit": limit}
    rows = found.pop("statements")["rows"]
    return {**found, **listing("statements", view.statements, rows, path="/api/v1/actor", asked=asked)}
