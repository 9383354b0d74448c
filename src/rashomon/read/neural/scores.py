"""What the encoder says of the words of one document, before anything is decided."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from rashomon.read.neural.labels import LINK_SIZE, LINKED, ROLES, STANCES, TAGS
from rashomon.read.neural.pieces import Integers, Pieces
from rashomon.read.neural.windows import Window

Floats: TypeAlias = NDArray[np.float32]
OUTPUTS = ("tags", "links", "stance")
"""The outputs of the exported graph, in the order in which `Scores` wants them."""


@dataclass(frozen=True, slots=True)
class View:
    """What one window says of how its words hang together: `links` has a row for each of the words `[start, end)`.

    Queries and keys know where in their window they stand, so only those of one window can be held against each other.
    """

    start: int
    end: int
    links: Floats

    def linked(self, role: str) -> tuple[Floats, Floats, Floats]:
        """Queries, keys and suitability of a linked role."""
        size = 2 * LINK_SIZE + 1
        place = LINKED.index(role) * size
        part = self.links[:, place : place + size]
        return part[:, :LINK_SIZE], part[:, LINK_SIZE : 2 * LINK_SIZE], part[:, -1]


@dataclass(frozen=True, slots=True)
class Scores:
    """Log-odds by word, not normalised; each word is spoken for by one window, whose number `owner` tells.

    `tags` and `stance` have one row a word of `pieces`: `tags` holds three numbers a role and then one an entity tag.
    """

    pieces: Pieces
    tags: Floats
    stance: Floats
    views: tuple[View, ...]
    owner: Integers

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


def joined(pieces: Pieces, windows: Sequence[Window], parts: Sequence[Mapping[str, Floats]]) -> Scores:
    """The scores of a document from those of its windows."""
    nothing = np.zeros((0, 0), dtype=np.float32)
    if not parts:
        return Scores(pieces, nothing, nothing, (), np.zeros(0, dtype=np.int64))
    found: dict[str, list[Floats]] = {"tags": [], "stance": []}
    views, owner = [], np.zeros(len(pieces.first), dtype=np.int64)
    for number, (window, part) in enumerate(zip(windows, parts, strict=True)):
        first, last = np.searchsorted(pieces.first, (window.own_start, window.own_end))
        owner[first:last] = number
        for name, some in found.items():
            some.append(part[name][pieces.first[first:last] - window.start + 1])
        start, end = np.searchsorted(pieces.first, (window.start, window.end)).tolist()
        views.append(View(start, end, part["links"][pieces.first[start:end] - window.start + 1]))
    return Scores(pieces, np.concatenate(found["tags"]), np.concatenate(found["stance"]), tuple(views), owner)


def softmax(values: Floats) -> Floats:
    """Probabilities along the last axis."""
    raised = np.exp(values - values.max(-1, keepdims=True))
    return np.asarray(raised / raised.sum(-1, keepdims=True), dtype=np.float32)
