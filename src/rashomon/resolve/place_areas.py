"""Where a place lies and how far it reaches, and the areas that phrases tell by it: "12 km south of X", "eastern Syria"."""

import math
import re
from functools import cache

from rashomon.codebook.place_extents import load_extents
from rashomon.codebook.place_points import EARTH_KM
from rashomon.codebook.place_words import load_place_words
from rashomon.codebook.places import COUNTRY, Candidate

RADII = {"site": 2.0, "town": 5.0, "district": 25.0, "province": 100.0, "area": 100.0, "region": 250.0, "sea": 300.0}
"""Kilometres that a place of a class reaches, as a rule; countries have their own."""
LARGE_TOWN, LARGE_KM = 500_000, 15.0
BESIDE_KM = 15.0
"""What lies "near" a town, or "south of" it without a distance, lies within so many kilometres of its edge."""
SLACK = 0.25
"""A distance in a report is good to a quarter."""
SHARE = 0.5
"""The middle of "eastern Syria" lies half-way from the middle of the country to its edge."""


def radius_of(place: Candidate) -> float | None:
    """How far a place reaches from its middle in kilometres, None where its middle is not known."""
    if place.point is None:
        return None
    if place.rank == COUNTRY:
        return load_extents().get(place.country or "", RADII["region"])
    return LARGE_KM if place.population >= LARGE_TOWN and place.precision == "town" else RADII.get(place.precision)


def area_around(words: str, place: Candidate) -> tuple[float | None, float | None, float | None]:
    """The middle in degrees and the radius in kilometres of an area that a phrase tells by a place."""
    point, reach = place.point, radius_of(place)
    if point is None or reach is None:
        return place.latitude, place.longitude, None
    bearing, length = _bearing(words), _length(words)
    if length is not None:
        # A distance without a direction leaves all around it open.
        middle = moved(point, bearing, length) if bearing is not None else point
        return *middle, round(max(1.0, length * SLACK) + (0.0 if bearing is not None else length), 1)
    if place.precision in ("site", "town", "district"):
        middle = moved(point, bearing, BESIDE_KM) if bearing is not None else point
        return *middle, reach + BESIDE_KM
    if bearing is None:
        return *point, reach
    return *moved(point, bearing, reach * SHARE), round(reach * (1 - SHARE) * 1.2, 1)


def moved(point: tuple[float, float], bearing: float, km: float) -> tuple[float, float]:
    """The point so many kilometres away in a direction, in degrees from north."""
    latitude, longitude, turn = math.radians(point[0]), math.radians(point[1]), math.radians(bearing)
    arc = km / EARTH_KM
    sine = math.sin(latitude) * math.cos(arc) + math.cos(latitude) * math.sin(arc) * math.cos(turn)
    end = math.asin(max(-1.0, min(1.0, sine)))
    turned = math.atan2(math.sin(turn) * math.sin(arc) * math.cos(latitude), math.cos(arc) - math.sin(latitude) * sine)
    east = (math.degrees(longitude + turned) + 180) % 360 - 180
    return round(math.degrees(end), 4), round(east, 4)


def _bearing(words: str) -> float | None:
    """The first direction that a phrase tells, in degrees from north."""
    plain = re.sub(r"(?<=[a-z])-(?=[a-z])", "", words.lower())
    found = (load_place_words().bearings.get(word) for word in re.findall(r"[a-z]+", plain))
    return next((bearing for bearing in found if bearing is not None), None)


def _length(words: str) -> float | None:
    """The distance that a phrase tells, in kilometres."""
    match = _lengths().search(words)
    if match is None:
        return None
    return float(match["number"].replace(",", "")) * load_place_words().lengths[match["unit"].lower()]


@cache
def _lengths() -> re.Pattern[str]:
    units = "|".join(sorted(map(re.escape, load_place_words().lengths), key=len, reverse=True))
    return re.compile(rf"(?P<number>\d[\d,]*(?:\.\d+)?)\s*-?\s*(?P<unit>{units})\b", re.IGNORECASE)
