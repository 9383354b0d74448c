"""The timeline beside the list: bars for dates that one period holds, lines for the others, and its text."""

from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model import TimeInterval
from rashomon.web.views.calendar import MOST, UNITS, Unit, beginning, ending, periods, unit_for
from rashomon.web.views.periods import Timeline, periods_of
from rashomon.workspace import Dated
from tests.web.conftest import Open
from tests.web.scattered import TOWN, incident_at, keep_incidents
from tests.web.test_pages import words

DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))


def dated(start: str | None, end: str | None, *, basis: str = "stated", disputed: bool = False) -> Dated:
    """An incident between two days."""
    first, last = (date.fromisoformat(day) if day else None for day in (start, end))
    when = TimeInterval(start=first, end=last, basis=basis)  # type: ignore[arg-type]
    return Dated(number=1, incident="x", title="Shelling", date=when, disputed=disputed)


def timeline(*found: Dated) -> Timeline:
    """Their timeline."""
    made = periods_of(found, {"place": "karsa"})
    assert made is not None
    return made


def test_a_bar_counts_what_surely_fell_in_it_and_leads_there() -> None:
    made = timeline(
        dated("2024-02-03", "2024-02-03", disputed=True),
        dated("2024-02-03", "2024-02-03", basis="inferred"),
        dated("2024-02-05", "2024-02-05"),
    )
    assert [(bar.name, bar.count, bar.disputed) for bar in made.bars] == [
        ("2024-02-03", 2, 1),
        ("2024-02-04", 0, 0),
        ("2024-02-05", 1, 0),
    ]
    assert made.bars[0].bases == {"stated": 1, "inferred": 1}
    assert made.bars[0].to == "/incidents?place=karsa&since=2024-02-03&until=2024-02-03"
    assert made.bars[0].words == "2024-02-03: 2 incidents, 1 in dispute"
    assert made.words == "3 incidents by day, 2024-02-03 to 2024-02-05"
    assert timeline(dated("2024-02-03", "2024-02-03")).words == "1 incident by day, 2024-02-03"


def test_what_no_period_holds_is_a_line_and_no_bar() -> None:
    made = timeline(dated("2024-02-01", "2024-02-01"), dated("2024-02-03", "2024-02-05"), dated("2024-02-06", None))
    assert sum(bar.count for bar in made.bars) == 1
    closed, left_open = sorted(made.lanes, key=lambda lane: lane.end is None)
    assert (closed.start, closed.end) == (date(2024, 2, 3), date(2024, 2, 5))
    assert (left_open.start, left_open.end, left_open.name) == (date(2024, 2, 6), None, "2024-02-06 or later")
    assert left_open.to == "/incidents?place=karsa&since=2024-02-06"


def test_dates_that_are_not_known_are_counted_and_not_drawn() -> None:
    made = timeline(dated("2024-02-01", "2024-02-01"), dated(None, None))
    assert made.undated == 1
    assert "1 without a date" in made.words
    assert periods_of([dated(None, None)], {}) is None


def test_lines_without_room_are_counted() -> None:
    first = date(2024, 1, 1)
    made = timeline(*(dated(str(first + timedelta(n)), str(first + timedelta(n + 2))) for n in range(14)))
    assert (len(made.lanes), made.more) == (10, 4)


@pytest.mark.parametrize(
    ("last", "unit"), [("2024-02-14", "day"), ("2026-01-31", "month"), ("2064-01-01", "year"), ("2500-01-01", "decade")]
)
def test_the_longer_the_time_the_longer_the_periods(last: str, unit: Unit) -> None:
    made = timeline(dated("2024-01-01", "2024-01-01"), dated(last, last))
    assert made.unit == unit
    assert sum(bar.count for bar in made.bars) == 2


@given(DAYS, st.integers(0, 40_000))
def test_periods_lie_one_after_the_other(first: date, days: int) -> None:
    last = date.fromordinal(min(date.max.toordinal(), first.toordinal() + days))
    unit = unit_for(first, last)
    found = list(periods(first, last, unit))
    assert len(found) <= MOST[unit] + 1
    assert found[0][0] <= first and last <= found[-1][1]
    for (_, end), (start, _) in pairwise(found):
        assert start - end == timedelta(1)


@given(DAYS, st.sampled_from(UNITS))
def test_a_day_lies_in_its_period(day: date, unit: Unit) -> None:
    assert beginning(day, unit) <= day <= ending(day, unit)


def test_the_page_has_bars_that_filter_and_a_table_with_the_basis(open_workbench: Open, tmp_path: Path) -> None:
    path = tmp_path / "when.db"
    inferred = TimeInterval(start=date(2024, 2, 5), end=date(2024, 2, 5), basis="inferred")
    keep_incidents(path, [incident_at("x0", TOWN, disputed=True), incident_at("x1", TOWN, when=inferred)])
    client = open_workbench(path)
    shown = client.get("/incidents").text
    assert "<title>2024-02-03: 1 incident, 1 in dispute</title>" in shown
    assert "1 inferred" in words(shown)
    narrowed = client.get("/incidents?since=2024-02-05&until=2024-02-05").text
    assert "1 incident of those that you ask for" in words(narrowed)
    assert "All dates" in words(narrowed)


def test_the_api_gives_the_dates_with_their_basis(open_workbench: Open, tmp_path: Path) -> None:
    path = tmp_path / "when.db"
    since = TimeInterval(start=date(2024, 2, 1), basis="relative")
    keep_incidents(
        path, [incident_at("x0", TOWN), incident_at("x1", when=TimeInterval()), incident_at("x2", when=since)]
    )
    found = open_workbench(path).get("/api/v1/timeline").json()["incidents"]
    assert [one["incident"] for one in found] == ["x2", "x0", "x1"]
    assert found[0]["date"]["end"] is None and found[0]["date"]["basis"] == "relative"
