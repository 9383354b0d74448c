"""What a time phrase means: the days as far as its words and what it counts from support them, and its value.

A date that no words support stays unknown: the publication date is an anchor, never an answer.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache, lru_cache
from itertools import pairwise

from rashomon.codebook.time_phrases import Found, phrases_in
from rashomon.codebook.times import load_times
from rashomon.model import DateBasis, TimeInterval
from rashomon.resolve.calendar import Days
from rashomon.resolve.times.phrase import Answer, Context, Phrase, Tense
from rashomon.resolve.times.table import RULES
from rashomon.resolve.times.values import days_of

WIDEST_ANCHOR = 31
"""A publication date that is an interval of more days than this anchors nothing."""
STATED = frozenset({"year", "iso", "slashed", "decade", "tenfold", "lunar"})
"""Kinds of words that fix the year by themselves."""
CLOCKS = frozenset({"clock", "clock_word", "part_on", "part_of_day"})
FIXABLE = frozenset({"weekday", "full_date", "day_range", "part_on", "clock", "clock_word"})
WEEK = timedelta(days=7)
BEFORE = 24
"""Characters before a phrase that are looked at for what leaves a side open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A time phrase as it is understood: the days, the value in the notation of TIMEX3, the reason for users.

    `event` is False where it tells how long or how often, or hardly when: then it dates nothing.
    """

    interval: TimeInterval
    value: str | None = None
    reason: str = ""
    event: bool = False


def interpret(
    words: str,
    published: TimeInterval,
    *,
    tense: Tense = "told",
    spoken: Days | None = None,
    fixed: tuple[date, ...] = (),
) -> TimeInterval:
    """The days that some words mean, with their prepositions, as far as what they count from supports them.

    Without a year or a full date they count from `published`: a weekday is the last one on or before it (the next one if
    the tense is "ahead"). Where `published` is an interval of up to 31 days the answer widens with it; where it is unknown or
    wider, a weekday is kept without a date and other relative words stay unknown. "Two days later" counts from `spoken`.
    """
    context = Context(tense=tense, spoken=spoken, fixed=fixed)
    found = _found(words)
    told = [understood(one, published, context, words) for one in found]
    dated = [position for position, one in enumerate(told) if _tells(one)]
    if not dated:
        return TimeInterval(words=words)
    first = min(dated, key=lambda n: (not told[n].event, not told[n].interval.known, told[n].interval.days or 9999, n))
    joined = _joined(words, found, told, dated)
    return replace(joined or told[first].interval, words=words)


def rule_for(words: str) -> str:
    """The sentence that says by which rule a phrase is understood, or an empty one."""
    found = _found(words)
    return _reason(found[0]) if found else ""


def value_of(words: str, published: TimeInterval, *, tense: Tense = "told", spoken: Days | None = None) -> str | None:
    """The value of the first phrase in some words, in the notation of TIMEX3, where it can be told."""
    context = Context(tense=tense, spoken=spoken)
    return next((understood(one, published, context, words).value for one in _found(words)), None)


def understood(found: Found, published: TimeInterval, context: Context, text: str) -> Told:
    """One phrase of a text with what it counts from; words such as "since" before it leave a side open."""
    stated = any(piece.kind in STATED for piece in found.pieces) or found.form.name == "spelled_year"
    answers = [_answer(found, context, anchor) for anchor in _anchors(published)]
    first, last = answers[0], answers[-1]
    words, reason, event = text[found.start : found.end], _reason(found), found.form.event
    if first is None or last is None:
        return Told(interval=TimeInterval(words=words), reason=reason, event=event)
    days = (first.days, last.days)
    value = first.value if first.value == last.value else None
    if days[0] is None or days[1] is None:
        return Told(interval=TimeInterval(words=words, weekday=first.weekday), value=value, reason=reason, event=event)
    start, end = _opened(found, text, (min(days[0][0], days[1][0]), max(days[0][1], days[1][1])))
    interval = TimeInterval(start=start, end=end, basis=_basis(found, stated, published), words=words)
    return Told(interval=interval, value=value, reason=reason, event=event)


def _basis(found: Found, stated: bool, published: TimeInterval) -> DateBasis:
    if stated:
        return "stated"
    # Without a publication date a day without a year is known by its weekday and what else the text names.
    return "inferred" if found.form.name in FIXABLE and _anchors(published) == (None,) else "relative"


@lru_cache(maxsize=8192)
def _found(words: str) -> tuple[Found, ...]:
    # A month that is another word too is known by the preposition before it.
    return phrases_in(words) or phrases_in(f"in {words}")


def _tells(told: Told) -> bool:
    return told.interval.known or told.interval.weekday is not None


def _reason(found: Found) -> str:
    return (RULES[found.form.name].__doc__ or "").strip().partition("\n")[0]


def _anchors(published: TimeInterval) -> Sequence[date | None]:
    if published.start is None or published.end is None or (published.days or 0) > WIDEST_ANCHOR:
        return (None,)
    return tuple(dict.fromkeys((published.start, published.end)))


def _answer(found: Found, context: Context, anchor: date | None) -> Answer:
    """What the form's rule answers, with the days that its value means."""
    try:
        answer = RULES[found.form.name](Phrase(pieces=found.pieces, context=replace(context, anchor=anchor)))
        if answer is None:
            return None
        days = answer.days or (days_of(answer.value, answer.mod) if answer.dated else None)
    except (OverflowError, ValueError):  # the calendar ends with the year 9999, and begins with 1
        return None
    return replace(answer, days=days) if days is None or days[0] <= days[1] else None


@cache
def _around() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What stands before a phrase that is open to its end, before one that is open to its beginning, between two days."""
    times = load_times()
    since, until, fillers, joining = (
        "|".join(map(re.escape, sorted(some, key=len, reverse=True)))
        for some in (times.since, times.until, times.fillers, times.joining)
    )
    before = rf"(?:\s+(?:{fillers}))*\s*\Z"
    return (
        re.compile(rf"\b(?:{since}){before}"),
        re.compile(rf"\b(?:{until}){before}"),
        re.compile(rf"\s*(?:{joining})\s*(?:(?:{fillers})\s+)*"),
    )


def _opened(found: Found, text: str, days: Days) -> tuple[date | None, date | None]:
    start, end = days
    before = text[max(0, found.start - BEFORE) : found.start].lower()
    since, until, _ = _around()
    if since.search(before):
        return start, end if found.form.name == "recent_span" else None
    if found.form.name not in CLOCKS and until.search(before):
        return None, end
    return start, end


def _joined(words: str, found: Sequence[Found], told: Sequence[Told], dated: Sequence[int]) -> TimeInterval | None:
    """From the first to the second of two dates that "to", "and" or a dash joins."""
    joined = _around()[2]
    for one, other in pairwise(dated):
        first, last = told[one].interval, told[other].interval
        if other != one + 1 or not joined.fullmatch(words[found[one].end : found[other].start].lower()):
            continue
        if first.start is None or last.end is None or not (told[one].event and told[other].event):
            continue
        start = first.start
        if start > last.end and found[one].form.name == "weekday":
            start -= WEEK
        if start <= last.end:
            basis = "relative" if "relative" in (first.basis, last.basis) else last.basis
            return TimeInterval(start=start, end=last.end, basis=basis)
    return None
