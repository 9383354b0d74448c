"""`rashomon diff`: what is new, revised and newly disputed since a day."""

import json
from datetime import date
from typing import Annotated, Literal

import typer

from rashomon.cli.options import DEFAULT_WORKSPACE, Codebook, Workspace, screen_of, where
from rashomon.errors import UsageMistaken

Since = Annotated[
    str, typer.Argument(metavar="SINCE", help="The first day that counts as new, as in 2024-01-05.", show_default=False)
]
AsJson = Annotated[bool, typer.Option("--json", help="As JSON, with the accounts.")]
By = Annotated[
    Literal["arrival", "publication"],
    typer.Option(
        "--by", help="What puts a report on a day: when it came into the workspace, or when it was published."
    ),
]


def diff(
    context: typer.Context,
    since: Since,
    as_json: AsJson = False,
    by: By = "arrival",
    workspace: Workspace = DEFAULT_WORKSPACE,
    codebook: Codebook = None,
) -> None:
    """Show what is new since a day: incidents, accounts, revised figures, and what came into dispute.

    The ledger of what was known before that day is computed again and held against the one of today.

    \b
    Example:
      rashomon diff 2024-01-05
      rashomon diff 2024-01-05 --by publication --json
    """
    from rashomon.cli.workspace import shown
    from rashomon.codebook import take_up
    from rashomon.pipeline import difference_since
    from rashomon.publish.difference import difference_json
    from rashomon.publish.terminal.difference import difference_view

    day = _day(since)
    take_up(codebook or ())
    screen = screen_of(context)
    with shown(workspace, screen) as (store, ledger):
        found = difference_since(store, day, by)
        if found is None:
            raise UsageMistaken(
                "Reports, judgements or the reader have changed since the last run.",
                f"Run `rashomon run INPUT{where(workspace)}` first.",
            )
    if found.undated:
        unknown = "when they came" if by == "arrival" else "when they were published"
        screen.hint(f"Of {found.undated} reports it is not known {unknown}; they count as known before.")
    if as_json:
        screen.write(json.dumps(difference_json(found), ensure_ascii=False, indent=1) + "\n")
        return
    screen.show(difference_view(ledger, found))


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text.strip()).isoformat()
    except ValueError as error:
        raise UsageMistaken(f"{text!r} is no day.", "Write it as in 2024-01-05.") from error
