"""What a reader or a program is told when something fails: one sentence, and never a path of this machine."""

import logging
from collections.abc import Iterable

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Match, Route

from rashomon.errors import DecisionOvertaken, RashomonError, UsageMistaken, WorkspaceLocked, WorkspaceMissing
from rashomon.web.intake import Busy
from rashomon.web.templating import page

NOT_ALLOWED = 405
LOG = logging.getLogger(__name__)
SENTENCES = {
    400: "That can't be done.",
    403: "That is not allowed.",
    404: "There is no such page in this workspace.",
    405: "That can't be done here.",
    409: "Another run is writing to this workspace. Wait until it has ended, then try again.",
    422: "The address asks for something that can't be.",
    503: "The workspace can't be read at the moment. The terminal in which the workbench runs says why.",
    500: "Something went wrong inside Rashomon. The terminal in which the workbench runs says more.",
}


def handle_failures(app: FastAPI) -> None:
    """Let every failure inside the app end as a page or as JSON."""
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(RequestValidationError, _mistaken)
    app.add_exception_handler(KeyError, _missing)
    app.add_exception_handler(ClientDisconnect, _gone)
    app.add_exception_handler(RashomonError, _failed)
    app.add_exception_handler(Exception, _broken)


async def _refused(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    told = _told(request, status, SENTENCES.get(status, "That can't be done."))
    if status == NOT_ALLOWED:
        told.headers["Allow"] = ", ".join(sorted(_allowed(request)))
    return told


def _allowed(request: Request) -> set[str]:
    """The methods that some page or call takes at this address."""
    routes: Iterable[BaseRoute] = request.app.state.routes
    here = [one for one in routes if isinstance(one, Route) and one.matches(request.scope)[0] is not Match.NONE]
    found = {method for one in here for method in one.methods or ()}
    return found | ({"HEAD"} if "GET" in found else set())


async def _mistaken(request: Request, error: Exception) -> Response:
    faults = error.errors() if isinstance(error, RequestValidationError) else ()
    told = "; ".join(f"{fault['loc'][-1]}: {fault['msg']}" for fault in faults)
    return _told(request, 422, f"{SENTENCES[422]} {told}")


async def _missing(request: Request, error: Exception) -> Response:
    return _told(request, 404, SENTENCES[404])


async def _gone(request: Request, error: Exception) -> Response:
    return _told(request, 400, SENTENCES[400])


async def _failed(request: Request, error: Exception) -> Response:
    if isinstance(error, DecisionOvertaken | Busy):
        return _told(request, 409, str(error))
    if isinstance(error, UsageMistaken):
        return _told(request, 400, str(error))
    LOG.error("%s", error)
    if isinstance(error, WorkspaceLocked):
        return _told(request, 409, SENTENCES[409])
    return _told(request, 503, "The workspace is gone." if isinstance(error, WorkspaceMissing) else SENTENCES[503])


async def _broken(request: Request, error: Exception) -> Response:
    LOG.error("%s %s failed.", request.method, request.url.path, exc_info=error)
    return _told(request, 500, SENTENCES[500])


def _told(request: Request, status: int, why: str) -> Response:
    if request.url.path.startswith("/api/"):
        return JSONResponse({"error": why}, status_code=status)
    return page(request, "failure.html", status=status, why=why)
