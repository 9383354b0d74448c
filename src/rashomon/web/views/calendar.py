"""Days, months, years and decades as the periods of a timeline."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal, TypeAlias

Unit: TypeAlias = Literal["day", "month", "year", "decade"]
UNITS: tuple[Unit, ...] = ("day", "month", "year", "decade")
MOST = {"day": 45, "month": 48, "year": 60, "decade": 1000}
"""Periods that a timeline shows side by side; of more it takes a longer unit."""


def beginning(day: date, unit: Unit) -> date:
    """The first day of the period that a day lies in."""
    if unit == "day":
        return day
    if unit == "month":
        return day.replace(day=1)
    year = day.year if unit == "year" else max(1, day.year // 10 * 10)
    return date(year, 1, 1)


def ending(day: date, unit: Unit) -> date:
    """The last day of the period that a day lies in."""
    if unit == "day":
        return day
    if unit == "month":
        return day.replace(day=monthrange(day.year, day.month)[1])
    return date(min(9999, day.year if unit == "year" else day.year // 10 * 10 + 9), 12, 31)


def periods(first: date, last: date, unit: Unit) -> Iterator[tuple[date, date]]:
    """The periods from the one of the first day to that of the last, each by its first and last day."""
    day = beginning(first, unit)
    while day <= last:
        end = ending(day, unit)
        yield day, end
        if end >= date.max:
            return
        day = end + timedelta(days=1)


def unit_for(first: date, last: date) -> Unit:
    """The shortest unit of which there are not too many between two days."""
    for unit in UNITS:
        if _count(first, last, unit) <= MOST[unit]:
            return unit
    return UNITS[-1]


def _count(first: date, last: date, unit: Unit) -> int:
    if unit == "day":
        return (last - first).days + 1
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    years = last.year - first.year + 1
    return {"month": months, "year": years, "decade": years // 10 + 1}[unit]


def period_words(start: date, unit: Unit) -> str:
    """The name of a period: 2024-02-03, 2024-02, 2024, 2020s."""
    return {"day": f"{start}", "month": f"{start:%Y-%m}", "year": f"{start.year}", "decade": f"{start.year}s"}[unit]


def tick_words(start: date, unit: Unit) -> str:
    """The name of a period as briefly as an axis needs it; the year stands where it begins."""
    if unit == "day":
        return f"{start.day}" if start.day > 1 else f"{start:%b}"
    if unit == "month":
        return f"{start:%b}" if start.month > 1 else f"{start.year}"
    return period_words(start, unit)
