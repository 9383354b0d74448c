"""The annotator `toponyms.rules.1`: every name of a place, from the trained reader's entities and from the mentions."""

from bisect import insort
from collections.abc import Iterator
from dataclasses import dataclass, replace

from rashomon.model import Entity, Reading, Span, Toponym
from rashomon.read.document import Document
from rashomon.read.toponyms.names import in_adjective, in_body, in_location

READ_IN = {
    "location": in_location,
    "nationality": in_adjective,
    "organisation": in_body,
    "government_body": in_body,
    "armed_group": in_body,
    "military_unit": in_body,
    "facility": in_body,
}
"""How the places in an entity of a type are found; other types hold none."""


@dataclass(frozen=True, slots=True)
class ToponymRules:
    """Marks the names of places for maps and searches; mentions, which the ledger rests on, stay as they are.

    Where the trained reader has marked entities they tell a place from a person of that name; rules alone leave the
    mentions of places.
    """

    name: str = "toponyms.rules.1"

    def annotate(self, document: Document, reading: Reading) -> Reading:
        """The reading with its toponyms in reading order, none of which overlaps another."""
        taken: list[tuple[int, int]] = []
        found: list[Span] = []
        for start, end in self._stretches(document, reading):
            if not any(a < end and start < b for a, b in taken):
                insort(taken, (start, end))
                found.append(document.span(start, end))
        return replace(reading, toponyms=tuple(Toponym(span=span) for span in sorted(found)))

    def _stretches(self, document: Document, reading: Reading) -> Iterator[tuple[int, int]]:
        for entity in reading.entities:
            if entity.type in READ_IN:
                yield from READ_IN[entity.type](document.text, entity.span.start, entity.span.end)
        for mention in reading.mentions:
            if mention.kind == "place" and not _held(mention.span, reading.entities):
                yield from in_location(document.text, mention.span.start, mention.span.end)


def _held(span: Span, entities: tuple[Entity, ...]) -> bool:
    """Whether the trained reader takes the words for something that holds no place, such as a person."""
    return any(entity.type not in READ_IN and span.overlaps(entity.span) for entity in entities)
