"""The workbench put together: the pages, the API, the files they need, and the checks before all of them."""

from fastapi import FastAPI
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from rashomon.config import Config
from rashomon.model.codec import Json
from rashomon.version import __version__
from rashomon.web import api, pages
from rashomon.web.api.document import EVERYWHERE, all_schemas
from rashomon.web.conditional import Conditional
from rashomon.web.failures import handle_failures
from rashomon.web.heads import Heads
from rashomon.web.intake import Intake
from rashomon.web.security import Sessions, guarded
from rashomon.web.settings import Settings
from rashomon.web.templating import STATIC
from rashomon.workspace import Workspace

DESCRIPTION = "Everything that the workbench shows, for programs. Offsets count Unicode code points; both ends of a date are included."


class Workbench(FastAPI):
    """Every page and every call, with the schemas of the contract in the OpenAPI document; `create_app` lays a workspace under it."""

    def __init__(self) -> None:
        super().__init__(
            title="Rashomon",
            version=__version__,
            description=DESCRIPTION,
            openapi_url="/api/v1/openapi.json",
            docs_url=None,
            redoc_url=None,
        )
        self.mount("/static", StaticFiles(directory=STATIC), name="static")
        for router in pages.ROUTERS:
            self.include_router(router)
        for router in api.ROUTERS:
            self.include_router(router, responses=EVERYWHERE)
        self.state.routes = [route for router in (*pages.ROUTERS, *api.ROUTERS) for route in router.routes]
        handle_failures(self)

    def openapi(self) -> dict[str, Json]:
        """The document, made once."""
        if self.openapi_schema is None:
            super().openapi()["components"]["schemas"] |= all_schemas()
        return super().openapi()


def create_app(settings: Settings, workspace: Workspace) -> ASGIApp:
    """The workbench on a workspace, behind its checks; closing the workspace is the caller's part."""
    sessions = Sessions(settings.password)
    config = Config(workspace=settings.workspace, codebook=settings.codebook, reader=settings.reader)
    app = Workbench()
    app.state.workspace = workspace
    app.state.sessions = sessions
    app.state.intake = Intake(config)
    app.state.alone = settings.alone
    app.state.limit = config.limits.file_bytes
    return guarded(Conditional(Heads(app), lambda: workspace.state), settings, sessions)
