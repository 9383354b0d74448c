"""`rashomon lineage`: who copied whom."""

import json
from typing import Annotated

import typer

from rashomon.cli.options import DEFAULT_WORKSPACE, Workspace, screen_of, where
from rashomon.publish.terminal import lineage_view

Named = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[REPORT]",
        help="Its name, its id or the beginning of that, or words of its outlet, title or date. All where none is named.",
        show_default=False,
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="As JSON; `rashomon schema lineage` describes it.")]


def lineage(
    context: typer.Context, report: Named = None, as_json: AsJson = False, workspace: Workspace = DEFAULT_WORKSPACE
) -> None:
    """Show which reports are copies of one story, what they borrow, and what was changed in later versions.

    \b
    Example:
      rashomon lineage
      rashomon lineage courier
    """
    from rashomon.cli.choose import choose_report
    from rashomon.cli.workspace import shown
    from rashomon.publish.contract import lineage_json

    screen = screen_of(context)
    with shown(workspace, screen) as (_, ledger):
        chosen = choose_report(ledger, report).id if report else None
        if as_json:
            screen.write(json.dumps(lineage_json(ledger, chosen), ensure_ascii=False, indent=1) + "\n")
            return
    screen.show(lineage_view(ledger, chosen))
    if chosen is None and ledger.lineage:
        name = ledger.lineage[0].reports[0]
        screen.hint(f"\nThe passages that one report shares: rashomon lineage {name}{where(workspace)}")
