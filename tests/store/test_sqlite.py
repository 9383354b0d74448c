"""What a workspace in an SQLite file does with files that are no workspace, with other programs, and with rights."""

import os
import random
import resource
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from rashomon.errors import (
    WorkspaceDamaged,
    WorkspaceFull,
    WorkspaceLocked,
    WorkspaceMissing,
    WorkspaceTooNew,
    WorkspaceUnusable,
)
from rashomon.model import sha256_hex
from rashomon.store import SqliteStore, open_store
from rashomon.store.tables import SCHEMA_VERSION
from tests.store.conftest import raw
from tests.store.things import CAPTURES, JUDGEMENTS, READINGS, SKIPPED, make_capture

ROOT = Path(__file__).resolve().parents[2]


def beside(path: Path) -> list[str]:
    """The names of all files in the folder."""
    return sorted(file.name for file in path.parent.iterdir())


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


def test_a_second_writer_is_refused_and_readers_are_not(filled: Path) -> None:
    with open_store(filled) as writer, writer.writing(every=1000):
        writer.put_reading(READINGS[0])
        with pytest.raises(WorkspaceLocked, match=rf"process {os.getpid()}") as caught:
            open_store(filled)
        assert caught.value.next_step
        with open_store(filled, read_only=True) as reader:
            assert reader.count() == len(CAPTURES) + 1
            writer.put_reading(READINGS[1])
            assert len(list(reader.readings("v1"))) == len(READINGS)
    with open_store(filled):
        assert f"{filled.name}-lock" in beside(filled)
    assert beside(filled) == [filled.name]


def test_a_second_writer_waits_a_short_while_for_the_first(filled: Path) -> None:
    first = open_store(filled)
    release = threading.Timer(0.4, first.close)
    release.start()
    began = time.monotonic()
    with open_store(filled) as second:
        assert second.count() == len(CAPTURES) + 1
    assert time.monotonic() - began > 0.3
    release.join()


def test_a_writer_in_another_process_holds_the_workspace_until_it_is_gone(filled: Path) -> None:
    code = (
        "import sys, time; from pathlib import Path; from rashomon.store import open_store\n"
        "store = open_store(Path(sys.argv[1])); print('open', flush=True); time.sleep(60)"
    )
    program = subprocess.Popen([sys.executable, "-c", code, str(filled)], stdout=subprocess.PIPE, text=True)
    assert program.stdout is not None
    with program.stdout:
        assert program.stdout.readline() == "open\n"
        with pytest.raises(WorkspaceLocked, match=rf"process {program.pid}"):
            open_store(filled)
        program.kill()
        program.wait()
    with open_store(filled) as store:
        assert store.count() == len(CAPTURES) + 1


def test_another_program_that_holds_the_file_is_waited_for_and_then_named(filled: Path) -> None:
    holder = raw(filled)
    holder.execute("BEGIN IMMEDIATE")
    began = time.monotonic()
    with pytest.raises(WorkspaceLocked, match="another program"):
        open_store(filled)
    assert time.monotonic() - began > 1
    holder.execute("ROLLBACK")
    holder.close()


def test_what_is_there_already_changes_not_a_byte(filled: Path) -> None:
    before = filled.read_bytes()
    with open_store(filled) as store, store.writing():
        assert not any(store.add(capture) for capture in CAPTURES)
        assert not any(store.add_judgement(judgement) for judgement in JUDGEMENTS)
        assert store.unread("v1") == []
        store.note_skipped(iter(SKIPPED))
    assert filled.read_bytes() == before


def test_reading_changes_nothing_and_can_write_nothing(filled: Path) -> None:
    before = filled.read_bytes()
    with open_store(filled, read_only=True) as store:
        assert len(list(store.reports())) == len(CAPTURES) + 1
        assert list(store.judgements()) == JUDGEMENTS
        with pytest.raises(WorkspaceFull, match="may not be written"):
            store.note_skipped([])
    assert filled.read_bytes() == before
    assert beside(filled) == [filled.name]


@pytest.mark.usefixtures("plain_user")
class TestRights:
    """What a user may not do is said in one sentence."""

    def test_a_workspace_in_a_folder_that_may_not_be_written_can_be_read(self, filled: Path) -> None:
        allow(filled, 0o444, folder=0o555)
        with open_store(filled, read_only=True) as store:
            assert store.count() == len(CAPTURES) + 1
        assert beside(filled) == [filled.name]

    @pytest.mark.parametrize(("file", "folder"), [(0o444, 0o777), (0o666, 0o555), (0o444, 0o555)])
    def test_a_workspace_that_may_not_be_written_is_refused_for_writing(
        self, filled: Path, file: int, folder: int
    ) -> None:
        allow(filled, file, folder=folder)
        with pytest.raises(WorkspaceFull, match="written"):
            open_store(filled)
        assert beside(filled) == [filled.name]

    def test_a_workspace_that_may_not_be_read_is_refused(self, filled: Path) -> None:
        allow(filled, 0o000, folder=0o777)
        with pytest.raises(WorkspaceUnusable, match="can't be opened"):
            open_store(filled, read_only=True)

    def test_no_workspace_is_made_where_nothing_may_be_written(self, path: Path) -> None:
        allow(path.parent, 0o555)
        with pytest.raises(WorkspaceFull, match="Permission denied"):
            open_store(path)


