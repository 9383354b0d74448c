"""What is fitted on dev once a reader is trained: the floors of decoding, and how sure a confidence is."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.isotonic import IsotonicRegression

from rashomon.read.neural.calibration import Calibration
from rashomon.read.neural.decode import Settings, attributions_of
from rashomon.read.neural.entities import entities_of
from training.dev import Scored, gold_of, relation_of, relation_scores, scorer
from training.measure import entity_spans, gold_entities

CUE_FLOORS = (0.3, 0.4, 0.5)
SURE_FLOORS = (0.66, 0.68, 0.7, 0.72, 0.74, 0.76, 0.78, 0.8)
BINS, KNOTS = 10, 12
Pair = tuple[float, bool]


def fit_settings(polnear: Sequence[Scored], world: Sequence[Scored], start: Settings) -> Settings:
    """The settings with the best mean of the F1 of relations and of contents on both dev sets."""

    def worth(settings: Settings) -> float:
        return sum(sum(relation_scores(documents, settings).values()) for documents in (polnear, world))

    floors = product(CUE_FLOORS, SURE_FLOORS)
    return max((replace(start, cue_floor=cue, sure_floor=sure) for cue, sure in floors), key=worth)


def attribution_pairs(documents: Sequence[Scored], settings: Settings) -> list[Pair]:
    """For each attribution found, how sure the reader is and whether it is right."""
    judge: Any = scorer("world")
    pairs: list[Pair] = []
    for document in documents:
        found = [one for one in attributions_of(document.scores, settings) if one.content]
        gold = [judge.roles(relation) for relation in gold_of(document.example)]
        made = [judge.roles(relation_of(document.scores.pieces, one)) for one in found]
        right = {place for _, place in judge.pairs(gold, made, judge.relation_fits)}
        pairs.extend((one.sure, place in right) for place, one in enumerate(found))
    return pairs


def entity_pairs(documents: Sequence[Scored]) -> list[Pair]:
    """For each entity found of a type that the corpus marks, how sure the reader is and whether it is right."""
    pairs: list[Pair] = []
    for document in documents:
        gold = gold_entities(document.example)
        for one, span in zip(entities_of(document.scores), entity_spans(document), strict=True):
            if span is not None:
                pairs.append((one.sure, span in gold))
    return pairs


def curve(pairs: Sequence[Pair]) -> list[list[float]]:
    """A rising curve from raw scores to the share that is right, at most `KNOTS` knots; equal counts between them."""
    raw, right = _columns(pairs)
    model = IsotonicRegression(y_min=0.0, y_max=1.0, out_of_bounds="clip").fit(raw, right)
    knots = np.unique(np.quantile(raw, np.linspace(0, 1, KNOTS)).round(4))
    return [knots.tolist(), np.asarray(model.predict(knots)).round(4).tolist()]


def calibration_error(pairs: Sequence[Pair], fitted: Sequence[Sequence[float]]) -> float:
    """Expected calibration error over `BINS` bins of equal width."""
    return sum(share * abs(sure - right) for share, sure, right in reliability(pairs, fitted))


def crossed_error(pairs: Sequence[Pair]) -> float:
    """The calibration error on pairs that the curve has not seen: two halves, each judged by the other's curve."""
    halves = (pairs[0::2], pairs[1::2])
    return sum(calibration_error(halves[n], curve(halves[1 - n])) for n in (0, 1)) / 2


def reliability(pairs: Sequence[Pair], fitted: Sequence[Sequence[float]]) -> Iterator[tuple[float, float, float]]:
    """For each bin that is not empty: its share of all, its mean confidence, and the share of it that is right."""
    raw, right = _columns(pairs)
    calibration = Calibration.of({"any": fitted})
    sure = np.array([calibration.confidence("any", float(value)) for value in raw])
    bins = np.minimum((sure * BINS).astype(int), BINS - 1)
    for number in np.unique(bins).tolist():
        inside = bins == number
        yield float(inside.mean()), float(sure[inside].mean()), float(right[inside].mean())


def _columns(pairs: Sequence[Pair]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    return np.array([raw for raw, _ in pairs]), np.array([float(right) for _, right in pairs])
