"""Bringing reports in: starting a run, watching it, cancelling it."""

from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import Response, StreamingResponse

from rashomon.model.codec import Json
from rashomon.web.api.document import answers
from rashomon.web.intake import Intake
from rashomon.web.intake.given import KINDS, MOST_FILES, MOST_TEXT, Sent, gathered, is_local
from rashomon.web.intake.telling import MEDIA_TYPE, run_json, watched
from rashomon.web.intake.worker import LIMITED

router = APIRouter(prefix="/api/v1/bring-in", tags=["bring in"])
FORM: dict[str, Any] = {
    "type": "object",
    "properties": {
        "files": {
            "type": "array",
            "items": {"type": "string", "format": "binary"},
            "maxItems": MOST_FILES,
            "description": "Files, as a form sends them.",
        },
        "text": {"type": "string", "maxLength": MOST_TEXT, "description": "The text of one report."},
        "name": {"type": "string", "maxLength": 200, "description": "What that text is to be called."},
        "path": {"type": "string", "maxLength": 2000, "description": "A file or folder; only from the same machine."},
    },
}


@router.get("", summary="The run that is under way", responses=answers("bring-in"))
def state(request: Request) -> dict[str, Json]:
    """The run that is under way or was the last, with what it left out and why; and what may be brought in.

    `limited` tells whether this system limits what a run may use; `path` whether a path may be given.
    """
    intake: Intake = request.app.state.intake
    return {
        "schema": "rashomon.bring-in/1",
        "kinds": list(KINDS),
        "most_files": MOST_FILES,
        "most_bytes": request.app.state.limit,
        "path": is_local(request),
        "limited": LIMITED,
        "run": run_json(intake.run) if intake.run is not None else None,
    }


@router.post(
    "",
    summary="Begin a run",
    status_code=202,
    responses=answers("run", 400, 403, 409, 413, status=202),
    openapi_extra={"requestBody": {"required": True, "content": {"multipart/form-data": {"schema": FORM}}}},
)
def start(request: Request, sent: Sent) -> dict[str, Json]:
    """Bring in files, a text, or what is at a path; one run at a time."""
    intake: Intake = request.app.state.intake
    return {"schema": "rashomon.run/1", **run_json(intake.start(gathered(request, sent)))}


@router.post("/cancel", summary="Cancel the run", responses=answers("bring-in", 403, 413))
def cancel(request: Request) -> dict[str, Json]:
    """End the run that is under way, if any is; what it has kept by then stays."""
    intake: Intake = request.app.state.intake
    intake.cancel()
    return state(request)


@router.get(
    "/events",
    summary="The run, step by step",
    response_class=StreamingResponse,
    responses=answers("event", media=MEDIA_TYPE),
)
async def events(request: Request) -> Response:
    """Server-sent events: the run as JSON at each step, and `end` when it has ended."""
    intake: Intake = request.app.state.intake
    return watched(intake)
