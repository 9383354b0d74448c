"""The scorer of time phrases on phrases counted by hand."""

import pytest

from benchmarks.timexes import Timex, score


def test_overlap_is_relaxed_both_ends_are_strict_and_the_value_is_a_string() -> None:
    gold = [Timex(0, 6, "2019-03-02"), Timex(10, 20, "P3D"), Timex(30, 34, "2019"), Timex(50, 54, "2020")]
    found = [
        Timex(0, 6, "2019-03-02"),
        Timex(12, 20, "P3D"),
        Timex(30, 34, "2018"),
        Timex(40, 44, "2019"),
        Timex(60, 61, None),
    ]
    figures = score([(found, gold)])
    assert figures["relaxed"] == {"precision": 3 / 5, "recall": 3 / 4, "f1": pytest.approx(2 / 3)}
    assert figures["strict"] == {"precision": 2 / 5, "recall": 2 / 4, "f1": pytest.approx(4 / 9)}
    assert figures["value"] == {"precision": 2 / 5, "recall": 2 / 4, "f1": pytest.approx(4 / 9)}


def test_documents_are_summed_up_and_nothing_found_is_nothing_right() -> None:
    gold = [Timex(0, 6, "2019")]
    figures = score([([], gold), (gold, gold)])
    assert figures["value"]["precision"] == 1.0 and figures["value"]["recall"] == 0.5
    assert score([([], gold)])["value"]["f1"] == 0.0
