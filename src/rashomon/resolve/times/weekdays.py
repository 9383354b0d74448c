"""Days of the week, and nights told by them."""

from datetime import date, timedelta

from rashomon.resolve.calendar import weekday_after, weekday_before
from rashomon.resolve.times.absolute import full_date
from rashomon.resolve.times.phrase import Answer, Meaning, Phrase
from rashomon.resolve.times.values import week_value

NIGHTS_APART = 3


def weekday(phrase: Phrase) -> Answer:
    """A weekday: the last one on or before publication, or the next one where the text looks ahead."""
    number = phrase.number("weekday") or 0
    found = _weekday(phrase, number)
    if found is None:
        return Meaning(value=None, weekday=number)
    part = phrase.worth("part", "night") or ""
    value = f"{found.isoformat()}{part if part in ('TMO', 'TAF', 'TEV', 'TNI') else ''}"
    return Meaning(value=value, kind="TIME" if part else "DATE", mod=phrase.worth("edge", "toward") or "")


def short_weekday(phrase: Phrase) -> Answer:
    """A weekday that is written short before a date: the date tells the day."""
    return Meaning(value=None, weekday=phrase.number("short"))


def night_between(phrase: Phrase) -> Answer:
    """The night from one weekday to the next."""
    if phrase.anchor is None:
        return None
    first, last = (int(worth) for worth in list(phrase.worths("weekday"))[:2])
    until = _reached(phrase, last)
    start = weekday_before(until, first, strictly=True)
    if (until - start).days > NIGHTS_APART:
        return None
    return Meaning(value=f"{start.isoformat()}TNI", kind="TIME", days=(start, until))


def night_to(phrase: Phrase) -> Answer:
    """The night that ends on a weekday."""
    if phrase.anchor is None:
        return None
    until = _reached(phrase, phrase.number("weekday") or 0)
    start = until - timedelta(days=1)
    return Meaning(value=f"{start.isoformat()}TNI", kind="TIME", days=(start, until))


def overnight_on(phrase: Phrase) -> Answer:
    """Overnight on a weekday: the night before it or the one after it, which the words don't tell."""
    if phrase.anchor is None:
        return Meaning(value=None, weekday=phrase.number("weekday"))
    day = _reached(phrase, phrase.number("weekday") or 0)
    return Meaning(value=f"{day.isoformat()}TNI", kind="TIME", days=(day - timedelta(days=1), day + timedelta(days=1)))


def weekday_back(phrase: Phrase) -> Answer:
    """A weekday of so many weeks ago."""
    if phrase.anchor is None or phrase.worth("unit") != "W":
        return None
    found = weekday_before(phrase.anchor, phrase.number("weekday") or 0) - timedelta(days=7)
    return Meaning(value=found.isoformat())


def week_of(phrase: Phrase) -> Answer:
    """The week that a date lies in."""
    found = full_date(phrase)
    return Meaning(value=week_value(date.fromisoformat(found.value[:10]))) if found and found.value else None


def _weekday(phrase: Phrase, number: int) -> date | None:
    which, spoken = phrase.worth("last", "next", "that", "this"), phrase.spoken
    if which in ("previous", "following", "same"):
        if spoken is None or (spoken[1] - spoken[0]).days > 1:
            return (
                None
                if which != "previous" or not phrase.anchor
                else weekday_before(phrase.anchor, number, strictly=True)
            )
        if which == "following":
            return weekday_after(spoken[1], number, strictly=True)
        return weekday_before(spoken[0], number, strictly=which == "previous")
    if phrase.anchor is None:
        return next((day for day in phrase.context.fixed if day.weekday() == number), None)
    if which in ("next", "coming") or not (phrase.past or which in ("last", "past")):
        return weekday_after(phrase.anchor, number, strictly=which == "next")
    return weekday_before(phrase.anchor, number, strictly=which in ("last", "past"))


def _reached(phrase: Phrase, number: int) -> date:
    reach = weekday_before if phrase.past else weekday_after
    return reach(phrase.anchor or date.min, number)
