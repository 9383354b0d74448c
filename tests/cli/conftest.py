"""A workspace that holds the hand-made ledger, and a way to call the commands."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from typer.testing import CliRunner

from rashomon.cli.app import app
from tests.publish.kept import keep_exhibit


@dataclass(frozen=True)
class Outcome:
    """What a command wrote, and its exit code."""

    code: int
    out: str
    err: str


Call = Callable[..., Outcome]


@pytest.fixture(scope="session")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The hand-made ledger as a run would leave it."""
    path = tmp_path_factory.mktemp("workspace") / "hand.db"
    keep_exhibit(path)
    return path


@pytest.fixture
def call(workspace: Path) -> Call:
    """Calls a command; where no workspace is named, the hand-made one is used."""

    def _call(*arguments: str, stdin: bytes = b"", columns: int = 80) -> Outcome:
        given = list(arguments)
        if given[0] not in ("run", "read", "schema", "actors") and not {"-w", "--workspace", "--help"} & set(given):
            given += ["-w", str(workspace)]
        done = CliRunner().invoke(app, given, input=stdin, env={"COLUMNS": str(columns), "NO_COLOR": None})
        return Outcome(done.exit_code, done.stdout, done.stderr)

    return _call
