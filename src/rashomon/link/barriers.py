"""What keeps two reported incidents apart, whatever else they share."""

from datetime import timedelta

from rashomon.link.days import falls_on, near_each_other
from rashomon.link.sightings import Sighting
from rashomon.model import TimeInterval

NIGHT = 1
"""Days forgiven between two dates: nights and time zones."""
WEEK = 7
"""Days forgiven where a date is wider than a few days: "last week" begins on another day for every writer."""
NARROW = 3


def is_forbidden(left: Sighting, right: Sighting) -> bool:
    """Whether two sightings can't be one incident."""
    if left.incident.series != right.incident.series:
        return True
    one, other = left.incident.date, right.incident.date
    if one.known and other.known:
        return not one.meets(other, slack=NIGHT if narrow(one) and narrow(other) else WEEK)
    return (
        _told_before(left, right)
        or _told_before(right, left)
        or not weekday_fits(one, other)
        or _another_day(left, right)
    )


def barrier(left: Sighting, right: Sighting) -> str:
    """The sentence of the first rule that keeps two sightings apart; empty where none does (see `is_forbidden`)."""
    one, other = left.incident.date, right.incident.date
    if left.incident.series != right.incident.series:
        return "One is a series of incidents, the other a single one."
    if not is_forbidden(left, right):
        return ""
    if one.known and other.known:
        return "Their days are apart."
    if _told_before(left, right) or _told_before(right, left):
        return "The report of the one came out before the other happened."
    return "They name other days." if _another_day(left, right) else "They name other weekdays."


def narrow(date: TimeInterval) -> bool:
    """Whether a date spans no more than a few days."""
    return (date.days or 99) <= NARROW


def _told_before(undated: Sighting, dated: Sighting) -> bool:
    """Whether a report came out before the incident that it would have to tell of."""
    published, start = undated.published.end, dated.incident.date.start
    if undated.incident.date.known or published is None or start is None:
        return False
    return (start - published).days > NIGHT


def _another_day(left: Sighting, right: Sighting) -> bool:
    """Whether they name other days of the year."""
    if left.days and right.days:
        return not near_each_other(left.days, right.days, NIGHT)
    undated, dated = (left, right) if left.days else (right, left)
    return bool(undated.days) and falls_on(undated.days, dated.incident.date, NIGHT) is False


def weekday_fits(one: TimeInterval, other: TimeInterval) -> bool:
    """Whether a weekday without a week can be the day of the other date; where one is untold, it can."""
    if one.weekday is not None and other.weekday is not None:
        apart = (one.weekday - other.weekday) % 7
        return min(apart, 7 - apart) <= NIGHT
    dated, named = (one, other) if one.known else (other, one)
    if named.weekday is None or dated.start is None or dated.end is None or not narrow(dated):
        return True
    near = range(-NIGHT, (dated.end - dated.start).days + NIGHT + 1)
    return any((dated.start + timedelta(days=n)).weekday() == named.weekday for n in near)
