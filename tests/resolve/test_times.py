"""Time phrases to intervals: counted from publication, stated, or left unknown."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model import UNKNOWN_TIME, TimeInterval
from rashomon.resolve.times import interpret
from tests.builders import on

SATURDAY = on("2021-02-27")


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("on Thursday", "2021-02-25", "2021-02-25"),
        ("Saturday", "2021-02-27", "2021-02-27"),
        ("last Saturday", "2021-02-20", "2021-02-20"),
        ("early on Friday local time", "2021-02-26", "2021-02-26"),
        ("on Sunday night", "2021-02-21", "2021-02-22"),
        ("late on Friday night", "2021-02-26", "2021-02-27"),
        ("last night\u2019s", "2021-02-26", "2021-02-27"),
        ("yesterday", "2021-02-26", "2021-02-26"),
        ("two days ago", "2021-02-25", "2021-02-25"),
        ("February 15", "2021-02-15", "2021-02-15"),
        ("29 August", "2020-08-29", "2020-08-29"),
        ("last week", "2021-02-15", "2021-02-21"),
        ("last month", "2021-01-01", "2021-01-31"),
        ("over the last month", "2021-01-27", "2021-02-27"),
        ("in mid-October", "2020-10-10", "2020-10-20"),
        ("the night of June 4-5", "2020-06-04", "2020-06-05"),
    ],
)
def test_counted_from_the_publication_date(words: str, start: str, end: str) -> None:
    found = interpret(words, SATURDAY)
    assert (found.start, found.end) == (date.fromisoformat(start), date.fromisoformat(end))
    assert found.basis == "relative"
    assert found.words == words


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("on 9 August 2018", "2018-08-09", "2018-08-09"),
        ("Jan. 3, 2020", "2020-01-03", "2020-01-03"),
        ("2023-12-26", "2023-12-26", "2023-12-26"),
        ("in December 2017", "2017-12-01", "2017-12-31"),
        ("in 2014", "2014-01-01", "2014-12-31"),
    ],
)
def test_stated_in_full_needs_no_publication_date(words: str, start: str, end: str) -> None:
    for published in (UNKNOWN_TIME, SATURDAY):
        found = interpret(words, published)
        assert (str(found.start), str(found.end), found.basis) == (start, end, "stated")


@pytest.mark.parametrize("words", ["on Thursday", "yesterday", "two days ago", "February 15", "last week", "overnight"])
def test_without_a_publication_date_nothing_is_invented(words: str) -> None:
    found = interpret(words, UNKNOWN_TIME)
    assert not found.known
    assert found.words == words
    assert found.weekday == (3 if "Thursday" in words else None)


@pytest.mark.parametrize("words", ["31 February 2020", "2024-13-01", "at the weekend of nowhere"])
def test_a_day_that_does_not_exist_is_unknown(words: str) -> None:
    assert not interpret(words, SATURDAY).known


def test_a_year_as_publication_date_fixes_no_weekday() -> None:
    assert interpret("on Thursday", on("2024-01-01", "2024-12-31")) == TimeInterval(weekday=3, words="on Thursday")


def test_since_leaves_the_end_open() -> None:
    found = interpret("since mid-October", SATURDAY)
    assert (found.start, found.end) == (date(2020, 10, 10), None)


DAYS = st.dates(date(1990, 1, 1), date(2030, 1, 1))
NAMES = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


@given(DAYS, st.sampled_from(NAMES))
def test_a_weekday_is_the_last_such_day(published: date, name: str) -> None:
    found = interpret(f"on {name}", on(published.isoformat()))
    slow = next(d for d in (published - timedelta(n) for n in range(7)) if NAMES[d.weekday()] == name)
    assert (found.start, found.end) == (slow, slow)


@given(DAYS, DAYS)
def test_a_full_date_round_trips(day: date, published: date) -> None:
    for words in (f"{day.day} {day:%B} {day.year}", f"{day:%b}. {day.day}, {day.year}", day.isoformat()):
        found = interpret(words, on(published.isoformat()))
        assert (found.start, found.end) == (day, day)


@given(st.text(max_size=40))
def test_any_words_are_survived(words: str) -> None:
    assert interpret(words, SATURDAY).words == words
