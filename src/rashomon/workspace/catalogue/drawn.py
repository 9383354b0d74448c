"""The places and dates of many incidents, from the catalogue."""

import sqlite3
from collections import Counter
from datetime import date

from rashomon.model import TimeInterval
from rashomon.workspace.catalogue.incidents import condition_of
from rashomon.workspace.drawn import Dated, Placed, PlacedIncidents
from rashomon.workspace.filters import IncidentFilter


def find_placed(connection: sqlite3.Connection, wanted: IncidentFilter) -> PlacedIncidents:
    """The incidents that are wanted at their places, in the order of the table."""
    where, values = condition_of(wanted)
    found = connection.execute(
        "SELECT number, id, sketch.title, place, precision, country, latitude, longitude, radius, disputed "
        "FROM incident JOIN sketch ON sketch.incident = id LEFT JOIN located ON located.incident = id "
        f"WHERE {where} ORDER BY number, place, latitude, longitude",
        values,
    ).fetchall()
    total = len({row["id"] for row in found})
    places = Counter(row["id"] for row in found if row["place"] is not None)
    rows = tuple(
        Placed(
            number=row["number"],
            incident=row["id"],
            title=row["title"],
            place=row["place"],
            precision=row["precision"],
            country=row["country"],
            latitude=row["latitude"],
            longitude=row["longitude"],
            radius_km=row["radius"],
            disputed=bool(row["disputed"]),
            places=places[row["id"]],
        )
        for row in found
        if row["place"] is not None
    )
    return PlacedIncidents(rows=rows, total=total, unplaced=total - len(places))


def find_dated(connection: sqlite3.Connection, wanted: IncidentFilter) -> tuple[Dated, ...]:
    """The incidents that are wanted by their first day; those without a date last, in the order of the table."""
    where, values = condition_of(wanted)
    rows = connection.execute(
        'SELECT number, id, sketch.title, start, sketch."end" AS until, basis, disputed '
        f"FROM incident JOIN sketch ON sketch.incident = id WHERE {where} "
        "ORDER BY coalesce(start, until) IS NULL, coalesce(start, until), number",
        values,
    )
    return tuple(
        Dated(
            number=row["number"],
            incident=row["id"],
            title=row["title"],
            date=TimeInterval(start=_day(row["start"]), end=_day(row["until"]), basis=row["basis"]),
            disputed=bool(row["disputed"]),
        )
        for row in rows
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
