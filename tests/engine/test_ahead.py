"""Threads that run ahead: order is kept, little is taken in advance, and what fails fails in its place."""

import threading
import time
from collections.abc import Iterator
from itertools import islice

import pytest

from rashomon.engine import ahead
from rashomon.engine.ahead import WAITING
from tests.engine import work

SOON = 10.0
"""Seconds within which threads do what they are to do."""


@pytest.mark.parametrize("threads", [2, 3, 8])
def test_results_come_beside_their_items_in_order(threads: int) -> None:
    assert list(ahead(work.square, range(60), threads=threads)) == [(item, item * item) for item in range(60)]
    assert list(ahead(work.square, [], threads=threads)) == []
    assert list(ahead(work.square, [7], threads=threads)) == [(7, 49)]


@pytest.mark.parametrize("threads", [2, 5])
def test_the_order_is_kept_though_the_first_item_is_the_slowest(threads: int) -> None:
    later = threading.Event()

    def waits(item: int) -> int:
        if item == 0:
            assert later.wait(SOON)
        else:
            later.set()
        return -item

    assert list(ahead(waits, range(6), threads=threads)) == [(item, -item) for item in range(6)]


def test_one_thread_leaves_the_work_to_the_caller() -> None:
    def never(item: int) -> int:
        raise AssertionError(item)

    seen: list[int] = []
    results = ahead(never, work.numbers(seen, 1000), threads=1)
    assert list(islice(results, 3)) == [(0, None), (1, None), (2, None)]
    assert seen == [0, 1, 2]


def test_items_are_worked_on_at_the_same_time_and_not_by_the_caller() -> None:
    """Two items that wait for one another only end where two threads are at work."""
    both = threading.Barrier(2, timeout=SOON)

    def meet(item: int) -> str:
        both.wait()
        return threading.current_thread().name

    names = {name for _, name in ahead(meet, range(6), threads=2)}
    assert threading.current_thread().name not in names
    assert 1 <= len(names) <= 2


@pytest.mark.parametrize("threads", [2, 4])
def test_no_more_items_are_taken_than_wait(threads: int) -> None:
    seen: list[int] = []
    results = ahead(work.square, work.numbers(seen, 10_000), threads=threads)
    assert seen == []
    for count, (item, square) in enumerate(islice(results, 40), start=1):
        assert (item, square) == (count - 1, (count - 1) ** 2)
        assert len(seen) <= count - 1 + threads * WAITING
    results.close()  # type: ignore[attr-defined]
    assert len(seen) <= 39 + threads * WAITING


def test_an_error_is_raised_in_its_items_place() -> None:
    results = ahead(work.square, [1, 2, work.WRONG, 3], threads=2)
    assert list(islice(results, 2)) == [(1, 1), (2, 4)]
    with pytest.raises(ValueError, match="this one is wrong"):
        next(results)


def test_an_error_of_the_source_comes_after_the_items_before_it() -> None:
    def breaks_off() -> Iterator[int]:
        yield from range(3)
        raise OSError("the source is gone")

    for threads in (1, 2, 4):
        results = ahead(work.square, breaks_off(), threads=threads)
        assert [item for item, _ in islice(results, 3)] == [0, 1, 2]
        with pytest.raises(OSError, match="the source is gone"):
            next(results)


def test_a_caller_who_leaves_early_cancels_what_has_not_begun() -> None:
    begun: list[int] = []
    go_on = threading.Event()

    def slowly(item: int) -> int:
        begun.append(item)
        assert item == 0 or go_on.wait(SOON)
        return item

    results = ahead(slowly, range(100), threads=2)
    assert next(results) == (0, 0)
    closing = threading.Thread(target=results.close)  # type: ignore[attr-defined]
    closing.start()
    time.sleep(0.3)
    go_on.set()
    closing.join(SOON)
    assert not closing.is_alive()
    assert len(begun) <= 3, "the first item, and one in each thread"
    time.sleep(0.05)
    assert len(begun) <= 3
