"""Days of the year that a report names without saying which year: too little for a date, enough to compare."""

from datetime import date, timedelta

from rashomon.codebook.linking import load_linking
from rashomon.model import ReportedIncident, TimeInterval

LEAP_YEAR = 2000
"""A year that has every day of the year; months and days are compared within it."""
LONGEST = 7
"""Days of the longest interval that a day of the year is looked for in."""

MonthDay = tuple[int, int]


def month_days(incident: ReportedIncident) -> frozenset[MonthDay]:
    """The days of the year in the time phrases of an incident, as (month, day)."""
    listed = load_linking()
    found = set()
    for mention in incident.mentions:
        for phrase in mention.time:
            for match in listed.month_day.finditer(phrase.text.lower()):
                month = (match["month"] or match["month_last"])[:3]
                number = next(n for n, name in enumerate(listed.months, 1) if name[:3] == month)
                found.add((number, int(match["day"] or match["day_first"])))
    return frozenset(found)


def falls_on(days: frozenset[MonthDay], when: TimeInterval, slack: int) -> bool | None:
    """Whether one of some days of the year lies in an interval, `slack` days forgiven; None where it is too long to tell."""
    if when.start is None or when.end is None or (when.days or 0) > LONGEST:
        return None
    near = (when.start + timedelta(days=n) for n in range(-slack, (when.days or 1) + slack))
    return any((day.month, day.day) in days for day in near)


def near_each_other(one: frozenset[MonthDay], other: frozenset[MonthDay], slack: int) -> bool:
    """Whether two sets of days of the year have days that lie no more than `slack` days apart."""
    return any(abs((a - b).days) <= slack for a in _dates(one) for b in _dates(other))


def _dates(days: frozenset[MonthDay]) -> list[date]:
    return [date(LEAP_YEAR, month, day) for month, day in sorted(days) if _is_date(month, day)]


def _is_date(month: int, day: int) -> bool:
    try:
        date(LEAP_YEAR, month, day)
    except ValueError:
        return False
    return True
