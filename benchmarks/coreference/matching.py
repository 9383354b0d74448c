"""The best one-to-one matching of two sets, by the Hungarian method."""

from collections.abc import Sequence

FAR = float("inf")


def best_total(gain: Sequence[Sequence[float]]) -> float:
    """The largest sum of gains, none negative, where each row goes with at most one column and each column with one row."""
    if not gain or not gain[0]:
        return 0.0
    if len(gain) > len(gain[0]):
        gain = list(zip(*gain, strict=True))
    return sum(gain[row][column] for column, row in _assigned(gain).items())


def _assigned(gain: Sequence[Sequence[float]]) -> dict[int, int]:
    """Column -> row of a best matching of all rows; there are no more rows than columns.

    Rows are taken in one by one, each by a shortest path of exchanges; `rows` and `columns` are the dual prices.
    """
    width = len(gain[0])
    rows, columns = [0.0] * len(gain), [0.0] * width
    owner: dict[int, int] = {}
    for fresh in range(len(gain)):
        slack, back = [FAR] * width, [-1] * width
        done: list[int] = []
        row, last = fresh, -1
        open_ones = set(range(width))
        while True:
            for column in open_ones:
                cost = -gain[row][column] - rows[row] - columns[column]
                if cost < slack[column]:
                    slack[column], back[column] = cost, last
            nearest = min(open_ones, key=lambda column: (slack[column], column))
            step = slack[nearest]
            rows[fresh] += step
            for column in done:
                rows[owner[column]] += step
                columns[column] -= step
            for column in open_ones:
                slack[column] -= step
            open_ones.discard(nearest)
            if nearest not in owner:
                break
            done.append(nearest)
            last, row = nearest, owner[nearest]
        _exchange(owner, back, nearest, fresh)
    return owner


def _exchange(owner: dict[int, int], back: Sequence[int], column: int, fresh: int) -> None:
    """Hand each column on the path to the row before it, the first one to the fresh row."""
    while back[column] >= 0:
        owner[column] = owner[back[column]]
        column = back[column]
    owner[column] = fresh
