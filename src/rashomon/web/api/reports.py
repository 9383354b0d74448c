"""Reports with what was read in them, as they came, and who copied whom."""

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from rashomon.model import Reading
from rashomon.model.codec import Json
from rashomon.publish.contract import lineage_json, reading_json
from rashomon.web.api.document import answers, failing
from rashomon.web.api.shapes import incident_json, listing, row_json
from rashomon.web.asked import Limit, Offset, Work
from rashomon.web.pages.report import original as original_page

router = APIRouter(prefix="/api/v1", tags=["reports"])


@router.get("/reports", summary="Reports", responses=answers("reports"))
def reports(
    work: Work, q: Annotated[str | None, Query(max_length=300)] = None, offset: Offset = 0, limit: Limit = 50
) -> dict[str, Json]:
    """The reports in which some words stand, or all of them, the latest first."""
    found = work.reports(q, offset=offset, limit=limit)
    rows = map(row_json, found.rows)
    return listing("reports", found, rows, path="/api/v1/reports", asked={"q": q, "limit": limit})


@router.get("/reports/{id}", summary="One report", responses=answers("reading", 404))
def report(work: Work, id: str) -> dict[str, Json]:
    """The report with everything that was read in it, in the form of the contract; `read` is false where nothing was."""
    found, reading = work.report(id), work.reading(id)
    return {**reading_json(found, reading or Reading(report=id, reader="")), "read": reading is not None}


@router.get("/reports/{id}/incidents", summary="The incidents that it tells of", responses=answers("told", 404))
def told(work: Work, id: str) -> dict[str, Json]:
    """The incidents of one report, in the order of the table."""
    report = work.report(id)
    return {"schema": "rashomon.told/1", "report": id, "incidents": [incident_json(r) for r in work.told_in(report.id)]}


@router.get("/reports/{id}/lineage", summary="Who copied whom", responses=answers("lineage", 404))
def lineage(work: Work, id: str) -> dict[str, Json]:
    """The copies of one report and what it was copied from, with the passages."""
    return lineage_json(work.lineage(work.report(id).id), id)


@router.get(
    "/reports/{id}/original",
    summary="The bytes as they came",
    response_class=Response,
    responses={**failing(404), 200: {"content": {"application/octet-stream": {}}}},
)
def original(work: Work, id: str) -> Response:
    """The report as it was brought in, to be saved."""
    return original_page(work, id)
