"""HEAD is answered wherever GET is, with the same headers and no body."""

from anyio import Event
from starlette.types import ASGIApp, Message, Receive, Scope, Send


class Heads:
    """Asks the app for the whole answer and lets only its beginning through; an answer without an end is broken off."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, and leave the body out."""
        if scope["type"] != "http" or scope["method"] != "HEAD":
            await self._app(scope, receive, send)
            return
        begun = Event()

        async def gone() -> Message:
            await begun.wait()
            return {"type": "http.disconnect"}

        async def beginning(message: Message) -> None:
            if message["type"] == "http.response.start":
                await send(message)
                await send({"type": "http.response.body", "body": b""})
                begun.set()

        await self._app({**scope, "method": "GET"}, gone, beginning)
