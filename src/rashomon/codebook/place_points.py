"""Where countries and provinces lie, and what provinces are called in short ("Ill.", "B.C.")."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from rashomon.codebook.checks import check_keys, check_words, complain
from rashomon.codebook.tables import read_table

FILE = "places_points"
SECTIONS = frozenset({"countries", "provinces"})
PROVINCE = frozenset({"at", "short"})
Point = tuple[float, float]
EARTH_KM = 6371.0


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacePoints:
    """`countries` by ISO 3166 code and `provinces` by that of ISO 3166-2, in degrees; `short` leads to the latter."""

    countries: Mapping[str, Point]
    provinces: Mapping[str, Point]
    short: Mapping[str, str]


@cache
def load_place_points() -> PlacePoints:
    """The points. Raises `CodebookInvalid` where the data file breaks its schema."""
    table = read_table(FILE)
    check_keys(FILE, "the file", table, SECTIONS, SECTIONS)
    short: dict[str, str] = {}
    for code, row in table["provinces"].items():
        check_keys(FILE, code, row, PROVINCE, PROVINCE)
        short |= dict.fromkeys(check_words(FILE, f"{code}.short", row["short"]), code)
    return PlacePoints(
        countries={code: check_point(FILE, code, at) for code, at in table["countries"].items()},
        provinces={code: check_point(FILE, code, row["at"]) for code, row in table["provinces"].items()},
        short=short,
    )


def check_point(file: str, where: str, at: Any) -> Point:
    """A point as given. Raises `CodebookInvalid` where it is not [latitude, longitude] in degrees."""
    numbers = isinstance(at, list) and len(at) == 2 and all(type(degree) in (int, float) for degree in at)
    if not numbers or not (-90 <= at[0] <= 90 and -180 <= at[1] <= 180):
        raise complain(file, where, f"{at!r} is not [latitude, longitude]")
    return float(at[0]), float(at[1])


def distance_km(one: Point, other: Point) -> float:
    """The great-circle distance of two points in degrees."""
    (a, b), (c, d) = (tuple(map(math.radians, point)) for point in (one, other))
    half = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(min(1.0, half)))
