"""From scores to entities: the likeliest tag of each word, taken together to stretches."""

from dataclasses import dataclass

import numpy as np

from rashomon.read.neural.decode import Run
from rashomon.read.neural.scores import Scores, softmax


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundEntity:
    """A stretch of words with the place of its type in `ENTITIES`; `sure` is the mean probability of its tags."""

    run: Run
    type: int
    sure: float


def entities_of(scores: Scores) -> list[FoundEntity]:
    """The entities of a document in reading order.

    A word that goes on with a type that its neighbour does not have begins an entity of its own.
    """
    if not len(scores.pieces.start):
        return []
    chance = softmax(scores.entities())
    tag = chance.argmax(-1)
    kind, later = np.where(tag > 0, (tag - 1) // 2, -1), (tag > 0) & (tag % 2 == 0)
    same = np.concatenate(([False], (kind[1:] == kind[:-1]) & later[1:]))
    same[1:] &= scores.pieces.paragraph[1:] == scores.pieces.paragraph[:-1]
    starts = np.flatnonzero((kind >= 0) & ~same)
    stops = np.flatnonzero(~same)
    found = []
    for start in starts.tolist():
        after = np.searchsorted(stops, start, side="right")
        end = int(stops[after]) if after < len(stops) else len(kind)
        number = int(kind[start])
        # Both tags of a type count: whether a word begins or goes on is not what makes it sure.
        sure = chance[start:end, 1 + 2 * number : 3 + 2 * number].sum(-1).mean()
        found.append(FoundEntity(run=(start, end), type=number, sure=float(sure)))
    return found
