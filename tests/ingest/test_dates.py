"""Dates as written: exact where they are, an interval where they can be two days, nothing where they are impossible."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.ingest.dates import day_of_year, find_date, iso_date

ONE_DAY = [
    ("Posted August 27, 2021 11:23 am", "2021-08-27"),
    ("Monday, 30 December 2019 KSA 00:05", "2019-12-30"),
    ("01:32 , 12.28.19", "2019-12-28"),
    ("Aug 16, 2018 18:24 UTC", "2018-08-16"),
    ("Wednesday 22 Nov 2023", "2023-11-22"),
    ("Jan. 03, 2024 • 2 min read", "2024-01-03"),
    ("08/30/2021", "2021-08-30"),
    ("30/08/2021", "2021-08-30"),
    ("2023-12-26", "2023-12-26"),
    ("2021-08-27T10:00:00Z", "2021-08-27"),
    ("31-Dec-1999", "1999-12-31"),
    ("the 27th of August 2021", "2021-08-27"),
    ("05/05/2021", "2021-05-05"),
    ("28.12.98", "1998-12-28"),
]


@pytest.mark.parametrize(("text", "day"), ONE_DAY)
def test_a_written_day_is_that_day(text: str, day: str) -> None:
    written = find_date(text)
    assert written is not None
    assert written.when.start == written.when.end == date.fromisoformat(day)
    assert written.when.basis == "stated"
    assert written.when.words == text[written.start : written.end]


def test_an_ambiguous_order_holds_both_readings() -> None:
    written = find_date("Updated: 05-06-2021")
    assert written is not None
    assert (written.when.start, written.when.end) == (date(2021, 5, 6), date(2021, 6, 5))


def test_a_weekday_decides_between_two_readings() -> None:
    written = find_date("Saturday 05/06/2021")
    assert written is not None
    assert written.when.start == written.when.end == date(2021, 6, 5)


def test_a_month_is_a_month() -> None:
    written = find_date("February 2024")
    assert written is not None
    assert (written.when.start, written.when.end) == (date(2024, 2, 1), date(2024, 2, 29))


@pytest.mark.parametrize(
    "text", ["2024-02-31", "31 February 2024", "13/13/2020", "version 1.2.3.2020", "in 2020", "12:30"]
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert find_date(text) is None


def test_days_without_a_year() -> None:
    assert day_of_year("Aug. 29") == (8, 29)
    assert day_of_year("29 August") == (8, 29)
    assert day_of_year("Feb 30") is None


def test_iso_dates_and_instants() -> None:
    assert iso_date("2024-02-03T23:30:00+03:00") == date(2024, 2, 3)
    assert iso_date("20240203") == date(2024, 2, 3)
    assert iso_date("2024-02-31") is None
    assert iso_date("3 Feb") is None


@given(
    st.dates(date(1970, 1, 1), date(2069, 12, 31)), st.sampled_from(["%d/%m/%Y", "%m/%d/%Y", "%d.%m.%y", "%m-%d-%Y"])
)
def test_a_numeric_date_always_lies_in_what_is_read(day: date, form: str) -> None:
    written = find_date(day.strftime(form))
    assert written is not None
    assert written.when.start is not None
    assert written.when.end is not None
    assert written.when.start <= day <= written.when.end
    assert written.when.end - written.when.start < timedelta(days=366)
