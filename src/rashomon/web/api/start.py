"""Where a program begins: what is in the workspace, and the addresses."""

from fastapi import APIRouter

from rashomon.model.codec import Json, encode
from rashomon.version import __version__
from rashomon.web.api.document import answers
from rashomon.web.asked import Work

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
    "openapi.json",
)


@router.get("", summary="The workspace", responses=answers("workspace"))
def start(work: Work) -> dict[str, Json]:
    """How much there is; `state` changes whenever anything in the workspace does."""
    return {
        "schema": "rashomon.workspace/1",
        "version": __version__,
        "state": work.state,
        "reports": work.reports(limit=1).total,
        "incidents": work.incidents(limit=1).total,
        "addresses": {name: f"/api/v1/{name}" for name in ADDRESSES},
    }


@router.get("/skipped", summary="What the last run skipped", responses=answers("skipped"))
def skipped(work: Work) -> dict[str, Json]:
    """Each thing that was not read, where it stood and why."""
    return {"schema": "rashomon.skipped/1", "skipped": encode(work.skipped())}
