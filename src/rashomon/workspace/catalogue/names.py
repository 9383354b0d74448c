"""Names from the catalogue: who speaks, what fields suggest, and which reader the ledger rests on."""

import sqlite3

from rashomon.workspace.rows import ActorRow, Listing


def find_actors(connection: sqlite3.Connection, *, offset: int, limit: int) -> Listing[ActorRow]:
    """A stretch of those who say something in the ledger, whoever says most first."""
    grouped = "SELECT 1 FROM claim WHERE claimant IS NOT NULL GROUP BY coalesce(actor, claimant)"
    total = connection.execute(f"SELECT count(*) FROM ({grouped})").fetchone()[0]
    rows = connection.execute(
        "SELECT actor, min(claimant) AS name, count(*) AS accounts, count(DISTINCT incident) AS incidents FROM claim "
        "WHERE claimant IS NOT NULL GROUP BY coalesce(actor, claimant) ORDER BY accounts DESC, name LIMIT ? OFFSET ?",
        (limit, offset),
    )
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


def reader(connection: sqlite3.Connection) -> str:
    """The version of the reader whose readings the ledger rests on."""
    row = connection.execute("SELECT value FROM meta WHERE name = 'reader'").fetchone()
    return str(row["value"]) if row is not None else ""
