"""How far apart the places of two incidents are, by the gazetteer's degrees."""

from functools import cache
from math import asin, cos, radians, sin, sqrt
from typing import TypeAlias

from rashomon.codebook.places import load_places
from rashomon.model import PlaceRead

EARTH_KM = 6371.0
FIXED = frozenset({"site", "town"})
Point: TypeAlias = tuple[float, float]


@cache
def point_of(name: str, identity: str) -> Point | None:
    """Degrees of a place that was resolved to an id of the gazetteer, if it has any."""
    for found in load_places().find(name):
        if found.id == identity and found.latitude is not None and found.longitude is not None:
            return found.latitude, found.longitude
    return None


def points_of(places: tuple[PlaceRead, ...]) -> frozenset[Point]:
    """Degrees of the sites and towns among some places."""
    fixed = (place for place in places if place.precision in FIXED and place.place)
    return frozenset(point for place in fixed if (point := point_of(place.name, place.place or "")) is not None)


def least_km(one: frozenset[Point], other: frozenset[Point]) -> float:
    """Kilometres between the two nearest points of two sets; 0 where one is empty."""
    return min((_km(a, b) for a in one for b in other), default=0.0)


def _km(one: Point, other: Point) -> float:
    north, south = radians(one[0]), radians(other[0])
    half = sin((south - north) / 2) ** 2 + cos(north) * cos(south) * sin(radians(other[1] - one[1]) / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(half))