def allow(path: Path, mode: int, *, folder: int | None = None) -> None:
    """Set the rights of a file and of its folder."""
    path.chmod(mode)
    if folder is not None:
        path.parent.chmod(folder)


@pytest.mark.parametrize("table", ["reports", "originals", "judgements"])
@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM {table}",
        "UPDATE {table} SET {data} = x'00'",
        "INSERT OR REPLACE INTO {table} SELECT * FROM {table}",
        "REPLACE INTO {table} SELECT * FROM {table} LIMIT 1",
    ],
)
def test_the_database_itself_refuses_to_change_what_is_kept_for_ever(filled: Path, table: str, statement: str) -> None:
    data = "bytes" if table == "originals" else "record"
    connection = raw(filled)
    before = connection.execute(f"SELECT * FROM {table}").fetchall()
    with pytest.raises(sqlite3.IntegrityError, match="kept for ever"):
        connection.execute(statement.format(table=table, data=data))
    assert connection.execute(f"SELECT * FROM {table}").fetchall() == before
    connection.close()


def test_a_full_disk_is_said_and_what_was_stored_stays(path: Path) -> None:
    with open_store(path) as store:
        for capture in CAPTURES[:5]:
            store.add(capture)
        allow_more_pages(store, 3)
        stored = fill_up(store)
        assert 5 <= stored < len(CAPTURES)
        assert store.count() == stored
        allow_more_pages(store, 1000)
        assert store.add(CAPTURES[stored])
    with open_store(path) as store:
        assert store.count() == stored + 1
        assert [check for check in store.verify() if check.faults] == []


def test_a_full_disk_within_a_batch_leaves_the_store_whole(path: Path) -> None:
    with open_store(path) as store:
        store.add(CAPTURES[0])
        allow_more_pages(store, 3)
        with store.writing(every=4), pytest.raises(WorkspaceFull, match="no room"):
            for capture in CAPTURES:
                store.add(capture)
        stored = store.count()
        assert stored % 4 == 1
    with open_store(path) as store:
        assert store.count() == stored
        assert [check for check in store.verify() if check.faults] == []


@pytest.mark.parametrize("every", [1, 8])
def test_a_disk_that_refuses_at_the_commit_leaves_the_store_whole(path: Path, every: int) -> None:
    with open_store(path) as store:
        with (
            files_no_larger_than(200_000),
            pytest.raises(WorkspaceFull, match="can't be written"),
            store.writing(every=every),
        ):
            for number in range(1000):
                store.add(make_capture(f"{number}", original=random.Random(number).randbytes(3000)))
        stored = store.count()
        assert stored % every == 0
        assert 0 < stored < 1000
        assert store.add(CAPTURES[0])
    with open_store(path) as store:
        assert store.count() == stored + 1
        assert [check for check in store.verify() if check.faults] == []


@contextmanager
def files_no_larger_than(size: int) -> Iterator[None]:
    """What the system refuses to write beyond a limit fails like a full disk, after the database took it."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def allow_more_pages(store: SqliteStore, pages: int) -> None:
    """Let the file grow by so many pages and no further, as a disk would."""
    connection = store._session.connection
    now = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    connection.exec_driver_sql(f"PRAGMA max_page_count = {now + pages}")
    connection.rollback()


def fill_up(store: SqliteStore) -> int:
    """Add reports until there is no room; how many there are then."""
    for number, capture in enumerate(CAPTURES):
        try:
            store.add(capture)
        except WorkspaceFull as error:
            assert "Free space" in error.next_step
            return number
    return len(CAPTURES)


def test_ten_thousand_reports_are_added_quickly(path: Path) -> None:
    began = time.monotonic()
    with open_store(path) as store:
        with store.writing():
            for number in range(10_000):
                store.add(make_capture(f"Report {number}. A strike.", f"n{number}"))
        assert store.count() == 10_000
        assert sum(1 for _ in store.reports()) == 10_000
    assert time.monotonic() - began < 60


def as_version_one(path: Path) -> None:
    """The workspace as it was before it kept when reports came."""
    connection = raw(path)
    connection.execute("DROP TABLE arrivals")
    connection.execute("PRAGMA user_version = 1")
    connection.commit()
    connection.close()


def test_a_workspace_of_version_one_is_read_as_it_is_and_converted_when_it_is_written(filled: Path) -> None:
    as_version_one(filled)
    with open_store(filled, read_only=True) as store:
        assert store.count() == len(CAPTURES) + 1
        assert store.arrivals() == {}
    late = make_capture("The depot burned again.", "late")
    with open_store(filled) as store:
        store.add(late, "2024-01-05T10:00:00+00:00")
        assert store.arrivals() == {late.report.id: "2024-01-05T10:00:00+00:00"}
        assert [check for check in store.verify() if check.faults] == []
    connection = raw(filled)
    assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
    with pytest.raises(sqlite3.DatabaseError, match="kept for ever"):
        connection.execute("DELETE FROM arrivals")
    connection.close()
