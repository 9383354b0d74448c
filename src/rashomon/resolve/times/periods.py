"""Quarters, seasons and holidays."""

from datetime import date, timedelta

from rashomon.resolve.calendar import weekday_after, weekday_before
from rashomon.resolve.times.foreign import hijri_day, persian_day
from rashomon.resolve.times.phrase import Answer, Meaning, Phrase

SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def quarter(phrase: Phrase) -> Answer:
    """A quarter by its number: the last one that had begun, or the next one where the text looks ahead."""
    number = phrase.number("ordinal") or 0
    if not 1 <= number <= 4:
        return None
    stated = phrase.number("year")
    if stated:
        return Meaning(value=f"{stated}-Q{number}")
    if phrase.anchor is None:
        return None
    year, begun = phrase.anchor.year, number <= (phrase.anchor.month + 2) // 3
    if phrase.has("year"):
        year += -1 if phrase.has("last", "ago", "earlier") else 1 if phrase.has("next") else 0
        begun_or_meant = begun or not phrase.has("ago", "earlier")
        return Meaning(value=f"{year if begun_or_meant else year - 1}-Q{number}")
    if phrase.worth("next"):
        return Meaning(value=f"{year + begun}-Q{number}")
    if phrase.past:
        year -= not begun
    return Meaning(value=f"{year}-Q{number}")


def half_year(phrase: Phrase) -> Answer:
    """A half of a year."""
    stated = phrase.number("year")
    if stated is None and phrase.anchor is not None:
        others = list(phrase.worths("last", "next"))
        stated = phrase.anchor.year + (("next" in others) - ("last" in others) if phrase.worth("ordinal") else 0)
    number = phrase.number("ordinal") or 2
    return Meaning(value=f"{stated}-H{number}") if stated and number <= 2 else None


def quarter_alone(phrase: Phrase) -> Answer:
    """A quarter without a number: the last one that was over at publication."""
    if phrase.anchor is None:
        return None
    steps = phrase.anchor.year * 4 + (phrase.anchor.month - 1) // 3
    steps += 0 if phrase.worth("this") == "current" else 1 if phrase.worth("next") else -1
    steps -= 4 * phrase.has("year")
    return Meaning(value=f"{steps // 4}-Q{steps % 4 + 1}")


def season(phrase: Phrase) -> Answer:
    """A season: of the year that is named, or the last one that had begun."""
    name, stated, mod = phrase.worth("season") or "", phrase.number("year"), phrase.worth("edge") or ""
    if stated:
        return Meaning(value=f"{stated}-{name}", mod=mod)
    if phrase.anchor is None:
        return None
    start, month, year = SEASON_STARTS[name], phrase.anchor.month, phrase.anchor.year
    if phrase.worth("last") == "last":
        year -= month < start + 3
    elif phrase.worth("next") or not phrase.past:
        year += month >= start
    elif not phrase.worth("this"):
        year -= month < start
    return Meaning(value=f"{year}-{name}", mod=mod)


def holiday(phrase: Phrase) -> Answer:
    """A holiday: of the year that is named, or the last one; those that the moon tells may lie a day off."""
    rule, stated = phrase.worth("holiday") or "", phrase.number("year")
    if stated:
        return _meaning(rule, _on(rule, stated))
    if phrase.anchor is None:
        return None
    years = range(phrase.anchor.year - 1, phrase.anchor.year + 2)
    days = [found for year in years if (found := _on(rule, year))]
    before, after = ([d for d in days if d <= phrase.anchor], [d for d in days if d > phrase.anchor])
    if phrase.worth("last") and phrase.anchor in before:
        before.remove(phrase.anchor)
    ahead = phrase.worth("next") or not (phrase.past or phrase.worth("last"))
    return _meaning(rule, next(iter(after if ahead else before[::-1]), None))


def _meaning(rule: str, found: date | None) -> Answer:
    if found is None:
        return None
    slack = timedelta(days=1 if rule.endswith("hijri") else 0)
    return Meaning(value=found.isoformat(), days=(found - slack, found + slack))


def _on(rule: str, year: int) -> date | None:
    """The day of a year on which a holiday falls."""
    name, _, more = rule.partition(" ")
    if more in ("hijri", "persian"):
        month, number = map(int, name.split("-"))
        reader, first = (hijri_day, _hijri_year(year)) if more == "hijri" else (persian_day, year - 622)
        days = (reader(first + step, month, number) for step in range(3))
        return next((found for found in days if found and found.year == year), None)
    if name[0].isdigit():
        return date(year, int(name[:2]), int(name[3:]))
    if name == "easter":
        return _easter(year) + timedelta(days=int(more or 0))
    return MOVABLE[name](year) if name in MOVABLE else None


def _hijri_year(year: int) -> int:
    """The Islamic year in which a year of ours begins."""
    return (year - 622) * 33 // 32


def _easter(year: int) -> date:
    """Easter Sunday by the anonymous Gregorian computation (Meeus, Astronomical Algorithms, chapter 8)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


MOVABLE = {
    "thanksgiving": lambda year: weekday_after(date(year, 11, 22), 3),
    "labor": lambda year: weekday_after(date(year, 9, 1), 0),
    "memorial": lambda year: weekday_before(date(year, 5, 31), 0),
    "election": lambda year: weekday_after(date(year, 11, 2), 1),
}
