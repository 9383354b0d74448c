"""The annotator `mentions.rules.2`: codebook names, capitalised place names, time phrases, weapons."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, replace
from operator import attrgetter

from rashomon.model import Mention, MentionKind, Reading, Span
from rashomon.read.document import Document
from rashomon.read.mentions.actors import actor_spans
from rashomon.read.mentions.places import place_spans
from rashomon.read.mentions.times import time_spans
from rashomon.read.mentions.weapons import weapon_spans

START, PLACE = attrgetter("start"), attrgetter("start", "end")
"""What spans of one text are ordered by; comparing the spans themselves takes longer."""


@dataclass(frozen=True, slots=True)
class MentionRules:
    """Marks actors, places, times and weapons; what they mean is left to the resolve stage."""

    name: str = "mentions.rules.2"

    def annotate(self, document: Document, reading: Reading) -> Reading:
        """The reading with its mentions, in reading order; of two that overlap the one found by the surer rule stays."""
        taken: list[Span] = []  # sorted, and none overlaps another
        found: list[Mention] = []
        places = place_spans(document)
        layers: tuple[tuple[MentionKind, Iterable[Span]], ...] = (
            ("time", time_spans(document)),
            ("place", places),
            ("actor", actor_spans(document)),
            ("weapon", weapon_spans(document)),
        )
        for kind, spans in layers:
            fresh = [span for span in spans if not _overlaps(span, taken)]
            taken = sorted([*taken, *fresh], key=PLACE)
            found += [Mention(span=span, kind=kind) for span in fresh]
        return replace(reading, mentions=tuple(sorted(found, key=lambda mention: PLACE(mention.span))))


def _overlaps(span: Span, taken: list[Span]) -> bool:
    """Whether a span overlaps one of some sorted spans: only the neighbours of its place can."""
    position = bisect_left(taken, span.start, key=START)
    return any(span.overlaps(other) for other in taken[max(0, position - 1) : position + 1])
