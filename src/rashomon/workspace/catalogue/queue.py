"""What needs a person: disputes, joins that are not sure, actors that the codebook lacks, and cells read with little confidence.

An item is named by what no judgement changes: a cell by the words that it rests on and where they stand, an actor by its
id, a join by its two incidents. So a decision finds its cell again after the ledger was laid anew.
"""

import json
import sqlite3
from collections.abc import Collection, Iterator

from rashomon.model import Account, Anchor, Incident, content_id
from rashomon.model.codec import Json
from rashomon.workspace.rows import Listing, QueueItem, QueueKind

DOUBT = 0.65
"""A cell is read with little confidence where none of its pieces of evidence reaches this."""
LOCAL = "local."
KINDS: tuple[QueueKind, ...] = ("dispute", "join", "actor", "doubt")
"""In the order in which the queue has them; within one, in the order of the table of incidents."""
WAITING = f"""
INSERT INTO waiting (item, kind, incident, question, account, other)
SELECT item, kind, incident, question, account, other FROM (
    SELECT queue.*, min(incident.number) AS first FROM queue JOIN incident ON incident.id = queue.incident GROUP BY item)
ORDER BY CASE kind {" ".join(f"WHEN '{kind}' THEN {place}" for place, kind in enumerate(KINDS))} END, first, place, item"""
OF_KIND = "(:kind IS NULL OR kind = :kind)"
DONE = "item IN (SELECT value FROM json_each(:done))"


def item_of(anchor: Anchor) -> str:
    """The name of the item that is about the cell or the actor which an anchor names."""
    if anchor.kind == "actor":
        return content_id("q", "actor", anchor.actor)
    return _cell(anchor.question, anchor.report, anchor.start, anchor.quote)


def join_of(one: str, other: str) -> str:
    """The name of the item that asks whether two incidents are one."""
    return "~".join(sorted((one, other)))


def put_waiting(connection: sqlite3.Connection, data: Json, incident: Incident) -> None:
    """Write what in one incident waits for a person, and what its cells are anchored to."""
    anchored: list[tuple[str, str, str]] = []
    waiting: list[tuple[object, ...]] = []
    for place, (question, account, anchors, kind) in enumerate(_cells(data, incident)):
        anchored += [(anchor, incident.id, account.id) for anchor in anchors]
        if kind and anchors:
            actor = account.claimant.actor if kind == "actor" and account.claimant else None
            item = content_id("q", "actor", actor) if actor else anchors[0]
            waiting.append((item, kind, incident.id, question, account.id, actor, place))
    connection.executemany("INSERT OR IGNORE INTO anchored VALUES (?, ?, ?)", anchored)
    connection.executemany("INSERT OR IGNORE INTO queue VALUES (?, ?, ?, ?, ?, ?, ?)", waiting)


def put_in_order(connection: sqlite3.Connection) -> None:
    """Lay out anew what waits, each item once, in the order of the queue."""
    connection.execute("DELETE FROM waiting")
    connection.execute(WAITING)


def find_waiting(
    connection: sqlite3.Connection, kind: QueueKind | None, done: Collection[str], *, offset: int, limit: int
) -> Listing[QueueItem]:
    """A stretch of what waits; `done` are items that are judged already."""
    given = {"kind": kind, "done": json.dumps(sorted(done)), "limit": limit, "offset": offset}
    # Few of many are done: counting all and taking those off needs no look at each.
    every = connection.execute(f"SELECT count(*) FROM waiting WHERE {OF_KIND}", given).fetchone()[0]
    gone = connection.execute(f"SELECT count(*) FROM waiting WHERE {DONE} AND {OF_KIND}", given).fetchone()[0]
    rows = connection.execute(
        f"SELECT * FROM waiting WHERE NOT {DONE} AND {OF_KIND} ORDER BY number LIMIT :limit OFFSET :offset", given
    )
    return Listing(rows=tuple(map(_item, rows)), offset=offset, total=every - gone)


def waiting_ids(connection: sqlite3.Connection, kind: QueueKind | None, done: Collection[str]) -> list[str]:
    """The names of all items in their order."""
    asked = f"SELECT item FROM waiting WHERE {OF_KIND} ORDER BY number"
    return [item for (item,) in connection.execute(asked, {"kind": kind}) if item not in done]


def item_named(connection: sqlite3.Connection, item: str) -> QueueItem:
    """One item; the name of a cell that waits no more leads to the cell. Raises KeyError where there is none."""
    for row in connection.execute("SELECT * FROM waiting WHERE item = ?", (item,)):
        return _item(row)
    asked = (
        "SELECT anchored.*, question FROM anchored JOIN claim USING (account, incident) WHERE anchor = ? "
        "ORDER BY account LIMIT 1"
    )
    for row in connection.execute(asked, (item,)):
        return QueueItem(
            item=item, kind="doubt", incident=row["incident"], question=row["question"], account=row["account"]
        )
    raise KeyError(item)


def _item(row: sqlite3.Row) -> QueueItem:
    return QueueItem(
        item=row["item"],
        kind=row["kind"],
        incident=row["incident"],
        question=row["question"],
        account=row["account"],
        other=row["other"],
    )


def _cell(question: str | None, report: str | None, start: int, quote: str) -> str:
    return content_id("q", "cell", question, report, start, quote)


def _cells(data: Json, incident: Incident) -> Iterator[tuple[str, Account, list[str], QueueKind | None]]:
    """Each account with the names of its anchors and why it needs a person, if it does."""
    for answered, full in zip(incident.questions, data["questions"], strict=True):
        parted = {account for pair in answered.between for account in pair}
        for account, complete in zip(answered.accounts, full["accounts"], strict=True):
            evidence = complete["evidence"]
            anchors = [_cell(answered.question, one["report"], one["span"][0], one["span"][2]) for one in evidence]
            sure = max((one["confidence"] for one in evidence), default=1.0)
            yield answered.question, account, anchors, _kind(account, parted, sure)


def _kind(account: Account, parted: Collection[str], sure: float) -> QueueKind | None:
    if account.verdicts:
        return None
    if account.id in parted:
        return "dispute"
    if account.claimant is not None and (account.claimant.actor or "").startswith(LOCAL):
        return "actor"
    return "doubt" if sure < DOUBT else None
