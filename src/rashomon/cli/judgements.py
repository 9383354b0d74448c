"""`rashomon judgements`: the audit log of what people decided."""

import json
from typing import Annotated

import typer

from rashomon.cli.options import DEFAULT_WORKSPACE, Workspace, screen_of
from rashomon.publish.terminal import judgements_view

AsJson = Annotated[bool, typer.Option("--json", help="For programs: every judgement with its anchors and its state.")]


def judgements(context: typer.Context, as_json: AsJson = False, workspace: Workspace = DEFAULT_WORKSPACE) -> None:
    """List every judgement ever made: who, when, why, on what, and whether it holds, was undone or lost its place.

    \b
    Example:
      rashomon judgements
      rashomon judgements --json > judgements.json
    """
    from rashomon.cli.workspace import shown
    from rashomon.publish.audit import audited
    from rashomon.publish.contract import judgements_json

    screen = screen_of(context)
    with shown(workspace, screen) as (store, ledger):
        found = audited(store.judgements(), ledger)
    if as_json:
        screen.write(json.dumps(judgements_json(found), ensure_ascii=False, indent=1) + "\n")
        return
    screen.show(judgements_view(found, ledger))
