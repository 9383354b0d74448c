"""Only requests for this host are answered, so that no page on the web can pass its own name off for it (DNS rebinding)."""

import re
from ipaddress import ip_address

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from rashomon.web.security.refusals import refuse

MISDIRECTED = 421
HOST = re.compile(r"(\[[0-9a-f:.]+\]|[^\s:@/\[\]]+)(?::[0-9]*)?")


class HostCheck:
    """Refuses a request whose Host header is none of the names that the workbench answers to."""

    def __init__(self, app: ASGIApp, names: frozenset[str], *, any_address: bool = False) -> None:
        self._app = app
        self._names = names
        self._any_address = any_address

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is meant for this host."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        hosts = Headers(scope=scope).getlist("host")
        if len(hosts) == 1 and self._is_ours(host_name(hosts[0])):
            await self._app(scope, receive, send)
            return
        await refuse(scope, receive, send, status=MISDIRECTED, why="This workbench does not answer to that host name.")

    def _is_ours(self, name: str) -> bool:
        return name in self._names or (self._any_address and is_address(name))


def host_name(host: str) -> str:
    """A Host header without its port, in lower case; an IPv6 address keeps its brackets. Empty for what is no host."""
    found = HOST.fullmatch(host.strip().lower())
    return found[1] if found else ""


def is_address(name: str) -> bool:
    """Whether a host name is an IP address."""
    try:
        ip_address(name.strip("[]"))
    except ValueError:
        return False
    return True
