"""Dates as reports write them, read without guessing: what can be two days stays an interval that holds both."""

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date

from rashomon.model import TimeInterval

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
WEEKDAY = r"(?P<weekday>mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)\b\.?"
DAY, YEAR, GAP = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\b", r"(?P<year>(?:19|20)\d\d)\b", r"[\s\xa0]{0,3}"
FORMS = tuple(
    re.compile(rf"(?<![\w.,/-])(?:{WEEKDAY}{GAP},?{GAP})?{form}(?![/-]?\d)", re.IGNORECASE)
    for form in (
        r"(?P<year>(?:19|20)\d\d)(?P<sep>[-./])(?P<month>[01]?\d)(?P=sep)(?P<day>[0-3]?\d)(?=\b|T\d)",
        rf"{MONTH}{GAP}{DAY}{GAP},?{GAP}{YEAR}",
        rf"{DAY}{GAP}(?:of{GAP})?[-,]?{MONTH}[-,]?{GAP}{YEAR}",
        r"(?P<first>[0-3]?\d)(?P<sep>[-./])(?P<second>[0-3]?\d)(?P=sep)(?P<year>(?:19|20)\d\d|\d\d)\b",
        rf"(?<!\d )(?<!\d){MONTH}{GAP},?{GAP}{YEAR}",
    )
)
DAY_OF_YEAR = re.compile(
    rf"{MONTH}{GAP}{DAY}|{DAY.replace('<day>', '<day2>')}{GAP}{MONTH.replace('<month>', '<month2>')}", re.IGNORECASE
)
PIVOT = 70
"""A year written with two digits is of this century below the pivot, of the last one from it on."""


@dataclass(frozen=True, slots=True)
class Written:
    """A date as it stands in a text at `[start, end)`."""

    start: int
    end: int
    when: TimeInterval


def find_date(text: str, start: int = 0, end: int | None = None) -> Written | None:
    """The first date with a year that stands in `text[start:end]`, or None; impossible dates are passed over."""
    end = len(text) if end is None else end
    found = [written for form in FORMS if (written := _first(form, text, start, end)) is not None]
    return min(found, key=lambda written: (written.start, -written.end), default=None)


def iso_date(text: str) -> date | None:
    """The day of an ISO 8601 date or instant, as written there; None where it is none or is impossible."""
    match = re.match(r"\s*(\d{4})-?(\d\d)-?(\d\d)(?=$|[T\s])", text)
    return _day(int(match[1]), int(match[2]), int(match[3])) if match else None


def day_of_year(text: str) -> tuple[int, int] | None:
    """Month and day of a date that is written without its year ("Aug. 29", "29 August")."""
    match = DAY_OF_YEAR.search(text)
    if match is None:
        return None
    month, day = match["month"] or match["month2"], int(match["day"] or match["day2"])
    number = MONTHS.index(month[:3].lower()) + 1
    return (number, day) if _day(2000, number, day) else None


def in_year(when: TimeInterval, month: int, day: int) -> date | None:
    """That day of the year that a known interval lies in, or None where it lies in several."""
    if when.start is None or when.end is None or when.start.year != when.end.year:
        return None
    return _day(when.start.year, month, day)


def whole_year(year: int, words: str) -> TimeInterval:
    """All days of one year."""
    return TimeInterval(start=date(year, 1, 1), end=date(year, 12, 31), basis="stated", words=words)


def _first(form: re.Pattern[str], text: str, start: int, end: int) -> Written | None:
    for match in form.finditer(text, start, end):
        when = _read(match)
        if when is not None:
            return Written(match.start(), match.end(), replace(when, words=match.group()))
    return None


def _read(match: re.Match[str]) -> TimeInterval | None:
    parts = match.groupdict()
    year = _year(parts["year"])
    if parts.get("first"):
        return _numeric(year, int(parts["first"]), int(parts["second"]), parts["weekday"])
    month = int(parts["month"]) if parts["month"].isdigit() else MONTHS.index(parts["month"][:3].lower()) + 1
    if "day" not in parts:
        return TimeInterval(
            start=date(year, month, 1), end=date(year, month, monthrange(year, month)[1]), basis="stated"
        )
    day = _day(year, month, int(parts["day"]))
    return TimeInterval(start=day, end=day, basis="stated") if day else None


def _numeric(year: int, first: int, second: int, weekday: str | None) -> TimeInterval | None:
    """Day and month in either order: a weekday beside them can decide, nothing else does."""
    readings = sorted({day for day in (_day(year, second, first), _day(year, first, second)) if day})
    if weekday:
        number = WEEKDAYS.index(weekday[:3].lower())
        readings = [day for day in readings if day.weekday() == number] or readings
    if not readings:
        return None
    return TimeInterval(start=readings[0], end=readings[-1], basis="stated")


def _year(digits: str) -> int:
    year = int(digits)
    return year if len(digits) == 4 else year + (1900 if year >= PIVOT else 2000)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
