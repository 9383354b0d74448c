"""What stands before every page: who may call, from where, and what a browser may do with the answer."""

from starlette.types import ASGIApp

from rashomon.web.security.headers import SafeHeaders
from rashomon.web.security.hosts import HostCheck
from rashomon.web.security.login import LoginCheck, Sessions
from rashomon.web.security.origins import OriginCheck
from rashomon.web.security.sizes import SizeCheck
from rashomon.web.settings import Settings

__all__ = ["Sessions", "guarded"]


def guarded(app: ASGIApp, settings: Settings, sessions: Sessions) -> ASGIApp:
    """The app behind all checks, the outermost first: headers on every answer, then host, origin and login."""
    checked: ASGIApp = LoginCheck(app, sessions) if settings.password is not None else app
    checked = SizeCheck(checked)
    checked = OriginCheck(checked, behind_tls=not settings.alone)
    checked = HostCheck(checked, settings.names, any_address=settings.any_address)
    return SafeHeaders(checked)
