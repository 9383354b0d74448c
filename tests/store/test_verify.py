"""Everything that can be altered in a workspace is noticed, and named."""

import sqlite3
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from rashomon.errors import WorkspaceDamaged
from rashomon.store import open_store
from rashomon.store.derived import SUM_BYTES, summed
from rashomon.store.records import pack, unpack
from tests.store.conftest import raw
from tests.store.things import CAPTURES

ID = CAPTURES[5].report.id
EVIDENCE = CAPTURES[0].report.id
"""A report that the ledger names; the other is in no ledger."""


def unguarded(connection: sqlite3.Connection) -> None:
    """Drop the triggers, as somebody would who wants to alter what is kept for ever."""
    for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        connection.execute(f"DROP TRIGGER {name}")


def rewrite(connection: sqlite3.Connection, table: str, where: str, old: str, new: str) -> None:
    """Put other words into a record without breaking its packing."""
    (record,) = connection.execute(f"SELECT record FROM {table} WHERE {where}").fetchone()
    data = unpack(record)
    altered = pack(swapped(data, old, new))
    assert altered != record
    connection.execute(f"UPDATE {table} SET record = ? WHERE {where}", (altered,))


def rewrite_ledger(connection: sqlite3.Connection, old: str, new: str) -> None:
    """Put other words into whatever part of the ledger has them, with a sum that is right."""
    altered = 0
    for key, record in connection.execute("SELECT key, record FROM kept WHERE kind = 'ledger.part'").fetchall():
        data = unpack(record[SUM_BYTES:])
        if swapped(data, old, new) != data:
            row = summed(pack(swapped(data, old, new)))
            connection.execute("UPDATE kept SET record = ? WHERE kind = 'ledger.part' AND key = ?", (row, key))
            altered += 1
    assert altered


def swapped(data: object, old: str, new: str) -> object:
    if isinstance(data, dict):
        return {key: swapped(value, old, new) for key, value in data.items()}
    if isinstance(data, list):
        return [swapped(value, old, new) for value in data]
    return data.replace(old, new) if isinstance(data, str) else data


Harm = Callable[[sqlite3.Connection], object]
HARMS: dict[str, tuple[str, Harm]] = {
    "other bytes": (
        f"original of {ID}",
        lambda c: c.execute("UPDATE originals SET bytes = ? WHERE report = ?", (zlib.compress(b"other"), ID)),
    ),
    "bytes that don't unpack": (
        f"original of {ID}",
        lambda c: c.execute("UPDATE originals SET bytes = x'0102' WHERE report = ?", (ID,)),
    ),
    "no report": ("file", lambda c: c.execute("DELETE FROM reports WHERE id = ?", (ID,))),
    "no bytes": (f"original of {ID}", lambda c: c.execute("DELETE FROM originals WHERE report = ?", (ID,))),
    "another hash": (
        f"original of {ID}, report {ID}",
        lambda c: c.execute("UPDATE reports SET sha256 = 'f' WHERE id = ?", (ID,)),
    ),
    "another text": (f"report {ID}", lambda c: rewrite(c, "reports", f"id = '{ID}'", "depot", "house")),
    "another id in the record": (f"report {ID}", lambda c: rewrite(c, "reports", f"id = '{ID}'", ID, "r1")),
    "a report that doesn't decode": (f"report {ID}", lambda c: rewrite(c, "reports", f"id = '{ID}'", "stated", "sure")),
    "other words in a reading": (
        f"reading of {ID} by v1",
        lambda c: rewrite(c, "readings", f"report = '{ID}'", "officials", "officers!"),
    ),
    "a reading that doesn't decode": (
        f"reading of {ID} by v1",
        lambda c: rewrite(c, "readings", f"report = '{ID}'", "asserts", "sings"),
    ),
    "a reading that doesn't unpack": (
        f"reading of {ID} by v1",
        lambda c: c.execute("UPDATE readings SET record = x'78' WHERE report = ?", (ID,)),
    ),
    "a judgement under another id": (
        "judgement 1",
        lambda c: c.execute("UPDATE judgements SET id = 'j9' WHERE number = 1"),
    ),
    "a judgement that doesn't decode": (
        "judgement 2",
        lambda c: rewrite(c, "judgements", "number = 2", "accept", "shrug"),
    ),
    "other words in the ledger": ("ledger", lambda c: rewrite_ledger(c, "killed", "harmed")),
    "evidence of no report": ("ledger", lambda c: rewrite_ledger(c, EVIDENCE, "r1")),
    "a ledger that has lost a part": ("ledger", lambda c: c.execute("DELETE FROM kept WHERE kind = 'ledger.part'")),
    "a ledger that doesn't unpack": ("ledger", lambda c: c.execute("UPDATE ledgers SET record = x'78'")),
    "a skipped input that doesn't unpack": (
        "skipped 1",
        lambda c: c.execute("UPDATE skipped SET record = x'' WHERE number = 1"),
    ),
}


@pytest.mark.parametrize(("where", "harm"), HARMS.values(), ids=HARMS)
def test_what_was_altered_is_named(filled: Path, where: str, harm: Harm) -> None:
    connection = raw(filled)
    unguarded(connection)
    harm(connection)
    connection.close()
    with open_store(filled, read_only=True) as store:
        faults = [fault for check in store.verify() for fault in check.faults]
    assert {fault.where for fault in faults} == set(where.split(", "))
    assert all(fault.what.endswith((".", ")")) for fault in faults)


def test_pages_that_the_database_finds_broken_are_a_fault_of_the_file(filled: Path) -> None:
    with filled.open("r+b") as file:
        file.seek(filled.stat().st_size - 3 * 4096)
        file.write(b"\xff" * 3 * 4096)
    with open_store(filled, read_only=True) as store:
        faults = [fault for check in store.verify() for fault in check.faults]
    assert "file" in {fault.where for fault in faults}


def test_a_record_that_was_altered_is_not_read_as_if_it_were_sound(filled: Path) -> None:
    connection = raw(filled)
    unguarded(connection)
    rewrite(connection, "reports", f"id = '{ID}'", "depot", "house")
    connection.close()
    with (
        open_store(filled, read_only=True) as store,
        pytest.raises(WorkspaceDamaged, match="rashomon verify") as caught,
    ):
        store.reading(ID, "v1")
    assert ID in caught.value.what
