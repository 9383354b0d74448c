"""The commands together, with the options that hold for all of them."""

from collections.abc import Callable
from typing import Annotated

import typer

from rashomon.cli.actors import actors
from rashomon.cli.chain import chain
from rashomon.cli.diff import diff
from rashomon.cli.disputes import disputes
from rashomon.cli.export import export
from rashomon.cli.group import Guarded
from rashomon.cli.incidents import incidents
from rashomon.cli.judge import judge
from rashomon.cli.judgements import judgements
from rashomon.cli.ledger import ledger
from rashomon.cli.lineage import lineage
from rashomon.cli.places import places
from rashomon.cli.read import read
from rashomon.cli.run import run
from rashomon.cli.schema import schema
from rashomon.cli.screen import Screen
from rashomon.cli.serve import serve
from rashomon.cli.show import show
from rashomon.cli.timeline import timeline
from rashomon.cli.verify import verify
from rashomon.cli.why import why
from rashomon.version import __version__

ANYWHERE = ("--quiet", "-q", "--no-color", "--debug")
"""Options for all commands; they may stand before or after the command."""
EPILOG = """
\b
Exit codes: 0 all is well, or only left aside (another language, the same bytes twice);
1 some inputs could not be read, or verify found faults; 2 nothing could be done;
130 interrupted.
\b
Example:
  rashomon run reports/        read everything in a folder
  rashomon show 1              the first incident, account beside account
  rashomon why 1 killed        the sentences behind its toll
"""

app = typer.Typer(
    name="rashomon",
    cls=Guarded,
    epilog=EPILOG,
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
SECTIONS: dict[str, tuple[Callable[..., None], ...]] = {
    "Begin": (run, serve),
    "Look": (incidents, show, why, disputes, timeline, chain, lineage, diff),
    "Decide": (judge, judgements),
    "Whom and where a name means": (actors, places),
    "Take out and check": (read, ledger, export, schema, verify),
}
"""The commands as the help lists them."""
for section, commands in SECTIONS.items():
    for command in commands:
        app.command(
            command.__name__,
            rich_help_panel=section,
            epilog="--quiet, --no-color and --debug may stand anywhere: rashomon --help.",
        )(command)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"rashomon {__version__}")
        raise typer.Exit


@app.callback()
def rashomon(
    context: typer.Context,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Only results and failures.")] = False,
    no_color: Annotated[
        bool, typer.Option("--no-color", help="No colour; NO_COLOR in the environment does it too.")
    ] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Tracebacks, for reports of faults.")] = False,
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="The version.")] = False,
) -> None:
    """Lay every account of an armed incident side by side: who says what, and on whose word."""
    context.obj = Screen.make(quiet=quiet, no_color=no_color, debug=debug)
