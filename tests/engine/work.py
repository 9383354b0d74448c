"""Functions that worker processes can import, and a program that is interrupted or killed while it works."""

import os
import sys
import time
from collections.abc import Iterator

from rashomon.engine import LocalEngine

FATAL, WRONG = -1, -2
"""Items that kill the process and that the function refuses."""


class Unfit(Exception):
    """An error that can't be unpickled: its arguments are not those that it is made with."""

    def __init__(self, one: int, other: int) -> None:
        super().__init__(f"unfit {one} {other}")


def square(item: int) -> int:
    """The square of an item, after a moment that differs from item to item."""
    if item == FATAL:
        os._exit(9)
    if item == WRONG:
        raise ValueError("this one is wrong")
    time.sleep(item % 3 / 1000)
    return item * item


def unfit(item: int) -> int:
    """Always fails."""
    raise Unfit(item, item)


def own_process(item: int) -> int:
    """The id of the process that works."""
    return os.getpid()


def slowly(item: int) -> int:
    """An item that takes longer than any test waits."""
    sys.stderr.write(f"{os.getpid()}\n")
    sys.stderr.flush()
    time.sleep(60)
    return item


def numbers(seen: list[int], count: int) -> Iterator[int]:
    """Numbers that note in `seen` when they are taken."""
    for number in range(count):
        seen.append(number)
        yield number


if __name__ == "__main__":
    try:
        list(LocalEngine(workers=2).map(slowly, range(8)))
    except KeyboardInterrupt:
        sys.exit(130)
