"""What the encoder says of the words of one document, before anything is decided."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from rashomon.read.neural.labels import (
    ANCHORED,
    EVENT_CLASSES,
    EVENT_LINK_SIZE,
    EVENT_ROLES,
    LINK_SIZE,
    LINKED,
    ROLES,
    STANCES,
    TAGS,
)
from rashomon.read.neural.pieces import Integers, Pieces
from rashomon.read.neural.windows import Window

Floats: TypeAlias = NDArray[np.float32]
OUTPUTS = ("tags", "links", "stance", "events", "roles", "classes")
"""The outputs of the exported graph, in the order in which `Scores` wants them."""


@dataclass(frozen=True, slots=True)
class View:
    """What one window says of how its words hang together: `links` and `roles` have a row for each of the words
    `[start, end)`; the former lead words to cues, the latter to triggers and figures.

    Queries and keys know where in their window they stand, so only those of one window can be held against each other.
    """

    start: int
    end: int
    links: Floats
    roles: Floats

    def linked(self, role: str) -> tuple[Floats, Floats, Floats]:
        """Queries, keys and suitability of a linked role."""
        return _parts(self.links, LINKED.index(role), LINK_SIZE)

    def filling(self, role: str) -> tuple[Floats, Floats, Floats]:
        """Queries, keys and suitability of a role in incidents."""
        return _parts(self.roles, EVENT_ROLES.index(role), EVENT_LINK_SIZE)


@dataclass(frozen=True, slots=True)
class Scores:
    """Log-odds by word, not normalised; each word is spoken for by one window, whose number `owner` tells.

    `tags`, `stance`, `events` and `classes` have one row a word of `pieces`: `tags` holds three numbers a role and then
    one an entity tag, `events` three a trigger, three a figure and then one a filler's tag.
    """

    pieces: Pieces
    tags: Floats
    stance: Floats
    views: tuple[View, ...]
    owner: Integers
    events: Floats
    classes: Floats

    def role(self, name: str) -> Floats:
        """The three numbers of a role for each word, as probabilities."""
        place = ROLES.index(name) * len(TAGS)
        return softmax(self.tags[:, place : place + len(TAGS)])

    def odds(self, name: str) -> Floats:
        """The log-odds of each word that it belongs to a role at all."""
        place = ROLES.index(name) * len(TAGS)
        return np.logaddexp(self.tags[:, place + 1], self.tags[:, place + 2]) - self.tags[:, place]

    def entities(self) -> Floats:
        """The numbers of the entity tags for each word."""
        return self.tags[:, len(ROLES) * len(TAGS) :]

    def stances(self) -> tuple[Floats, Floats]:
        """What a word as a cue says of each stance, and what it adds as a word of the content."""
        return self.stance[:, : len(STANCES)], self.stance[:, len(STANCES) :]

    def anchors(self, name: str) -> Floats:
        """The probability of each word that it is outside, first or later in a trigger or a figure."""
        place = ANCHORED.index(name) * len(TAGS)
        return softmax(self.events[:, place : place + len(TAGS)])

    def fillers(self) -> Floats:
        """The probabilities of the tags of fillers for each word."""
        return softmax(self.events[:, len(ANCHORED) * len(TAGS) :])

    def told(self, name: str, word: int) -> Floats:
        """The probabilities of one of `EVENT_CLASSES` for the first word of a trigger or a figure."""
        start = sum(len(EVENT_CLASSES[other]) for other in takewhile(name.__ne__, EVENT_CLASSES))
        return softmax(self.classes[word, start : start + len(EVENT_CLASSES[name])])


def _parts(numbers: Floats, place: int, width: int) -> tuple[Floats, Floats, Floats]:
    """Queries, keys and suitability that stand beside one another."""
    size = 2 * width + 1
    part = numbers[:, place * size : (place + 1) * size]
    return part[:, :width], part[:, width : 2 * width], part[:, -1]


def joined(pieces: Pieces, windows: Sequence[Window], parts: Sequence[Mapping[str, Floats]]) -> Scores:
    """The scores of a document from those of its windows."""
    nothing = np.zeros((0, 0), dtype=np.float32)
    if not parts:
        return Scores(pieces, nothing, nothing, (), np.zeros(0, dtype=np.int64), nothing, nothing)
    found: dict[str, list[Floats]] = {"tags": [], "stance": [], "events": [], "classes": []}
    views, owner = [], np.zeros(len(pieces.first), dtype=np.int64)
    for number, (window, part) in enumerate(zip(windows, parts, strict=True)):
        first, last = np.searchsorted(pieces.first, (window.own_start, window.own_end))
        owner[first:last] = number
        for name, some in found.items():
            some.append(part[name][pieces.first[first:last] - window.start + 1])
        start, end = np.searchsorted(pieces.first, (window.start, window.end)).tolist()
        seen = pieces.first[start:end] - window.start + 1
        views.append(View(start, end, part["links"][seen], part["roles"][seen]))
    rows = {name: np.concatenate(some) for name, some in found.items()}
    return Scores(pieces, rows["tags"], rows["stance"], tuple(views), owner, rows["events"], rows["classes"])


def softmax(values: Floats) -> Floats:
    """Probabilities along the last axis."""
    raised = np.exp(values - values.max(-1, keepdims=True))
    return np.asarray(raised / raised.sum(-1, keepdims=True), dtype=np.float32)
