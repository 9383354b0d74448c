"""Time phrases to intervals of days, counted from the publication date where the words are relative.

The rules stand in a table, tried in order; each is a pattern and a named function whose docstring users see.
A date that no words support stays unknown: the publication date is an anchor, never an answer.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from rashomon.model import TimeInterval
from rashomon.resolve.calendar import (
    MONTH,
    WEEKDAY,
    Days,
    day,
    month_number,
    shift_months,
    weekday_after,
    weekday_before,
    weekday_number,
    whole_month,
    whole_year,
    year_before,
)

WIDEST_ANCHOR = 31
"""A publication date that is an interval of more days than this anchors nothing."""
NUMBERS = {word: number for number, word in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())}  # fmt: skip
NUMBERS |= {"a": 1, "an": 1, "the": 1, "a couple of": 2, "fifteen": 15, "twenty": 20, "thirty": 30}
NUMBER = r"(?P<number>\d{1,3}|a couple of|" + "|".join(sorted(NUMBERS, key=len, reverse=True)) + ")"
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
YEAR = r"(?P<year>(?:19|20)\d\d)"
TO = r"\s*(?:-|\u2013|\u2014|to|and|until|/)\s*"


@dataclass(frozen=True, slots=True)
class Phrase:
    """What a rule looks at: the match, the anchor (one day of publication, or None) and whether the text tells the past."""

    match: re.Match[str]
    anchor: date | None
    past: bool
    text: str

    def __getitem__(self, group: str) -> str:
        return self.match.groupdict().get(group) or ""


Answer = Days | None
Rule = Callable[[Phrase], Answer]


def iso_date(phrase: Phrase) -> Answer:
    """A date in figures, year first."""
    return _one(day(int(phrase["year"]), int(phrase["month"]), int(phrase["day"])))


def numeric_date(phrase: Phrase) -> Answer:
    """A date in figures, year last; which is the day must be plain."""
    first, second, year = int(phrase["first"]), int(phrase["second"]), int(phrase["year"])
    if first == second or max(first, second) > 12:
        return _one(day(year, min(first, second), max(first, second)))
    return None


def full_range(phrase: Phrase) -> Answer:
    """Two days of one month."""
    return _month_days(phrase, phrase["day"], phrase["until"])


def full_date(phrase: Phrase) -> Answer:
    """A day and a month, with a year or without."""
    return _night(phrase, _month_days(phrase, phrase["day"], phrase["day"]))


def month_and_year(phrase: Phrase) -> Answer:
    """A month of a year, or a part of one."""
    return whole_month(int(phrase["year"]), month_number(phrase["month"]), _part(phrase["part"]))


def month_alone(phrase: Phrase) -> Answer:
    """A month without a year: the last one of that name that had begun."""
    if phrase.anchor is None:
        return None
    number = month_number(phrase["month"])
    began = year_before(phrase.anchor, number, 1, past=phrase.past and phrase["which"] != "next")
    if began is None:
        return None
    if phrase["which"] == "last" and began.year == phrase.anchor.year and number == phrase.anchor.month:
        began = began.replace(year=began.year - 1)
    return whole_month(began.year, number, _part(phrase["part"]))


def years(phrase: Phrase) -> Answer:
    """A year, or the years from one to another."""
    return whole_year(int(phrase["year"]))[0], whole_year(int(phrase["until"] or phrase["year"]))[1]


def between_weekdays(phrase: Phrase) -> Answer:
    """The night from one weekday to the next."""
    if phrase.anchor is None:
        return None
    last = weekday_before(phrase.anchor, weekday_number(phrase["weekday"]))
    first = weekday_before(last, weekday_number(phrase["from"]), strictly=True)
    return (first, last) if (last - first).days <= 3 else None


def night_to_weekday(phrase: Phrase) -> Answer:
    """The night that ends on a weekday."""
    if phrase.anchor is None:
        return None
    last = weekday_before(phrase.anchor, weekday_number(phrase["weekday"]))
    return last - timedelta(days=1), last


def weekday(phrase: Phrase) -> Answer:
    """A weekday: the last one on or before publication; "last" means before it, "next" after it."""
    if phrase.anchor is None:
        return None
    number = weekday_number(phrase["weekday"])
    if phrase["which"] == "next" or not (phrase.past or phrase["which"] in ("last", "past")):
        return _night(phrase, _one(weekday_after(phrase.anchor, number, strictly=phrase["which"] == "next")))
    strictly = phrase["which"] in ("last", "past", "previous")
    return _night(phrase, _one(weekday_before(phrase.anchor, number, strictly=strictly)))


def near_day(phrase: Phrase) -> Answer:
    """Today, yesterday, tomorrow, and their nights."""
    if phrase.anchor is None:
        return None
    days = {"day before yesterday": -2, "yesterday": -1, "last night": -1, "last evening": -1, "tomorrow": 1}
    found = phrase.anchor + timedelta(days=days.get(phrase["word"], 0))
    return _night(phrase, (found, found))


def overnight(phrase: Phrase) -> Answer:
    """Overnight, with nothing else said: the night before publication."""
    return None if phrase.anchor is None else (phrase.anchor - timedelta(days=1), phrase.anchor)


def so_long_ago(phrase: Phrase) -> Answer:
    """So many days, weeks, months or years before publication, as exactly as the unit allows."""
    if phrase.anchor is None:
        return None
    number, unit = _number(phrase["number"]), phrase["unit"]
    if unit == "hour":
        return phrase.anchor - timedelta(days=-(-number // 24)), phrase.anchor
    if unit in ("day", "week"):
        centre = phrase.anchor - timedelta(days=number * (7 if unit == "week" else 1))
        slack = timedelta(days=1 if unit == "week" else 0)
        return centre - slack, centre + slack
    if unit == "month":
        return whole_month(*shift_months(phrase.anchor, -number))
    back = number * (10 if unit == "decade" else 1)
    return whole_year(phrase.anchor.year - back) if back < phrase.anchor.year else None


def calendar_unit(phrase: Phrase) -> Answer:
    """This, last or next week, weekend, month or year of the calendar."""
    if phrase.anchor is None:
        return None
    step = {"last": -1, "previous": -1, "past": -1, "next": 1, "coming": 1}.get(phrase["which"], 0)
    if phrase["unit"] == "year":
        return _until(whole_year(phrase.anchor.year + step), phrase, step)
    if phrase["unit"] == "month":
        return _until(whole_month(*shift_months(phrase.anchor, step)), phrase, step)
    monday = phrase.anchor - timedelta(days=phrase.anchor.weekday())
    if phrase["unit"] == "weekend":
        saturday = weekday_before(phrase.anchor, 5) if step <= 0 else weekday_after(phrase.anchor, 5)
        return _until((saturday, saturday + timedelta(days=1)), phrase, step)
    monday += timedelta(days=7 * step)
    return _until((monday, monday + timedelta(days=6)), phrase, step)


def recent_span(phrase: Phrase) -> Answer:
    """The past so many days, weeks or months up to publication."""
    if phrase.anchor is None:
        return None
    number, unit = _number(phrase["number"] or "one"), phrase["unit"]
    if unit in ("month", "year", "decade"):
        year, month = shift_months(phrase.anchor, -number * {"month": 1, "year": 12, "decade": 120}[unit])
        return day(year, month, phrase.anchor.day) or whole_month(year, month)[1], phrase.anchor
    days = {"hour": -(-number // 24), "day": number, "week": 7 * number}[unit]
    return phrase.anchor - timedelta(days=days), phrase.anchor


def unanchored(phrase: Phrase) -> Answer:
    """Counted from another event, or from nothing that is told: unknown."""
    return None


AGO_UNIT = r"(?P<unit>hour|day|week|month|year|decade)s?"
PART = r"(?:(?P<part>early|mid|middle of|late|beginning of|start of|end of)[\s-]+(?:in\s+)?)?"
WHICH = r"(?:(?P<which>last|past|previous|this|next|coming)\s+)?"
RULES: tuple[tuple[str, Rule], ...] = (
    (rf"{YEAR}-(?P<month>\d\d)-(?P<day>\d\d)", iso_date),
    (rf"(?P<first>\d{{1,2}})[/.](?P<second>\d{{1,2}})[/.]{YEAR}", numeric_date),
    (rf"{MONTH}\s+{DAY}{TO}(?P<until>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s+{YEAR})?", full_range),
    (rf"{DAY}{TO}(?P<until>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH}(?:,?\s+{YEAR})?", full_range),
    (rf"{MONTH}\s+{DAY}\b(?!:)(?:,?\s+{YEAR})?", full_date),
    (rf"{DAY}\s+(?:of\s+)?{MONTH}\b(?:,?\s+{YEAR})?", full_date),
    (rf"{PART}{MONTH},?\s+(?:of\s+)?{YEAR}", month_and_year),
    (r"(?:day|night|week|month|year|hours?|days|weeks|months|years|night)\s+(?:later|after|before|earlier|prior)\b(?!\s+yesterday)", unanchored),
    (r"\b(?:the (?:same|next|following|previous) (?:day|night|week|month|evening|morning)|that (?:day|night|morning|evening|afternoon|time|month|week|year|date))\b", unanchored),
    (rf"(?P<from>[a-z]{{3,9}}day)(?:\s+\d{{1,2}})?(?:\s+night)?\s*(?:to|and|into|-|\u2013)\s*{WEEKDAY}\b", between_weekdays),
    (rf"night\s+(?:to|into|before)\s+{WEEKDAY}\b", night_to_weekday),
    (rf"{NUMBER}\s+{AGO_UNIT}\s+ago", so_long_ago),
    (rf"\b{WHICH}{WEEKDAY}\b", weekday),
    (r"\b(?P<word>day before yesterday|yesterday|tomorrow|last night|last evening|tonight|today|this (?:morning|afternoon|evening))\b", near_day),
    (r"\b(?:overnight|during the night)\b", overnight),
    (rf"(?:past|last|previous|recent)\s+{NUMBER}\s+{AGO_UNIT}", recent_span),
    (r"\b(?:past|(?:over|in|during|within) the last)\s+(?P<unit>day|week|month|year)\b", recent_span),
    (r"\b(?P<which>last|this|next|previous|coming)\s+(?P<unit>weekend|week|month|year)\b", calendar_unit),
    (r"\b(?:the|at|over)\s+(?P<unit>weekend)\b(?! of)", calendar_unit),
    (rf"\b{PART}{WHICH}{MONTH}\b", month_alone),
    (rf"\b{YEAR}(?:{TO}(?P<until>(?:19|20)\d\d))?\b(?![-/])", years),
)  # fmt: skip
COMPILED = tuple((re.compile(pattern), rule) for pattern, rule in RULES)
OPEN_END = re.compile(r"^(?:ever )?since\b|\bsince\b|\bfrom\b.*\bon(?:wards?)?$")
OPEN_START = re.compile(r"^(?:until|up to|before|by)\b(?! dawn| sunrise)")
NIGHT = re.compile(r"\bnight\b|\bovernight\b")
STATED_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def interpret(words: str, published: TimeInterval, *, tense_past: bool = True) -> TimeInterval:
    """The days that a time phrase means, as far as its words and the publication date support it.

    Without a year or a full date the phrase is counted from `published`: a weekday is the last one on or before it
    (the next one if not `tense_past`). Where `published` is an interval of up to 31 days the answer widens with it;
    where it is unknown or wider, a weekday is kept without a date and other relative words stay unknown.
    """
    unknown, understood = TimeInterval(words=words), _understood(words)
    if understood is None:
        return unknown
    text, match, rule = understood
    return _answer(rule, Phrase(match, None, tense_past, text), published, unknown)


def rule_for(words: str) -> str:
    """The sentence that says by which rule a phrase is understood, or an empty one."""
    understood = _understood(words)
    return (understood[2].__doc__ or "").strip() if understood else ""


@lru_cache(maxsize=4096)
def _understood(words: str) -> tuple[str, re.Match[str], Rule] | None:
    """The phrase as the patterns see it, and the first rule whose pattern is in it with the match; None where none is."""
    text = " ".join(words.lower().replace("\u2019", "'").replace("'s", "").split()).strip(" ,.;:")
    for pattern, rule in COMPILED:
        match = pattern.search(text)
        if match is not None:
            return text, match, rule
    return None


def _answer(rule: Rule, phrase: Phrase, published: TimeInterval, unknown: TimeInterval) -> TimeInterval:
    stated = STATED_YEAR.search(phrase.match.group()) is not None
    if stated:
        days = rule(phrase)
    else:
        days = _relative(rule, phrase, published)
    if days is None:
        number = weekday_number(phrase["weekday"]) if phrase["weekday"] and not phrase["from"] else None
        return replace(unknown, weekday=number)
    start: date | None = days[0]
    end: date | None = days[1]
    if OPEN_END.search(phrase.text):
        end = published.end if rule is recent_span else None
    elif OPEN_START.search(phrase.text):
        start = None
    return TimeInterval(start=start, end=end, basis="stated" if stated else "relative", words=unknown.words)


def _relative(rule: Rule, phrase: Phrase, published: TimeInterval) -> Answer:
    if published.start is None or published.end is None or (published.days or 0) > WIDEST_ANCHOR:
        return None
    first = rule(replace(phrase, anchor=published.start))
    last = rule(replace(phrase, anchor=published.end))
    return (min(first[0], last[0]), max(first[1], last[1])) if first and last else None


def _month_days(phrase: Phrase, first: str, last: str) -> Answer:
    number = month_number(phrase["month"])
    if phrase["year"]:
        year = int(phrase["year"])
        return _pair(day(year, number, int(first)), day(year, number, int(last)))
    if phrase.anchor is None:
        return None
    named = re.search(rf"\b{WEEKDAY}", phrase.text) if first == last else None
    weekday = weekday_number(named["weekday"]) if named else None
    start = year_before(phrase.anchor, number, int(first), past=phrase.past, weekday=weekday)
    return _pair(start, day(start.year, number, int(last))) if start else None


def _night(phrase: Phrase, days: Answer) -> Answer:
    """A night runs into the next day."""
    return (days[0], days[1] + timedelta(days=1)) if days and NIGHT.search(phrase.text) else days


def _until(days: Days, phrase: Phrase, step: int) -> Answer:
    """What is not over yet is told only up to publication."""
    if step == 0 and phrase.past and phrase.anchor is not None:
        return days[0], min(days[1], phrase.anchor)
    return days


def _part(words: str) -> str:
    return {"middle of": "mid", "beginning of": "early", "start of": "early", "end of": "late"}.get(words, words)


def _number(words: str) -> int:
    return int(words) if words.isdigit() else NUMBERS.get(words, 1)


def _one(found: date | None) -> Answer:
    return (found, found) if found else None


def _pair(first: date | None, last: date | None) -> Answer:
    return (first, last) if first and last and first <= last else None
