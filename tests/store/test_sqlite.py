"""What a workspace in an SQLite file keeps as it is: for ever, byte for byte, and from one version to the next."""

import sqlite3
import time
from pathlib import Path

import pytest

from rashomon.errors import (
    WorkspaceFull,
)
from rashomon.store import open_store
from rashomon.store.tables import SCHEMA_VERSION
from tests.store.conftest import raw
from tests.store.things import CAPTURES, JUDGEMENTS, SKIPPED, beside, make_capture


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
