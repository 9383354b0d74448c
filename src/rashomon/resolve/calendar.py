"""Days, months and how far weekdays lie from a day: the arithmetic under `resolve.times`."""

import calendar
from datetime import date, timedelta

Days = tuple[date, date]
"""First and last day, both included."""


def day(year: int, month: int, number: int) -> date | None:
    """A day of the calendar, or None where it has no such day (31 February)."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


def whole_month(year: int, month: int, part: str = "") -> Days:
    """A month, or its early, middle or late third."""
    last = calendar.monthrange(year, month)[1]
    first, until = {"early": (1, 10), "mid": (10, 20), "late": (20, last)}.get(part, (1, last))
    return date(year, month, first), date(year, month, until)


def whole_year(year: int) -> Days:
    """A calendar year."""
    return date(year, 1, 1), date(year, 12, 31)


def shift_months(anchor: date, months: int) -> tuple[int, int]:
    """The year and month that lie `months` after the anchor's."""
    total = anchor.year * 12 + anchor.month - 1 + months
    return total // 12, total % 12 + 1


def weekday_before(anchor: date, weekday: int, *, strictly: bool = False) -> date:
    """The last such weekday on or before a day, or strictly before it."""
    back = (anchor.weekday() - weekday) % 7
    return anchor - timedelta(days=back or (7 if strictly else 0))


def weekday_after(anchor: date, weekday: int, *, strictly: bool = False) -> date:
    """The next such weekday on or after a day, or strictly after it."""
    ahead = (weekday - anchor.weekday()) % 7
    return anchor + timedelta(days=ahead or (7 if strictly else 0))


def year_before(anchor: date, month: int, number: int, *, past: bool, weekday: int | None = None) -> date | None:
    """The day of a month and number that lies last on or before the anchor, or first on or after it if not `past`.

    Where a weekday is named beside it and one of the nearest years agrees, that year is taken.
    """
    years = range(anchor.year, anchor.year - 9, -1) if past else range(anchor.year, anchor.year + 9)
    days = [found for year in years if (found := day(year, month, number))]
    days = [found for found in days if (found <= anchor if past else found >= anchor)]
    agreeing = [found for found in days if found.weekday() == weekday]
    return next(iter(agreeing or days), None)
