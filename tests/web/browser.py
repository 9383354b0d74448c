"""Debian's Chromium, driven by the tests; where it is missing they are skipped with a word that says so."""

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal, TypeAlias

import uvicorn
from playwright.sync_api import Page

from rashomon import Workspace
from rashomon.web.app import create_app
from rashomon.web.serve import bound
from rashomon.web.settings import Settings

CHROMIUM = next((found for name in ("chromium", "chromium-browser") if (found := shutil.which(name))), None)
MISSING = "Chromium is missing: apt-get install chromium"
AXE = Path(__file__).parent / "vendor" / "axe-core" / "axe.min.js"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
"""Chromium's own sandbox needs rights that a container does not give; the pages are the tests' own."""


RULES = "{runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}"
Scheme: TypeAlias = Literal["light", "dark"]
LOOKS: tuple[tuple[Scheme, int], ...] = (("light", 1280), ("dark", 360))
"""Colours and widths, in pairs that have each of them."""


def violations(page: Page) -> list[tuple[str, str, list[str]]]:
    """What axe finds on a page as it stands: rule, how bad, where. The page's policy must be put aside for it."""
    page.add_script_tag(path=AXE)
    found = page.evaluate(f"axe.run({RULES})")
    return [
        (fault["id"], fault["impact"], [node["html"][:200] for node in fault["nodes"]][:3])
        for fault in found["violations"]
    ]


@contextmanager
def served(path: Path, **fields: Any) -> Iterator[str]:
    """A workbench on a workspace, in a thread of its own; its address. Fields of its settings may be given."""
    with bound("127.0.0.1", 0) as listening, Workspace(path) as work:
        app = create_app(Settings(workspace=path, **fields), work)
        config = uvicorn.Config(app, log_level="error", lifespan="off")
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join(timeout=10)
