"""Time phrases to intervals, rule by rule, and on a public corpus."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model import TimeInterval
from rashomon.resolve.times import interpret, rule_for

SHARED = Path(__file__).parents[2] / ".." / "shared"
SATURDAY = date(2021, 2, 27)


def on(*days: date) -> TimeInterval:
    return TimeInterval(start=days[0], end=days[-1], basis="stated")


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("on Thursday", "2021-02-25", "2021-02-25"),
        ("on Saturday", "2021-02-27", "2021-02-27"),
        ("last Saturday", "2021-02-20", "2021-02-20"),
        ("Sunday night", "2021-02-21", "2021-02-22"),
        ("overnight", "2021-02-26", "2021-02-27"),
        ("early Friday", "2021-02-26", "2021-02-26"),
        ("Tuesday\u2019s", "2021-02-23", "2021-02-23"),
        ("last night", "2021-02-26", "2021-02-27"),
        ("yesterday", "2021-02-26", "2021-02-26"),
        ("the day before yesterday", "2021-02-25", "2021-02-25"),
        ("two days ago", "2021-02-25", "2021-02-25"),
        ("last week", "2021-02-15", "2021-02-21"),
        ("last month", "2021-01-01", "2021-01-31"),
        ("over the last month", "2021-01-27", "2021-02-27"),
        ("late on Friday night", "2021-02-26", "2021-02-27"),
        ("early on Friday local time", "2021-02-26", "2021-02-26"),
        ("in mid-October", "2020-10-10", "2020-10-20"),
        ("February 15", "2021-02-15", "2021-02-15"),
        ("on 29 August", "2020-08-29", "2020-08-29"),
        ("on Feb. 29", "2020-02-29", "2020-02-29"),
        ("the night of June 4-5", "2020-06-04", "2020-06-05"),
        ("in the night between Thursday and Friday", "2021-02-25", "2021-02-26"),
        ("since Oct. 8", "2020-10-08", None),
        ("Wednesday, November 22nd", "2017-11-22", "2017-11-22"),
    ],
)
def test_relative_phrases_are_counted_from_publication(words: str, start: str, end: str | None) -> None:
    found = interpret(words, on(SATURDAY))
    assert (found.start and found.start.isoformat(), found.end and found.end.isoformat()) == (start, end)
    assert found.basis == "relative" and found.words == words


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("on 9 August 2018", "2018-08-09", "2018-08-09"),
        ("Jan. 3, 2020", "2020-01-03", "2020-01-03"),
        ("2023-12-26", "2023-12-26", "2023-12-26"),
        ("in December 2017", "2017-12-01", "2017-12-31"),
        ("in May 2021", "2021-05-01", "2021-05-31"),
        ("2015 and 2016", "2015-01-01", "2016-12-31"),
        ("7/23/2020", "2020-07-23", "2020-07-23"),
    ],
)
def test_full_dates_need_no_publication_date(words: str, start: str, end: str) -> None:
    found = interpret(words, TimeInterval())
    assert found.start is not None and found.end is not None
    assert (found.start.isoformat(), found.end.isoformat(), found.basis) == (start, end, "stated")


@pytest.mark.parametrize(
    "words",
    ["31 February", "30 February 2020", "a day later", "the day before", "since the start", "that morning", "now"],
)
def test_what_no_words_support_stays_unknown(words: str) -> None:
    found = interpret(words, on(SATURDAY))
    assert not found.known and found.basis == "unknown" and found.words == words


def test_without_a_publication_date_a_weekday_is_kept_without_a_date() -> None:
    found = interpret("on Thursday", TimeInterval())
    assert (found.known, found.weekday) == (False, 3)
    assert not interpret("February 15", TimeInterval()).known


def test_a_publication_interval_widens_the_answer_and_a_year_anchors_nothing() -> None:
    found = interpret("on Thursday", on(date(2021, 2, 1), date(2021, 2, 10)))
    assert (found.start, found.end) == (date(2021, 1, 28), date(2021, 2, 4))
    assert not interpret("on Thursday", on(date(2021, 1, 1), date(2021, 12, 31))).known


def test_the_future_is_counted_forward() -> None:
    assert interpret("on Tuesday", on(SATURDAY), tense="ahead").start == date(2021, 3, 2)


def test_every_answer_has_its_rule() -> None:
    assert rule_for("on Thursday").startswith("A weekday")
    assert rule_for("whenever") == ""


@given(st.dates(date(1998, 1, 1), date(2030, 12, 31)), st.sampled_from("Monday Tuesday Friday Sunday".split()))
def test_a_weekday_lies_in_the_week_up_to_publication(published: date, weekday: str) -> None:
    found = interpret(f"on {weekday}", on(published))
    assert found.start is not None and found.start == found.end
    assert found.start.strftime("%A") == weekday
    assert timedelta(0) <= published - found.start < timedelta(days=7)


DATES = st.dates(date(1990, 1, 1), date(2030, 1, 1))


@given(DATES, DATES)
def test_a_full_date_round_trips(day: date, published: date) -> None:
    for words in (f"{day.day} {day:%B} {day.year}", f"{day:%b}. {day.day}, {day.year}", day.isoformat()):
        found = interpret(words, on(published))
        assert (found.start, found.end) == (day, day)


@given(st.text(max_size=40))
def test_no_answer_ends_before_it_starts(words: str) -> None:
    found = interpret(words, on(SATURDAY))
    assert found.start is None or found.end is None or found.start <= found.end


@pytest.mark.shared
def test_most_dates_of_a_public_corpus_are_understood() -> None:
    path = SHARED / "data/tempeval3/dev.jsonl"
    if not path.exists():
        pytest.skip("The developers' data is not beside the checkout.")
    right = asked = 0
    for line in path.read_text(encoding="utf-8").splitlines():
        report = json.loads(line)
        published = str(report["meta"]["dct"])[:10]
        for timex in report["timexes"]:
            if timex["type"] == "DATE" and len(timex["value"]) == 10 and timex["value"][4] + timex["value"][7] == "--":
                found = interpret(timex["text"], on(date.fromisoformat(published)))
                asked += 1
                right += found.start == date.fromisoformat(timex["value"]) and found.start == found.end
    assert asked > 30 and right / asked >= 0.75
