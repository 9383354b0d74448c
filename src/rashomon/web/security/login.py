"""A password and a session, where the workbench is open to more than its own machine."""

import hmac
import secrets
from collections import deque
from collections.abc import Callable
from http.cookies import CookieError, SimpleCookie
from time import monotonic
from urllib.parse import quote

from starlette.datastructures import Headers
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

COOKIE = "rashomon_session"
LOGIN = "/login"
START = "/incidents"
FILES = "/static/"
"""What is shown, besides the login, before anyone has logged in."""
LASTS = 12 * 3600.0
"""Seconds of a session."""
MOST_SESSIONS = 1_000
MOST_FAILURES = 10
FORGIVEN_AFTER = 60.0
"""Seconds after which a wrong password counts no more."""


class Sessions:
    """Who has given the password; it is all in memory, so that a restart ends every session.

    A session ends after half a day by itself; `clock` tells the seconds.
    """

    def __init__(self, password: str | None, clock: Callable[[], float] = monotonic) -> None:
        self._password = (password or "").encode()
        self._clock = clock
        self._open: dict[str, float] = {}
        self._failures: deque[float] = deque(maxlen=MOST_FAILURES)

    @property
    def asks(self) -> bool:
        """Whether there is a password at all."""
        return bool(self._password)

    def begin(self, password: str) -> str | None:
        """The token of a new session; None for a wrong password.

        It is compared in constant time. Raises `TooManyTries` after too many wrong ones within a minute.
        """
        now = self._clock()
        if len(self._failures) == MOST_FAILURES and now - self._failures[0] < FORGIVEN_AFTER:
            raise TooManyTries
        if not self.asks or not hmac.compare_digest(password.encode(), self._password):
            self._failures.append(now)
            return None
        token = secrets.token_urlsafe(32)
        self._open[token] = now
        if len(self._open) > MOST_SESSIONS:
            del self._open[next(iter(self._open))]
        return token

    def end(self, token: str | None) -> None:
        """Close a session; one that is not open is no matter."""
        self._open.pop(token or "", None)

    def holds(self, token: str | None) -> bool:
        """Whether a session is open."""
        begun = self._open.get(token or "")
        return begun is not None and self._clock() - begun < LASTS


class TooManyTries(Exception):
    """The password was wrong too often to be tried again at once."""


class LoginCheck:
    """Sends whoever has no session to the page that asks for the password."""

    def __init__(self, app: ASGIApp, sessions: Sessions) -> None:
        self._app = app
        self._sessions = sessions

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what belongs to a session, and what is open to all."""
        if scope["type"] != "http" or _is_open(scope["path"]) or self._sessions.holds(token_of(scope)):
            await self._app(scope, receive, send)
            return
        if scope["path"].startswith("/api/"):
            await JSONResponse({"error": "Log in first: POST the password to /login."}, status_code=401)(
                scope, receive, send
            )
            return
        wanted = quote(scope["path"] + (f"?{scope['query_string'].decode('latin-1')}" if scope["query_string"] else ""))
        if Headers(scope=scope).get("hx-request"):  # a part of a page: the whole page must go to the login
            await Response(status_code=401, headers={"HX-Redirect": f"{LOGIN}?to={quote(START)}"})(scope, receive, send)
            return
        await RedirectResponse(f"{LOGIN}?to={wanted}", status_code=303)(scope, receive, send)


def _is_open(path: str) -> bool:
    return path == LOGIN or path.startswith(FILES)


def token_of(scope: Scope) -> str | None:
    """The token of the session that a request belongs to."""
    try:
        cookies = SimpleCookie(Headers(scope=scope).get("cookie", ""))
    except CookieError:
        return None
    return cookies[COOKIE].value if COOKIE in cookies else None
