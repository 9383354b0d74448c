"""The command line."""

import gc
import logging
import signal
import sys
import warnings
from collections.abc import Sequence
from contextlib import suppress

__all__ = ["main"]

NOTHING_DONE = 2
NEW_OBJECTS = 20_000
"""How many objects are made before Python looks for cycles; nothing here makes cycles, and looking is a tenth of a read."""
INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line with the arguments of the process, or with these; it ends with SystemExit."""
    try:
        from rashomon.cli.app import ANYWHERE, app

        gc.set_threshold(NEW_OBJECTS)
        if arguments is None:
            signal.signal(signal.SIGTERM, _interrupt)
        given = list(sys.argv[1:] if arguments is None else arguments)
        if "--debug" not in given:
            # What libraries remark about a broken PDF or page is told as a skipped input, in words for users.
            logging.disable(logging.CRITICAL)
            warnings.simplefilter("ignore")
        else:
            logging.basicConfig()
            logging.getLogger("rashomon").setLevel(logging.DEBUG)
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(errors="replace")
        app(in_front(given, ANYWHERE))
    except KeyboardInterrupt:  # before a command began: nothing is lost, so nothing is said
        sys.exit(INTERRUPTED)
    except OSError as error:  # help for a full disk, say; commands tell it themselves
        from rashomon.cli.screen import unwritable

        sys.exit(_told(unwritable(error)))


def _interrupt(number: int, frame: object) -> None:
    """Ends as an interrupt does, so that what was read so far is kept."""
    raise KeyboardInterrupt


def _told(error: Exception) -> int:
    with suppress(OSError):
        sys.stderr.write(f"{error}\n")
    return NOTHING_DONE


def in_front(given: Sequence[str], movable: Sequence[str]) -> list[str]:
    """The arguments with the options for all commands before the command; nothing after -- is touched."""
    words = list(given)
    end = words.index("--") if "--" in words else len(words)
    moved = [word for word in words[:end] if word in movable]
    return moved + [word for word in words[:end] if word not in movable] + words[end:]
