"""The workbench put together: the pages, the API, the files they need, and the checks before all of them."""

from fastapi import FastAPI
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from rashomon.config import Config
from rashomon.model.codec import Json
from rashomon.version import __version__
from rashomon.web import api, pages
from rashomon.web.api.document import contract_schemas
from rashomon.web.conditional import Conditional
from rashomon.web.failures import handle_failures
from rashomon.web.intake import Intake
from rashomon.web.security import Sessions, guarded
from rashomon.web.settings import Settings
from rashomon.web.templating import STATIC
from rashomon.workspace import Workspace

DESCRIPTION = "Everything that the workbench shows, for programs. Offsets count Unicode code points; both ends of a date are included."


class Workbench(FastAPI):
    """The app, with the schemas of the contract in its OpenAPI document."""

    def openapi(self) -> dict[str, Json]:
        """The document, made once."""
        if self.openapi_schema is None:
            super().openapi()["components"]["schemas"] |= contract_schemas()
        return super().openapi()


def create_app(settings: Settings, workspace: Workspace) -> ASGIApp:
    """The workbench on a workspace, behind its checks; closing the workspace is the caller's part."""
    sessions = Sessions(settings.password)
    app = Workbench(
        title="Rashomon",
        version=__version__,
        description=DESCRIPTION,
        openapi_url="/api/v1/openapi.json",
        docs_url=None,
        redoc_url=None,
    )
    app.state.workspace = workspace
    app.state.sessions = sessions
    config = Config(workspace=settings.workspace, codebook=settings.codebook, reader=settings.reader)
    app.state.intake = Intake(config)
    app.state.limit = config.limits.file_bytes
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    for router in (*pages.ROUTERS, *api.ROUTERS):
        app.include_router(router)
    handle_failures(app)
    return guarded(Conditional(app, lambda: workspace.state), settings, sessions)
