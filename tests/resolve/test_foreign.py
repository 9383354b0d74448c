"""The Islamic and the Persian calendar against known days and against their own laws."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.resolve.times.foreign import hijri_day, hijri_length, is_persian_leap, persian_day


@pytest.mark.parametrize(
    ("year", "month", "number", "day"),
    [
        (1, 1, 1, "0622-07-19"),
        (1400, 1, 1, "1979-11-21"),
        (1421, 1, 1, "2000-04-06"),
        (1440, 9, 1, "2019-05-06"),
        (1445, 1, 10, "2023-07-28"),
        (1445, 9, 1, "2024-03-11"),
    ],
)
def test_known_days_of_the_islamic_calendar_lie_within_a_day(year: int, month: int, number: int, day: str) -> None:
    found = hijri_day(year, month, number)
    assert found is not None and abs(found - date.fromisoformat(day)) <= timedelta(days=1)


@pytest.mark.parametrize(
    ("year", "month", "number", "day"),
    [
        (1357, 11, 22, "1979-02-11"),
        (1399, 1, 1, "2020-03-20"),
        (1399, 12, 30, "2021-03-20"),
        (1400, 1, 1, "2021-03-21"),
        (1402, 10, 14, "2024-01-04"),
        (1403, 1, 1, "2024-03-20"),
        (1403, 12, 30, "2025-03-20"),
        (1404, 1, 1, "2025-03-21"),
        (1332, 5, 28, "1953-08-19"),
    ],
)
def test_known_days_of_the_persian_calendar(year: int, month: int, number: int, day: str) -> None:
    assert persian_day(year, month, number) == date.fromisoformat(day)


@pytest.mark.parametrize(
    "parts", [(1445, 13, 1), (1445, 0, 1), (1445, 2, 30), (1445, 1, 31), (0, 1, 1), (1446, 12, 30)]
)
def test_days_that_the_islamic_calendar_lacks(parts: tuple[int, int, int]) -> None:
    assert hijri_day(*parts) is None


@pytest.mark.parametrize("parts", [(1402, 12, 30), (1402, 7, 31), (1402, 13, 1), (1100, 1, 1), (1402, 1, 0)])
def test_days_that_the_persian_calendar_lacks(parts: tuple[int, int, int]) -> None:
    assert persian_day(*parts) is None


@given(st.integers(1, 1600), st.integers(1, 12))
def test_islamic_months_follow_each_other_without_a_gap(year: int, month: int) -> None:
    last = hijri_day(year, month, hijri_length(year, month))
    following = hijri_day(year + month // 12, month % 12 + 1, 1)
    assert last is not None and following == last + timedelta(days=1)


def test_thirty_islamic_years_have_their_days() -> None:
    first, last = hijri_day(1411, 1, 1), hijri_day(1441, 1, 1)
    assert first is not None and last is not None and (last - first).days == 10631


@given(st.integers(1178, 1632), st.integers(1, 12))
def test_persian_months_follow_each_other_without_a_gap(year: int, month: int) -> None:
    length = 31 if month <= 6 else 30 if month <= 11 or is_persian_leap(year) else 29
    last = persian_day(year, month, length)
    following = persian_day(year + month // 12, month % 12 + 1, 1)
    assert last is not None and following == last + timedelta(days=1)


@given(st.integers(1250, 1450))
def test_a_persian_year_begins_about_the_equinox(year: int) -> None:
    first = persian_day(year, 1, 1)
    assert first is not None and first.month == 3 and 19 <= first.day <= 22
