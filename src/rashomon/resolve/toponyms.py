"""The toponyms of a reading led to places; in one report one name is one place."""

from dataclasses import replace
from functools import cache

from rashomon.model import PlaceRead, Reading, Span, Toponym
from rashomon.resolve.place_context import PlaceContext
from rashomon.resolve.places import PlaceMatch, resolve_place


def resolve_toponyms(reading: Reading, places: PlaceContext) -> Reading:
    """The reading with the place, the reason and the rivals of each toponym; spans stay as they are."""

    @cache
    def meant(words: str) -> PlaceMatch:
        return resolve_place(words, places)

    return replace(reading, toponyms=tuple(_resolved(t.span, meant(t.span.text)) for t in reading.toponyms))


def _resolved(span: Span, match: PlaceMatch) -> Toponym:
    place: PlaceRead = match.read
    return Toponym(span=span, place=place, reason=match.reason, rivals=match.rivals)
