"""The weights of the features of places, fitted on the train parts: logistic regression over the places of each name."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from benchmarks.maps.corpus import Marked, marked
from rashomon.codebook.place_points import distance_km
from rashomon.codebook.tables import read_table
from rashomon.model import Reading, Report
from rashomon.resolve.mentions import report_places
from rashomon.resolve.place_context import PlaceContext, candidates_of
from rashomon.resolve.place_features import DYNAMIC, STATIC

FEATURES = (*STATIC, *DYNAMIC)
NAMES = tuple(feature.__name__ for feature in FEATURES)
KEPT = frozenset({"codebook", "kind"})
"""Features that these corpora don't show: they keep the weight that was given."""
RIGHT_KM = {True: 161.0, False: 40.0}
"""How far from the marked point a candidate may lie to be the right one: administrative areas have no one middle."""
PULL = 0.002
"""How strongly weights are drawn to those given."""
STEPS, RATE = 600, 0.5
Case = tuple[np.ndarray, np.ndarray]
"""The features of each candidate of a name in a report, and which candidates are right."""


@dataclass(frozen=True, slots=True)
class Read:
    """A document with its reading and its toponyms."""

    report: Report
    reading: Reading
    gold: list[Marked]


def cases(documents: Iterable[Read]) -> Iterator[Case]:
    """One case for each name of each report that has several candidates, of which some but not all are right."""
    for document in documents:
        context = report_places(document.reading, document.report)
        for one in {document.report.text[m.start : m.end]: m for m in document.gold if m.point}.values():
            case = _case(document.report.text[one.start : one.end], one, context)
            if case is not None:
                yield case


def _case(name: str, one: Marked, context: PlaceContext) -> Case | None:
    places, around = candidates_of(name), context.around(name)
    right = [
        place.point is not None
        and one.point is not None
        and (f"geonames:{one.geonames}" == place.id or distance_km(place.point, one.point) <= RIGHT_KM[one.area])
        and (place.precision != "town") == one.area
        for place in places
    ]
    if not any(right) or all(right):
        return None
    table = [[feature(place, around) for feature in FEATURES] for place in places]
    return np.array(table), np.array(right)


def fitted(found: Sequence[Case], start: dict[str, float]) -> dict[str, float]:
    """The weights that make the right places likeliest, drawn towards those given."""
    given = np.array([read_table("places_weights")["given"][name] for name in NAMES])
    weights = np.array([start[name] for name in NAMES])
    free = np.array([name not in KEPT for name in NAMES])
    for _ in range(STEPS):
        slope = PULL * (weights - given)
        for table, right in found:
            odds = np.exp(table @ weights - (table @ weights).max())
            likely, among = odds / odds.sum(), odds * right / (odds * right).sum()
            slope = slope + (likely - among) @ table / len(found)
        weights = weights - RATE * slope * free
    return {name: round(float(weight), 2) for name, weight in zip(NAMES, weights, strict=True) if name not in KEPT}


def document_of(report: Report, reading: Reading, row: dict[str, Any]) -> Read:
    """A document of the train part with its reading."""
    return Read(report, reading, marked(row))
