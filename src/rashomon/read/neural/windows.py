"""A long document as overlapping windows of equal length, and which window speaks for which piece."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from rashomon.read.neural.pieces import Integers


@dataclass(frozen=True, slots=True)
class Window:
    """Pieces `[start, end)` as the encoder sees them; `[own_start, own_end)` are those that it speaks for.

    Every piece is spoken for by one window: the overlap of two neighbours is shared out at its middle.
    """

    start: int
    end: int
    own_start: int
    own_end: int


def windows_of(length: int, *, size: int, overlap: int) -> Sequence[Window]:
    """The fewest windows of one length, at most `size`, that cover `length` and overlap by `overlap` or a piece more."""
    if length <= size:
        return (Window(0, length, 0, length),) if length else ()
    count = -(-(length - overlap) // (size - overlap))
    width = -(-(length + (count - 1) * overlap) // count)
    starts: Integers = np.floor(np.linspace(0, length - width, count)).astype(np.int64)
    ends = starts + width
    middles = (starts[1:] + ends[:-1]) // 2
    own = [0, *middles.tolist(), length]
    return tuple(
        Window(start, end, own[n], own[n + 1])
        for n, (start, end) in enumerate(zip(starts.tolist(), ends.tolist(), strict=True))
    )
