"""The stores that the contract test is run on, and a workspace with something of everything in it."""

import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from rashomon.store import SqliteStore, open_store
from tests.store.things import READINGS, fill

NOBODY = 65534


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a workspace can be made."""
    return tmp_path / "work space #1%20?.db"


@pytest.fixture(params=["sqlite"])
def store(request: pytest.FixtureRequest, path: Path) -> Iterator[SqliteStore]:
    """An empty store, on each backend in turn."""
    assert request.param == "sqlite"
    with open_store(path) as opened:
        yield opened


@pytest.fixture
def filled(path: Path) -> Path:
    """A workspace that holds reports, readings, judgements, a ledger and skipped inputs, closed."""
    with open_store(path) as opened:
        fill(opened)
        assert len(list(opened.readings("v1"))) == len(READINGS)
    return path


@pytest.fixture
def plain_user(tmp_path: Path) -> Iterator[None]:
    """Rights as a user has them: whoever may do everything is nobody for the time of a test."""
    if os.geteuid() != 0:
        yield
        return
    os.chown(tmp_path, NOBODY, NOBODY)
    for folder in list(tmp_path.parents)[:2]:
        folder.chmod(0o711)
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


def raw(path: Path) -> sqlite3.Connection:
    """The file as any other program sees it."""
    return sqlite3.connect(path, isolation_level=None)
