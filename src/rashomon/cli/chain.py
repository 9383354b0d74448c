"""`rashomon chain`: attack and answer over many steps, each link with who asserts it."""

import json
from typing import Annotated

import typer

from rashomon.cli.options import DEFAULT_WORKSPACE, Workspace, screen_of, where

Named = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[INCIDENT]",
        help="Its number in the table, its id or the beginning of that, or words of its title, place or date. "
        "The longest chains of the workspace where none is named.",
        show_default=False,
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="As JSON; `rashomon schema chain` describes it.")]
Most = Annotated[int, typer.Option("--most", min=1, metavar="N", help="No more than so many of the longest.")]


def chain(
    context: typer.Context,
    incident: Named = None,
    as_json: AsJson = False,
    most: Most = 5,
    workspace: Workspace = DEFAULT_WORKSPACE,
) -> None:
    """Show what an incident answers and what answers it, over many steps: who says so, who denies it.

    → is said in words of answering, ⇢ only as an order in time, ~ in no words at all.

    \b
    Example:
      rashomon chain 7
      rashomon chain
    """
    from rashomon.cli.choose import choose_incident
    from rashomon.cli.workspace import shown
    from rashomon.publish.chain import chain_around, chain_json, longest_chains
    from rashomon.publish.terminal.chain import chains_view

    screen = screen_of(context)
    with shown(workspace, screen) as (_, ledger):
        chosen = choose_incident(ledger, incident) if incident else None
        chains = (chain_around(ledger, chosen),) if chosen else longest_chains(ledger, most)
    if as_json:
        screen.write(json.dumps(chain_json(chains), ensure_ascii=False, indent=1) + "\n")
        return
    if not chains:
        screen.hint("No report says that one incident answers another.")
        return
    screen.show(chains_view(ledger, chains))
    last = list(chains[0].incidents)[-1]
    number = chains[0].numbers[chosen.id if chosen else last]
    screen.hint(f"\nThe sentences behind it: rashomon why {number}{where(workspace)}")
