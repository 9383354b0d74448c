"""The time phrases of one report in their order: what each counts from, and what it means."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rashomon.codebook.time_phrases import Found, phrases_in
from rashomon.model import Reading, Report, Span, TimeInterval
from rashomon.resolve.calendar import Days
from rashomon.resolve.times.evidence import fixed_days
from rashomon.resolve.times.interpret import Told, interpret, understood
from rashomon.resolve.times.phrase import Context, Tense
from rashomon.resolve.times.tense import tense_at

NEWS = timedelta(days=14)
NARROW_DAYS = 366
"""What is longer than a year is nothing that "the next day" or "that year" counts from."""


@dataclass(frozen=True, slots=True)
class TimeLine:
    """`told` maps the place of a phrase to what it means; `days` are places and days in the order of the text."""

    published: TimeInterval
    text: str
    told: dict[tuple[int, int], Told]
    days: Sequence[tuple[int, Days]]
    sentences: Sequence[tuple[int, int]]
    fixed: tuple[date, ...]

    def at(self, span: Span) -> Told | None:
        """What the phrase at a span means, where one was found there."""
        return self.told.get((span.start, span.end))

    def meant(self, span: Span, words: str, tense: Tense | None = None) -> TimeInterval:
        """The days that some words mean which begin with a span, counted from what was spoken of before them.

        The tense is what the words around tell, unless it is known.
        """
        tense = tense or tense_at(self.text, span.start, _sentence_of(self.sentences, span.start)[0])
        spoken = _spoken(self.days, span.start, self.sentences, self.published)
        return interpret(words, self.published, tense=tense, spoken=spoken, fixed=self.fixed)


def time_line(reading: Reading, report: Report) -> TimeLine:
    """The time phrases of the sentences in which the reader saw one; a pure function of the two."""
    sentences = [(span.start, span.end) for span in reading.sentences]
    starts = {_sentence_of(sentences, m.span.start) for m in reading.mentions if m.kind == "time"}
    found = [(one, place) for place in sorted(starts) for one in phrases_in(report.text, *place)]
    fixed = () if report.published.known else fixed_days([one for one, _ in found])
    told: dict[tuple[int, int], Told] = {}
    days: list[tuple[int, Days]] = []
    for one, place in found:
        tense = tense_at(report.text, one.start, place[0], report.text[one.end : one.end + 2])
        context = Context(tense=tense, spoken=_spoken(days, one.start, sentences, report.published), fixed=fixed)
        meaning = understood(one, report.published, context, report.text)
        told[one.start, one.end] = meaning
        days += _kept(one, meaning)
    return TimeLine(report.published, report.text, told, days, sentences, fixed)


def _kept(one: Found, told: Told) -> Iterator[tuple[int, Days]]:
    interval = told.interval
    if told.event and interval.start and interval.end and (interval.days or 0) <= NARROW_DAYS:
        yield one.end, (interval.start, interval.end)


def _spoken(
    days: Sequence[tuple[int, Days]], offset: int, sentences: Sequence[tuple[int, int]], published: TimeInterval
) -> Days | None:
    """The days that were spoken of last: in the same sentence or the one before it, or the only ones spoken of so far."""
    position = bisect_right(days, offset, key=lambda day: day[0])
    if not position:
        return None
    number = bisect_right(sentences, offset, key=lambda place: place[0]) - 1
    if number >= 0 and days[position - 1][0] >= sentences[max(0, number - 1)][0]:
        return days[position - 1][1]
    so_far = {day for _, day in days[:position]}
    return days[0][1] if len(so_far) == 1 and _is_news(days[0][1], published) else None


def _is_news(day: Days, published: TimeInterval) -> bool:
    """Whether a day is what the report is about: an older one is its background."""
    return published.end is None or published.end - day[0] <= NEWS


def _sentence_of(sentences: Sequence[tuple[int, int]], offset: int) -> tuple[int, int]:
    position = bisect_right(sentences, offset, key=lambda place: place[0]) - 1
    if position >= 0 and sentences[position][1] > offset:
        return sentences[position]
    return offset, offset
