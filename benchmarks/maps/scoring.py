"""What is counted: which toponyms are found, how far from the truth they are put, and how many are right end to end."""

import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass, field

from benchmarks.maps.corpus import Marked
from rashomon.codebook.place_points import distance_km
from rashomon.model import PlaceRead, Toponym

NEAR_KM = 161.0
"""A hundred miles: what counts as right in the papers of this field."""
SAME_KM = 25.0
"""Two points so near are one place."""
FARTHEST_KM = 20_039.0
"""Half the way round the earth, the error of a toponym that is led nowhere."""
AREAS = frozenset({"country", "province", "district", "region"})


@dataclass
class Tally:
    """Counts over documents; `errors` holds kilometres for each found toponym that has a point, None where led nowhere."""

    marked: int = 0
    made: int = 0
    hit: int = 0
    found: int = 0
    exact: int = 0
    placed: int = 0
    same: int = 0
    errors: list[float | None] = field(default_factory=list)

    def add(self, gold: Sequence[Marked], made: Sequence[Toponym]) -> None:
        """Count one document."""
        self.marked += len(gold)
        self.made += len(made)
        bounds = {(one.start, one.end) for one in gold}
        self.exact += sum((one.span.start, one.span.end) in bounds for one in made)
        self.hit += sum(any(_meets(one, right) for right in gold) for one in made)
        for right in gold:
            best = max((one for one in made if _meets(one, right)), key=lambda one: _shared(one, right), default=None)
            self.found += best is not None
            self.placed += right.point is not None
            if best is not None and right.point is not None:
                error = _error(best.place, right.point)
                self.errors.append(error)
                self.same += _same(best.place, right, error)

    def figures(self) -> dict[str, float]:
        """Every figure by name; a toponym that is found and led nowhere is wrong at every distance."""
        precision, recall = _share(self.hit, self.made), _share(self.found, self.marked)
        known = [error for error in self.errors if error is not None]
        far = [FARTHEST_KM if error is None else error for error in self.errors]
        return {
            "span.precision": precision,
            "span.recall": recall,
            "span.f1": _share(2 * precision * recall, precision + recall),
            "span.exact.f1": _share(2 * self.exact, self.made + self.marked),
            "within161": _share(sum(error <= NEAR_KM for error in far), len(far)),
            "within25": _share(sum(error <= SAME_KM for error in far), len(far)),
            "error.mean": statistics.fmean(known) if known else 0.0,
            "error.median": statistics.median(known) if known else 0.0,
            "auc": statistics.fmean(math.log1p(error) / math.log1p(FARTHEST_KM) for error in far) if far else 0.0,
            "unplaced": _share(len(far) - len(known), len(far)),
            "end_to_end": _share(self.same, self.placed),
        }


def _meets(one: Toponym, right: Marked) -> bool:
    return one.span.start < right.end and right.start < one.span.end


def _shared(one: Toponym, right: Marked) -> int:
    return min(one.span.end, right.end) - max(one.span.start, right.start)


def _error(place: PlaceRead | None, point: tuple[float, float]) -> float | None:
    if place is None or place.latitude is None or place.longitude is None:
        return None
    return distance_km((place.latitude, place.longitude), point)


def _same(place: PlaceRead | None, right: Marked, error: float | None) -> bool:
    """Whether a toponym was led to the very place: the same id, the same point, or the same administrative area."""
    if place is None or error is None:
        return False
    if place.place == f"geonames:{right.geonames}" or error <= SAME_KM:
        return True
    return right.area and place.precision in AREAS and error <= NEAR_KM


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0
