"""The names of countries and large towns on a map, as many as have room beside each other and beside the marks."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from rashomon.codebook.gazetteer import TOWN, load_gazetteer
from rashomon.web.atlas.frame import Frame
from rashomon.web.atlas.land import Land
from rashomon.web.atlas.mercator import Point, project
from rashomon.web.atlas.outlines import Box

LEAST_PEOPLE = 100_000
"""People of a town that is large."""
TOWNS_FROM = 3.5
"""The zoom from which towns are named."""
MOST_TOWNS = 14
STATE_LETTER, TOWN_LETTER, LINE = 9.6, 6.4, 15.0
"""Pixels that a letter is wide, and that a name is high."""
AROUND_MARK = 11.0
SCALE, STEPS = (160.0, 40.0), (96.0, 150.0)
"""Pixels, across and down, of the corners in which the scale and the steps of the map stand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A name with the middle of its base line, or for a town with the place of its sign."""

    kind: Literal["state", "town"]
    name: str
    at: Point


@dataclass(frozen=True, slots=True, kw_only=True)
class Town:
    """A town of the world; `at` is its place in the square of the projection."""

    name: str
    at: Point


@cache
def towns() -> tuple[Town, ...]:
    """The towns of the gazetteer that are large, the largest first."""
    book = load_gazetteer()
    people, kinds = book.columns["population"], book.columns["kind"]
    numbers = [n for n, kind in enumerate(kinds) if kind == TOWN and people[n] >= LEAST_PEOPLE]
    rows = [book.row(n) for n in sorted(numbers, key=lambda n: (-people[n], n))]
    return tuple(
        Town(name=row.name, at=project(row.longitude, row.latitude))
        for row in rows
        if row.latitude is not None and row.longitude is not None
    )


def labels_in(frame: Frame, land: Iterable[Land], marks: Iterable[Point]) -> Iterator[Label]:
    """The names that have room: countries by the room that they take, then towns by their people."""
    taken = [_around(at, AROUND_MARK, AROUND_MARK) for at in marks]
    taken.append(Box(left=0, top=frame.height - SCALE[1], right=SCALE[0], bottom=frame.height))
    taken.append(Box(left=frame.width - STEPS[0], top=0, right=frame.width, bottom=STEPS[1]))
    named = sorted((one for one in land if one.label), key=lambda one: (-one.size, one.name))
    for one in named:
        assert one.label is not None
        width = len(one.name) * STATE_LETTER
        if width <= one.size * 1.6 and _room(_around(one.label, width / 2, LINE / 2), frame, taken):
            yield Label(kind="state", name=one.name, at=one.label)
    yield from _towns(frame, taken)


def _towns(frame: Frame, taken: list[Box]) -> Iterator[Label]:
    box, named = frame.box, 0
    for town in towns() if frame.zoom >= TOWNS_FROM else ():
        x, y = town.at
        if box.left < x < box.right and box.top < y < box.bottom and named < MOST_TOWNS:
            pixel = frame.pixel(town.at)
            width = len(town.name) * TOWN_LETTER + 8
            if _room(_around((pixel[0] + width / 2, pixel[1]), width / 2 + 4, LINE / 2), frame, taken):
                named += 1
                yield Label(kind="town", name=town.name, at=pixel)


def _room(box: Box, frame: Frame, taken: list[Box]) -> bool:
    """Whether a box lies in the frame and on nothing that is taken; then it is taken too."""
    inside = box.left >= 0 and box.top >= 0 and box.right <= frame.width and box.bottom <= frame.height
    if not inside or any(box.meets(other) for other in taken):
        return False
    taken.append(box)
    return True


def _around(at: Point, across: float, down: float) -> Box:
    return Box(left=at[0] - across, top=at[1] - down, right=at[0] + across, bottom=at[1] + down)
