"""Where a command writes: results to standard output, everything else to standard error."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from io import BytesIO
from typing import BinaryIO

from rich.console import Console, RenderableType

from rashomon.errors import UsageMistaken
from rashomon.publish.terminal import THEME, Harmless


@dataclass(frozen=True, slots=True)
class Screen:
    """The two consoles of a command, and how much it may say."""

    out: Console
    err: Console
    quiet: bool = False
    debug: bool = False

    @classmethod
    def make(cls, *, quiet: bool = False, no_color: bool = False, debug: bool = False) -> "Screen":
        """The consoles of this process; colour only on a terminal, and not where NO_COLOR asks for none."""

        def console(*, stderr: bool) -> Console:
            # None leaves it to rich, which looks at NO_COLOR; a plain False would override that.
            return Console(
                theme=THEME, stderr=stderr, no_color=True if no_color else None, highlight=False, markup=False
            )

        return cls(out=console(stderr=False), err=console(stderr=True), quiet=quiet, debug=debug)

    def show(self, view: RenderableType) -> None:
        """A result; into a pipe or a file without the padding at the ends of lines."""
        with _output():
            _print(self.out, view)

    def tell(self, view: RenderableType) -> None:
        """Something beside the result, on standard error, quiet or not; a sentence is one line in a log."""
        with suppress(OSError):  # nobody hears it; the result and the exit code stay what they are
            _print(self.err, view, unbroken=isinstance(view, str) and not self.err.is_terminal)

    def hint(self, words: str) -> None:
        """A step that may come next, never broken into lines so that it can be copied; not said when quiet."""
        if not self.quiet:
            with suppress(OSError):
                _print(self.err, words, unbroken=True)

    def write(self, text: str) -> None:
        """Data for another program: UTF-8 whatever the locale, byte for byte the same everywhere."""
        if sys.stdout is None:  # closed by whoever called, as with >&-
            return
        with _output():
            sys.stdout.flush()
            sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
            sys.stdout.buffer.flush()


def unwritable(error: OSError) -> UsageMistaken:
    """That standard output takes nothing more; what is still held for it is dropped, so that nothing fails at exit."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return UsageMistaken(
        f"Standard output can't be written: {error.strerror or error}.", "Make room, or send the output elsewhere."
    )


def standard_input() -> BinaryIO:
    """The bytes of standard input; none where whoever called closed it."""
    return sys.stdin.buffer if sys.stdin is not None else BytesIO()


@contextmanager
def _output() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise unwritable(error) from error


def _print(console: Console, view: RenderableType, *, unbroken: bool = False) -> None:
    safe = Harmless(view)
    if console.is_terminal:
        console.print(safe, soft_wrap=unbroken)
        return
    with console.capture() as captured:
        console.print(safe, soft_wrap=unbroken)
    console.file.write("".join(f"{line.rstrip()}\n" for line in captured.get().splitlines()))
    console.file.flush()
