"""Values in the notation of TIMEX3 and the days that they mean."""

import re
from datetime import date, timedelta

from rashomon.resolve.calendar import Days, day, whole_month, whole_year

DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T(\w\w)?[\d:]*)?$")
MONTH = re.compile(r"(\d{4})-(\d\d)$")
WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?$")
QUARTER = re.compile(r"(\d{4})-([QH])([1-4])$")
SEASON = re.compile(r"(\d{4})-(SP|SU|FA|WI)$")
YEARS = re.compile(r"(\d{2,4})$")
THIRDS = {"START": "early", "MID": "mid", "END": "late"}
SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11)}


def month_value(year: int, month: int) -> str:
    """A month: 2019-03."""
    return f"{year:04}-{month:02}"


def week_value(found: date, suffix: str = "") -> str:
    """The week that a day lies in: 2019-W09."""
    year, week, _ = found.isocalendar()
    return f"{year:04}-W{week:02}{suffix}"


def days_of(value: str | None, mod: str = "") -> Days | None:
    """The days that a value means, or None where it means none: a length, a frequency, a vague reference."""
    if value is None:
        return None
    for pattern, reader in READERS:
        match = pattern.match(value)
        if match is not None:
            return reader(match, mod)
    return None


def _day(match: re.Match[str], mod: str) -> Days | None:
    found = day(int(match[1]), int(match[2]), int(match[3]))
    if found is None:
        return None
    # A night runs into the next day.
    return found, found + timedelta(days=1) if match[4] == "NI" else found


def _month(match: re.Match[str], mod: str) -> Days | None:
    year, month = int(match[1]), int(match[2])
    return whole_month(year, month, THIRDS.get(mod, "")) if year and 1 <= month <= 12 else None


def _week(match: re.Match[str], mod: str) -> Days | None:
    try:
        monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
    except ValueError:
        return None
    first, last = {"START": (0, 2), "MID": (1, 4), "END": (3, 6)}.get(mod, (5 if match[3] else 0, 6))
    return monday + timedelta(days=first), monday + timedelta(days=last)


def _quarter(match: re.Match[str], mod: str) -> Days | None:
    length = 3 if match[2] == "Q" else 6
    first = (int(match[3]) - 1) * length + 1
    if first + length > 13:
        return None
    return whole_month(int(match[1]), first)[0], whole_month(int(match[1]), first + length - 1)[1]


def _season(match: re.Match[str], mod: str) -> Days | None:
    year = int(match[1])
    if match[2] == "WI":  # which of the two winters of a year, nobody says
        return date(year - 1, 12, 1), whole_month(year + 1, 2)[1]
    first, last = SEASONS[match[2]]
    return date(year, first, 1), whole_month(year, last)[1]


def _years(match: re.Match[str], mod: str) -> Days | None:
    digits = match[1]
    width = 10 ** (4 - len(digits))
    first = int(digits) * width
    if first < 1 or first + width > 9999:
        return None
    if width > 1:
        return date(first, 1, 1), whole_year(first + width - 1)[1]
    months = {"START": (1, 4), "MID": (4, 9), "END": (9, 12)}.get(mod, (1, 12))
    return date(first, months[0], 1), whole_month(first, months[1])[1]


READERS = ((DAY, _day), (MONTH, _month), (WEEK, _week), (QUARTER, _quarter), (SEASON, _season), (YEARS, _years))
