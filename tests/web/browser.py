"""Debian's Chromium, driven by the tests; where it is missing they are skipped with a word that says so."""

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn

from rashomon import Workspace
from rashomon.web.app import create_app
from rashomon.web.serve import bound
from rashomon.web.settings import Settings

CHROMIUM = next((found for name in ("chromium", "chromium-browser") if (found := shutil.which(name))), None)
MISSING = "Chromium is missing: apt-get install chromium"
AXE = Path(__file__).parent / "vendor" / "axe-core" / "axe.min.js"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
"""Chromium's own sandbox needs rights that a container does not give; the pages are the tests' own."""


@contextmanager
def served(path: Path) -> Iterator[str]:
    """A workbench on a workspace, in a thread of its own; its address."""
    with bound("127.0.0.1", 0) as listening, Workspace(path) as work:
        config = uvicorn.Config(create_app(Settings(workspace=path), work), log_level="error", lifespan="off")
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join(timeout=10)
