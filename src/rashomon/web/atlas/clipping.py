"""Cutting outlines at the edges of a frame, and writing them as short paths of SVG."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice

from rashomon.web.atlas.mercator import Point

FINENESS = 2
"""Steps of a path in a pixel: paths hold whole numbers, so they are drawn in a group that is scaled down by this."""


def clipped(ring: Sequence[Point], edges: tuple[float, float, float, float]) -> Sequence[Point]:
    """The part of a ring between left, top, right and bottom (Sutherland and Hodgman's way, one edge after the other)."""
    left, top, right, bottom = edges
    for axis, sign, limit in ((0, 1, left), (1, 1, top), (0, -1, -right), (1, -1, -bottom)):
        ring = tuple(_cut(ring, axis, sign, limit))
        if not ring:
            break
    return ring


def _cut(ring: Sequence[Point], axis: int, sign: int, limit: float) -> Iterator[Point]:
    """The part of a ring whose coordinate, with its sign, is at least the limit."""
    for before, point in zip(chain(ring[-1:], ring), ring, strict=False):
        depth, deep = sign * before[axis] - limit, sign * point[axis] - limit
        if (depth >= 0) != (deep >= 0):
            share = depth / (depth - deep)
            yield before[0] + share * (point[0] - before[0]), before[1] + share * (point[1] - before[1])
        if deep >= 0:
            yield point


def centroid(ring: Sequence[Point]) -> Point:
    """The centre of gravity of what a ring encloses, or the middle of its points where that is nothing."""
    area = across = down = 0.0
    for (ax, ay), (bx, by) in zip(ring, chain(islice(ring, 1, None), ring[:1]), strict=True):
        turn = ax * by - bx * ay
        area, across, down = area + turn, across + (ax + bx) * turn, down + (ay + by) * turn
    if not area:
        return sum(x for x, _ in ring) / len(ring), sum(y for _, y in ring) / len(ring)
    return across / (3 * area), down / (3 * area)


def path_of(ring: Iterable[Point]) -> str:
    """A closed path through some pixels, in whole steps from each to the next; empty for less than a triangle."""
    steps = list(_apart((round(x * FINENESS), round(y * FINENESS)) for x, y in ring))
    if len(steps) < 3:
        return ""
    pairs = zip(steps, islice(steps, 1, None), strict=False)
    moves = "".join(_signed(after - before) for a, b in pairs for before, after in zip(a, b, strict=True))
    return f"M{steps[0][0]} {steps[0][1]}l{moves.strip()}z"


def _apart(points: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The points without those that hardly differ from the one before."""
    last: tuple[int, int] | None = None
    for point in points:
        if last is None or abs(point[0] - last[0]) + abs(point[1] - last[1]) >= FINENESS:
            last = point
            yield point


def _signed(number: int) -> str:
    """A number with what sets it off from the one before: a minus does, anything else needs a space."""
    return str(number) if number < 0 else f" {number}"
