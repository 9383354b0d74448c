"""`rashomon disputes`: every contradiction of the workspace, the sharpest first."""

import json
from typing import Annotated

import typer

from rashomon.cli.options import DEFAULT_WORKSPACE, Workspace, screen_of, where

AsJson = Annotated[bool, typer.Option("--json", help="As JSON, each with the accounts that it is between.")]
Most = Annotated[
    int | None, typer.Option("--most", min=1, metavar="N", help="No more than so many.", show_default=False)
]


def disputes(
    context: typer.Context, as_json: AsJson = False, most: Most = None, workspace: Workspace = DEFAULT_WORKSPACE
) -> None:
    """List what accounts contradict one another on, sharpest first: far apart, well supported on both sides.

    \b
    Example:
      rashomon disputes --most 5
      rashomon disputes --json
    """
    from rashomon.cli.workspace import shown
    from rashomon.publish.disputes import disputes as found_in
    from rashomon.publish.disputes import disputes_json
    from rashomon.publish.terminal.disputes import disputes_view

    screen = screen_of(context)
    with shown(workspace, screen) as (_, ledger):
        found = found_in(ledger)[:most]
    if as_json:
        screen.write(json.dumps(disputes_json(found), ensure_ascii=False, indent=1) + "\n")
        return
    if not found:
        screen.hint("No account contradicts another.")
        return
    screen.show(disputes_view(ledger, found))
    screen.hint(f"\nNext: rashomon why {found[0].number} {found[0].answered.question}{where(workspace)}")
