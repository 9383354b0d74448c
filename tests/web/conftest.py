"""The workbench on the hand-made ledger, and on one whose words try to be more than words."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright
from starlette.testclient import TestClient

from rashomon import Workspace
from rashomon.web.app import create_app
from rashomon.web.settings import Settings
from tests.publish.kept import keep_exhibit
from tests.web.browser import ARGUMENTS, CHROMIUM
from tests.web.hostile import keep_hostile

Open = Callable[..., TestClient]
HERE = "http://localhost"


@pytest.fixture
def open_workbench(tmp_path: Path) -> Iterator[Open]:
    """Opens a workbench; fields of its settings may be given."""
    with ExitStack() as opened:

        def _open(path: Path | None = None, **fields: object) -> TestClient:
            if path is None:
                path = tmp_path / "hand.db"
                keep_exhibit(path)
            settings = Settings(workspace=path, **fields)  # type: ignore[arg-type]
            work = opened.enter_context(Workspace(path))
            # Not entered: the app has no beginning and no end of its own.
            return TestClient(create_app(settings, work), base_url=HERE, raise_server_exceptions=False)

        yield _open


@pytest.fixture
def client(open_workbench: Open) -> TestClient:
    """A workbench on this machine alone."""
    return open_workbench()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for all tests of a file."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def hostile_workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace whose reports hold what browsers and programs could take for orders."""
    path = tmp_path_factory.mktemp("hostile") / "hostile.db"
    keep_hostile(path)
    return path
