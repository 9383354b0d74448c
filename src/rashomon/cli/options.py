"""Options and arguments that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

from rashomon.cli.screen import Screen
from rashomon.config import Config, ReaderName
from rashomon.errors import UsageMistaken

DEFAULT_WORKSPACE = Config().workspace

Workspace = Annotated[
    Path,
    typer.Option(
        "--workspace",
        "-w",
        metavar="PATH",
        help="The file that holds reports, readings and the ledger.",
        readable=False,  # not looked at here: the store says why it can't be opened, and what to do
    ),
]
Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT...",
        help="A file, a folder, a glob, a .jsonl file of reports, or - for standard input.",
        show_default=False,
    ),
]

Reader = Annotated[
    ReaderName,
    typer.Option(
        "--reader", metavar="neural|rules", help="Who reads: the trained reader, or rules alone, which need no weights."
    ),
]
Codebook = Annotated[
    list[Path] | None,
    typer.Option(
        "--codebook",
        metavar="DIR",
        help="A folder with files of your own that add to the codebook (docs/codebook.md); may be given again.",
        show_default=False,
    ),
]
Threads = Annotated[
    int,
    typer.Option(
        "--threads",
        min=1,
        metavar="N",
        help="How many threads the trained reader has; where several processes read, each has one.",
    ),
]
Rule = Annotated[
    str | None,
    typer.Option(
        "--rule",
        metavar="NAME",
        help="How the best figure of a toll is chosen: ucdp (what the most independent sources say), lowest, latest or "
        "monitors.",
        show_default=False,
    ),
]


def rule_of(name: str | None) -> str:
    """The rule of estimates of this name, the default one for None; raises `UsageMistaken` where there is none."""
    from rashomon.codebook.grades import estimate_rules

    rules = estimate_rules()
    if name is not None and name not in rules:
        raise UsageMistaken(f"No rule of estimates is called {name!r}.", f"Rules are: {', '.join(rules)}.")
    return name if name is not None else next(iter(rules))


def screen_of(context: typer.Context) -> Screen:
    """The screen that the global options made."""
    screen = context.obj
    return screen if isinstance(screen, Screen) else Screen.make()


def where(workspace: Path) -> str:
    """The option that names this workspace in a next step; nothing for the default one."""
    return "" if workspace == DEFAULT_WORKSPACE else f" -w {workspace}"
