"""ETags: a page that the browser has, of a workspace that has not changed, is not made again."""

from collections.abc import Callable

from anyio import to_thread
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from rashomon.errors import RashomonError
from rashomon.model import content_id
from rashomon.version import __version__

UNTAGGED = ("/static/", "/login", "/bring-in", "/api/v1/bring-in", "/review")
OK = 200
NOT_MODIFIED = 304


class Conditional:
    """Tags each answer with what it depends on: the address, the state of the workspace, the version.

    `state_of` tells the state; where it fails, the page itself will tell why.
    """

    def __init__(self, app: ASGIApp, state_of: Callable[[], str]) -> None:
        self._app = app
        self._state_of = state_of

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer that nothing has changed, or pass on and tag what comes back."""
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD") or scope["path"].startswith(UNTAGGED):
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        state = await to_thread.run_sync(self._state)
        tag = f'"{content_id("", state, __version__, scope["path"], scope["query_string"], headers.get("hx-request"))}"'

        async def tagged(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] == OK:
                answer = MutableHeaders(scope=message)
                answer.setdefault("ETag", tag)
                answer.setdefault("Cache-Control", "private, no-cache")
                answer.setdefault("Vary", "HX-Request, Cookie")
            await send(message)

        if state and tag in _asked(headers):
            await Response(status_code=NOT_MODIFIED, headers={"ETag": tag, "Cache-Control": "private, no-cache"})(
                scope, receive, send
            )
            return
        await self._app(scope, receive, tagged if state else send)

    def _state(self) -> str:
        try:
            return self._state_of()
        except RashomonError:  # the page asks the same thing, and tells the reader
            return ""


def _asked(headers: Headers) -> set[str]:
    return {tag.strip().removeprefix("W/") for tag in headers.get("if-none-match", "").split(",")}
