"""`rashomon show`: the ledger of one incident."""

from typing import Annotated

import typer

from rashomon.cli.options import DEFAULT_WORKSPACE, Codebook, Rule, Workspace, rule_of, screen_of, where
from rashomon.publish.terminal import incident_view

Named = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[INCIDENT]",
        help="Its number in the table, its id or the beginning of that, or words of its title, place or date. "
        "The most disputed one where none is named.",
        show_default=False,
    ),
]
AsBrief = Annotated[bool, typer.Option("--brief", help="A paragraph with numbered sources.")]


def show(
    context: typer.Context,
    incident: Named = None,
    as_brief: AsBrief = False,
    rule: Rule = None,
    workspace: Workspace = DEFAULT_WORKSPACE,
    codebook: Codebook = None,
) -> None:
    """Show one incident: questions down, accounts across side by side, what is in dispute first.

    \b
    Example:
      rashomon show 1
      rashomon show baghdad 2024-01
      rashomon show 1 --brief
      rashomon show 1 --rule lowest
    """
    from rashomon.cli.choose import choose_incident
    from rashomon.cli.workspace import shown
    from rashomon.codebook import take_up
    from rashomon.publish.brief import brief_of
    from rashomon.publish.terminal.brief import brief_view

    take_up(codebook or ())
    screen, chosen_rule = screen_of(context), rule_of(rule)
    with shown(workspace, screen) as (_, ledger):
        chosen = choose_incident(ledger, incident or [])
    if as_brief:
        screen.show(brief_view(brief_of(ledger, chosen)))
        return
    screen.show(incident_view(ledger, chosen, chosen_rule))
    number = ledger.incidents.index(chosen) + 1
    if len(chosen.reports) == 1 and not (chosen.date.known and chosen.places):
        screen.hint(f"\nWhat else it might be: rashomon why {number}{where(workspace)}")
    answered = next((question for question in chosen.questions if question.accounts), None)
    if answered is not None:
        cell = f"{number} {answered.question} a"
        screen.hint(f"\nThe sentences behind a cell: rashomon why {cell}{where(workspace)}")
