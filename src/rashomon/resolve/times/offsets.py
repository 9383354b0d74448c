"""So long before publication, or before and after the day that was spoken of last; and units of the calendar."""

from datetime import date, timedelta

from rashomon.resolve.calendar import (
    Days,
    day,
    shift_months,
    weekday_after,
    weekday_before,
    whole_month,
)
from rashomon.resolve.times.numbers import amount, length
from rashomon.resolve.times.phrase import Answer, Meaning, Phrase
from rashomon.resolve.times.values import days_of, month_value, week_value

STEPS = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "following": 1}
OF_THE_STORY = frozenset({"previous", "following", "that", "same"})
"""Words that count from the day spoken of, not from publication."""
DAYS_IN = {"D": 1, "W": 7}
MONTHS_IN = {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200}


def ago(phrase: Phrase) -> Answer:
    """So many hours, days, weeks, months or years before publication, as exactly as the unit allows."""
    return counted(phrase, phrase.anchor, -1)


def later(phrase: Phrase) -> Answer:
    """So long before or after the day that was spoken of last."""
    return _from_spoken(phrase, -1 if phrase.has("earlier", "before") else 1)


def after(phrase: Phrase) -> Answer:
    """So long after something that happened on the day spoken of last."""
    return _of_event(phrase, 1)


def before(phrase: Phrase) -> Answer:
    """So long before something that happened on the day spoken of last."""
    return _of_event(phrase, -1)


def _of_event(phrase: Phrase, sign: int) -> Answer:
    # Of "two days after the attack" TIMEX3 values the length alone.
    number = amount(phrase) or ("1" if phrase.worth("unit") else "X")
    whole = length(number, phrase.worth("unit", "units") or "D")
    return Meaning(value=whole, kind="DURATION", days=_days(_from_spoken(phrase, sign)))


def _from_spoken(phrase: Phrase, sign: int) -> Answer:
    start = _one_day(phrase.spoken)
    if start is None and phrase.spoken is not None and phrase.worth("unit", "units") in MONTHS_IN:
        start = phrase.spoken[0]
    return counted(phrase, start, sign)


def calendar_unit(phrase: Phrase) -> Answer:
    """This, last or next week, weekend, month or year of the calendar, or that of the day spoken of last."""
    which, unit = phrase.worth("last", "next", "this", "that") or "this", phrase.worth("unit") or "D"
    told = which in OF_THE_STORY or (unit == "D" and which == "next")
    if unit == "E" and which in ("last", "past"):
        return recent_span(phrase)
    if told:
        anchor = phrase.spoken[0] if phrase.spoken else None
        if unit in ("D", "W", "WE"):
            anchor = _one_day(phrase.spoken)
    else:
        anchor = phrase.anchor
    if anchor is None:
        return None
    if unit in ("W", "M", "Y") and phrase.anchor and (which == "past" or (which == "last" and phrase.has("the"))):
        # "Over the last month" runs up to publication, "last month" is one of the calendar.
        return Meaning(value=_unit_value(anchor, unit, -1), days=(_back(anchor, 1, unit), anchor))
    return _unit(phrase, anchor, unit, STEPS.get(which, 0))


def this_unit(phrase: Phrase) -> Answer:
    """The week, the weekend, the month or the year that publication lies in; "the month" alone may be another."""
    if phrase.anchor is None or phrase.worth("holiday"):
        return None
    unit = phrase.worth("unit") or "D"
    placed = unit == "WE" or phrase.worth("edge", "toward")
    if not placed:
        return Meaning(value=_unit_value(_one_day(phrase.spoken) or phrase.anchor, unit, 0), dated=False)
    return _unit(phrase, phrase.anchor, unit, 0)


def recent_span(phrase: Phrase) -> Answer:
    """The last so many days, weeks, months or years up to publication."""
    unit = phrase.worth("units", "unit") or "D"
    number = amount(phrase) or ("1" if phrase.worth("unit") else "X")
    back = phrase.worth("last", "recent") and phrase.worth("last") != "previous"
    days: Days | None = None
    if back and phrase.anchor and number.isdigit():
        days = _back(phrase.anchor, int(number), unit), phrase.anchor
    return Meaning(value=length(number, unit), kind="DURATION", days=days)


