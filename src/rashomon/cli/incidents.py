"""`rashomon incidents`: the table of incidents."""

from typing import Annotated

import typer

from rashomon.cli.options import DEFAULT_WORKSPACE, Workspace, screen_of, where
from rashomon.publish.terminal import incidents_table
from rashomon.publish.words import disputed

Disputed = Annotated[bool, typer.Option("--disputed", help="Only those whose accounts contradict one another.")]


def incidents(context: typer.Context, only: Disputed = False, workspace: Workspace = DEFAULT_WORKSPACE) -> None:
    """List the incidents: date, place, incident, reports, accounts, disputes.

    \b
    Example:
      rashomon incidents --disputed
    """
    from rashomon.cli.workspace import shown

    screen = screen_of(context)
    with shown(workspace, screen) as (_, ledger):
        rows = [(n, incident) for n, incident in enumerate(ledger.incidents, 1) if disputed(incident) or not only]
    if not rows:
        screen.hint(
            "No incident is in dispute." if only and ledger.incidents else "No incident was found in the reports."
        )
        return
    screen.show(incidents_table(rows))
    screen.hint(f"Next: rashomon show {rows[0][0]}{where(workspace)}")
