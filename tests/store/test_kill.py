"""A run that is killed at any moment leaves a store that opens, is whole as far as it goes, and resumes."""

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from rashomon.errors import WorkspaceMissing
from rashomon.store import open_store
from tests.store.conftest import raw
from tests.store.writer import REPORTS, write

ROOT = Path(__file__).resolve().parents[2]


def kill_after(path: Path, seconds: float) -> bool:
    """Start the writer and kill it so long after it has begun; whether it was still at work."""
    command = [sys.executable, "-m", "tests.store.writer", str(path)]
    program = subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT)
    assert program.stdout is not None
    with program.stdout:
        assert program.stdout.readline() == b"ready\n"
        time.sleep(seconds)
        program.kill()
        return program.wait() != 0


def assert_whole(path: Path) -> tuple[int, int]:
    """Whether everything that is there is whole; how many reports and readings that is."""
    try:
        with open_store(path, read_only=True) as store:
            assert [check for check in store.verify() if check.faults] == []
            return store.count(), len(list(store.readings("v1")))
    except WorkspaceMissing:  # a slow machine may not have made it yet
        return 0, 0


@pytest.mark.parametrize("seed", range(2))
def test_a_killed_run_is_resumed(path: Path, seed: int) -> None:
    moments = random.Random(seed)
    killed, before = 0, (0, 0)
    for _ in range(5):
        killed += kill_after(path, moments.uniform(0.01, 0.15))
        now = assert_whole(path)
        assert now >= before, "something that was stored is gone"
        before = now
    assert killed
    with open_store(path) as store:
        write(store)
        assert (store.count(), len(list(store.readings("v1")))) == (REPORTS, REPORTS)
        assert store.ledger("done") is not None
    assert assert_whole(path) == (REPORTS, REPORTS)
    connection = raw(path)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    connection.close()


def test_a_run_that_is_killed_while_it_makes_the_workspace_is_no_obstacle(tmp_path: Path) -> None:
    for number in range(6):
        path = tmp_path / f"{number}.db"
        kill_after(path, number / 500)
        with open_store(path) as store:
            assert store.count() < REPORTS


def test_a_hot_journal_that_a_killed_run_left_is_mended_by_the_next(path: Path) -> None:
    """The file has the first pages of a workspace in it, the journal says that it had none."""
    code = (
        "import os, sqlite3, sys\n"
        "c = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "c.execute('PRAGMA cache_size = 1')\n"
        "c.execute('BEGIN')\n"
        "c.execute('PRAGMA application_id = 1382118248')\n"
        "for n in range(200): c.execute(f'CREATE TABLE t{n} (x)')\n"
        "os._exit(9)\n"
    )
    subprocess.run([sys.executable, "-c", code, str(path)], check=False)
    assert path.stat().st_size > 0
    assert path.with_name(f"{path.name}-journal").exists()
    with open_store(path) as store:
        assert store.count() == 0
