"""When two places are two: both narrow, and more between their edges than can be forgiven."""

from rashomon.codebook.place_points import distance_km
from rashomon.model import PlaceRead, Precision

NARROW: frozenset[Precision] = frozenset({"site", "town"})
"""Precisions at which two places that lie apart are two places; a wider one may hold the other."""
NEAR_KM = 50.0
"""How far an area around a town may reach that is still told apart from others: "near Eilat"."""
WIDE = ("country:", "iso:")
"""What the ids of countries and provinces begin with, of which an area is a part ("the south of Israel")."""


def is_narrow(place: PlaceRead) -> bool:
    """Whether a place is a site or a town, or what lies around one."""
    if place.precision == "area":
        around_town = place.place is not None and not place.place.startswith(WIDE)
        return around_town and place.radius_km is not None and place.radius_km <= NEAR_KM
    return place.precision in NARROW


def lies_apart(one: PlaceRead, other: PlaceRead, km: float) -> bool:
    """Whether two narrow places have more than so many kilometres between their edges; never where a point is unknown."""
    if not (is_narrow(one) and is_narrow(other)):
        return False
    points = [(p.latitude, p.longitude) for p in (one, other) if p.latitude is not None and p.longitude is not None]
    if len(points) < len((one, other)):
        return False
    between = distance_km((points[0][0], points[0][1]), (points[1][0], points[1][1]))
    return between - (one.radius_km or 0.0) - (other.radius_km or 0.0) > km
