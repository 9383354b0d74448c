"""The land in a frame as paths of SVG, no finer than can be seen."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rashomon.web.atlas.clipping import centroid, clipped, path_of
from rashomon.web.atlas.frame import Frame
from rashomon.web.atlas.mercator import Point
from rashomon.web.atlas.outlines import Box, Country, Detail, Ring, box_of, countries

FINE_FROM = 3.8
"""The zoom from which the finer outlines are drawn."""
SMALLEST = 1.5
"""Pixels; islands that are smaller are left out."""
EDGE = 3.0
"""Pixels outside the frame at which outlines are cut, so that the cut is not seen."""
AT_HAND = 256
"""Frames whose land stays drawn."""
NAMED_FROM = 46
"""Pixels that a country must be wide for its name to be written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Land:
    """A country in a frame: the path of its outline, the middle of what is seen of it, and how wide that is in pixels."""

    code: str | None
    name: str
    path: str
    label: Point | None
    size: float


@lru_cache(AT_HAND)
def land_in(frame: Frame) -> tuple[Land, ...]:
    """The countries of which anything is in the frame."""
    detail: Detail = "50m" if frame.zoom >= FINE_FROM else "110m"
    found = ((country, "".join(_paths(country, frame))) for country in countries(detail))
    return tuple(_land(country, path, frame) for country, path in found if path)


def _paths(country: Country, frame: Frame) -> Iterator[str]:
    box = frame.box
    for around, ring in country.rings:
        if box.meets(around) and max(around.right - around.left, around.bottom - around.top) * frame.scale >= SMALLEST:
            yield path_of(_seen(ring, frame))


def _seen(ring: Ring, frame: Frame) -> Sequence[Point]:
    """The pixels of what is in the frame of a ring."""
    pixels = [frame.pixel(point) for point in ring]
    return clipped(pixels, (-EDGE, -EDGE, frame.width + EDGE, frame.height + EDGE))


def _land(country: Country, path: str, frame: Frame) -> Land:
    """A country with the middle of what is seen of its largest part, where that is wide enough for a name."""
    seen = _seen(country.largest, frame)
    box = box_of(seen) if seen else Box(left=0, top=0, right=0, bottom=0)
    width = box.right - box.left
    named = width >= NAMED_FROM and box.bottom - box.top >= NAMED_FROM / 2
    return Land(code=country.code, name=country.name, path=path, label=centroid(seen) if named else None, size=width)
