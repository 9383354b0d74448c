"""The incidents that a filter asks for, from the catalogue."""

import json
import sqlite3
from collections.abc import Iterator

from rashomon.codebook.folding import load_folding
from rashomon.model import Incident
from rashomon.model.codec import decode
from rashomon.publish.timeline import Toll
from rashomon.workspace.catalogue.search import match_of
from rashomon.workspace.filters import IncidentFilter, Order
from rashomon.workspace.rows import IncidentRow, Listing

Condition = tuple[str, tuple[object, ...]]
ORDERS: dict[Order, str] = {
    "table": "number",
    "newest": "first IS NULL, first DESC, number",
    "oldest": "first IS NULL, first, number",
    "disputed": "disputed DESC, main DESC, number",
    "reports": "reports DESC, number",
}
COLUMNS = "number, head, accounts, disputed, reviewed, origins"
TABLE = "incident JOIN whole ON whole.incident = incident.id"
TOLD_WORDS = """id IN (
    SELECT incident FROM claim WHERE number IN (SELECT rowid FROM claim_words WHERE claim_words MATCH ?)
    UNION SELECT told.incident FROM told JOIN report ON report.id = told.report
        WHERE report.number IN (SELECT rowid FROM report_words WHERE report_words MATCH ?))"""


def find_incidents(
    connection: sqlite3.Connection, wanted: IncidentFilter, *, offset: int, limit: int
) -> Listing[IncidentRow]:
    """A stretch of the incidents that are wanted."""
    where, values = condition_of(wanted)
    # What rows hold is read for those that are shown alone.
    rows = connection.execute(
        f"WITH found AS (SELECT *, count(*) OVER () AS total FROM incident WHERE {where} "
        f"ORDER BY {ORDERS[wanted.order]} LIMIT ? OFFSET ?) "
        f"SELECT {COLUMNS}, total FROM found JOIN whole ON whole.incident = found.id ORDER BY {ORDERS[wanted.order]}",
        [*values, limit, offset],
    ).fetchall()
    if rows or (limit and not offset):  # the rows tell how many there are; only behind the last one nothing does
        total = rows[0]["total"] if rows else 0
    else:
        total = connection.execute(f"SELECT count(*) FROM incident WHERE {where}", values).fetchone()[0]
    return Listing(rows=tuple(map(incident_row, rows)), offset=offset, total=total)


def condition_of(wanted: IncidentFilter) -> Condition:
    """What rows of the table of incidents must fulfil, as SQL with its values."""
    conditions = list(_conditions(wanted))
    where = " AND ".join(condition for condition, _ in conditions) or "1"
    return where, tuple(value for _, given in conditions for value in given)


def incident_row(row: sqlite3.Row) -> IncidentRow:
    """A row of the table as a row of a list."""
    head = json.loads(row["head"])
    return IncidentRow(
        number=row["number"],
        incident=decode(Incident, head["incident"]),
        tolls=tuple(decode(Toll, toll) for toll in head["tolls"]),
        accounts=row["accounts"],
        disputed=row["disputed"],
        reviewed=row["reviewed"],
        origins=row["origins"],
    )


def incident_rows(connection: sqlite3.Connection, ids: list[str]) -> tuple[IncidentRow, ...]:
    """Some incidents by their ids, in the order of the table; ids that are not there are left out."""
    rows = connection.execute(
        f"SELECT {COLUMNS} FROM {TABLE} WHERE id IN ({', '.join('?' * len(ids))}) ORDER BY number", ids
    )
    return tuple(map(incident_row, rows))


def told_in(connection: sqlite3.Connection, report: str) -> tuple[IncidentRow, ...]:
    """The incidents that a report tells of."""
    ids = [row["incident"] for row in connection.execute("SELECT incident FROM told WHERE report = ?", (report,))]
    return incident_rows(connection, ids)


def known_as(connection: sqlite3.Connection, id: str) -> str:
    """The id of the incident that has this one, or had it before a report came in; raises KeyError for none."""
    asked = "SELECT id FROM incident WHERE id = :id UNION ALL SELECT incident FROM former WHERE id = :id LIMIT 1"
    for row in connection.execute(asked, {"id": id}):
        return str(row["id"])
    raise KeyError(id)


def incident_of(connection: sqlite3.Connection, account: str) -> str:
    """The incident that an account is about; raises KeyError for none."""
    for row in connection.execute("SELECT incident FROM claim WHERE account = ?", (account,)):
        return str(row["incident"])
    raise KeyError(account)


def answering(connection: sqlite3.Connection, id: str) -> tuple[list[str], list[str]]:
    """The incidents that one answers, and those that answer it."""
    back = connection.execute("SELECT other FROM answers WHERE incident = ?", (id,))
    forth = connection.execute("SELECT incident FROM answers WHERE other = ?", (id,))
    return [row["other"] for row in back], [row["incident"] for row in forth]


def record_of(connection: sqlite3.Connection, id: str) -> bytes:
    """The packed incident; raises KeyError where there is none."""
    for row in connection.execute("SELECT record FROM whole WHERE incident = ?", (id,)):
        return bytes(row["record"])
    raise KeyError(id)


def _conditions(wanted: IncidentFilter) -> Iterator[Condition]:
    if wanted.words and (match := match_of(wanted.words)):
        yield TOLD_WORDS, (match, match)
    yield from _names(wanted)
    if wanted.type:
        yield "type = ?", (wanted.type,)
    if wanted.since:
        yield "last >= ?", (wanted.since.isoformat(),)
    if wanted.until:
        yield "first <= ?", (wanted.until.isoformat(),)
    if wanted.origins:
        yield "origins >= ?", (wanted.origins,)
    for asked, condition in ((wanted.disputed, "disputed"), (wanted.unreviewed, "NOT reviewed"), (wanted.main, "main")):
        if asked:
            yield condition, ()


def _names(wanted: IncidentFilter) -> Iterator[Condition]:
    """Each word must stand in one name of the role."""
    asked = (
        (wanted.place, "'place'"),
        (wanted.actor, "'initiator', 'target', 'claimant'"),
        (wanted.claimant, "'claimant'"),
    )
    for words, roles in asked:
        parts = load_folding().fold(words or "").split()
        if parts:
            likes = " AND ".join("key LIKE ? ESCAPE '\\'" for _ in parts)
            yield (
                f"id IN (SELECT incident FROM named WHERE role IN ({roles}) AND {likes})",
                tuple(f"%{_literal(part)}%" for part in parts),
            )


def _literal(part: str) -> str:
    return part.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
