"""`rashomon export`: the ledger as a file for others."""

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from rashomon.cli.options import DEFAULT_WORKSPACE, Codebook, Rule, Workspace, rule_of, screen_of
from rashomon.cli.screen import Screen
from rashomon.errors import UsageMistaken
from rashomon.model import Ledger

if TYPE_CHECKING:
    from rashomon.store import Store


Format = Literal["json", "csv", "html", "markdown"]
FormatOption = Annotated[
    Format,
    typer.Option(
        "--format",
        "-f",
        help="json: the contract; csv: a row an account; html: one self-contained page; "
        "markdown: a paragraph an incident with numbered sources.",
    ),
]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="PATH", help="Standard output without it.", show_default=False)
]


def export(
    context: typer.Context,
    format: FormatOption = "html",
    output: Output = None,
    rule: Rule = None,
    workspace: Workspace = DEFAULT_WORKSPACE,
    codebook: Codebook = None,
) -> None:
    """Write the ledger as JSON, as a spreadsheet, a page that can be mailed, or briefs; the same bytes each time.

    \b
    Example:
      rashomon export --format html --output ledger.html
      rashomon export --format csv > accounts.csv
    """
    from rashomon.cli.workspace import shown
    from rashomon.codebook import take_up

    take_up(codebook or ())
    screen, chosen_rule = screen_of(context), rule_of(rule)
    with shown(workspace, screen) as (store, ledger):
        text = _written(format, store, ledger, screen, rule=chosen_rule)
    if output is None:
        screen.write(text)
        return
    _save(output, text)
    screen.hint(f"Written: {output}")


def _written(format: Format, store: "Store", ledger: Ledger, screen: Screen, *, rule: str) -> str:
    from rashomon.cli.workspace import full_backing

    if format == "json":
        from rashomon.publish.contract import ledger_json

        return json.dumps(ledger_json(ledger), ensure_ascii=False, indent=1) + "\n"
    if format == "markdown":
        from rashomon.publish.markdown import ledger_markdown

        return ledger_markdown(ledger)
    backing = full_backing(store, ledger, screen)
    if format == "csv":
        from rashomon.publish.csv import ledger_csv

        return ledger_csv(ledger, backing, rule)
    from rashomon.publish.html import ledger_page

    return ledger_page(ledger, backing, rule)


def _save(path: Path, text: str) -> None:
    """Write beside and move into place, so that a half-written file never bears the name."""
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        beside.write_bytes(text.encode("utf-8", "backslashreplace"))
        beside.replace(path)
    except OSError as error:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise UsageMistaken(f"{path} can't be written: {error.strerror}.", "Name another --output.") from error
