"""One who speaks, from the catalogue: the accounts, the standing against others, the silence."""

import json
import sqlite3
from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Literal, TypeAlias

from rashomon.model import Account, TimeInterval
from rashomon.model.codec import decode
from rashomon.publish.words import position_words
from rashomon.workspace.rows import Listing
from rashomon.workspace.speaking import Silence, Standing, Statement

Kind: TypeAlias = Literal["all", "claimed", "denied", "revised", "disputed"]
AGAINST = "(SELECT count(*) FROM against WHERE against.account = held.account)"
EARLIER = (
    "EXISTS (SELECT 1 FROM held other WHERE other.incident = held.incident AND other.question = held.question "
    "AND other.speaker = held.speaker AND other.value <> held.value AND other.day < held.day)"
)
CONDITIONS: dict[Kind, str] = {
    "all": "1",
    "claimed": "held.stance <> 'denies'",
    "denied": "held.stance = 'denies'",
    "revised": EARLIER,
    "disputed": f"{AGAINST} > 0",
}
MOST_STANDINGS, MOST_SILENT = 40, 100


def name_of(connection: sqlite3.Connection, speaker: str) -> str:
    """The name of one who speaks; raises KeyError for one who says nothing."""
    row = connection.execute(
        "SELECT min(claimant) AS name FROM claim JOIN held ON held.account = claim.account WHERE speaker = ?",
        (speaker,),
    ).fetchone()
    if row["name"] is None:
        raise KeyError(speaker)
    return str(row["name"])


def speaking(connection: sqlite3.Connection) -> list[str]:
    """The ids of the codebook under which anybody says something."""
    rows = connection.execute("SELECT actor FROM speaker WHERE actor IS NOT NULL ORDER BY number")
    return [row["actor"] for row in rows]


def count_of(connection: sqlite3.Connection, speaker: str, kind: Kind) -> int:
    """How many accounts of a kind somebody gives."""
    counted = connection.execute(
        f"SELECT count(*) FROM held WHERE speaker = ? AND {CONDITIONS[kind]}", (speaker,)
    ).fetchone()
    return int(counted[0])


def roles_of(connection: sqlite3.Connection, speaker: str) -> tuple[str, ...]:
    """What reports call somebody, the most often first."""
    rows = connection.execute(
        "SELECT json_extract(record, '$.account.claimant.role') AS role FROM claim "
        "JOIN held ON held.account = claim.account WHERE speaker = ?",
        (speaker,),
    )
    return tuple(role for role, _ in Counter(row["role"] for row in rows if row["role"]).most_common())


def find_statements(
    connection: sqlite3.Connection, speaker: str, kind: Kind, *, offset: int, limit: int
) -> Listing[Statement]:
    """A stretch of somebody's accounts by the days of the incidents, the latest first."""
    rows = connection.execute(
        f'SELECT incident.number AS place, held.incident, title, start, sketch."end" AS until, basis, held.question, '
        f"finding, speaker, day, claim.record AS record, {AGAINST} AS others FROM held JOIN incident ON incident.id = held.incident "
        "JOIN sketch ON sketch.incident = held.incident JOIN claim ON claim.account = held.account "
        f"WHERE speaker = ? AND {CONDITIONS[kind]} "
        "ORDER BY coalesce(start, until) IS NULL, coalesce(start, until) DESC, place, claim.number LIMIT ? OFFSET ?",
        (speaker, limit, offset),
    ).fetchall()
    found = tuple(
        Statement(
            number=row["place"],
            incident=row["incident"],
            title=row["title"],
            date=_date(row),
            question=row["question"],
            finding=row["finding"],
            account=decode(Account, json.loads(row["record"])["account"]),
            others=row["others"],
            before=_before(connection, row),
        )
        for row in rows
    )
    return Listing(rows=found, offset=offset, total=count_of(connection, speaker, kind))


def _before(connection: sqlite3.Connection, row: sqlite3.Row) -> tuple[str, ...]:
    """What the same speaker answered on days before."""
    if row["day"] is None:
        return ()
    rows = connection.execute(
        "SELECT value, min(day) AS day FROM held WHERE incident = ? AND question = ? AND speaker = ? AND day < ? "
        "GROUP BY value ORDER BY day, value",
        (row["incident"], row["question"], row["speaker"], row["day"]),
    )
    own = decode(Account, json.loads(row["record"])["account"])
    return tuple(found["value"] for found in rows if found["value"] != position_words(own))


def find_standings(connection: sqlite3.Connection, speaker: str) -> tuple[Standing, ...]:
    """Those who answer the same questions, whoever contradicts most often first."""
    rows = connection.execute(
        """
        SELECT other.speaker AS speaker, min(claim.actor) AS actor, min(claim.claimant) AS name,
            count(DISTINCT held.incident || held.question) AS answers,
            count(DISTINCT CASE WHEN other.value = held.value THEN held.incident || held.question END) AS same,
            count(DISTINCT CASE WHEN against.account IS NOT NULL THEN held.incident || held.question END) AS against
        FROM held
        JOIN held other ON other.incident = held.incident AND other.question = held.question
            AND other.speaker <> held.speaker
        JOIN claim ON claim.account = other.account
        LEFT JOIN against ON against.account = held.account AND against.other = other.account
        WHERE held.speaker = ? GROUP BY other.speaker ORDER BY against DESC, same DESC, answers DESC, name LIMIT ?
        """,
        (speaker, MOST_STANDINGS),
    )
    return tuple(
        Standing(
            speaker=row["speaker"],
            actor=row["actor"],
            name=row["name"],
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
