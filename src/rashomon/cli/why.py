"""`rashomon why`: the sentences behind a cell, or why the reports of an incident were taken for one."""

from typing import Annotated

import typer

from rashomon.cli.options import DEFAULT_WORKSPACE, Codebook, Rule, Workspace, rule_of, screen_of, where
from rashomon.publish.terminal import why_view

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

CHANGED = "The reader has changed since the last run; run `rashomon run INPUT{where}` to see the tables again."


def why(
    context: typer.Context,
    cell: CellWords,
    rule: Rule = None,
    workspace: Workspace = DEFAULT_WORKSPACE,
    codebook: Codebook = None,
) -> None:
    """Show the sentences behind a cell and its weight, or why an incident's reports were joined and what else it might be.

    \b
    Example:
      rashomon why 1 killed
      rashomon why 1 killed reuters
      rashomon why 1
      rashomon why 1 courier
    """
    from rashomon.cli.choose import choose_cells, choose_joining, names_cells
    from rashomon.cli.workspace import backing_of, shown, ties_of
    from rashomon.codebook import take_up
    from rashomon.pipeline import explain
    from rashomon.publish.terminal.joining import Sources, joined_view

    take_up(codebook or ())
    screen, chosen_rule = screen_of(context), rule_of(rule)
    with shown(workspace, screen) as (store, ledger):
        if not names_cells(ledger, cell):
            incident, report = choose_joining(ledger, cell)
            found = explain(store, ledger, incident, report.id if report else None)
            if found is None:
                screen.hint(CHANGED.format(where=where(workspace)))
            backing = backing_of(store, ties_of(ledger, incident), screen)
            screen.show(joined_view(Sources(ledger, backing), incident, found, report))
            return
        incident, asked = choose_cells(ledger, cell)
        backing = backing_of(store, (cell.account for _, cell in asked), screen)
    screen.show(why_view(ledger, backing, incident, asked, chosen_rule))
