from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model import UNKNOWN_TIME, TimeInterval

EPOCH = date(2024, 1, 1)
REACH = 30
"""The slow version looks at every day so far around the epoch; drawn days keep well inside."""

SIDES = st.none() | st.integers(0, 12)


def interval(start: int | None, end: int | None) -> TimeInterval:
    if start is not None and end is not None and end < start:
        start, end = end, start
    days = [None if offset is None else EPOCH + timedelta(days=offset) for offset in (start, end)]
    return TimeInterval(start=days[0], end=days[1], basis="stated")


def days_of(when: TimeInterval, slack: int = 0) -> set[date]:
    """Every day that an interval can mean, with some days more on either side."""
    return {
        day
        for day in (EPOCH + timedelta(days=offset) for offset in range(-REACH, REACH))
        if (when.start is None or day >= when.start - timedelta(days=slack))
        and (when.end is None or day <= when.end + timedelta(days=slack))
    }


@given(SIDES, SIDES, SIDES, SIDES, st.integers(0, 5))
def test_two_intervals_meet_where_they_share_a_day(
    a: int | None, b: int | None, c: int | None, d: int | None, slack: int
) -> None:
    one, other = interval(a, b), interval(c, d)
    assert one.meets(other, slack) == bool(days_of(one, slack) & days_of(other))
    assert one.meets(other, slack) == other.meets(one, slack)


@given(SIDES, SIDES)
def test_days_are_counted_with_both_ends(start: int | None, end: int | None) -> None:
    when = interval(start, end)
    assert when.days == (None if start is None or end is None else len(days_of(when)))
    assert when.known == (start is not None or end is not None)


def test_an_unknown_time_is_not_known_and_meets_everything() -> None:
    assert not UNKNOWN_TIME.known
    assert UNKNOWN_TIME.basis == "unknown"
    assert UNKNOWN_TIME.meets(interval(3, 4))


@pytest.mark.parametrize(("slack", "meets"), [(0, False), (1, False), (2, True)])
def test_slack_forgives_as_many_days_as_it_says(slack: int, meets: bool) -> None:
    assert interval(1, 2).meets(interval(4, 5), slack) is meets
