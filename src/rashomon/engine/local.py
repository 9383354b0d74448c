"""Work on this machine: in this process, or in several."""

import gc
import pickle
import signal
import sys
import threading
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context
from multiprocessing.connection import Connection
from os import _exit
from typing import Any, Self, TypeAlias, TypeVar

from rashomon.errors import RunStopped

Item = TypeVar("Item")
Result = TypeVar("Result")
Outcome: TypeAlias = "tuple[bool, Any]"
"""True and what the function returned, or False and what it raised."""

CHUNK = 4
"""Items handed to a process at once: enough to hide the hand-over, few enough that progress is seen."""

NEW_OBJECTS = 20_000
"""How many objects a worker makes before Python looks for cycles, which takes a tenth of the time of a read."""
AHEAD = 3
"""Chunks under way for each process: one at work, the others waiting for it; no more items than that are in memory."""


@dataclass(frozen=True, slots=True)
class LocalEngine:
    """Maps a function over items in `workers` processes, one of them meaning this process itself.

    The processes are started afresh ("spawn"), the same on every system: a forked one would take over threads' locks
    and open files. So the function must be importable, and a script that calls `map` needs the `__main__` guard.
    """

    workers: int = 1

    def map(self, function: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
        """Yield `function(item)` for each item, in their order, taking no more items than are being worked on.

        What the function raises is raised here in its item's place, after the results before it, and ends the work;
        a function that can fail for one item and should not stop the others returns its failure as a value. Raises
        `RunStopped` where a process dies. An interrupt ends the processes at once.
        """
        if self.workers <= 1:
            yield from map(function, items)
            return
        with _Pool(function, self.workers) as pool:
            for succeeded, value in pool.outcomes(items):
                if not succeeded:
                    raise value
                yield value


class _Pool:
    """Processes that work on chunks; leaving it for whatever reason ends them at once."""

    def __init__(self, function: Callable[[Any], Any], workers: int) -> None:
        context = get_context("spawn")
        self._workers = workers
        # Nothing is ever sent through it. When this end is closed, on purpose or because this process is gone, the
        # other end tells the workers, who then leave in the middle of whatever they do.
        alive, self._leash = context.Pipe(duplex=False)
        self._executor = ProcessPoolExecutor(workers, context, _begin_work, (function, alive))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._leash.close()
        self._executor.shutdown(cancel_futures=True)

    def outcomes(self, items: Iterable[Any]) -> Iterator[Outcome]:
        """What became of each item, in order."""
        waiting: deque[Future[list[Outcome]]] = deque()
        source = iter(items)
        try:
            while True:
                while len(waiting) < self._workers * AHEAD and (chunk := list(islice(source, CHUNK))):
                    with _interrupts_held():
                        waiting.append(self._executor.submit(_work, chunk))
                if not waiting:
                    return
                yield from waiting.popleft().result()
        except BrokenProcessPool as error:
            raise RunStopped(
                "A worker process died while it was reading, perhaps for want of memory.",
                "Run again with fewer workers: what is stored stays, and the run goes on from there.",
            ) from error


_function: Callable[[Any], Any]
"""In a worker: the function that its pool maps; sent once, not with every chunk."""


def _begin_work(function: Callable[[Any], Any], alive: Connection) -> None:
    """Make ready a worker: interrupts are the parent's business, and without a parent there is no work."""
    global _function
    _function = function
    gc.set_threshold(NEW_OBJECTS)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_leave_with_parent, args=(alive,), daemon=True).start()


def _leave_with_parent(alive: Connection) -> None:
    try:
        alive.recv()
    except (EOFError, OSError):
        _exit(1)


def _work(chunk: list[Any]) -> list[Outcome]:
    outcomes: list[Outcome] = []
    for item in chunk:
        try:
            outcomes.append((True, _function(item)))
        except Exception as error:  # noqa: BLE001 - whatever it is, it is raised again in its item's place
            outcomes.append((False, _portable(error)))
    return outcomes


def _portable(error: Exception) -> Exception:
    """The error with its traceback as a note, since tracebacks stay behind; words alone where it can't travel."""
    trace = "".join(traceback.format_exception(error))
    try:
        error = pickle.loads(pickle.dumps(error))
    except Exception:  # noqa: BLE001 - an error may be unfit to travel in any way
        error = RuntimeError(f"{type(error).__name__}: {error}")
    error.add_note(f"In a worker process:\n{trace}")
    return error


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Keeps an interrupt for later, so that a process started inside is deaf to it until it can ignore it."""
    if sys.platform == "win32" or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
