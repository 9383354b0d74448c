"""What the head of a report says of its main incident where no mention of it says it itself."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from rashomon.model import UNKNOWN_TIME, PlaceRead, Precision, Reading, Report, TimeInterval
from rashomon.resolve.facts import Resolvers

LEAD_SENTENCES = 4
"""The headline and the first sentences."""
MEMORY_DAYS = 90
NEWS_DAYS = 7
"""News is told within a week: an older day in the lead belongs to something else."""


def date_from_lead(reading: Reading, report: Report, resolvers: Resolvers) -> TimeInterval:
    """The first day that the lead names, or the night before it: an inferred date, unknown where it names none.

    The day may be that of the incident or of the first statement about it, so both days are given. Without a
    publication date to count from nothing is inferred.
    """
    published = report.published
    if published.end is None or published.days != 1:
        return UNKNOWN_TIME
    end = max((sentence.end for sentence in reading.sentences[:LEAD_SENTENCES]), default=0)
    for mention in reading.mentions:
        if mention.kind != "time" or mention.span.end > end:
            continue
        day = resolvers.time(mention.span.text)
        if day.start is None or day.end is None or (day.days or 99) > 2:
            continue
        if published.end - timedelta(days=NEWS_DAYS) <= day.start and day.end <= published.end:
            if _looks_back(reading, published, resolvers):
                return UNKNOWN_TIME
            return replace(day, start=day.end - timedelta(days=1), basis="inferred")
    return UNKNOWN_TIME


def _looks_back(reading: Reading, published: TimeInterval, resolvers: Resolvers) -> bool:
    """Whether the report names a day weeks ago: then it follows up on something older, and its lead dates a statement."""
    for mention in reading.mentions:
        if mention.kind != "time" or (mention.ref or "").endswith(".."):  # "since October" tells of no day
            continue
        day = resolvers.time(mention.span.text)
        if day.start is None or published.end is None or day.days != 1:
            continue
        if timedelta(days=NEWS_DAYS) < published.end - day.start <= timedelta(days=MEMORY_DAYS):
            return True
    return False


FIXED: tuple[Precision, ...] = ("site", "town", "district", "province")


def is_fixed(places: Iterable[PlaceRead]) -> bool:
    """Whether one of the places is known more exactly than its country."""
    return any(place.precision in FIXED for place in places)


def places_from_lead(reading: Reading, report: Report, resolvers: Resolvers) -> tuple[PlaceRead, ...]:
    """The first exact place that the lead names outside its dateline, or none."""
    end = max((sentence.end for sentence in reading.sentences[:LEAD_SENTENCES]), default=0)
    said_at = {span for a in reading.attributions for span in (*a.source, *a.cue)}
    for mention in reading.mentions:
        if mention.kind != "place" or mention.ref is None or mention.span.end > end:
            continue
        if any(span.overlaps(mention.span) for span in said_at):
            continue
        places = resolvers.place(mention.span.text)
        if is_fixed(places):
            return places
    return ()
