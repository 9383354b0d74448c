"""Rows for the table of link."""

from datetime import date
from typing import Any

import pytest

pytest.importorskip("numpy")

from tests.builders import make_incident, make_mention, make_reading, make_report, on
from training.linking import crowded, linking_rows


def told(name: str, day: str, word: str, key: str) -> tuple[Any, Any, dict[str, Any]]:
    report = make_report(f"Jets {word} Quandary near Zarzun.", name, day=day)
    mention = make_mention(report, word)
    incident = make_incident(report, [mention], date=on(day))
    span = mention.trigger[0]
    labels = {
        "incidents": [{"id": "e1", "key": key}],
        "mentions": [{"incident": "e1", "trigger": [[span.start, span.end]]}],
    }
    return report, make_reading(report, [incident]), labels


TOLD = [
    told("a", "2019-03-05", "struck", "MARCH"),
    told("b", "2019-03-06", "hit", "MARCH"),
    told("c", "2021-07-14", "bombed", "JULY"),
]
PAIRS = [(report, reading) for report, reading, _ in TOLD]
LABELS = {report.id: labels for report, _, labels in TOLD}


def test_stories_are_moved_into_one_week_each_as_a_whole() -> None:
    days = [(report.published.start, reading.incidents[0].date.start) for report, reading in crowded(PAIRS, LABELS)]
    first, second, third = (day for day, _ in days)
    assert all(published == happened for published, happened in days)
    assert (second - first).days == 1 and abs((third - first).days) < 7
    assert [day.weekday() for day in (first, second, third)] == [
        date(2019, 3, 5).weekday(),
        2,
        date(2021, 7, 14).weekday(),
    ]


def test_the_crowded_week_adds_pairs_that_are_not_one() -> None:
    rows, right = linking_rows(PAIRS, LABELS, None)
    # As they are, only the two of March may meet; in one week, so may each of them and the third, a day apart.
    assert right.count(True) == 2 and right.count(False) >= 1
    assert all(("any_pair", "yes") in row for row in rows)
