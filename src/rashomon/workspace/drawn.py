"""What a map and a timeline show of incidents: little of each, for many at once."""

from dataclasses import dataclass

from rashomon.model import Precision, TimeInterval


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """An incident at one of its places. `number` is its row in the table of all; degrees are WGS 84.

    What is meant lies within `radius_km` of the point. `places` counts the places at which the incident is drawn.
    """

    number: int
    incident: str
    title: str
    place: str
    precision: Precision
    country: str | None
    latitude: float
    longitude: float
    radius_km: float | None
    disputed: bool
    places: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedIncidents:
    """The incidents that are wanted at their places; `unplaced` of the `total` have none that is known on the map."""

    rows: tuple[Placed, ...]
    total: int
    unplaced: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """An incident with its date."""

    number: int
    incident: str
    title: str
    date: TimeInterval
    disputed: bool
