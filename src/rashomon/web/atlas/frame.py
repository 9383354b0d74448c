"""The part of the world that a map shows, and the steps from one to another; written in the address of a page."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import log2

from rashomon.web.atlas.mercator import Point, project, unproject
from rashomon.web.atlas.outlines import Box, box_of

WIDTH, HEIGHT = 720.0, 440.0
"""Pixels of the drawing; the page scales it."""
TILE = 256
"""Pixels that the world is wide at zoom 0."""
FARTHEST, NEAREST = 1.0, 11.0
CLOSEST_FIT = 7.0
"""A map that is fitted to its marks comes no nearer: around one mark a reader needs the land to know where it is."""
MARGIN = 60.0
"""Pixels that are left free around what a map is fitted to."""
PATTERN = r"^-?[0-9]{1,2}(\.[0-9]{1,4})?,-?[0-9]{1,3}(\.[0-9]{1,4})?,[0-9]{1,2}(\.[0-9])?$"


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The frame around a middle, in the square of the projection; each step of `zoom` doubles the scale."""

    x: float
    y: float
    zoom: float
    width: float = WIDTH
    height: float = HEIGHT

    @property
    def scale(self) -> float:
        """Pixels that the whole world is wide."""
        return TILE * float(2.0**self.zoom)

    @property
    def box(self) -> Box:
        """The frame in the square."""
        across, down = self.width / self.scale / 2, self.height / self.scale / 2
        return Box(left=self.x - across, top=self.y - down, right=self.x + across, bottom=self.y + down)

    @property
    def words(self) -> str:
        """The frame as it stands in an address: latitude, longitude, zoom."""
        longitude, latitude = unproject(self.x, self.y)
        return f"{latitude:.4f},{longitude:.4f},{self.zoom:.1f}"

    def pixel(self, point: Point) -> Point:
        """Where a point of the square is drawn."""
        return (
            (point[0] - self.x) * self.scale + self.width / 2,
            (point[1] - self.y) * self.scale + self.height / 2,
        )

    def shows(self, pixel: Point, around: float = 0.0) -> bool:
        """Whether a pixel, or anything within some pixels of it, is in the frame."""
        return -around <= pixel[0] <= self.width + around and -around <= pixel[1] <= self.height + around

    def zoomed(self, steps: float) -> "Frame":
        """The frame nearer or farther around the same middle; the same one where there is no farther."""
        return replace(self, zoom=round(max(FARTHEST, min(NEAREST, self.zoom + steps)), 1))

    def moved(self, across: float, down: float) -> "Frame":
        """The frame moved by shares of its width and height."""
        x = self.x + across * self.width / self.scale
        y = self.y + down * self.height / self.scale
        return replace(self, x=max(0.0, min(1.0, x)), y=max(0.0, min(1.0, y)))


WORLD = Frame(x=0.5, y=0.42, zoom=1.4)


def frame_at(words: str) -> Frame:
    """The frame that an address names (see `PATTERN`)."""
    latitude, longitude, zoom = map(float, words.split(","))
    x, y = project(max(-180.0, min(180.0, longitude)), latitude)
    return Frame(x=x, y=y, zoom=max(FARTHEST, min(NEAREST, zoom)))


def frame_around(points: Sequence[Point], *, closest: float = CLOSEST_FIT) -> Frame:
    """The nearest frame that shows some points of the square with a margin; the world where there are none."""
    if not points:
        return WORLD
    box = box_of(points)
    across = (WIDTH - 2 * MARGIN) / max(box.right - box.left, 1e-9)
    down = (HEIGHT - 2 * MARGIN) / max(box.bottom - box.top, 1e-9)
    zoom = max(FARTHEST, min(closest, log2(min(across, down) / TILE)))
    # Whole tenths, rounded down: the address can say it again.
    return Frame(x=(box.left + box.right) / 2, y=(box.top + box.bottom) / 2, zoom=int(zoom * 10) / 10)
