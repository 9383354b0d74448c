"""An example as numbers: pieces in, and for each word what the heads should say."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from rashomon.read.neural.labels import ENTITIES, ENTITY_TAGS, ROLES, STANCES
from rashomon.read.neural.pieces import Integers, Pieces, cut
from training.events import EventTargets, event_targets
from training.example import Entity, Example, Marked
from training.words import BEGIN, INSIDE, NOT_SAID, OUTSIDE, words_of

ANYTHING = (1 << len(ENTITY_TAGS)) - 1
"""The bits of a word of whose entity tag a corpus says nothing."""


@dataclass(frozen=True, slots=True)
class Link:
    """A cue's first word with the words of its source and its content, and the number of its stance or `NOT_SAID`."""

    cue: int
    source: Integers
    content: Integers
    stance: int


@dataclass(frozen=True, slots=True)
class Targets:
    """One document for training; rows of `tags` are `ROLES`, bits of `entities` are the `ENTITY_TAGS` left possible.

    `unmarked` says that teachers alone speak of it.
    """

    pieces: Pieces
    tags: Integers
    entities: Integers
    links: tuple[Link, ...]
    events: EventTargets
    unmarked: bool = False


def targets_of(example: Example, tokenizer: Tokenizer, *, text: str | None = None, annotator: int = 0) -> Targets:
    """The numbers of an example; `text` may be a variant of the same length, `annotator` tells whose marks to take."""
    pieces = cut(text if text is not None else example.text, example.paragraphs(), tokenizer)
    marks = example.alternatives[annotator - 1] if annotator else example.attributions
    return Targets(
        pieces=pieces,
        tags=_tags(pieces, marks, whole=example.whole),
        entities=_entities(pieces, example),
        links=tuple(link for mark in marks if (link := _link(pieces, mark)) is not None),
        events=event_targets(pieces, example),
        unmarked=example.unmarked,
    )


def _tags(pieces: Pieces, marks: Sequence[Marked], *, whole: bool) -> Integers:
    tags = np.full((len(ROLES), len(pieces.start)), OUTSIDE if whole else NOT_SAID, dtype=np.int64)
    if not whole:
        return tags
    # The longest first, so that what stands inside another's content keeps its own beginning.
    for mark in sorted(marks, key=lambda m: -sum(end - start for start, end in m.content)):
        for row, spans in enumerate((mark.cue, mark.source, mark.content)):
            for span in spans:
                words = words_of(pieces, (span,))
                if len(words):
                    tags[row, words] = INSIDE
                    tags[row, words[0]] = BEGIN
    return tags


def _link(pieces: Pieces, mark: Marked) -> Link | None:
    cue = words_of(pieces, mark.cue)
    if not len(cue):
        return None
    stance = STANCES.index(mark.stance) if mark.stance else NOT_SAID
    return Link(int(cue[0]), words_of(pieces, mark.source), words_of(pieces, mark.content), stance)


def _entities(pieces: Pieces, example: Example) -> NDArray[np.int64]:
    """For each word the tags that the corpus leaves possible, as bits; all bits where it says nothing."""
    if example.hidden is None:
        return np.full(len(pieces.start), ANYTHING, dtype=np.int64)
    unmarked = 1 | sum(_bits(kind) for kind in example.hidden)
    masks = np.full(len(pieces.start), unmarked, dtype=np.int64)
    for entity in example.entities:
        words = words_of(pieces, ((entity.start, entity.end),))
        if len(words):
            first, later = _entity_masks(entity) if entity.types else (ANYTHING, ANYTHING)
            masks[words] = later
            masks[words[0]] = first
    return masks


def _bits(kind: str) -> int:
    place = 1 + 2 * ENTITIES.index(kind)
    return (1 << place) | (1 << (place + 1))


def _entity_masks(entity: Entity) -> tuple[int, int]:
    places = [1 + 2 * ENTITIES.index(kind) for kind in entity.types]
    return sum(1 << place for place in places), sum(1 << (place + 1) for place in places)
