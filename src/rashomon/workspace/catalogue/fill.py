"""Bringing the catalogue up to the workspace: new reports, and the incidents that are not what they were."""

import json
import sqlite3
from collections.abc import Callable, Iterator
from textwrap import shorten
from typing import TypeAlias

from rashomon.codebook.folding import load_folding
from rashomon.model import Report, content_id, sha256_hex
from rashomon.model.codec import Json, encode
from rashomon.store import Store
from rashomon.workspace.catalogue.entries import OF_INCIDENT, put_incident, remove_incident
from rashomon.workspace.catalogue.joins import put_joins
from rashomon.workspace.catalogue.names import note, noted, put_speakers
from rashomon.workspace.catalogue.origins import ReportOrigins
from rashomon.workspace.catalogue.packing import packed, written
from rashomon.workspace.catalogue.queue import put_in_order

Listener: TypeAlias = Callable[[str, int, int], None]
"""Told of "reports", then of "incidents", how many are laid out and how many there are."""
EMPTY: dict[str, list[Json]] = {"incidents": [], "lineage": [], "borrowed": [], "pages": [], "unanchored": []}
INSERT_REPORT = (
    "INSERT INTO report (id, name, outlet, title, begins, published, day, language, agency, readable, characters) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
INSERT_WORDS = "INSERT INTO report_words (rowid, title, outlet, body) VALUES (?, ?, ?, ?)"
BEGINNING = 100
LOOKED_AT = 2_000
SAMPLE = 64
"""Pieces of evidence by which it is told whose readings a ledger rests on."""


def fill(connection: sqlite3.Connection, store: Store, state: str, listen: Listener) -> None:
    """Write what a store holds, inside the caller's transaction; what is there already stays as it is."""
    _add_reports(connection, store, listen)
    ledger_key = state.partition(".")[0]
    if noted(connection, "ledger") != ledger_key:
        _put_ledger(connection, store, listen)
        note(connection, "ledger", ledger_key)
    note(connection, "state", state)


def _put_ledger(connection: sqlite3.Connection, store: Store, listen: Listener) -> None:
    ledger = store.ledger_json() or EMPTY
    _put_lineage(connection, ledger)
    origins = ReportOrigins(connection, ledger)
    known = {row["id"]: row["digest"] for row in connection.execute("SELECT id, digest FROM incident")}
    for id in known.keys() - {incident["id"] for incident in ledger["incidents"]}:
        remove_incident(connection, id)
    for number, incident in enumerate(ledger["incidents"], 1):
        listen("incidents", number, len(ledger["incidents"]))
        count = origins.count(role["id"] for role in incident["reports"])
        record = written(incident)
        digest = sha256_hex(record + str(count).encode())
        if known.get(incident["id"]) == digest:
            connection.execute("UPDATE incident SET number = ? WHERE id = ?", (number, incident["id"]))
            continue
        if incident["id"] in known:
            remove_incident(connection, incident["id"])
        put_incident(connection, incident, record, number=number, digest=digest, origins=count)
    put_speakers(connection)
    reader = _reader_of(store, ledger)
    put_joins(connection, store, ledger, reader)
    put_in_order(connection)
    note(connection, "reader", reader)
    note(connection, "cycles", json.dumps(ledger.get("cycles", [])))
    note(connection, "unanchored", json.dumps(ledger["unanchored"]))


def _add_reports(connection: sqlite3.Connection, store: Store, listen: Listener) -> None:
    """The reports that are not in it yet; a report never changes, so the others are as they were."""
    known = {row["id"] for row in connection.execute("SELECT id FROM report")}
    ids = store.ids()
    if known - set(ids):  # another workspace stands where the one was that this catalogue was made from
        _empty(connection)
        known = set()
    fold = load_folding().fold
    new = [id for id in ids if id not in known]
    for done, id in enumerate(new):
        listen("reports", done, len(new))
        report = store.report(id)
        number = connection.execute(INSERT_REPORT, _report_row(report)).lastrowid
        words = (fold(report.title or ""), fold(f"{report.outlet or ''} {report.name}"), fold(report.text))
        connection.execute(INSERT_WORDS, (number, *words))


def _empty(connection: sqlite3.Connection) -> None:
    for table in ("report", "incident", *OF_INCIDENT, "claim", "claim_words", "compared", "waiting"):
        connection.execute(f"DELETE FROM {table}")
    connection.execute("INSERT INTO report_words (report_words) VALUES ('delete-all')")
    for name in ("ledger", "lineage"):
        note(connection, name, "")


def _report_row(report: Report) -> tuple[object, ...]:
    first = report.published.start or report.published.end
    return (
        report.id,
        report.name,
        report.outlet,
        report.title,
        _beginning(report),
        json.dumps(encode(report.published)),
        first.isoformat() if first else None,
        report.language,
        report.agency,
        report.readable,
        len(report.text),
    )


def _beginning(report: Report) -> str:
    """The first words of the text that are no furniture of the page."""
    text = report.text[:LOOKED_AT]
    for span in sorted(report.furniture, key=lambda span: -span.start):
        text = text[: span.start] + text[span.end :]
    # More words than there is room for: `shorten` takes long over a whole text.
    return shorten(" ".join(text.split()[:BEGINNING]), BEGINNING, placeholder=" …")


def _put_lineage(connection: sqlite3.Connection, ledger: Json) -> None:
    """Families of copies, borrowed passages and versions of pages, each found by the reports that it concerns."""
    digest = content_id("l", json.dumps([ledger[kind] for kind in ("lineage", "borrowed", "pages")]))
    if noted(connection, "lineage") == digest:
        return
    connection.execute("DELETE FROM lineage")
    connection.execute("DELETE FROM lineage_report")
    for kind, record, reports in _lineages(ledger):
        number = connection.execute(
            "INSERT INTO lineage (kind, record) VALUES (?, ?)", (kind, packed(written(record)))
        ).lastrowid
        connection.executemany(
            "INSERT OR IGNORE INTO lineage_report VALUES (?, ?)", [(report, number) for report in reports]
        )
    note(connection, "lineage", digest)


def _lineages(ledger: Json) -> Iterator[tuple[str, Json, list[str]]]:
    for family in ledger["lineage"]:
        yield "lineage", family, family["reports"]
    for descent in ledger["borrowed"]:
        yield "borrowed", descent, [descent["copy"], descent["source"]]
    for page in ledger["pages"]:
        yield "pages", page, page["reports"]


def _reader_of(store: Store, ledger: Json) -> str:
    """The version of the reader whose readings hold most of the attributions that the ledger cites."""
    cited = [
        (evidence["report"], evidence["attribution"])
        for incident in ledger["incidents"][:SAMPLE]
        for answered in incident["questions"]
        for account in answered["accounts"]
        for evidence in account["evidence"]
        if evidence["attribution"]
    ][:SAMPLE]
    held = {reader: _held(store, reader, cited) for reader in store.readers()}
    return max(sorted(held), key=lambda reader: held[reader], default="")


def _held(store: Store, reader: str, cited: list[tuple[str, str]]) -> int:
    found: set[str] = set()
    for report in {report for report, _ in cited}:
        reading = store.reading(report, reader)
        found |= {attribution.id for attribution in reading.attributions} if reading else set()
    return sum(attribution in found for _, attribution in cited)
