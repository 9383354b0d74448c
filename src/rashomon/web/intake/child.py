"""A process that tells what it does and can be ended at any time."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from multiprocessing import get_context
from types import TracebackType
from typing import Any, Self

GRACE = 3.0
"""Seconds that it has to end by itself; what it has committed stays."""
LOOK = 0.2
NOTHING = object()


class Broken(Exception):
    """It is gone before it said that it was done: it failed, or the system ended it."""


class Child(AbstractContextManager["Child"]):
    """A process that runs `target(*arguments, connection)`; it is ended where the block ends."""

    def __init__(self, target: Callable[..., None], *arguments: object) -> None:
        context = get_context("spawn")
        self._here, there = context.Pipe(duplex=False)
        self._process = context.Process(target=target, args=(*arguments, there), daemon=True)
        self._process.start()
        there.close()

    def told(self) -> Any:
        """What it tells, or `NOTHING` where it has told nothing for a moment; raises `Broken`."""
        try:
            return self._here.recv() if self._here.poll(LOOK) else NOTHING
        except (EOFError, OSError) as error:
            raise Broken from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.terminate()
        self._process.join(GRACE)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
        self._here.close()
