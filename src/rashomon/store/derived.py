"""Rows that a stage keeps between runs: derived from what is stored, checked by a sum, and never the only copy."""

from collections.abc import Iterable, Mapping
from itertools import islice
from zlib import crc32

from sqlalchemy import bindparam, delete, insert, select

from rashomon.errors import WorkspaceDamaged
from rashomon.store.session import Session
from rashomon.store.tables import kept as table

SUM_BYTES = 4
AT_ONCE = 500
"""Keys in one query."""


def kept(session: Session, kind: str, keys: Iterable[str] | None) -> dict[str, bytes]:
    """The rows of a kind that are there; raises `WorkspaceDamaged` for one that is not as it was kept."""
    if not session.has(table):
        return {}
    c = table.c
    query = select(c.key, c.record).where(c.kind == kind)
    if keys is None:
        return {key: _whole(record, f"{kind} {key}") for key, record in session.rows(query)}
    found: dict[str, bytes] = {}
    waiting = iter(keys)
    while some := list(islice(waiting, AT_ONCE)):
        rows = session.rows(query.where(c.key.in_(some)))
        found.update((key, _whole(record, f"{kind} {key}")) for key, record in rows)
    return found


def keep(session: Session, kind: str, rows: Mapping[str, bytes]) -> None:
    """Put rows in the place of what stands under their keys."""
    if rows:
        forget(session, kind, rows)
        records = [{"kind": kind, "key": key, "record": summed(row)} for key, row in rows.items()]
        with session.writes() as connection:
            connection.execute(insert(table), records)


def forget(session: Session, kind: str, keys: Iterable[str] | None) -> None:
    """Take rows of a kind away."""
    gone = delete(table).where(table.c.kind == kind)
    with session.writes() as connection:
        if keys is None:
            connection.execute(gone)
        elif named := [{"gone": key} for key in keys]:
            connection.execute(gone.where(table.c.key == bindparam("gone")), named)


def summed(row: bytes) -> bytes:
    """A row with the sum by which it is seen whether it is whole."""
    return crc32(row).to_bytes(SUM_BYTES, "big") + row


def _whole(record: bytes, where: str) -> bytes:
    row = record[SUM_BYTES:]
    if summed(row) != record:
        raise WorkspaceDamaged(f"What was kept of {where} is damaged.", "The next run makes it anew.")
    return row
