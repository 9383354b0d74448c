"""One incident of the ledger as rows of the catalogue."""

import json
import sqlite3
from collections.abc import Iterator

from rashomon.codebook.folding import load_folding
from rashomon.model import Incident, Member
from rashomon.model.codec import Json, decode, encode
from rashomon.publish.timeline import tolls
from rashomon.publish.words import position_words
from rashomon.workspace.catalogue.bare import without_evidence
from rashomon.workspace.catalogue.packing import packed
from rashomon.workspace.catalogue.queue import put_waiting
from rashomon.workspace.catalogue.sketches import sketch_rows

OF_INCIDENT = (
    "former",
    "named",
    "told",
    "answers",
    "sketch",
    "located",
    "held",
    "opposed",
    "queue",
    "anchored",
    "whole",
)
NO_ACCOUNTS: Json = {"accounts": [], "between": [], "revised": [], "silent": [], "weight": None}


def remove_incident(connection: sqlite3.Connection, id: str) -> None:
    """Take an incident out with all its rows."""
    connection.execute("DELETE FROM claim_words WHERE rowid IN (SELECT number FROM claim WHERE incident = ?)", (id,))
    for table in (*OF_INCIDENT, "claim"):
        connection.execute(f"DELETE FROM {table} WHERE incident = ?", (id,))
    connection.execute("DELETE FROM incident WHERE id = ?", (id,))


def put_incident(
    connection: sqlite3.Connection, data: Json, record: bytes, *, number: int, digest: str, origins: int
) -> None:
    """Write an incident, given as verbatim JSON and as the bytes of that."""
    bare = without_evidence(data)
    incident = decode(Incident, bare)
    connection.execute(
        "INSERT INTO incident VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            incident.id,
            number,
            digest,
            incident.type,
            _day(incident.date.start or incident.date.end),
            _day(incident.date.end or incident.date.start),
            any(role.main for role in incident.reports),
            len(incident.reports),
            sum(len(answered.accounts) for answered in incident.questions),
            sum(answered.finding == "contradicts" for answered in incident.questions),
            _reviewed(incident),
            origins,
        ),
    )
    whole = (incident.id, json.dumps(_head(bare, incident)), packed(record))
    connection.execute("INSERT INTO whole VALUES (?, ?, ?)", whole)
    former = {Member(role.id, local).heads for role in incident.reports for local in role.local} - {incident.id}
    _rows(connection, "former", 2, [(id, incident.id) for id in sorted(former)])
    _rows(connection, "told", 3, [(incident.id, role.id, role.main) for role in incident.reports])
    _rows(connection, "answers", 2, [(incident.id, other) for other in incident.response_to])
    _rows(connection, "named", 5, list(_names(incident)))
    for table, rows in sketch_rows(incident).items():
        if rows:
            _rows(connection, table, len(rows[0]), rows)
    put_waiting(connection, data, incident)
    after: int = connection.execute("SELECT coalesce(max(number), 0) + 1 FROM claim").fetchone()[0]
    claims = list(enumerate(_claims(data, bare, incident), after))
    connection.executemany("INSERT INTO claim VALUES (?, ?, ?, ?, ?, ?, ?)", [(n, *row) for n, (row, _, _) in claims])
    words = [(n, who, said) for n, (_, who, said) in claims]
    connection.executemany("INSERT INTO claim_words (rowid, who, said) VALUES (?, ?, ?)", words)


def _rows(connection: sqlite3.Connection, table: str, width: int, rows: list[tuple[object, ...]]) -> None:
    connection.executemany(f"INSERT OR IGNORE INTO {table} VALUES ({', '.join('?' * width)})", rows)


def _head(bare: Json, incident: Incident) -> Json:
    """The incident for lists, without accounts and what names or weighs them, and the tolls that lists show."""
    questions = [{**answered, **NO_ACCOUNTS} for answered in bare["questions"]]
    return {"incident": {**bare, "questions": questions}, "tolls": [encode(toll) for toll in tolls(incident)]}


def _day(day: object) -> str | None:
    return str(day) if day else None


def _reviewed(incident: Incident) -> int:
    """How many judgements hold upon it and its accounts."""
    accounts = (account for answered in incident.questions for account in answered.accounts)
    return len(incident.verdicts) + sum(len(account.verdicts) for account in accounts)


def _names(incident: Incident) -> Iterator[tuple[object, ...]]:
    fold = load_folding().fold
    places = dict.fromkeys((*incident.places, *(place.name for place in incident.locations)))
    for role, names in (("place", places), ("initiator", incident.initiators), ("target", incident.targets)):
        for name in names:
            yield incident.id, role, name, fold(name), None
    for answered in incident.questions:
        for account in answered.accounts:
            if account.claimant is not None:
                name = account.claimant.name
                yield incident.id, "claimant", name, fold(name), account.claimant.actor


def _claims(data: Json, bare: Json, incident: Incident) -> Iterator[tuple[tuple[object, ...], str, str]]:
    """Each account as a row, with the words that it is found by: who says it, what, and the sentences behind it."""
    fold = load_folding().fold
    for answered, full, empty in zip(incident.questions, data["questions"], bare["questions"], strict=True):
        for account, complete, kept in zip(answered.accounts, full["accounts"], empty["accounts"], strict=True):
            claimant = account.claimant
            said = "\n".join(dict.fromkeys(evidence["sentence"][2] for evidence in complete["evidence"]))
            row = (
                incident.id,
                answered.question,
                account.id,
                claimant.name if claimant else None,
                claimant.actor if claimant else None,
                json.dumps({"account": kept, "said": said}),
            )
            names = (claimant.name, claimant.role or "") if claimant else ()
            yield row, fold(" ".join((*names, *account.relayed_by))), fold(f"{position_words(account)}\n{said}")
