"""A ledger is kept in parts: what a new one has in common with the one before stays as it is."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from rashomon.errors import WorkspaceDamaged
from rashomon.model import Ledger
from rashomon.store import Store, open_store
from rashomon.store.records import pack, verbatim
from tests.store.conftest import raw
from tests.store.things import CAPTURES, make_ledger

ONE, TWO = CAPTURES[:2]


def filled(store: Store) -> tuple[Ledger, Ledger]:
    """A ledger, and one with an incident more."""
    store.add(ONE)
    store.add(TWO)
    more, one = make_ledger(TWO), make_ledger(ONE)
    other = replace(more.incidents[0], id="x2")
    return one, replace(one, reports=(*one.reports, *more.reports), incidents=(*one.incidents, other))


def parts(path: Path) -> dict[str, bytes]:
    connection = sqlite3.connect(path)
    found = dict(connection.execute("SELECT key, record FROM kept WHERE kind = 'ledger.part'").fetchall())
    connection.close()
    return found


def test_a_new_ledger_leaves_the_parts_that_it_shares_with_the_one_before(path: Path) -> None:
    with open_store(path) as store:
        one, both = filled(store)
        store.put_ledger(one, "1")
        before = parts(path)
        store.put_ledger(both, "2")
        after = parts(path)
        assert store.ledger("2") == both
        assert store.ledger_key() == "2"
        assert store.ledger_json() == verbatim(both)
        assert before.items() < after.items()
        store.put_ledger(one, "3")
        assert (store.ledger("3"), parts(path)) == (one, before)
        store.drop_ledger()
        assert (store.ledger(), store.ledger_key(), parts(path)) == (None, None, {})


def test_a_ledger_that_an_earlier_version_put_in_one_piece_is_read(path: Path) -> None:
    with open_store(path) as store:
        one, both = filled(store)
    connection = raw(path)
    connection.execute("INSERT INTO ledgers VALUES ('old', ?)", (pack(verbatim(both)),))
    connection.close()
    with open_store(path) as store:
        assert store.ledger("old") == both
        assert [check.faults for check in store.verify() if check.subject == "ledger"] == [()]
        store.put_ledger(one, "new")
        assert store.ledger() == one


@pytest.mark.parametrize("spoil", ["UPDATE kept SET record = x'00'", "DELETE FROM kept"])
def test_a_part_that_is_damaged_or_gone_is_told(path: Path, spoil: str) -> None:
    with open_store(path) as store:
        store.put_ledger(filled(store)[1], "1")
    connection = raw(path)
    connection.execute(spoil)
    connection.close()
    with open_store(path) as store:
        assert [bool(check.faults) for check in store.verify() if check.subject == "ledger"] == [True]
        with pytest.raises(WorkspaceDamaged):
            store.ledger()
