"""Words looked up in claims and reports."""

from typing import Annotated

from fastapi import APIRouter, Query

from rashomon.model.codec import Json
from rashomon.web.api.document import answers
from rashomon.web.api.shapes import claim_hit_json, listing, report_hit_json
from rashomon.web.asked import Limit, Offset, Work
from rashomon.workspace.rows import HitKind

router = APIRouter(prefix="/api/v1", tags=["search"])


@router.get("/search", summary="Search", responses=answers("hits"))
def search(
    work: Work,
    q: Annotated[str, Query(max_length=300, description='All words, "as they stand", half*, -without.')],
    kind: HitKind = "claim",
    offset: Offset = 0,
    limit: Limit = 50,
) -> dict[str, Json]:
    """The claims of the ledger, or the reports, in which the words stand, the closest first."""
    asked = {"q": q, "kind": kind, "limit": limit}
    if kind == "claim":
        claims = work.search_claims(q, offset=offset, limit=limit)
        return listing("claims", claims, map(claim_hit_json, claims.rows), path="/api/v1/search", asked=asked)
    reports = work.search_reports(q, offset=offset, limit=limit)
    return listing("reports", reports, map(report_hit_json, reports.rows), path="/api/v1/search", asked=asked)
