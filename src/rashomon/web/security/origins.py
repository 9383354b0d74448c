"""Only the workbench's own pages may change anything, whatever page a browser has open beside it (CSRF)."""

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from rashomon.web.security.refusals import refuse

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
OWN_SITES = frozenset({"same-origin", "none"})
FORBIDDEN = 403


class OriginCheck:
    """Refuses a request that could change something and comes from elsewhere.

    A browser says where one comes from (Origin, Sec-Fetch-Site), and no page can make it say otherwise. A program that
    is no browser sends neither; nobody else's page can make it act.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what may come in."""
        if scope["type"] == "http" and scope["method"] not in SAFE and not _from_here(Headers(scope=scope), scope):
            await refuse(
                scope, receive, send, status=FORBIDDEN, why="This was sent from another site, and nothing was done."
            )
            return
        await self._app(scope, receive, send)


def _from_here(headers: Headers, scope: Scope) -> bool:
    origins, sites = headers.getlist("origin"), headers.getlist("sec-fetch-site")
    own = f"{scope['scheme']}://{headers.get('host', '')}".lower()
    return all(origin.lower() == own for origin in origins) and all(site in OWN_SITES for site in sites)
