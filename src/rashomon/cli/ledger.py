"""`rashomon ledger`: the whole ledger, as JSON or in a few lines."""

import json
from typing import Annotated

import typer

from rashomon.cli.options import DEFAULT_WORKSPACE, Workspace, screen_of
from rashomon.publish.terminal import incidents_table, ledger_summary

AsJson = Annotated[bool, typer.Option("--json", help="The public contract; `rashomon schema ledger` describes it.")]


def ledger(context: typer.Context, as_json: AsJson = False, workspace: Workspace = DEFAULT_WORKSPACE) -> None:
    """Print the ledger of the workspace: a summary, or all of it with --json.

    \b
    Example:
      rashomon ledger
      rashomon ledger --json > ledger.json
    """
    from rashomon.cli.workspace import shown
    from rashomon.publish.contract import ledger_json

    screen = screen_of(context)
    with shown(workspace, screen) as (_, found):
        if as_json:
            screen.write(json.dumps(ledger_json(found), ensure_ascii=False, indent=1) + "\n")
            return
    screen.show(ledger_summary(found))
    if found.incidents:
        screen.show(incidents_table(enumerate(found.incidents, 1)))
