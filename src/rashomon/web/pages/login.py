"""The page that asks for the password, where there is one."""

from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from rashomon.web.security.login import COOKIE, START, Sessions, TooManyTries, token_of
from rashomon.web.templating import page

router = APIRouter(include_in_schema=False)


@router.get("/login")
def ask(request: Request, to: str = START) -> Response:
    """The form."""
    return page(request, "login.html", to=_own(to), why="")


@router.post("/login")
def log_in(
    request: Request, password: Annotated[str, Form(max_length=1000)], to: Annotated[str, Form()] = START
) -> Response:
    """Begin a session, or say why not."""
    sessions: Sessions = request.app.state.sessions
    try:
        token = sessions.begin(password)
    except TooManyTries:
        return page(request, "login.html", status=429, to=_own(to), why="Too many wrong passwords. Wait a minute.")
    if token is None:
        return page(request, "login.html", status=401, to=_own(to), why="That is not the password.")
    answer = RedirectResponse(_own(to), status_code=303)
    secure = request.headers.get("origin", "").startswith("https://")
    answer.set_cookie(COOKIE, token, httponly=True, samesite="strict", secure=secure, path="/")
    return answer


@router.post("/logout")
def log_out(request: Request) -> Response:
    """End the session."""
    sessions: Sessions = request.app.state.sessions
    sessions.end(token_of(request.scope))
    answer = RedirectResponse("/login", status_code=303)
    answer.delete_cookie(COOKIE, path="/")
    return answer


def _own(to: str) -> str:
    """An address of the workbench itself; anything that could lead elsewhere leads to the start."""
    safe = to.startswith("/") and not to.startswith("//") and "\\" not in to and to.isprintable()
    return to if safe else START
