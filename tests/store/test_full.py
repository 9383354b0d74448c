"""What a workspace does where the disk has no room."""

import random
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from rashomon.errors import (
    WorkspaceFull,
)
from rashomon.store import SqliteStore, open_store
from tests.store.things import CAPTURES, make_capture


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
