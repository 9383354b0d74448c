"""Only the workbench's own pages may change anything, whatever page a browser has open beside it (CSRF)."""

from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from rashomon.web.security.refusals import refuse

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
OWN_SITES = frozenset({"same-origin", "none"})
FORBIDDEN = 403


class OriginCheck:
    """Refuses a request that could change something and comes from elsewhere.

    A browser says where one comes from (Origin, Sec-Fetch-Site; an old one in Referer alone), and no page can make it say
    otherwise. A program that is no browser sends none of them; nobody else's page can make it act. `behind_tls` tells that a server before this one may
    speak https with the browser.
    """

    def __init__(self, app: ASGIApp, *, behind_tls: bool = False) -> None:
        self._app = app
        self._behind_tls = behind_tls

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what may come in."""
        if scope["type"] == "http" and scope["method"] not in SAFE and not self._from_here(scope):
            await refuse(
                scope, receive, send, status=FORBIDDEN, why="This was sent from another site, and nothing was done."
            )
            return
        await self._app(scope, receive, send)

    def _from_here(self, scope: Scope) -> bool:
        headers = Headers(scope=scope)
        host = headers.get("host", "").lower()
        own = {f"{scheme}://{host}" for scheme in (scope["scheme"], *(("https",) if self._behind_tls else ()))}
        origins = headers.getlist("origin") or [_origin(address) for address in headers.getlist("referer")]
        return {origin.lower() for origin in origins} <= own and OWN_SITES.issuperset(headers.getlist("sec-fetch-site"))


def _origin(address: str) -> str:
    """The scheme and the host of an address."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    return f"{parts.scheme}://{parts.netloc}"
