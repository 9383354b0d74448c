"""How far a long command is: one bar a stage on standard error."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from rashomon.cli.screen import Screen


@contextmanager
def progress(screen: Screen, stages: Mapping[str, str]) -> Iterator[Callable[[str, int, int | None], None]]:
    """Bars for stages with their words, only where standard error is a terminal and not when quiet.

    What is yielded is told the stage, how many are done and how many there are, where that is known.
    """
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    silent = screen.quiet or not screen.err.is_terminal
    with Progress(*columns, console=screen.err, transient=True, disable=silent) as bars:
        tasks = {stage: bars.add_task(words, total=None, visible=False) for stage, words in stages.items()}

        def listen(stage: str, done: int, total: int | None) -> None:
            bars.update(tasks[stage], completed=done, total=total, visible=True)

        yield listen
