"""From scores to entities: stretches first, then the likeliest type of each."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from rashomon.read.neural.decode import Run
from rashomon.read.neural.labels import BODIES, ENTITIES
from rashomon.read.neural.scores import Floats, Scores, softmax


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundEntity:
    """A stretch of words with the place of its type in `ENTITIES`; `sure` is the mean probability of its tags."""

    run: Run
    type: int
    sure: float


FAMILIES: Final = np.array(
    [min(map(ENTITIES.index, BODIES)) if kind in BODIES else n for n, kind in enumerate(ENTITIES)]
)
"""For each type the one that stands for its family: where a body begins and ends does not hang on its kind."""

FIRST_OF_FAMILY: Final = np.unique(FAMILIES)
"""Where each family begins: its types stand side by side."""


def entities_of(scores: Scores) -> list[FoundEntity]:
    """The entities of a document in reading order.

    A word that goes on with a family that its neighbour does not have begins an entity of its own.
    """
    if not len(scores.pieces.start):
        return []
    chance = softmax(scores.entities())
    family, later = _families(chance)
    same = np.concatenate(([False], (family[1:] == family[:-1]) & later[1:]))
    same[1:] &= scores.pieces.paragraph[1:] == scores.pieces.paragraph[:-1]
    starts = np.flatnonzero((family >= 0) & ~same)
    stops = np.append(np.flatnonzero(~same), len(same))
    found = []
    for start in starts.tolist():
        end = int(stops[np.searchsorted(stops, start, side="right")])
        # Both tags of a type count: whether a word begins or goes on is not what makes it sure.
        by_type = chance[start:end, 1:].reshape(end - start, len(ENTITIES), 2).sum(-1).mean(0)
        inside = FAMILIES == family[start]
        number = int(np.flatnonzero(inside)[by_type[inside].argmax()])
        found.append(FoundEntity(run=(start, end), type=number, sure=float(by_type[inside].sum())))
    return found


def _families(chance: Floats) -> tuple[np.ndarray, np.ndarray]:
    """For each word its likeliest family, -1 outside entities, and whether it goes on rather than begins."""
    by_type = chance[:, 1:].reshape(len(chance), len(ENTITIES), 2)
    by_family = np.add.reduceat(by_type, FIRST_OF_FAMILY, axis=1)
    best = by_family.reshape(len(chance), -1).argmax(-1)
    outside = chance[:, 0] > by_family.reshape(len(chance), -1).max(-1)
    return np.where(outside, -1, FIRST_OF_FAMILY[best // 2]), best % 2 == 1
