"""The hand-made ledger, opened as a workspace."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from rashomon import Workspace
from tests.publish.kept import keep_exhibit


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A workspace that a test may change."""
    keep_exhibit(tmp_path / "hand.db")
    return tmp_path / "hand.db"


@pytest.fixture
def work(path: Path) -> Iterator[Workspace]:
    """It, opened."""
    with Workspace(path) as opened:
        yield opened
