"""Days counted from today, parts of the day, and hours."""

from datetime import date, timedelta

from rashomon.codebook.time_phrases import Piece
from rashomon.resolve.calendar import Days, weekday_before
from rashomon.resolve.times.absolute import day_range, full_date, iso_date
from rashomon.resolve.times.offsets import counted
from rashomon.resolve.times.periods import holiday
from rashomon.resolve.times.phrase import Answer, Meaning, Phrase
from rashomon.resolve.times.weekdays import weekday

PARTS = frozenset({"TMO", "TAF", "TEV", "TNI"})
FURTHEST_WEST, FURTHEST_EAST = -8, 9
"""Hours from Greenwich within which armed incidents are reported: a day at one place may be the next at another."""


def near_day(phrase: Phrase) -> Answer:
    """Today, yesterday, tomorrow, and the days beside them."""
    if phrase.anchor is None:
        return None
    if phrase.has("before") and phrase.worth("weekday"):
        found = weekday_before(phrase.anchor, phrase.number("weekday") or 0, strictly=True) - timedelta(days=1)
        return Meaning(value=found.isoformat())
    steps = (phrase.number("near") or 0) - phrase.has("before") + phrase.has("after")
    found = phrase.anchor + timedelta(days=steps)
    return _with_part(found, phrase.worth("part", "night"), phrase.worth("edge", "toward"))


def near_part(phrase: Phrase) -> Answer:
    """This morning, this evening, tonight, last night."""
    if phrase.anchor is None:
        return None
    found = phrase.anchor - timedelta(days=1 if phrase.worth("last") else 0)
    return _with_part(found, phrase.worth("part", "night", "tonight"), phrase.worth("edge", "toward"))


def overnight(phrase: Phrase) -> Answer:
    """Overnight, with nothing else said: the night before publication."""
    if phrase.anchor is None:
        return None
    start = phrase.anchor - timedelta(days=1)
    return Meaning(value=f"{start.isoformat()}TNI", kind="TIME", days=(start, phrase.anchor))


def part_of_day(phrase: Phrase) -> Answer:
    """A part of the day that was spoken of last, or of the day beside it."""
    day = _spoken_day(phrase)
    if day is None:
        return None
    day += timedelta(
        days={"next": 1, "following": 1, "coming": 1, "previous": -1}.get(phrase.worth("next", "last") or "", 0)
    )
    return _with_part(day, phrase.worth("part", "night"), phrase.worth("edge", "toward"))


def from_day(phrase: Phrase) -> Answer:
    """So long before or after a day that is named."""
    cut = next(n for n, piece in enumerate(phrase.pieces) if piece.text.lower() in ("before", "after"))
    day = Phrase(pieces=phrase.pieces[cut + 1 :], context=phrase.context)
    named = holiday(day) if day.worth("holiday") else _named_day(day)
    start = date.fromisoformat(named.value[:10]) if named and named.value else None
    sign = -1 if phrase.pieces[cut].text.lower() == "before" else 1
    return counted(Phrase(pieces=phrase.pieces[:cut], context=phrase.context), start, sign)


def part_on(phrase: Phrase) -> Answer:
    """A part of a day that is named, or a night between two."""
    if len(list(phrase.worths("day", "nth"))) > 1:
        return day_range(phrase)
    named = _named_day(phrase)
    part = phrase.worth("part", "night") or "TMO"  # the early hours are a morning's
    return _with_part(date.fromisoformat(named.value[:10]), part, None) if named and named.value else named


def clock(phrase: Phrase) -> Answer:
    """An hour of a day that is named, or of the day spoken of last; a far zone's day may be the next one here."""
    named = _named_day(phrase) if phrase.worth("weekday", "near", "month", "doubtful", "abbreviated", "iso") else None
    if named is not None and named.value is None:
        return named
    day = date.fromisoformat((named.value or "")[:10]) if named else _spoken_day(phrase)
    hour = _hour(phrase)
    if day is None or hour is None:
        return None
    value = f"{day.isoformat()}T{hour[0]:02}:{hour[1]:02}"
    return Meaning(value=value, kind="TIME", days=_local_days(day, hour[0], phrase.worth("zone")))


def clock_word(phrase: Phrase) -> Answer:
    """Noon or midnight, dawn or dusk of a day that is named."""
    named = _named_day(phrase)
    if named is None or named.value is None:
        return named
    return _with_part(date.fromisoformat(named.value[:10]), phrase.worth("part"), None)


def _with_part(found: date, part: str | None, mod: str | None) -> Meaning:
    if part in ("T12", "T00"):
        # Midnight of a day is its beginning to some and its end to others.
        days = (found, found + timedelta(days=1)) if part == "T00" else (found, found)
        return Meaning(value=f"{found.isoformat()}{'T24:00' if part == 'T00' else 'T12:00'}", kind="TIME", days=days)
    return Meaning(
        value=f"{found.isoformat()}{part if part in PARTS else ''}", kind="TIME" if part else "DATE", mod=mod or ""
    )


def _named_day(phrase: Phrase) -> Answer:
    if phrase.worth("iso"):
        return iso_date(phrase)
    if phrase.worth("month", "doubtful", "abbreviated"):
        return full_date(Phrase(pieces=_from_day(phrase), context=phrase.context))
    return weekday(phrase) if phrase.worth("weekday") else near_day(phrase)


def _from_day(phrase: Phrase) -> tuple[Piece, ...]:
    """The pieces of the date alone: what stands before it may hold figures of an hour."""
    position = next(n for n, piece in enumerate(phrase.pieces) if piece.kind in ("month", "doubtful", "abbreviated"))
    before = phrase.pieces[max(0, position - 2) : position]
    start = next(
        (position - len(before) + n for n, piece in enumerate(before) if piece.kind in ("day", "nth")), position
    )
    return phrase.pieces[start:]


def _spoken_day(phrase: Phrase) -> date | None:
    spoken = phrase.spoken
    return spoken[0] if spoken and (spoken[1] - spoken[0]).days <= 1 else None


def _hour(phrase: Phrase) -> tuple[int, int] | None:
    figures = phrase.worth("clock", "dated", "day", "number", "lunar", "year", "count") or ""
    hour, _, minute = figures.replace(".", ":").partition(":")
    if not minute and len(hour) == 4:
        hour, minute = hour[:2], hour[2:]
    if not hour.isdigit():
        return None
    hours, minutes, half = int(hour), int(minute or 0), phrase.worth("halfday")
    afternoon = half == "pm" or phrase.worth("part") in ("TAF", "TEV")
    hours = hours % 12 + 12 * afternoon if half or (phrase.worth("part") and hours <= 12) else hours
    return (hours, minutes) if hours < 24 and minutes < 60 else None


def _local_days(day: date, hour: int, zone: str | None) -> Days:
    if zone in (None, "local"):
        return day, day
    greenwich = hour - int(zone or 0)
    first, last = (greenwich + offset for offset in (FURTHEST_WEST, FURTHEST_EAST))
    return day + timedelta(days=first // 24), day + timedelta(days=last // 24)
