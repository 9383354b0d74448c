"""From incidents at their places to marks: dots, groups of dots, areas, and whole countries.

A site or a town is a dot. What the words fix no better than to a province, a district or "eastern Syria" is an area as
large as what is meant, a country its own outline; neither has a pin that would say more than is known.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from rashomon.model import Precision
from rashomon.web.atlas.frame import Frame
from rashomon.web.atlas.mercator import Point, project, unit_of
from rashomon.workspace import Placed

Shape: TypeAlias = Literal["dot", "group", "area", "country"]
POINTS: frozenset[Precision] = frozenset({"site", "town"})
NEAR = 26.0
"""Pixels within which dots are taken together."""
SMALLEST_AREA = 11.0
"""Pixels: an area is drawn at least this large, so that it can be hit and told from a dot."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Something on the map that stands for incidents.

    `at` is its middle and `radius` its size in pixels, `points` the places behind it in the square of the projection.
    """

    shape: Shape
    at: Point
    radius: float
    incidents: tuple[Placed, ...]
    points: tuple[Point, ...]

    @property
    def disputed(self) -> int:
        """How many of its incidents are in dispute."""
        return len({placed.incident for placed in self.incidents if placed.disputed})

    @property
    def ids(self) -> tuple[str, ...]:
        """Its incidents, each once, in the order of the table."""
        return tuple(dict.fromkeys(placed.incident for placed in self.incidents))

    @property
    def places(self) -> tuple[str, ...]:
        """The names of its places, those of most incidents first."""
        counts: dict[str, int] = defaultdict(int)
        for placed in self.incidents:
            counts[placed.place] += 1
        return tuple(sorted(counts, key=lambda name: (-counts[name], name)))

    @property
    def apart(self) -> bool:
        """Whether a nearer map would show its incidents apart."""
        return len(set(self.points)) > 1

    @property
    def country(self) -> str | None:
        """The code of the country, for a mark that is one."""
        return self.incidents[0].country if self.shape == "country" else None


def marks_in(placed: Iterable[Placed], frame: Frame) -> tuple[Mark, ...]:
    """The marks of a frame, areas first and the largest first, so that what is small lies on top."""
    found = list(placed)
    areas = sorted(_areas(found, frame), key=lambda mark: (-mark.radius, mark.at))
    dots = _dots([one for one in found if one.precision in POINTS], frame)
    return (*areas, *sorted(dots, key=lambda mark: (mark.at[1], mark.at[0])))


def _point(placed: Placed) -> Point:
    return project(placed.longitude, placed.latitude)


def _areas(placed: Sequence[Placed], frame: Frame) -> Iterator[Mark]:
    """One mark for all incidents of one area, and for areas too small to be told apart in this frame."""
    groups: dict[tuple[object, ...], list[Placed]] = defaultdict(list)
    for one in placed:
        if one.precision not in POINTS:
            size = _size(one, frame)
            where = _cell(one, frame) if size <= SMALLEST_AREA else (one.precision, one.latitude, one.longitude)
            groups[size, _is_country(one), *where].append(one)
    for members in groups.values():
        points = tuple(_point(one) for one in members)
        at, size = _middle(points, frame), _size(members[0], frame)
        if frame.shows(at, size):
            yield Mark(
                shape="country" if _is_country(members[0]) else "area",
                at=at,
                radius=size,
                incidents=tuple(members),
                points=points,
            )


def _is_country(placed: Placed) -> bool:
    return placed.precision == "country" and placed.country is not None


def _size(placed: Placed, frame: Frame) -> float:
    return max(SMALLEST_AREA, unit_of(placed.radius_km or 0.0, placed.latitude) * frame.scale)


def _cell(placed: Placed, frame: Frame) -> tuple[int, int]:
    """The cell of a grid that hangs on the world, not on the frame: moving the map does not group anew."""
    x, y = _point(placed)
    return int(x * frame.scale // NEAR), int(y * frame.scale // NEAR)


def _middle(points: Sequence[Point], frame: Frame) -> Point:
    pixels = [frame.pixel(point) for point in points]
    return sum(x for x, _ in pixels) / len(pixels), sum(y for _, y in pixels) / len(pixels)


def _dots(placed: Sequence[Placed], frame: Frame) -> Iterator[Mark]:
    """Dots; those that would lie on one another are one mark."""
    cells: dict[tuple[int, int], list[Placed]] = defaultdict(list)
    for one in placed:
        if frame.shows(frame.pixel(_point(one)), NEAR):
            cells[_cell(one, frame)].append(one)
    for members in cells.values():
        points = tuple(_point(one) for one in members)
        alone = len({one.incident for one in members}) == 1
        yield Mark(
            shape="dot" if alone else "group",
            at=_middle(points, frame),
            radius=6.0 if alone else min(20.0, 9.0 + len(members) ** 0.5),
            incidents=tuple(members),
            points=points,
        )
