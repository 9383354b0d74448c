"""One who speaks, from the catalogue: the accounts, the standing against others, the silence."""

import json
import sqlite3
from collections.abc import Sequence
from datetime import date
from typing import Literal, TypeAlias

from rashomon.model import Account, TimeInterval
from rashomon.model.codec import decode
from rashomon.workspace.catalogue.sketches import BY_NAME
from rashomon.workspace.rows import Listing
from rashomon.workspace.speaking import Silence, Standing, Statement

Kind: TypeAlias = Literal["all", "claimed", "denied", "revised", "disputed"]
CONDITIONS: dict[Kind, str] = {
    "all": "1",
    "claimed": "stance <> 'denies'",
    "denied": "stance = 'denies'",
    "revised": "before <> '[]'",
    "disputed": "against > 0",
}
MOST_STANDINGS, MOST_SILENT = 40, 100


def name_of(connection: sqlite3.Connection, speaker: str) -> str:
    """The name of one who speaks; raises KeyError for one who says nothing."""
    for row in connection.execute("SELECT name FROM speaker WHERE key = ?", (speaker,)):
        return str(row["name"])
    raise KeyError(speaker)


def speaking(connection: sqlite3.Connection) -> list[str]:
    """The ids of the codebook under which anybody says something."""
    rows = connection.execute("SELECT actor FROM speaker WHERE actor IS NOT NULL ORDER BY number")
    return [row["actor"] for row in rows]


def counts_of(connection: sqlite3.Connection, speaker: str) -> dict[Kind, int]:
    """How many accounts of each kind somebody gives."""
    sums = ", ".join(f"count(CASE WHEN {condition} THEN 1 END)" for condition in CONDITIONS.values())
    row = connection.execute(f"SELECT {sums} FROM held WHERE speaker = ?", (speaker,)).fetchone()
    return dict(zip(CONDITIONS, row, strict=True))


def roles_of(connection: sqlite3.Connection, speaker: str) -> tuple[str, ...]:
    """What reports call somebody, the most often first."""
    rows = connection.execute(
        "SELECT role, count(*) AS times FROM held WHERE speaker = ? GROUP BY role ORDER BY times DESC, role",
        (speaker,),
    )
    return tuple(row["role"] for row in rows if row["role"])


def find_statements(
    connection: sqlite3.Connection, speaker: str, kind: Kind, *, offset: int, limit: int
) -> Listing[Statement]:
    """A stretch of somebody's accounts by the days of the incidents, the latest first."""
    order = "coalesce(start, until) IS NULL, coalesce(start, until) DESC, place, question, account"
    # Whole accounts are read for those that are shown alone.
    rows = connection.execute(
        'WITH found AS (SELECT incident.number AS place, held.incident, title, start, sketch."end" AS until, basis, '
        "question, finding, before, against, account FROM held "
        "JOIN incident ON incident.id = held.incident JOIN sketch ON sketch.incident = held.incident "
        f"WHERE speaker = ? AND {CONDITIONS[kind]} ORDER BY {order} LIMIT ? OFFSET ?) "
        "SELECT *, (SELECT record FROM claim WHERE claim.account = found.account) AS record FROM found "
        f"ORDER BY {order}",
        (speaker, limit, offset),
    )
    found = tuple(
        Statement(
            number=row["place"],
            incident=row["incident"],
            title=row["title"],
            date=_date(row),
            question=row["question"],
            finding=row["finding"],
            account=decode(Account, json.loads(row["record"])["account"]),
            others=row["against"],
            before=tuple(json.loads(row["before"])),
        )
        for row in rows
    )
    return Listing(rows=found, offset=offset, total=counts_of(connection, speaker)[kind])


def find_standings(connection: sqlite3.Connection, speaker: str) -> tuple[Standing, ...]:
    """Those who answer the same questions, whoever contradicts most often first."""
    rows = connection.execute(
        """
        WITH own AS (SELECT DISTINCT incident, question, value FROM held WHERE speaker = :speaker),
        met AS (
            SELECT other.speaker, own.incident, own.question, max(other.value = own.value) AS same
            FROM own JOIN held other ON other.incident = own.incident AND other.question = own.question
            WHERE other.speaker <> :speaker GROUP BY other.speaker, own.incident, own.question),
        parted AS (SELECT other, count(*) AS times FROM opposed WHERE speaker = :speaker GROUP BY other)
        SELECT met.speaker, count(*) AS answers, sum(same) AS same, coalesce(max(times), 0) AS against
        FROM met LEFT JOIN parted ON parted.other = met.speaker
        GROUP BY met.speaker ORDER BY against DESC, same DESC, answers DESC, met.speaker LIMIT :most
        """,
        {"speaker": speaker, "most": MOST_STANDINGS},
    ).fetchall()
    return tuple(
        Standing(
            speaker=row["speaker"],
            actor=None if row["speaker"].startswith(BY_NAME) else row["speaker"],
            name=name_of(connection, row["speaker"]),
            answers=row["answers"],
            same=row["same"],
            against=row["against"],
        )
        for row in rows
    )


def find_silent(connection: sqlite3.Connection, names: Sequence[str], speakers: Sequence[str]) -> tuple[Silence, ...]:
    """Incidents in which one of the names is named as doing it or as hit, and of which none of the speakers says a thing."""
    rows = connection.execute(
        f"""
        SELECT number, incident.id AS incident, title, start, sketch."end" AS until, basis, min(role) AS role
        FROM named JOIN incident ON incident.id = named.incident JOIN sketch ON sketch.incident = named.incident
        WHERE role IN ('initiator', 'target') AND name IN ({_marks(names)}) AND NOT EXISTS (
            SELECT 1 FROM held WHERE held.incident = named.incident AND speaker IN ({_marks(speakers)}))
        GROUP BY named.incident ORDER BY number LIMIT ?
        """,
        (*names, *speakers, MOST_SILENT),
    )
    return tuple(
        Silence(number=row["number"], incident=row["incident"], title=row["title"], date=_date(row), role=row["role"])
        for row in rows
    )


def _marks(values: Sequence[str]) -> str:
    return ", ".join("?" * len(values))


def _date(row: sqlite3.Row) -> TimeInterval:
    start, end = (date.fromisoformat(row[name]) if row[name] else None for name in ("start", "until"))
    return TimeInterval(start=start, end=end, basis=row["basis"])
