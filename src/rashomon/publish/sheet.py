"""One thing or one list as a table with a title, and as each kind of file that people take out."""

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

    A row has a cell for each of the `columns`, which are named as a program would name them: "date_start".
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    facts: tuple[tuple[str, str], ...] = ()
    text: str = ""


def sheet_csv(sheet: Sheet) -> str:
    """The table alone as CSV (RFC 4180) with a header; a cell that a spreadsheet would run gets an apostrophe."""
    return rows_csv(sheet.columns, sheet.rows)


def sheet_page(sheet: Sheet) -> str:
    """All of it as one self-contained page: no script, nothing fetched, fit to be mailed and printed."""
    page: str = template("sheet.html").render(sheet=sheet, words=cell_words, named=_named, version=__version__)
    return page


def sheet_markdown(sheet: Sheet) -> str:
    """All of it as Markdown, its signs in the words of reports made harmless."""
    lines = [f"## {plain(sheet.title)}", ""]
    lines += [f"- {plain(name)}: {plain(value)}" for name, value in sheet.facts]
    if sheet.rows:
        lines += ["", _row([_named(column) for column in sheet.columns]), "|" + " --- |" * len(sheet.columns)]
        lines += [_row([cell_words(cell) for cell in row]) for row in sheet.rows]
    if sheet.text:
        lines += ["", *(f"> {plain(line)}".rstrip() for line in sheet.text.splitlines())]
    return "\n".join(lines) + "\n"


def cell_words(cell: Cell) -> str:
    """A cell for people; what is not known is left empty."""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    return "" if cell is None else str(cell)


def _named(column: str) -> str:
    return column.replace("_", " ").capitalize()


def _row(cells: list[str]) -> str:
    return "| " + " | ".join(map(plain, cells)) + " |"
