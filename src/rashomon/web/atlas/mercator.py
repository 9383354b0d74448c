"""The projection of the map: degrees to a square of side 1, north at 0, in which small shapes keep their form."""

from functools import lru_cache
from math import atan, cos, degrees, log, pi, radians, sinh, tan

FARTHEST = 85.0
"""Degrees of latitude at which the map ends; nearer to the poles nothing can be drawn."""
EARTH_KM = 40_075.0
"""The length of the equator."""
AT_HAND = 32_768
"""Places that stay projected: the same towns are drawn again and again."""

Point = tuple[float, float]


@lru_cache(AT_HAND)
def project(longitude: float, latitude: float) -> Point:
    """Where a place stands in the square; what lies beyond the map's end stands at its edge."""
    held = max(-FARTHEST, min(FARTHEST, latitude))
    return (longitude + 180) / 360, 0.5 - log(tan(pi / 4 + radians(held) / 2)) / (2 * pi)


def unproject(x: float, y: float) -> Point:
    """The longitude and latitude of a point of the square."""
    return x * 360 - 180, degrees(atan(sinh(pi * (1 - 2 * y))))


def unit_of(kilometres: float, latitude: float) -> float:
    """How long a distance on the ground is in the square, at a latitude."""
    return kilometres / (EARTH_KM * max(0.05, cos(radians(latitude))))
