"""Places for a terminal: those of a workspace or the codebook, and what a name can mean with scores and reasons."""

from collections.abc import Iterable
from dataclasses import dataclass

from rich import box
from rich.table import Table
from rich.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRow:
    """One line of a table of places; `count` is how many incidents are placed there, `note` a reason."""

    name: str
    precision: str
    where: str
    point: tuple[float, float] | None = None
    radius_km: float | None = None
    count: int | None = None
    score: float | None = None
    note: str = ""


def places_table(rows: Iterable[PlaceRow]) -> Table:
    """One row a place; columns that no row fills are left out."""
    listed = list(rows)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0), header_style="label")
    table.add_column("place", min_width=8, max_width=32, overflow="fold")
    table.add_column("kind", no_wrap=True)
    table.add_column("in", max_width=24, overflow="fold")
    table.add_column("latitude, longitude", no_wrap=True)
    wanted = {"incidents": "count", "score": "score", "why": "note"}
    shown = {head: field for head, field in wanted.items() if any(getattr(row, field) for row in listed)}
    for head in shown:
        table.add_column(head, justify="left" if head == "why" else "right", overflow="fold")
    for row in listed:
        told = (Text(_words(getattr(row, field))) for field in shown.values())
        table.add_row(Text(row.name), row.precision, Text(row.where), point_words(row), *told)
    return table


def point_words(row: PlaceRow) -> str:
    """Where a place lies and how far it reaches: "33.34, 44.40 ±15 km", or that it is not known."""
    if row.point is None:
        return "not known"
    latitude, longitude = row.point
    reach = f" ±{row.radius_km:.0f} km" if row.radius_km is not None else ""
    return f"{latitude:.2f}, {longitude:.2f}{reach}"


def _words(value: object) -> str:
    return "" if value is None else f"{value:.2f}" if isinstance(value, float) else str(value)
