"""Dates that are written out, in whole or in part."""

from datetime import date, timedelta

from rashomon.resolve.calendar import day, shift_months, whole_month, year_before
from rashomon.resolve.times.phrase import Answer, Meaning, Phrase
from rashomon.resolve.times.values import month_value, week_value

CENTURY = 100
SOON = timedelta(days=75)
NEAR = timedelta(days=31)
"""How far from a day whose year is known another day of the same course of events may lie."""


def iso_date(phrase: Phrase) -> Answer:
    """A date in figures, year first."""
    try:
        return Meaning(value=date.fromisoformat(phrase.worth("iso") or "").isoformat())
    except ValueError:
        return None


def numeric_date(phrase: Phrase) -> Answer:
    """A date in figures, year last; which is the day must be plain."""
    figures = (phrase.worth("slashed") or "").replace("/", ".").split(".")
    if len(figures) != 3 or len(figures[2]) != 4:
        return None
    first, second, year = map(int, figures)
    if first == second or max(first, second) > 12:
        found = day(year, min(first, second), max(first, second))
        return Meaning(value=found.isoformat()) if found else None
    return None


def full_date(phrase: Phrase) -> Answer:
    """A day and a month, with a year or without."""
    found = _dated(phrase, phrase.number("day", "ordinal") or _nth(phrase))
    if found is None:
        return None
    part = phrase.worth("part", "night")
    value = f"{found.isoformat()}{part}" if part in ("TMO", "TAF", "TEV", "TNI") else found.isoformat()
    return Meaning(value=value, kind="TIME" if part else "DATE")


def day_range(phrase: Phrase) -> Answer:
    """Two days of one month."""
    numbers = [int(worth.rstrip("stndrh")) for worth in phrase.worths("day", "nth")]
    first, last = (_dated(phrase, number) for number in (numbers[0], numbers[1]))
    if first is None or last is None:
        return None
    last = day(first.year, first.month, last.day)
    if last is None or last < first:
        return None
    return Meaning(value=first.isoformat(), days=(first, last))


def month_and_year(phrase: Phrase) -> Answer:
    """A month of a year, or a part of one."""
    month, year = phrase.number("month", "doubtful", "abbreviated") or 0, phrase.number("year") or _year_meant(phrase)
    return Meaning(value=month_value(year, month), mod=phrase.worth("edge") or "") if year else None


def month_alone(phrase: Phrase) -> Answer:
    """A month without a year: the last one of that name that had begun, or the next one where the text looks ahead."""
    if phrase.anchor is None:
        return None
    month, which = phrase.number("month", "doubtful", "abbreviated") or 0, phrase.worth("last", "next", "this")
    soon = phrase.context.tense == "open" and which is None and _is_soon(phrase.anchor, _coming(phrase.anchor, month))
    year = _year_of_month(phrase.anchor, month, which, past=phrase.past and not soon)
    return Meaning(value=month_value(year, month), mod=phrase.worth("edge") or "")


def year(phrase: Phrase) -> Answer:
    """A year."""
    return Meaning(value=phrase.worth("year"), mod=phrase.worth("edge") or "")


def spelled_year(phrase: Phrase) -> Answer:
    """A year in words."""
    if phrase.has("thousand"):
        return Meaning(value="2000")
    numbers = [int(worth) for worth in phrase.worths("count", "tens")]
    return Meaning(value=str(numbers[0] * CENTURY + sum(numbers[1:])))


def decade(phrase: Phrase) -> Answer:
    """A decade by its number."""
    worth = phrase.worth("tenfold") or (phrase.worth("decade") or "").strip("'s")
    return Meaning(value=worth[:3] if len(worth) > 2 else f"19{worth[0]}")


def century(phrase: Phrase) -> Answer:
    """A century."""
    number = phrase.number("ordinal") or _nth(phrase)
    if number is None and phrase.anchor is not None:
        number = phrase.anchor.year // CENTURY + (0 if phrase.worth("last") else 1)
    return Meaning(value=f"{number - 1:02}") if number else None


def edge_of(phrase: Phrase) -> Answer:
    """The beginning, middle or end of a day, a month or a year."""
    mod = phrase.worth("bound") or ""
    if phrase.worth("month", "doubtful", "abbreviated"):
        whole = month_and_year(phrase) if phrase.worth("year") else month_alone(phrase)
    elif phrase.worth("year", "decade"):
        whole = year(phrase) if phrase.worth("year") else decade(phrase)
    else:
        whole = None
    if whole is not None:
        return Meaning(value=whole.value, mod=mod)
    unit = phrase.worth("unit")
    if phrase.anchor is None or unit not in ("Y", "M", "W"):
        return None
    step = -1 if phrase.worth("last") else 1 if phrase.worth("next") else 0
    if unit == "W":
        return Meaning(value=week_value(phrase.anchor + timedelta(days=7 * step)), mod=mod)
    if unit == "Y":
        return Meaning(value=str(phrase.anchor.year + step), mod=mod)
    return Meaning(value=month_value(*shift_months(phrase.anchor, step)), mod=mod)


def year_end(phrase: Phrase) -> Answer:
    """The end of the year."""
    if phrase.anchor is None:
        return None
    return Meaning(value=str(phrase.anchor.year), mod="END")


def _nth(phrase: Phrase) -> int | None:
    worth = phrase.worth("nth")
    return int(worth[:-2]) if worth else None


def _dated(phrase: Phrase, number: int | None) -> date | None:
    month = phrase.number("month", "doubtful", "abbreviated") or 0
    if number is None:
        return None
    stated = phrase.number("year")
    if stated:
        return day(stated, month, number)
    if phrase.anchor is None:
        near = (
            found
            for fixed in phrase.context.fixed
            if (found := day(fixed.year, month, number)) and abs(found - fixed) <= NEAR
        )
        return next(near, None)
    coming = year_before(phrase.anchor, month, number, past=False)
    ahead = not phrase.past or (phrase.context.tense == "open" and _is_soon(phrase.anchor, coming))
    return year_before(phrase.anchor, month, number, past=not ahead, weekday=phrase.number("weekday", "short"))


def _is_soon(anchor: date, coming: date | None) -> bool:
    """Whether a day is nearer ahead than any that a report without a year looks back on."""
    return coming is not None and timedelta() < coming - anchor <= SOON


def _coming(anchor: date, month: int) -> date | None:
    return year_before(anchor, month, 1, past=False)


def _year_meant(phrase: Phrase) -> int | None:
    if phrase.worth("that"):
        return phrase.spoken[0].year if phrase.spoken else None
    step = -1 if phrase.worth("last") else 1 if phrase.worth("next") else 0
    return phrase.anchor.year + step if phrase.anchor else None


def _year_of_month(anchor: date, month: int, which: str | None, *, past: bool) -> int:
    if which in ("this", "current"):
        return anchor.year
    if which in ("last", "past", "previous"):
        return anchor.year - (month >= anchor.month)
    if which is not None or not past:
        return anchor.year + (month < anchor.month or (which is not None and month == anchor.month))
    return anchor.year - (whole_month(anchor.year, month)[0] > anchor)
