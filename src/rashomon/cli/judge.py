"""`rashomon judge`: keep a person's decision about what the reports were taken to say."""

import getpass
from enum import StrEnum
from typing import Annotated

import typer

from rashomon.cli.instant import instant
from rashomon.cli.options import DEFAULT_WORKSPACE, Codebook, Workspace, screen_of, where


class Deed(StrEnum):
    """What can be decided."""

    accept = "accept"
    reject = "reject"
    correct = "correct"
    grade = "grade"
    note = "note"
    same = "same"
    not_same = "not-same"
    side = "side"
    undo = "undo"


DeedArgument = Annotated[
    Deed,
    typer.Argument(
        metavar="DECISION",
        help="accept, reject, correct, grade, note, same, not-same, side or undo.",
        show_default=False,
    ),
]
On = Annotated[
    list[str],
    typer.Argument(
        metavar="WHAT...",
        help="A cell as in `rashomon why` (1 killed a); for grade and note an incident too; for same and not-same "
        "`incidents A B`, `reports A B` or `actors A B`, where A can be INCIDENT@REPORT; for side an incident and the id "
        "of an actor; for undo the id of a judgement or `last`.",
        show_default=False,
    ),
]
To = Annotated[
    str | None,
    typer.Option(
        "--to",
        metavar="VALUE",
        help="The corrected value (17, 5-6, 17+, or words); the grade (A to F, 1 to 6, or B2 of a cell; confirmed, fair, "
        "weak, contested or discounted of an incident); the side (initiator, target or neither).",
        show_default=False,
    ),
]
Because = Annotated[
    str, typer.Option("--because", metavar="WORDS", help="Why; of a note the note.", show_default=False)
]
By = Annotated[
    str | None,
    typer.Option(
        "--by", envvar="RASHOMON_BY", metavar="NAME", help="Who decides; the login name else.", show_default=False
    ),
]
When = Annotated[
    str | None,
    typer.Option("--when", metavar="INSTANT", help="When it was decided, ISO 8601; now else.", show_default=False),
]


def judge(
    context: typer.Context,
    decision: DeedArgument,
    what: On,
    to: To = None,
    because: Because = "",
    by: By = None,
    when: When = None,
    workspace: Workspace = DEFAULT_WORKSPACE,
    codebook: Codebook = None,
) -> None:
    """Keep a decision: accept, reject or correct a cell, join, part, place, grade, note, or undo. Nothing is deleted.

    \b
    Example:
      rashomon judge reject 1 killed a --because "the figure is of another strike"
      rashomon judge correct 1 killed b --to 17+ --by Ines
      rashomon judge not-same incidents 1@harbour 1@lantern
      rashomon judge side 1 irq.pmf --to target
      rashomon judge undo last
    """
    from rashomon.cli.decide import Wish, decided
    from rashomon.cli.workspace import judged
    from rashomon.codebook import take_up
    from rashomon.pipeline import judge as keep
    from rashomon.publish.audit import audited
    from rashomon.publish.terminal import judgements_view

    take_up(codebook or ())
    screen = screen_of(context)
    with judged(workspace) as (store, ledger):
        wish = Wish(deed=decision.value, what=what, to=to, store=store, ledger=ledger)
        judgement = decided(wish, who=by or getpass.getuser(), when=instant(when), why=because)
        found = keep(store, judgement)
    screen.show(judgements_view(audited([judgement], found or ledger), ledger))
    if found is None:
        screen.hint(
            f"The reader has changed since the last run: `rashomon run INPUT{where(workspace)}` shows its effect."
        )
