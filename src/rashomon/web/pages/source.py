"""A report as it came: its bytes as text, escaped, where they are text."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from rashomon.web.asked import Work
from rashomon.web.templating import page

router = APIRouter(include_in_schema=False)
SHOWN = 200_000
"""Characters that are shown; the rest is in the file that can be saved."""


@router.get("/reports/{id}/source")
def source(request: Request, work: Work, id: str) -> Response:
    """The markup of a page, the headers of a mail, the line of JSON; of a file that is no text only its size."""
    found, data = work.report(id), work.original(id)
    text = _text(data)
    return page(
        request, "source.html", report=found, size=len(data), text=text and text[:SHOWN], cut=len(text or "") > SHOWN
    )


def _text(data: bytes) -> str | None:
    """The bytes as UTF-8, what is none replaced; None for what is no text at all."""
    if b"\0" in data[:SHOWN] or data.startswith((b"%PDF", b"PK\x03\x04")):
        return None
    return data.decode("utf-8", "replace")
