"""What stages keep between runs: rows by kind and key, that any version may lack and that damage makes unusable."""

import sqlite3
from pathlib import Path

import pytest

from rashomon.errors import WorkspaceDamaged
from rashomon.store import Store, open_store


def test_rows_are_kept_by_kind_and_key_until_they_are_replaced_or_forgotten(store: Store) -> None:
    assert store.kept("a") == {}
    store.keep("a", {"1": b"one", "2": b"two"})
    store.keep("b", {"1": b"other"})
    store.keep("a", {"2": b"again", "3": b""})
    assert store.kept("a") == {"1": b"one", "2": b"again", "3": b""}
    assert store.kept("a", ["3", "1", "9"]) == {"1": b"one", "3": b""}
    store.forget("a", ["1", "9"])
    assert store.kept("a") == {"2": b"again", "3": b""}
    store.forget("a")
    assert (store.kept("a"), store.kept("b")) == ({}, {"1": b"other"})


def test_many_rows_are_kept_and_found(store: Store) -> None:
    rows = {str(n): str(n * n).encode() for n in range(1_700)}
    store.keep("many", rows)
    assert store.kept("many", [str(n) for n in range(0, 2_000, 2)]) == {k: v for k, v in rows.items() if not int(k) % 2}


def test_a_row_that_is_not_as_it_was_kept_is_told(tmp_path: Path) -> None:
    path = tmp_path / "w.db"
    with open_store(path) as store:
        store.keep("a", {"1": b"one", "2": b"two"})
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE kept SET record = substr(record, 1, 5) WHERE key = '1'")
    connection.close()
    with open_store(path) as store:
        assert store.kept("a", ["2"]) == {"2": b"two"}
        with pytest.raises(WorkspaceDamaged, match="a 1"):
            store.kept("a", ["1"])


def test_a_workspace_of_a_version_that_kept_nothing_is_read_and_gone_on_with(tmp_path: Path) -> None:
    path = tmp_path / "w.db"
    open_store(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("DROP TABLE kept")
    connection.close()
    with open_store(path, read_only=True) as store:
        assert store.kept("a") == {}
    with open_store(path) as store:
        store.keep("a", {"1": b"one"})
        assert store.kept("a") == {"1": b"one"}
