"""Places and dates of incidents that stay at hand: the map goes step by step over the same ones."""

from functools import lru_cache

from rashomon.workspace.catalogue.drawn import find_dated, find_placed
from rashomon.workspace.catalogue.file import Catalogue
from rashomon.workspace.drawn import Dated, PlacedIncidents
from rashomon.workspace.filters import IncidentFilter

FILTERS = 8
"""Filters whose places and dates are kept."""


class DrawnAtHand:
    """Asks the catalogue once for each state of the workspace and each filter."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self.placed = lru_cache(FILTERS)(self._placed)
        self.dated = lru_cache(FILTERS)(self._dated)

    def _placed(self, state: str, wanted: IncidentFilter) -> PlacedIncidents:
        with self._catalogue.reading() as connection:
            return find_placed(connection, wanted)

    def _dated(self, state: str, wanted: IncidentFilter) -> tuple[Dated, ...]:
        with self._catalogue.reading() as connection:
            return find_dated(connection, wanted)
