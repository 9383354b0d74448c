"""`rashomon why`: the sentences behind a cell, or why the reports of an incident were taken for one."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Group, RenderableType

from rashomon.cli.options import DEFAULT_WORKSPACE, Codebook, Workspace, screen_of
from rashomon.cli.screen import Screen
from rashomon.model import Incident, Ledger, ReportHeading
from rashomon.publish.terminal import why_view
from rashomon.store import Store

CellWords = Annotated[
    list[str],
    typer.Argument(
        metavar="CELL...",
        help="INCIDENT QUESTION, then the letter of the cell or words of its claimant, agency, outlet or value "
        "(all cells of the question without them); or the id of an account. INCIDENT alone: why its reports were joined, "
        "who ties it to others, and what else it might be; INCIDENT REPORT: how this report came to it, or did not.",
        show_default=False,
    ),
]


def why(
    context: typer.Context, cell: CellWords, workspace: Workspace = DEFAULT_WORKSPACE, codebook: Codebook = None
) -> None:
    """Show the sentences behind a cell, or why the reports of an incident were joined and what else it might be.

    \b
    Example:
      rashomon why 1 killed
      rashomon why 1 killed reuters
      rashomon why 1
      rashomon why 1 courier
    """
    from rashomon.cli.choose import choose_cells, choose_joining, names_cells
    from rashomon.cli.workspace import backing_of, shown
    from rashomon.codebook import take_up

    take_up(codebook or ())
    screen = screen_of(context)
    with shown(workspace, screen) as (store, ledger):
        if not names_cells(ledger, cell):
            screen.show(_joining(store, ledger, choose_joining(ledger, cell), screen, workspace))
            return
        incident, asked = choose_cells(ledger, cell)
        backing = backing_of(store, (cell.account for _, cell in asked), screen)
    screen.show(why_view(ledger, backing, incident, asked))


def _joining(
    store: Store, ledger: Ledger, meant: tuple[Incident, ReportHeading | None], screen: Screen, workspace: Path
) -> RenderableType:
    """How an incident came together, or what one report has to do with it."""
    from rashomon.cli.options import where
    from rashomon.cli.workspace import backing_of, ties_of
    from rashomon.pipeline import explain
    from rashomon.publish.terminal.joining import Sources, joining_view, report_view
    from rashomon.publish.terminal.why import legend

    incident, report = meant
    joining = explain(store, ledger, incident, report.id if report else None)
    if joining is None:
        screen.hint(f"The reader has changed since the last run; run it again to see the tables{where(workspace)}.")
    sources = Sources(ledger, backing_of(store, ties_of(ledger, incident), screen))
    if report is not None and joining is not None:
        return report_view(sources, incident, joining, report.outlet or report.name)
    return Group(joining_view(sources, incident, joining), "", legend())
