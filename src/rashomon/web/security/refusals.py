"""Short answers for those who are let no further."""

from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.types import Receive, Scope, Send


async def refuse(scope: Scope, receive: Receive, send: Send, *, status: int, why: str) -> None:
    """End a request with one sentence: as JSON for a program that calls the API, else as plain text."""
    answer: Response = PlainTextResponse(f"{why}\n", status_code=status)
    if scope["path"].startswith("/api/"):
        answer = JSONResponse({"error": why}, status_code=status)
    await answer(scope, receive, send)
