"""Bringing reports in: files, pasted text or a path, and how far the run is."""

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from rashomon.web.intake import Intake
from rashomon.web.intake.given import KINDS, Sent, gathered, is_local
from rashomon.web.intake.telling import watched
from rashomon.web.intake.worker import LIMITED
from rashomon.web.templating import page

router = APIRouter(include_in_schema=False)


@router.get("/bring-in")
def bring_in(request: Request) -> Response:
    """The form, or the run that is under way, and what the last one skipped."""
    intake: Intake = request.app.state.intake
    return page(request, "bring_in.html", run=intake.run, kinds=KINDS, local=is_local(request), limited=LIMITED)


@router.post("/bring-in")
def start(request: Request, sent: Sent) -> Response:
    """Begin a run with what was given."""
    intake: Intake = request.app.state.intake
    intake.start(gathered(request, sent))
    return RedirectResponse("/bring-in", status_code=303)


@router.post("/bring-in/cancel")
def cancel(request: Request) -> Response:
    """End the run that is under way."""
    intake: Intake = request.app.state.intake
    intake.cancel()
    return RedirectResponse("/bring-in", status_code=303)


@router.get("/bring-in/events")
async def events(request: Request) -> Response:
    """How far the run is, as server-sent events, until it has ended."""
    intake: Intake = request.app.state.intake
    return watched(intake)
