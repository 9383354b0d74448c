"""Short answers for those who are let no further."""

from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send


async def refuse(scope: Scope, receive: Receive, send: Send, *, status: int, why: str) -> None:
    """End a request with one sentence."""
    await PlainTextResponse(f"{why}\n", status_code=status)(scope, receive, send)
