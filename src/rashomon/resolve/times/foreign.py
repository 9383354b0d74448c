"""Days of the Islamic and the Persian calendar.

The Islamic calendar is counted by the civil (tabular) rule; a month begins when the moon is seen, so that the true day
may lie a day before or after. The Persian calendar is counted by its cycle of 33 years, which agrees with the equinox from
1178 to 1633 (AD 1799 to 2254).
"""

from datetime import date, timedelta

from rashomon.resolve.calendar import Days
from rashomon.resolve.times.phrase import Answer, Context, Meaning, Phrase
from rashomon.resolve.times.values import month_value

HIJRI_EPOCH = date(622, 7, 19)
"""1 Muharram 1 of the civil rule, in the Gregorian calendar."""
LONG_YEARS = frozenset({2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29})
"""Years of the cycle of 30 whose last month has 30 days."""
PERSIAN_LEAPS = (1, 5, 9, 13, 17, 22, 26, 30)
PERSIAN_YEARS = range(1178, 1634)
PERSIAN_ANCHOR = (1375, date(1996, 3, 20))
"""A leap year, the 22nd of its cycle, and its first day."""
SLACK = timedelta(days=1)


def hijri_length(year: int, month: int) -> int:
    """How many days a month of the Islamic civil calendar has."""
    return 30 if month % 2 or (month == 12 and year % 30 in LONG_YEARS) else 29


def hijri_day(year: int, month: int, number: int) -> date | None:
    """The day of a date of the Islamic civil calendar, or None where it has no such day."""
    if not (1 <= year <= 3000 and 1 <= month <= 12 and 1 <= number <= hijri_length(year, month)):
        return None
    cycles, rest = divmod(year - 1, 30)
    longer = sum(1 for step in range(1, rest + 1) if step in LONG_YEARS)
    days = cycles * 10631 + rest * 354 + longer + 29 * (month - 1) + month // 2 + number - 1
    return HIJRI_EPOCH + timedelta(days=days)


def is_persian_leap(year: int) -> bool:
    """Whether the twelfth month of a Persian year has 30 days."""
    return year % 33 in PERSIAN_LEAPS


def persian_day(year: int, month: int, number: int) -> date | None:
    """The day of a date of the Persian calendar, or None where it has no such day or the rule does not hold."""
    length = 31 if month <= 6 else 30 if month <= 11 or is_persian_leap(year) else 29
    if year not in PERSIAN_YEARS or not (1 <= month <= 12 and 1 <= number <= length):
        return None
    anchor, first = PERSIAN_ANCHOR
    low, high = sorted((anchor, year))
    leaps = sum(1 for step in range(low, high) if is_persian_leap(step))
    days = (high - low) * 365 + leaps
    start = first + timedelta(days=days if year >= anchor else -days)
    return start + timedelta(days=31 * (month - 1) - max(0, month - 7) + number - 1)


def hijri_date(phrase: Phrase) -> Answer:
    """A day of the Islamic calendar, which may lie a day off; without a year the last one."""
    return _widened(_hijri(phrase, _number(phrase)))


def hijri_month(phrase: Phrase) -> Answer:
    """A month of the Islamic calendar, which may begin a day off; without a year the last one that had begun."""
    first = _hijri(phrase, 1)
    if first is None:
        return None
    return Meaning(value=month_value(first.year, first.month), days=(first - SLACK, first + timedelta(days=30)))


def persian_date(phrase: Phrase) -> Answer:
    """A day of the Persian calendar; without a year the last one."""
    found = _persian(phrase, _number(phrase))
    return Meaning(value=found.isoformat()) if found else None


def persian_month(phrase: Phrase) -> Answer:
    """A month of the Persian calendar."""
    year, month = phrase.number("lunar"), phrase.number("persian") or 0
    first = persian_day(year, month, 1) if year else None
    if first is None:
        return None
    last = next(day for number in (31, 30, 29) if (day := persian_day(year or 0, month, number)))
    return Meaning(value=month_value(first.year, first.month), days=(first, last))


def _number(phrase: Phrase) -> int:
    return int((phrase.worth("day", "nth") or "0").rstrip("stndrh"))


def _hijri(phrase: Phrase, number: int) -> date | None:
    month, stated = phrase.number("hijri") or 0, phrase.number("lunar")
    if stated:
        return hijri_day(stated, month, number)
    if phrase.worth("year") or phrase.anchor is None:
        # "12 Ramadan 2012": a year of our calendar holds the month once or twice.
        return None
    around = (phrase.anchor.year - 622) * 33 // 32
    return _last(phrase.context, [hijri_day(around + step, month, number) for step in (-1, 0, 1, 2)])


def _persian(phrase: Phrase, number: int) -> date | None:
    month, stated = phrase.number("persian") or 0, phrase.number("lunar")
    if stated:
        return persian_day(stated, month, number)
    if phrase.anchor is None:
        return None
    around = phrase.anchor.year - 622
    return _last(phrase.context, [persian_day(around + step, month, number) for step in (-1, 0, 1, 2)])


def _last(context: Context, days: list[date | None]) -> date | None:
    """The last day on or before publication, or the first after it where the text looks ahead."""
    known = [day for day in days if day is not None]
    if context.anchor is None:
        return None
    if context.tense == "ahead":
        return next((day for day in known if day > (context.anchor or day)), None)
    return next((day for day in reversed(known) if day <= context.anchor), None)


def _widened(found: date | None) -> Answer:
    if found is None:
        return None
    days: Days = (found - SLACK, found + SLACK)
    return Meaning(value=found.isoformat(), days=days)
