"""How far a word stands from a cue, in buckets that grow with the distance."""

import numpy as np

from rashomon.read.neural.labels import BUCKETS, EXACT, FARTHEST
from rashomon.read.neural.pieces import Integers


def bucket_of(distance: Integers) -> Integers:
    """The bucket, 0 to 2 * BUCKETS - 1, of signed distances in words; 0 is far to the left, the middle is the cue."""
    size = np.abs(distance)
    scale = (BUCKETS - EXACT - 1) / np.log(FARTHEST / EXACT)
    wide = EXACT + (np.log(np.maximum(size, EXACT) / EXACT) * scale).astype(np.int64)
    bucket = np.minimum(np.where(size < EXACT, size, wide), BUCKETS - 1)
    return np.where(distance < 0, BUCKETS - 1 - bucket, BUCKETS + bucket)
