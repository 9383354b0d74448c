"""Names from the catalogue: who speaks, what fields suggest, and what the catalogue notes of itself."""

import sqlite3

from rashomon.workspace.rows import ActorRow, Listing


def put_speakers(connection: sqlite3.Connection) -> None:
    """Count anew who says how much, whoever says most first."""
    connection.execute("DELETE FROM speaker")
    connection.execute(
        "INSERT INTO speaker (actor, name, accounts, incidents) "
        "SELECT actor, min(claimant) AS name, count(*) AS accounts, count(DISTINCT incident) FROM claim "
        "WHERE claimant IS NOT NULL GROUP BY coalesce(actor, claimant) ORDER BY accounts DESC, name"
    )


def find_actors(connection: sqlite3.Connection, *, offset: int, limit: int) -> Listing[ActorRow]:
    """A stretch of those who say something in the ledger, whoever says most first."""
    total = connection.execute("SELECT count(*) FROM speaker").fetchone()[0]
    rows = connection.execute("SELECT * FROM speaker ORDER BY number LIMIT ? OFFSET ?", (limit, offset))
    found = tuple(
        ActorRow(actor=row["actor"], name=row["name"], accounts=row["accounts"], incidents=row["incidents"])
        for row in rows
    )
    return Listing(rows=found, offset=offset, total=total)


def names_of(connection: sqlite3.Connection, role: str, limit: int) -> list[str]:
    """The names in a role that most incidents have, for a field to suggest."""
    rows = connection.execute(
        "SELECT name FROM named WHERE role = ? GROUP BY name ORDER BY count(*) DESC, name LIMIT ?", (role, limit)
    )
    return [row["name"] for row in rows]


def noted(connection: sqlite3.Connection, name: str) -> str:
    """What the catalogue notes of itself under a name; empty where it notes nothing."""
    row = connection.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
    return str(row["value"]) if row is not None else ""


def note(connection: sqlite3.Connection, name: str, value: str) -> None:
    """Note something in place of what was noted under that name."""
    connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))
