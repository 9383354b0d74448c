"""Reports from the catalogue: their list, and who copied whom among them."""

import json
import sqlite3

from rashomon.model import ReportHeading, TimeInterval
from rashomon.model.codec import Json, decode
from rashomon.workspace.catalogue.packing import unpacked
from rashomon.workspace.catalogue.search import match_of
from rashomon.workspace.rows import Listing, ReportRow

COLUMNS = "*, (SELECT count(*) FROM told WHERE told.report = report.id) AS incidents"
FOUND = "number IN (SELECT rowid FROM report_words WHERE report_words MATCH ?)"


def find_reports(connection: sqlite3.Connection, words: str | None, *, offset: int, limit: int) -> Listing[ReportRow]:
    """A stretch of the reports in which the words stand, or of all, the latest first and those without a date last."""
    match = match_of(words or "")
    where, values = (FOUND, [match]) if match else ("1", [])
    total = connection.execute(f"SELECT count(*) FROM report WHERE {where}", values).fetchone()[0]
    rows = connection.execute(
        f"SELECT {COLUMNS} FROM report WHERE {where} ORDER BY day IS NULL, day DESC, name, id LIMIT ? OFFSET ?",
        [*values, limit, offset],
    )
    return Listing(rows=tuple(map(report_row, rows)), offset=offset, total=total)


def report_rows(connection: sqlite3.Connection, ids: list[str]) -> tuple[ReportRow, ...]:
    """Some reports by their ids, by date."""
    rows = connection.execute(
        f"SELECT {COLUMNS} FROM report WHERE id IN ({', '.join('?' * len(ids))}) ORDER BY day IS NULL, day, name, id",
        ids,
    )
    return tuple(map(report_row, rows))


def report_row(row: sqlite3.Row) -> ReportRow:
    """A row of the table as a row of a list."""
    return ReportRow(
        id=row["id"],
        name=row["name"],
        outlet=row["outlet"],
        title=row["title"],
        begins=row["begins"],
        published=decode(TimeInterval, json.loads(row["published"])),
        language=row["language"],
        agency=row["agency"],
        readable=bool(row["readable"]),
        characters=row["characters"],
        incidents=row["incidents"],
    )


def heading(row: ReportRow) -> ReportHeading:
    """The report as a ledger lists it."""
    return ReportHeading(id=row.id, name=row.name, outlet=row.outlet, title=row.title, published=row.published)


def lineage_of(connection: sqlite3.Connection, reports: list[str]) -> dict[str, list[Json]]:
    """The families of copies, borrowed passages and versions of pages that concern any of some reports, as JSON."""
    found: dict[str, list[Json]] = {"lineage": [], "borrowed": [], "pages": []}
    rows = connection.execute(
        "SELECT kind, record FROM lineage WHERE number IN (SELECT lineage FROM lineage_report WHERE report IN "
        f"({', '.join('?' * len(reports))})) ORDER BY number",
        reports,
    )
    for row in rows:
        found[row["kind"]].append(unpacked(row["record"]))
    return found
