"""Names from the catalogue: who speaks, what fields suggest, and what the catalogue notes of itself."""

import sqlite3

from rashomon.codebook.actors import load_actors
from rashomon.codebook.folding import load_folding
from rashomon.workspace.catalogue.sketches import BY_NAME
from rashomon.workspace.rows import ActorRow, Listing


def put_speakers(connection: sqlite3.Connection) -> None:
    """Count anew who says how much, whoever says most first."""
    connection.execute("DELETE FROM speaker")
    connection.execute(
        "INSERT INTO speaker (key, actor, name, accounts, incidents) "
        "SELECT coalesce(actor, ? || claimant) AS key, actor, min(claimant) AS name, count(*) AS accounts, "
        "count(DISTINCT incident) FROM claim WHERE claimant IS NOT NULL GROUP BY key ORDER BY accounts DESC, name",
        (BY_NAME,),
    )


def find_actors(
    connection: sqlite3.Connection, words: str | None = None, *, offset: int, limit: int
) -> Listing[ActorRow]:
    """A stretch of those who say something in the ledger, whoever says most first.

    All of the words must stand in the name, or in one of the names that the codebook has for it.
    """
    parts = load_folding().fold(words or "").split()
    if parts:
        connection.create_function("called", 2, lambda actor, name: _is_called(actor, name, parts), deterministic=True)
    where = "called(actor, name)" if parts else "1"
    total = connection.execute(f"SELECT count(*) FROM speaker WHERE {where}").fetchone()[0]
    rows = connection.execute(f"SELECT * FROM speaker WHERE {where} ORDER BY number LIMIT ? OFFSET ?", (limit, offset))
    found = tuple(
        ActorRow(actor=row["actor"], name=row["name"], accounts=row["accounts"], incidents=row["incidents"])
        for row in rows
    )
    return Listing(rows=found, offset=offset, total=total)


def _is_called(actor: str | None, name: str, parts: list[str]) -> bool:
    known = load_actors().by_id.get(actor) if actor else None
    fold = load_folding().fold
    names = (name, known.name, *known.aliases) if known else (name,)
    return any(all(part in called for part in parts) for called in map(fold, names))


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
