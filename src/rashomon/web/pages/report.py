"""One report: its text with everything that was read in it, and the report as it came."""

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from rashomon.web.asked import Work
from rashomon.web.templating import page
from rashomon.web.views.copied import copies_of
from rashomon.web.views.marked import marked_report

router = APIRouter(include_in_schema=False)
LINKED = ("https://", "http://")
"""Only addresses like these become links; others stay words."""


@router.get("/reports/{id}")
def report(
    request: Request, work: Work, id: str, at: Annotated[str, Query(pattern=r"^[0-9]{1,8}-[0-9]{1,8}$")] = "0-0"
) -> Response:
    """The report; `at` is a stretch of the text, in code points, that is pointed out."""
    found = work.report(id)
    start, _, end = at.partition("-")
    copies = copies_of(found.id, work.lineage(found.id))
    return page(
        request,
        "report.html",
        report=found,
        marked=marked_report(found, work.reading(found.id), copies, (int(start), int(end))),
        copies=copies,
        incidents=work.told_in(found.id),
        linked=bool(found.url and found.url.lower().startswith(LINKED)),
    )


@router.get("/reports/{id}/original")
def original(work: Work, id: str) -> Response:
    """The bytes as they came, to be saved and never to be shown by the browser as a page."""
    data, found = work.original(id), work.report(id)
    name = "".join(c for c in found.name if c.isprintable() and c not in '/\\:*?"<>|')[:100] or found.id
    disposition = f"attachment; filename*=UTF-8''{quote(name)}"
    headers = {"Content-Disposition": disposition, "Content-Security-Policy": "sandbox; default-src 'none'"}
    return Response(data, media_type="application/octet-stream", headers=headers)
