"""Words that stretches of a text cover, and what a target says of a word."""

import numpy as np

from rashomon.read.neural.pieces import Integers, Pieces
from training.example import Pairs

NOT_SAID = -100
"""A target that says nothing; the losses leave it out."""
OUTSIDE, BEGIN, INSIDE = range(3)


def words_of(pieces: Pieces, spans: Pairs) -> Integers:
    """The words that begin inside any of the spans, or are begun before and end inside."""
    found = [
        np.arange(np.searchsorted(pieces.end, start, side="right"), np.searchsorted(pieces.start, end, side="left"))
        for start, end in spans
    ]
    return np.unique(np.concatenate(found)) if found else np.zeros(0, dtype=np.int64)