def _days(answer: Answer) -> Days | None:
    return (answer.days or days_of(answer.value)) if answer else None


def _one_day(spoken: Days | None) -> date | None:
    return spoken[0] if spoken and (spoken[1] - spoken[0]).days <= 1 else None


def counted(phrase: Phrase, start: date | None, sign: int) -> Answer:
    """So long before (-1) or after (1) a day, as exactly as the unit allows."""
    number, unit = amount(phrase), phrase.worth("unit", "units") or "D"
    if number is None:
        number = "1" if phrase.worth("unit") else "X"
    if number == "X":
        if unit in ("TH", "TM", "TS") and start is not None:
            # Hours before or after: that day or the one beside it.
            return Meaning(value=length("X", unit), kind="DURATION", days=_ordered(start, start + timedelta(days=sign)))
        return Meaning(value="PAST_REF" if sign < 0 else "FUTURE_REF")
    if start is None or int(number) > 9999:
        return None
    count = int(number) * sign
    if unit[0] == "T":
        hours = count / {"TH": 1, "TM": 60, "TS": 3600}[unit]
        reach = start + timedelta(days=int(hours // 24) if hours < 0 else int(-(-hours // 24)))
        return Meaning(value=start.isoformat(), kind="TIME", days=_ordered(start, reach))
    if unit in ("D", "N"):
        return Meaning(value=(start + timedelta(days=count)).isoformat())
    if unit == "W":
        centre, slack = start + timedelta(days=7 * count), timedelta(days=1)
        return Meaning(value=week_value(centre), days=(centre - slack, centre + slack))
    if unit in ("M", "Q"):
        return Meaning(value=month_value(*shift_months(start, count * MONTHS_IN[unit])))
    years = count * MONTHS_IN.get(unit, 12) // 12
    return Meaning(value=f"{start.year + years:04}") if 0 < start.year + years < 10000 else None


def _ordered(one: date, other: date) -> Days:
    return min(one, other), max(one, other)


def _back(anchor: date, number: int, unit: str) -> date:
    """The day so long before another, kept within the calendar."""
    if unit in MONTHS_IN:
        months = min(number * MONTHS_IN[unit], (anchor.year - 2) * 12)
        year, month = shift_months(anchor, -months)
        return day(year, month, anchor.day) or whole_month(year, month)[1]
    days = -(-number // 24) if unit[0] == "T" else number * DAYS_IN.get(unit, 1)
    return anchor - timedelta(days=min(days, anchor.toordinal() - 1))


def _unit_value(anchor: date, unit: str, step: int) -> str:
    if unit == "Y":
        return f"{anchor.year + step:04}"
    if unit == "M":
        return month_value(*shift_months(anchor, step))
    if unit == "E":
        return f"{anchor.year // 10 + step:03}"
    if unit == "WE":
        before_weekend = anchor - timedelta(days=max(0, anchor.weekday() - 4))
        starts = {-1: weekday_before(before_weekend, 5), 0: weekday_before(anchor, 5), 1: weekday_after(anchor, 5)}
        saturday = starts[step]
        return week_value(saturday, "-WE")
    moved = anchor + timedelta(days=step * DAYS_IN.get(unit, 1))
    return moved.isoformat() if unit == "D" else week_value(moved)


def _unit(phrase: Phrase, anchor: date, unit: str, step: int) -> Meaning:
    value, toward, edge = _unit_value(anchor, unit, step), phrase.worth("toward"), phrase.worth("edge")
    whole, days = days_of(value, edge or ""), None
    if whole and step == 0 and anchor == phrase.anchor:
        days = whole
        # What is not over yet is told only up to publication, or from it on.
        if toward == "END" or (not phrase.past and not toward):
            days = max(whole[0], anchor) if toward else whole[0], whole[1]
        elif anchor >= whole[0]:
            days = whole[0], min(whole[1], anchor)
    return Meaning(value=value, mod=edge or toward or "", days=days)
