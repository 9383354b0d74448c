"""What the encoder says of the words of one document, before anything is decided."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from rashomon.read.neural.labels import LINK_SIZE, LINKED, ROLES, STANCES, TAGS
from rashomon.read.neural.pieces import Pieces
from rashomon.read.neural.windows import Window

Floats: TypeAlias = NDArray[np.float32]
OUTPUTS = ("tags", "links", "stance")
"""The outputs of the exported graph, in the order in which `Scores` wants them."""


@dataclass(frozen=True, slots=True)
class Scores:
    """Log-odds by word, not normalised: each array has one row a word of `pieces`.

    `tags` holds three numbers a role and then one an entity tag; `links` and `stance` are as the heads give them.
    """

    pieces: Pieces
    tags: Floats
    links: Floats
    stance: Floats

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

    def linked(self, role: str) -> tuple[Floats, Floats, Floats]:
        """Queries, keys and suitability of a linked role."""
        size = 2 * LINK_SIZE + 1
        place = LINKED.index(role) * size
        part = self.links[:, place : place + size]
        return part[:, :LINK_SIZE], part[:, LINK_SIZE : 2 * LINK_SIZE], part[:, -1]

    def stances(self) -> tuple[Floats, Floats]:
        """What a word as a cue says of each stance, and what it adds as a word of the content."""
        return self.stance[:, : len(STANCES)], self.stance[:, len(STANCES) :]


def joined(pieces: Pieces, windows: Sequence[Window], parts: Sequence[Mapping[str, Floats]]) -> Scores:
    """The scores of a document from those of its windows; each word is spoken for by the window that owns its piece."""
    if not parts:
        return Scores(pieces, *(np.zeros((0, 0), dtype=np.float32) for _ in OUTPUTS))
    found: dict[str, list[Floats]] = {name: [] for name in OUTPUTS}
    for window, part in zip(windows, parts, strict=True):
        first, last = np.searchsorted(pieces.first, (window.own_start, window.own_end))
        rows = pieces.first[first:last] - window.start + 1
        for name in OUTPUTS:
            found[name].append(part[name][rows])
    return Scores(pieces, *(np.concatenate(found[name]) for name in OUTPUTS))


def softmax(values: Floats) -> Floats:
    """Probabilities along the last axis."""
    raised = np.exp(values - values.max(-1, keepdims=True))
    return np.asarray(raised / raised.sum(-1, keepdims=True), dtype=np.float32)
