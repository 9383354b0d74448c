"""One thing or one list as a table with a title, and as each kind of file that people take out."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from rashomon.publish.csv import rows_csv
from rashomon.publish.html import template
from rashomon.publish.markdown import plain
from rashomon.version import __version__

Cell: TypeAlias = str | int | float | bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A table under a title, with `facts` about the whole before it and a verbatim `text` after it.

    A row has a cell for each of the `columns`, which are named as a program would name them: "date_start". People are
    given those of the columns that are `shown`, ids and the like left out; none named, all of them.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    facts: tuple[tuple[str, str], ...] = ()
    text: str = ""
    shown: tuple[str, ...] = ()

    @property
    def headings(self) -> tuple[str, ...]:
        """The names of the columns that people are given, in words."""
        return tuple(column.replace("_", " ").capitalize() for column in self.shown or self.columns)

    @property
    def lines(self) -> tuple[tuple[str, ...], ...]:
        """The rows as people are given them."""
        places = [self.columns.index(column) for column in self.shown or self.columns]
        return tuple(tuple(cell_words(row[place]) for place in places) for row in self.rows)


def sheet_csv(sheet: Sheet) -> str:
    """The table alone as CSV (RFC 4180) with a header; a cell that a spreadsheet would run gets an apostrophe."""
    return rows_csv(sheet.columns, sheet.rows)


def sheet_page(sheet: Sheet) -> str:
    """All of it as one self-contained page: no script, nothing fetched, fit to be mailed and printed."""
    page: str = template("sheet.html").render(sheet=sheet, version=__version__)
    return page


def sheet_markdown(sheet: Sheet) -> str:
    """All of it as Markdown, its signs in the words of reports made harmless."""
    lines = [f"## {plain(sheet.title)}", ""]
    lines += [f"- {plain(name)}: {plain(value)}" for name, value in sheet.facts]
    if sheet.rows:
        lines += ["", _row(sheet.headings), "|" + " --- |" * len(sheet.headings)]
        lines += map(_row, sheet.lines)
    if sheet.text:
        lines += ["", *(f"> {plain(line)}".rstrip() for line in sheet.text.splitlines())]
    return "\n".join(lines) + "\n"


def cell_words(cell: Cell) -> str:
    """A cell for people; what is not known is left empty."""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    return "" if cell is None else str(cell)


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(map(plain, cells)) + " |"
