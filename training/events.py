"""What the heads for incidents and figures should say of an example, as numbers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from rashomon.read.neural.labels import ANCHORED, EVENT_CLASSES, EVENT_ROLES, FILLERS
from rashomon.read.neural.pieces import Integers, Pieces
from training.example import Count, Event, Example, Pairs
from training.words import BEGIN, INSIDE, NOT_SAID, OUTSIDE, words_of


@dataclass(frozen=True, slots=True)
class Anchor:
    """The first word of a trigger or a figure: for each of `EVENT_ROLES` its words, or None where nothing is said, and
    the number of each of `EVENT_CLASSES` or `NOT_SAID`."""

    word: int
    roles: tuple[Integers | None, ...]
    classes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class EventTargets:
    """Rows of `tags` are `ANCHORED`; `fillers` are numbers of `FILLER_TAGS`."""

    tags: Integers
    fillers: Integers
    anchors: tuple[Anchor, ...]


def event_targets(pieces: Pieces, example: Example) -> EventTargets:
    """The numbers of an example."""
    count = len(pieces.start)
    tags = np.full((len(ANCHORED), count), OUTSIDE if example.told else NOT_SAID, dtype=np.int64)
    if example.told:
        for row, spans in enumerate(([e.trigger for e in example.events], [c.span for c in example.counts])):
            for span in spans:
                _mark(tags[row], words_of(pieces, span), BEGIN, INSIDE)
    fillers = np.full(count, NOT_SAID if example.fillers is None else OUTSIDE, dtype=np.int64)
    for filler in example.fillers or ():
        place = 1 + 2 * FILLERS.index(filler.kind)
        _mark(fillers, words_of(pieces, ((filler.start, filler.end),)), place, place + 1)
    marked: list[Event | Count] = [*example.events, *example.counts]
    found = (_anchor(pieces, one) for one in marked)
    return EventTargets(tags, fillers, tuple(anchor for anchor in found if anchor is not None))


def _mark(row: Integers, words: Integers, first: int, later: int) -> None:
    if len(words):
        row[words] = later
        row[words[0]] = first


def _anchor(pieces: Pieces, one: Event | Count) -> Anchor | None:
    span, roles = (one.trigger, one.roles) if isinstance(one, Event) else (one.span, {"incident": one.incident})
    words = words_of(pieces, span)
    if not len(words):
        return None
    asked = tuple(_asked(pieces, roles, role) for role in EVENT_ROLES)
    return Anchor(
        int(words[0]), asked, tuple(_number(one.classes.get(name), EVENT_CLASSES[name]) for name in EVENT_CLASSES)
    )


def _asked(pieces: Pieces, roles: Mapping[str, Pairs], role: str) -> Integers | None:
    return words_of(pieces, roles[role]) if role in roles else None


def _number(told: str | None, names: Sequence[str]) -> int:
    return names.index(told) if told is not None else NOT_SAID
