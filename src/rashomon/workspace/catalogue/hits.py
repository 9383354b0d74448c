"""Claims and reports in which words were found."""

import json
import sqlite3
from collections.abc import Callable

from rashomon.model import Account
from rashomon.model.codec import decode
from rashomon.workspace.catalogue.excerpts import excerpt
from rashomon.workspace.catalogue.reports import COLUMNS, report_row
from rashomon.workspace.catalogue.search import match_of, terms_of
from rashomon.workspace.rows import ClaimHit, Listing, ReportHit

CLAIMS = """
    SELECT incident.number AS place, incident.id AS id, sketch.title AS title, question, claim.record AS record
    FROM (SELECT rowid AS claim, rank FROM claim_words WHERE claim_words MATCH ? ORDER BY rank LIMIT ? OFFSET ?) AS found
    JOIN claim ON claim.number = found.claim JOIN incident ON incident.id = claim.incident
    JOIN sketch ON sketch.incident = claim.incident ORDER BY rank, claim.number"""
REPORTS = f"""
    SELECT {COLUMNS}
    FROM (SELECT rowid AS row, rank FROM report_words WHERE report_words MATCH ? AND rank MATCH 'bm25(4.0, 1.0, 1.0)'
        ORDER BY rank LIMIT ? OFFSET ?) AS found
    JOIN report ON report.number = found.row ORDER BY rank, number"""


def find_claims(connection: sqlite3.Connection, words: str, *, offset: int, limit: int) -> Listing[ClaimHit]:
    """A stretch of the claims in which the words stand, the closest first."""
    match, terms = match_of(words), terms_of(words)
    if match is None:
        return Listing(rows=(), offset=offset, total=0)
    rows = connection.execute(CLAIMS, (match, limit, offset)) if limit else ()
    found = []
    for row in rows:
        record = json.loads(row["record"])
        found.append(
            ClaimHit(
                number=row["place"],
                incident=row["id"],
                title=row["title"],
                question=row["question"],
                account=decode(Account, record["account"]),
                excerpt=excerpt(record["said"], terms),
            )
        )
    return Listing(rows=tuple(found), offset=offset, total=_count(connection, "claim_words", match))


def find_in_reports(
    connection: sqlite3.Connection, words: str, text_of: Callable[[str], str], *, offset: int, limit: int
) -> Listing[ReportHit]:
    """A stretch of the reports in which the words stand, the closest first; `text_of` gives the text of one."""
    match, terms = match_of(words), terms_of(words)
    if match is None:
        return Listing(rows=(), offset=offset, total=0)
    rows = connection.execute(REPORTS, (match, limit, offset)).fetchall() if limit else []
    found = tuple(ReportHit(report=report_row(row), excerpt=excerpt(text_of(row["id"]), terms)) for row in rows)
    return Listing(rows=found, offset=offset, total=_count(connection, "report_words", match))


def _count(connection: sqlite3.Connection, table: str, match: str) -> int:
    count: int = connection.execute(f"SELECT count(*) FROM {table} WHERE {table} MATCH ?", (match,)).fetchone()[0]
    return count
