"""What a workspace does with other writers, with other programs, and with rights that it lacks."""

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from rashomon.errors import (
    WorkspaceFull,
    WorkspaceLocked,
    WorkspaceUnusable,
)
from rashomon.store import open_store
from tests.store.conftest import raw
from tests.store.things import CAPTURES, READINGS, beside


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
