"""Threads that run ahead: the slow part of the next items is done while the caller is at work on this one."""

import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

WAITING = 2
"""Items ready or under way for each thread; no more are taken from the source."""

TURN = 0.0005
"""Seconds after which a thread that waits for the interpreter may have it. With the usual ten times as much, threads that
come back from native code stand idle while the caller is at work."""


def ahead(
    function: Callable[[Item], Result], items: Iterable[Item], *, threads: int
) -> Iterator[tuple[Item, Result | None]]:
    """Yield each item with `function(item)`, in order; with one thread the caller is to do that work itself.

    It pays where the function lets go of the interpreter for most of its time. What it raises is raised here in its
    item's place, and what the source raises after all items that it gave before.
    """
    if threads <= 1:
        for item in items:
            yield item, None
        return
    source, waiting = iter(items), deque[tuple[Item, Future[Result]]]()
    broken: Exception | None = None
    usual = sys.getswitchinterval()
    with ThreadPoolExecutor(threads) as pool:
        sys.setswitchinterval(TURN)
        try:
            while True:
                try:
                    for item in islice(source, threads * WAITING - len(waiting)):
                        waiting.append((item, pool.submit(function, item)))
                except Exception as error:  # noqa: BLE001 - whatever it is, it is raised again below
                    source, broken = iter(()), error
                if not waiting and broken is not None:
                    raise broken
                if not waiting:
                    return
                item, future = waiting.popleft()
                yield item, future.result()
        finally:
            sys.setswitchinterval(usual)
            for _, future in waiting:
                future.cancel()
