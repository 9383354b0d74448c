"""Countries with their outlines, from the packaged TopoJSON, in the square of the projection."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import accumulate, pairwise
from typing import Any, Literal, TypeAlias

import pycountry

from rashomon.web.atlas.mercator import Point, project

Detail: TypeAlias = Literal["110m", "50m"]
"""How fine the outlines are: 1:110 million for continents, 1:50 million for anything nearer."""
Ring: TypeAlias = tuple[Point, ...]
EDGE = project(0.0, -90.0)[1]
"""How far down the square the map goes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A stretch of the square; the ends are included."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        """Whether the two have a point in common."""
        return (
            self.left <= other.right
            and other.left <= self.right
            and self.top <= other.bottom
            and other.top <= self.bottom
        )

    def holds(self, other: "Box") -> bool:
        """Whether all of another one lies within."""
        return (
            self.left <= other.left
            and other.right <= self.right
            and self.top <= other.top
            and other.bottom <= self.bottom
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A country: its ISO 3166 alpha-2 code, where it has one, its rings, each with its box, and the largest of these."""

    code: str | None
    name: str
    rings: tuple[tuple[Box, Ring], ...]
    largest: Ring


def box_of(points: Sequence[Point]) -> Box:
    """The smallest box around some points."""
    across, down = [x for x, _ in points], [y for _, y in points]
    return Box(left=min(across), top=min(down), right=max(across), bottom=max(down))


@cache
def countries(detail: Detail) -> tuple[Country, ...]:
    """Every country of the world, by name."""
    text = resources.files("rashomon.web.atlas").joinpath("data", f"countries-{detail}.json").read_text("utf-8")
    topology = json.loads(text)
    arcs = [tuple(_points(arc, topology["transform"])) for arc in topology["arcs"]]
    found = [_country(shape, arcs) for shape in topology["objects"]["countries"]["geometries"]]
    return tuple(sorted(found, key=lambda country: country.name))


def _country(shape: dict[str, Any], arcs: Sequence[Ring]) -> Country:
    polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
    rings = [turned for polygon in polygons for ring in polygon for turned in _round(_ring(ring, arcs))]
    boxed = tuple((box_of(ring), ring) for ring in rings)
    largest = max(boxed, key=lambda part: (part[0].right - part[0].left) * (part[0].bottom - part[0].top))[1]
    return Country(code=_code(shape.get("id")), name=shape["properties"]["name"], rings=boxed, largest=largest)


def _ring(indexes: Sequence[int], arcs: Sequence[Ring]) -> Ring:
    """The arcs of a ring one after the other; an index below zero is an arc that is run backwards."""
    points: list[Point] = []
    for index in indexes:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        points.extend(arc[1:] if points else arc)
    return tuple(points)


def _round(ring: Ring) -> Iterator[Ring]:
    """A ring that runs over the antimeridian as two, one at either end of the map; others, and Antarctica, as they are."""
    steps = [after[0] - before[0] for before, after in pairwise(ring)]
    if all(abs(step) < 0.5 for step in steps) or max(y for _, y in ring) >= EDGE:
        yield ring
        return
    shifts = accumulate((-1 if step > 0.5 else 1 if step < -0.5 else 0 for step in steps), initial=0)
    turned = tuple((x + shift, y) for (x, y), shift in zip(ring, shifts, strict=True))
    away = 1 if min(x for x, _ in turned) < 0 else -1
    yield turned
    yield tuple((x + away, y) for x, y in turned)


def _points(arc: Sequence[Sequence[int]], transform: dict[str, list[float]]) -> Iterator[Point]:
    """The points of an arc, which is kept as steps from point to point in whole numbers."""
    (across, down), (left, bottom) = transform["scale"], transform["translate"]
    x = y = 0
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        yield project(left + x * across, bottom + y * down)


def _code(number: str | None) -> str | None:
    known = pycountry.countries.get(numeric=number) if number else None
    return known.alpha_2 if known else None
