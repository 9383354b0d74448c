"""How lists and rows look as JSON: plain values under the names of the Python interface."""

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from rashomon.model.codec import Json, encode
from rashomon.web.templating import address
from rashomon.workspace import ActorRow, ClaimHit, Excerpted, IncidentRow, Listing, ReportHit, ReportRow

Row = TypeVar("Row")
Asked = Mapping[str, Any]
OF_ACCOUNTS = ("accounts", "between", "revised", "silent", "weight")
"""What a list leaves out of an answered question: with none of it, as if nobody had said anything, rows would mislead."""


def listing(name: str, found: Listing[Row], rows: Iterable[Json], *, path: str, asked: Asked) -> dict[str, Json]:
    """A stretch of a list with its place in the whole, and the address of the next one; null where it is the last."""
    after = found.offset + len(found.rows)
    follows = address(path, **{**asked, "offset": after}) if found.rows and after < found.total else None
    return {
        "schema": f"rashomon.{name}/1",
        "total": found.total,
        "offset": found.offset,
        "next": follows,
        name: list(rows),
    }


def incident_json(row: IncidentRow) -> dict[str, Json]:
    """An incident of a list: its questions come with their findings and without accounts."""
    incident = encode(row.incident)
    questions = [{name: said for name, said in one.items() if name not in OF_ACCOUNTS} for one in incident["questions"]]
    return {
        "number": row.number,
        **incident,
        "questions": questions,
        "tolls": encode(row.tolls),
        "accounts": row.accounts,
        "disputed": row.disputed,
        "reviewed": row.reviewed,
        "origins": row.origins,
    }


def row_json(row: ReportRow | ActorRow) -> dict[str, Json]:
    """A report or an actor of a list."""
    found: dict[str, Json] = encode(row)
    return found


def excerpt_json(excerpt: Excerpted) -> dict[str, Json]:
    """The words around a hit; `found` holds the places of the words in `text`."""
    return {"text": excerpt.text, "found": [list(place) for place in excerpt.found]}


def report_hit_json(hit: ReportHit) -> dict[str, Json]:
    """A report in which words were found."""
    return {**row_json(hit.report), "excerpt": excerpt_json(hit.excerpt)}


def claim_hit_json(hit: ClaimHit) -> dict[str, Json]:
    """An account in which words were found; its evidence is at /api/v1/accounts/ID."""
    account = {name: value for name, value in encode(hit.account).items() if name != "evidence"}
    return {
        "number": hit.number,
        "incident": hit.incident,
        "title": hit.title,
        "question": hit.question,
        "account": account,
        "excerpt": excerpt_json(hit.excerpt),
    }
