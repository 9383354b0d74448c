"""What a workspace does with files that are no workspace, broken, of a later version or not there."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from rashomon.errors import (
    WorkspaceDamaged,
    WorkspaceMissing,
    WorkspaceTooNew,
    WorkspaceUnusable,
)
from rashomon.model import sha256_hex
from rashomon.store import open_store
from rashomon.store.tables import SCHEMA_VERSION
from tests.store.conftest import raw
from tests.store.things import CAPTURES, beside


def other_program(path: Path) -> None:
    with raw(path) as connection:
        connection.execute("CREATE TABLE bookmarks (url)")
    connection.close()


def other_program_writing_ahead(path: Path) -> None:
    other_program(path)
    connection = raw(path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.close()


def changed(path: Path, statement: str) -> None:
    connection = raw(path)
    connection.execute(statement)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def cut(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def scribbled(path: Path) -> None:
    """Every page but the first is overwritten."""
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(bytes(range(256)) * ((size - 4096) // 256))


Maker = Callable[[Path], object]
NO_WORKSPACES: list[tuple[Maker, type[WorkspaceUnusable], str]] = [
    (lambda path: path.write_bytes(bytes(range(255, -1, -1)) * 40), WorkspaceDamaged, "not a workspace"),
    (lambda path: path.write_bytes(b"SQLite format 3\0"), WorkspaceDamaged, "workspace"),
    (lambda path: path.write_text("Two soldiers were hurt.\n"), WorkspaceDamaged, "not a workspace"),
    (lambda path: path.write_bytes(b"x"), WorkspaceDamaged, "not a workspace"),
    (other_program, WorkspaceDamaged, "another program"),
    (other_program_writing_ahead, WorkspaceDamaged, "another program"),
]
BROKEN: list[tuple[Maker, type[WorkspaceUnusable], str]] = [
    (cut, WorkspaceDamaged, "damaged"),
    (scribbled, WorkspaceDamaged, "damaged"),
    (lambda path: changed(path, "DROP TABLE skipped"), WorkspaceDamaged, "lacks skipped"),
    (lambda path: changed(path, f"PRAGMA user_version = {SCHEMA_VERSION + 1}"), WorkspaceTooNew, "later version"),
]


def assert_refused(path: Path, kind: type[WorkspaceUnusable], words: str, *, read_only: bool) -> None:
    before, names = sha256_hex(path.read_bytes()), beside(path)
    with pytest.raises(kind, match=words) as caught, open_store(path, read_only=read_only) as store:
        store.reading(CAPTURES[0].report.id, "v1")
        assert [check for check in store.verify() if check.faults] == [], "neither refused nor noticed"
    assert str(path) in caught.value.what
    assert caught.value.next_step.endswith(".")
    assert sha256_hex(path.read_bytes()) == before
    assert beside(path) == names


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize(("make", "kind", "words"), NO_WORKSPACES)
def test_what_is_no_workspace_is_refused_and_left_alone(
    path: Path, make: Maker, kind: type[WorkspaceUnusable], words: str, read_only: bool
) -> None:
    make(path)
    assert_refused(path, kind, words, read_only=read_only)


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize(("harm", "kind", "words"), BROKEN)
def test_a_broken_or_later_workspace_is_refused_and_left_alone(
    filled: Path, harm: Maker, kind: type[WorkspaceUnusable], words: str, read_only: bool
) -> None:
    harm(filled)
    assert_refused(filled, kind, words, read_only=read_only)


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo])
def test_a_folder_or_a_pipe_is_no_workspace(path: Path, make: Maker) -> None:
    make(path)
    with pytest.raises(WorkspaceDamaged, match="not a workspace"):
        open_store(path)


def test_a_new_workspace_is_made_and_leaves_one_file(path: Path) -> None:
    with open_store(path) as store:
        assert store.add(CAPTURES[0])
    assert beside(path) == [path.name]
    with open_store(path, must_exist=True) as store:
        assert store.count() == 1


def test_an_empty_file_becomes_a_workspace(path: Path) -> None:
    path.touch()
    with open_store(path) as store:
        assert store.add(CAPTURES[0])


@pytest.mark.parametrize("asked", [{"must_exist": True}, {"read_only": True}])
@pytest.mark.parametrize("empty", [True, False])
def test_a_workspace_that_is_not_there_is_missing_and_not_made(path: Path, asked: dict[str, bool], empty: bool) -> None:
    if empty:
        path.touch()
    before = beside(path)
    with pytest.raises(WorkspaceMissing, match="Run `rashomon run INPUT` first"):
        open_store(path, **asked)
    assert beside(path) == before


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceMissing, match=r"no folder .*nowhere"):
        open_store(tmp_path / "nowhere" / "rashomon.db")


def test_a_file_in_place_of_the_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(WorkspaceUnusable, match=r"rashomon\.db"):
        open_store(tmp_path / "file" / "rashomon.db")
