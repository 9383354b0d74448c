"""`rashomon timeline`: the incidents by date, with tolls as ranges and what answers what."""

import json
from typing import Annotated

import typer

from rashomon.cli.options import DEFAULT_WORKSPACE, Workspace, screen_of, where

AsJson = Annotated[bool, typer.Option("--json", help="As JSON.")]


def timeline(context: typer.Context, as_json: AsJson = False, workspace: Workspace = DEFAULT_WORKSPACE) -> None:
    """List the incidents by date, undated ones last: type, place, tolls as ranges, → what each answers.

    \b
    Example:
      rashomon timeline
      rashomon timeline --json
    """
    from rashomon.cli.workspace import shown
    from rashomon.publish.terminal.timeline import timeline_table
    from rashomon.publish.timeline import timeline as moments_of
    from rashomon.publish.timeline import timeline_json

    screen = screen_of(context)
    with shown(workspace, screen) as (_, ledger):
        moments = moments_of(ledger)
    if as_json:
        screen.write(json.dumps(timeline_json(moments), ensure_ascii=False, indent=1) + "\n")
        return
    if not moments:
        screen.hint("No incident was found in the reports.")
        return
    screen.show(timeline_table(moments))
    screen.hint(f"Next: rashomon show {moments[0].number}{where(workspace)}")
