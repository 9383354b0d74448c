"""Windows over a long document: every piece has one that speaks for it."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.read.neural.windows import Window, windows_of


@st.composite
def sizes(draw: st.DrawFn) -> tuple[int, int, int]:
    """Length, size and overlap; neighbours overlap by less than half, as otherwise a third window would matter."""
    size = draw(st.integers(1, 300))
    return draw(st.integers(0, 3000)), size, draw(st.integers(0, (size - 1) // 2))


@given(sizes())
def test_every_piece_is_spoken_for_once_by_a_window_that_sees_it(drawn: tuple[int, int, int]) -> None:
    length, size, overlap = drawn
    windows = windows_of(length, size=size, overlap=overlap)
    assert [piece for w in windows for piece in range(w.own_start, w.own_end)] == list(range(length))
    assert all(0 <= w.start <= w.own_start < w.own_end <= w.end <= length for w in windows)


@given(sizes())
def test_windows_are_of_one_length_and_overlap_enough(drawn: tuple[int, int, int]) -> None:
    length, size, overlap = drawn
    windows = windows_of(length, size=size, overlap=overlap)
    widths = {w.end - w.start for w in windows}
    assert len(widths) == bool(windows) and all(width <= size for width in widths)
    overlaps = [left.end - right.start for left, right in pairwise(windows)]
    assert all(overlap <= shared <= overlap + 2 for shared in overlaps)
    seen = [
        min(w.own_start - w.start if w.start else size, w.end - w.own_end if w.end < length else size) for w in windows
    ]
    assert all(beside >= overlap // 2 for beside in seen)


@given(sizes())
def test_there_are_no_more_windows_than_needed(drawn: tuple[int, int, int]) -> None:
    length, size, overlap = drawn
    count = len(windows_of(length, size=size, overlap=overlap))
    reach = size + (count - 2) * (size - overlap)
    assert count < 2 or reach < length


@pytest.mark.parametrize(("length", "expected"), [(0, ()), (1, (Window(0, 1, 0, 1),)), (10, (Window(0, 10, 0, 10),))])
def test_a_short_document_is_one_window_and_an_empty_one_none(length: int, expected: tuple[Window, ...]) -> None:
    assert windows_of(length, size=10, overlap=4) == expected


def test_an_overlap_is_shared_out_at_its_middle() -> None:
    assert windows_of(16, size=10, overlap=4) == (Window(0, 10, 0, 8), Window(6, 16, 8, 16))
