"""What stands around every command: whatever goes wrong inside one ends as a sentence and an exit code."""

import os
import sys
import traceback
from typing import Any

import typer
from typer.core import TyperGroup

from rashomon.cli.screen import Screen, unwritable
from rashomon.errors import NothingToRead, RashomonError
from rashomon.publish.terminal import skipped_view

SOME_SKIPPED = 1
NOTHING_DONE = 2
INTERRUPTED = 130
WHOLE = 1000
"""Characters of a command's first sentence: it is wrapped, never cut."""
PARSER_PREFIX = "Value error, "
"""What the parser of options puts before a sentence that needs nothing before it."""
ASK_FOR_REPORT = (
    "Something went wrong inside Rashomon ({what}). What was stored is kept. "
    "Please report it with the output of the same command with --debug."
)


class Guarded(TyperGroup):
    """The group of all commands; no traceback leaves it unless --debug asks for one."""

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """The commands under the sections that they were given, each with the first sentence of its help."""
        listed: list[tuple[str, Any]] = [(name, self.commands[name]) for name in self.list_commands(ctx)]
        width = max(len(name) for name, _ in listed)
        for section in dict.fromkeys(str(command.rich_help_panel) for _, command in listed):
            with formatter.section(section):
                formatter.write_dl(
                    [
                        (name.ljust(width), command.get_short_help_str(WHOLE))
                        for name, command in listed
                        if str(command.rich_help_panel) == section
                    ]
                )

    def invoke(self, ctx: Any) -> Any:
        """Run the command that was asked for."""
        try:
            return super().invoke(ctx)
        except RashomonError as error:
            raise typer.Exit(_failed(_screen(ctx), error)) from error
        except KeyboardInterrupt as error:
            raise typer.Exit(_interrupted(_screen(ctx))) from error
        except BrokenPipeError as error:
            # Whoever read the output has enough. Nothing more may reach the closed pipe, also not at exit.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(0) from error
        except OSError as error:
            if error.filename is None:  # no file but a stream, as when help is written to a full disk
                raise typer.Exit(_failed(_screen(ctx), unwritable(error))) from error
            raise typer.Exit(_unexpected(_screen(ctx), error)) from error
        except Exception as error:
            if hasattr(error, "exit_code"):  # typer's own: a wrong option, --help, an exit
                if isinstance(error, typer.BadParameter):
                    error.message = error.message.removeprefix(PARSER_PREFIX)
                raise
            if isinstance(error.__cause__ or error.__context__, KeyboardInterrupt):
                # Native code makes an error of its own of an interrupt that meets it, an import above all.
                raise typer.Exit(_interrupted(_screen(ctx))) from error
            raise typer.Exit(_unexpected(_screen(ctx), error)) from error


def _screen(context: Any) -> Screen:
    return context.obj if isinstance(context.obj, Screen) else Screen.make()


def _interrupted(screen: Screen) -> int:
    screen.tell("Interrupted; what was read so far is kept; run the same command again to go on.")
    return INTERRUPTED


def _failed(screen: Screen, error: RashomonError) -> int:
    if isinstance(error, NothingToRead) and len(error.skipped) > 1:
        screen.tell(skipped_view(error.skipped))
    if screen.debug:
        screen.tell(traceback.format_exc())
    screen.tell(str(error))
    return NOTHING_DONE


def _unexpected(screen: Screen, error: Exception) -> int:
    if screen.debug:
        screen.tell(traceback.format_exc())
    screen.tell(ASK_FOR_REPORT.format(what=f"{type(error).__name__}: {error}" if str(error) else type(error).__name__))
    return NOTHING_DONE
