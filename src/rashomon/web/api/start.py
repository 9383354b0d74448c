"""Where a program begins: what is in the workspace, and the addresses."""

from fastapi import APIRouter

from rashomon.model.codec import Json, encode
from rashomon.version import __version__
from rashomon.web.api.document import answers
from rashomon.web.api.shapes import listing
from rashomon.web.asked import MOST_ROWS, Limit, Offset, Work
from rashomon.workspace import Listing

router = APIRouter(prefix="/api/v1", tags=["workspace"])
ADDRESSES = (
    "incidents",
    "map",
    "timeline",
    "reports",
    "search",
    "actors",
    "queue",
    "judgements",
    "skipped",
    "bring-in",
    "openapi.json",
)


@router.get("", summary="The workspace", responses=answers("workspace"))
def start(work: Work) -> dict[str, Json]:
    """How much there is; `state` changes whenever anything in the workspace does.

    While `relaying`, a judgement is being worked into the ledger, and what is told is the ledger before it.
    """
    return {
        "schema": "rashomon.workspace/1",
        "version": __version__,
        "state": work.state,
        "relaying": work.relaying,
        "reports": work.reports(limit=1).total,
        "incidents": work.incidents(limit=1).total,
        "addresses": {name: f"/api/v1/{name}" for name in ADDRESSES},
    }


@router.get("/skipped", summary="What the last run skipped", responses=answers("skipped"))
def skipped(work: Work, offset: Offset = 0, limit: Limit = MOST_ROWS) -> dict[str, Json]:
    """Each thing that was not read, where it stood and why."""
    every = work.skipped()
    found = Listing(rows=every[offset : offset + limit], offset=offset, total=len(every))
    return listing("skipped", found, encode(found.rows), path="/api/v1/skipped", asked={"limit": limit})
