"""How the ledger is kept: what it lists, each part under a hash of itself, so that a new ledger writes what is new in it.

The row of the ledger itself holds the rest, and the hashes in their order. A workspace of an earlier version has all in
that row.
"""

from sqlalchemy import bindparam, delete, insert, select

from rashomon.errors import WorkspaceDamaged
from rashomon.model import Ledger, sha256_hex
from rashomon.model.codec import Json
from rashomon.store import tables
from rashomon.store.at_hand import ReportsAtHand
from rashomon.store.derived import kept, summed
from rashomon.store.records import as_bytes, compress, damage_named, pack, unpack, verbatim
from rashomon.store.session import Session

LISTED = ("incidents", "lineage", "borrowed", "pages")
"""The fields whose items are parts."""
KIND = "ledger.part"
DIGITS = 32
"""Hex digits of a part's hash."""


def put_whole(session: Session, reports: ReportsAtHand, ledger: Ledger, key: str) -> None:
    """Keep a ledger in place of the one before; raises `SpanMistaken` where a span is not its report's own text.

    Parts that are there already were held against their reports when they were put there.
    """
    data, parts = verbatim(ledger), dict[str, bytes]()
    stored = _stored(session)
    there = stored if _is_whole(session) else set[str]()
    fresh = []
    for name in LISTED:
        listed = []
        for item in data[name]:
            written = as_bytes(item)
            digest = sha256_hex(written)[:DIGITS]
            listed.append(digest)
            if digest not in there and digest not in parts:
                parts[digest] = summed(compress(written))
                fresh.append(item)
        data[name] = listed
    reports.anchor(fresh, "The ledger")
    gone = stored - there.intersection(digest for name in LISTED for digest in data[name])
    c = tables.kept.c
    with session.writes() as connection:
        connection.execute(delete(tables.ledgers))
        connection.execute(insert(tables.ledgers), {"key": key, "record": pack(data)})
        if gone:
            away = delete(tables.kept).where(c.kind == KIND, c.key == bindparam("gone"))
            connection.execute(away, [{"gone": digest} for digest in sorted(gone)])
        if parts:
            rows = [{"kind": KIND, "key": digest, "record": record} for digest, record in parts.items()]
            connection.execute(insert(tables.kept), rows)


def whole(session: Session, key: str | None = None) -> Json | None:
    """The ledger as verbatim JSON; None where there is none yet or it was not computed from what `key` says.

    Raises `WorkspaceDamaged` where it is not as it was put there.
    """
    c = tables.ledgers.c
    for made_of, record in session.rows(select(c.key, c.record)):
        if key not in (None, made_of):
            return None
        with damage_named("ledger"):
            data = unpack(record)
            if any(isinstance(item, str) for name in LISTED for item in data.get(name, ())):
                parts = kept(session, KIND, None)
                data |= {name: [unpack(parts[digest]) for digest in data[name]] for name in LISTED}
            return data
    return None


def drop(session: Session) -> None:
    """Take the ledger away, with all that was kept of it."""
    with session.writes() as connection:
        connection.execute(delete(tables.ledgers))
        connection.execute(delete(tables.kept).where(tables.kept.c.kind == KIND))


def _stored(session: Session) -> set[str]:
    if not session.has(tables.kept):
        return set()
    return {digest for (digest,) in session.rows(select(tables.kept.c.key).where(tables.kept.c.kind == KIND))}


def _is_whole(session: Session) -> bool:
    """Whether every part is as it was put there; one that isn't has to be put there again."""
    try:
        kept(session, KIND, None)
    except WorkspaceDamaged:
        return False
    return True
