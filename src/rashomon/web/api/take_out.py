"""The files that the pages offer for taking out."""

from typing import Any

from fastapi import APIRouter
from starlette.responses import Response

from rashomon.web.api.document import failing
from rashomon.web.asked import Asked, Work
from rashomon.web.files import KINDS, Format
from rashomon.web.pages.take_out import many as many_page
from rashomon.web.pages.take_out import one as one_page

router = APIRouter(prefix="/api/v1/take-out", tags=["take out"])
FILE: dict[str, Any] = {
    "description": "The file.",
    "content": {kind.partition(";")[0]: {"schema": {"type": "string"}} for kind in KINDS.values()},
}
FILE["content"]["application/json"] = {"schema": {"$ref": "#/components/schemas/ledger"}}


@router.get(
    "/incidents.{format}",
    summary="Incidents as a file",
    response_class=Response,
    responses={200: FILE, **failing(400)},
)
def many(work: Work, asked: Asked, format: Format) -> Response:
    """The incidents that the filters leave as JSON, CSV, one HTML page or Markdown; 500 at most."""
    return many_page(work, asked, format)


@router.get(
    "/incidents/{id}.{format}",
    summary="One incident as a file",
    response_class=Response,
    responses={200: FILE, **failing(404)},
)
def one(work: Work, id: str, format: Format) -> Response:
    """One incident with the part of the ledger that concerns it."""
    return one_page(work, id, format)
