"""`rashomon why`: the sentences behind a cell."""

from typing import Annotated

import typer

from rashomon.cli.options import DEFAULT_WORKSPACE, Codebook, Rule, Workspace, rule_of, screen_of
from rashomon.publish.terminal import why_view

CellWords = Annotated[
    list[str],
    typer.Argument(
        metavar="CELL...",
        help="INCIDENT QUESTION, then the letter of the cell or words of its claimant, agency, outlet or value "
        "(all cells of the question without them); or the id of an account.",
        show_default=False,
    ),
]


def why(
    context: typer.Context,
    cell: CellWords,
    rule: Rule = None,
    workspace: Workspace = DEFAULT_WORKSPACE,
    codebook: Codebook = None,
) -> None:
    """Show the verbatim sentences behind a cell, who relayed them, what read them, what was judged, and its weight.

    \b
    Example:
      rashomon why 1 killed
      rashomon why 1 killed reuters
      rashomon why 1 notified b
    """
    from rashomon.cli.choose import choose_cells
    from rashomon.cli.workspace import backing_of, shown
    from rashomon.codebook import take_up

    take_up(codebook or ())
    screen, chosen_rule = screen_of(context), rule_of(rule)
    with shown(workspace, screen) as (store, ledger):
        incident, asked = choose_cells(ledger, cell)
        backing = backing_of(store, (cell.account for _, cell in asked), screen)
    screen.show(why_view(ledger, backing, incident, asked, chosen_rule))
