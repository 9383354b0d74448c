"""From raw scores to confidences along a curve."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.read.neural.calibration import Calibration

RAW = st.floats(0, 1)


def rising(numbers: list[float]) -> list[float]:
    return sorted(set(numbers))


def test_between_two_points_a_curve_is_straight() -> None:
    made = Calibration.of({"entity": [[0.2, 0.6], [0.1, 0.9]]})
    assert [made.confidence("entity", raw) for raw in (0.2, 0.3, 0.4, 0.6)] == [0.1, 0.3, 0.5, 0.9]


def test_beyond_its_ends_a_curve_is_level() -> None:
    made = Calibration.of({"entity": [[0.2, 0.6], [0.1, 0.9]]})
    assert [made.confidence("entity", raw) for raw in (0.0, 1.0)] == [0.1, 0.9]


def test_a_layer_without_a_curve_keeps_its_raw_scores() -> None:
    made = Calibration.of({"entity": [[0.0, 1.0], [1.0, 1.0]]})
    assert [made.confidence("attribution", raw) for raw in (0.0, 0.125, 0.5, 1.0)] == [0.0, 0.12, 0.5, 1.0]
    assert made.confidence("entity", 0.125) == 1.0


@pytest.mark.parametrize(("raw", "confidence"), [(-0.5, 0.0), (1.5, 1.0), (0.66666, 0.67)])
def test_a_confidence_is_a_share_with_two_decimals(raw: float, confidence: float) -> None:
    assert Calibration.of({}).confidence("attribution", raw) == confidence


@given(st.lists(RAW, min_size=1, max_size=8).map(rising), st.data(), RAW, RAW)
def test_a_rising_curve_never_falls(scores: list[float], data: st.DataObject, one: float, other: float) -> None:
    shares = sorted(data.draw(st.lists(RAW, min_size=len(scores), max_size=len(scores))))
    made = Calibration.of({"attribution": [scores, shares]})
    low, high = (made.confidence("attribution", raw) for raw in sorted((one, other)))
    assert 0 <= low <= high <= 1
    assert round(high, 2) == high
