"""Nothing larger than a limit is taken in, however it is sent."""

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from rashomon.web.security.refusals import refuse

TOO_LARGE = 413
WHY = "That is more than can be brought in at once."
MOST = 200 * 1024 * 1024
"""Bytes of one request: several uploads of the largest size that is read."""


class SizeCheck:
    """Refuses a request that says that it is larger, and ends one that turns out to be."""

    def __init__(self, app: ASGIApp, most: int = MOST) -> None:
        self._app = app
        self._most = most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, and count what comes in."""
        said = Headers(scope=scope).get("content-length", "0") if scope["type"] == "http" else "0"
        if not said.isdecimal() or int(said) > self._most:
            await refuse(scope, receive, send, status=TOO_LARGE, why=WHY)
            return
        taken = 0
        begun = False

        async def counted() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            return {"type": "http.disconnect"} if taken > self._most else message

        async def held(message: Message) -> None:
            nonlocal begun
            if begun or taken <= self._most:
                begun = True
                await send(message)

        await self._app(scope, counted, held)
        if taken > self._most and not begun:
            await refuse(scope, receive, send, status=TOO_LARGE, why=WHY)
