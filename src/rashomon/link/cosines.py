"""How near two sightings are in meaning and in telling words: cosines of packed vectors, and of sets of words."""

from functools import lru_cache
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from rashomon.codebook.rarity import load_rarity

SCALE = 127.0
DECIMALS = 3
MARKS = 4096
"""Bits that the words of a set are marked in."""
AT_HAND = 2**15
"""Vectors that stay unpacked, of 1.5 KB each: those of the reports of some weeks, which are compared with one another."""

Packed: TypeAlias = bytes
"""A vector as small integers up to `SCALE`: a sighting is kept, and a vector of floats would be most of it."""


def nearness(one: Packed, other: Packed) -> float | None:
    """How near two packed vectors are in meaning, -1 to 1; None where there are not two."""
    if not one or not other:
        return None
    return round(float(np.dot(_unpacked(one), _unpacked(other))), DECIMALS)


@lru_cache(maxsize=AT_HAND)
def _unpacked(packed: Packed) -> NDArray[np.float32]:
    vector = np.frombuffer(packed, dtype=np.int8).astype(np.float32)
    return vector / np.linalg.norm(vector)


def overlap(one: frozenset[str], other: frozenset[str], lengths: float) -> float | None:
    """The cosine of two sets of telling words, each weighing what it tells; None where one is empty.

    `lengths` is the product of their lengths (see `length`).
    """
    if not one or not other:
        return None
    shared = load_rarity().squared(one & other)
    return shared / lengths if shared else 0.0


def length(words: frozenset[str]) -> float:
    """The length of a set of telling words as a vector, each of them an axis."""
    return float(load_rarity().squared(words) ** 0.5) if words else 0.0


def marks(words: frozenset[str]) -> int:
    """A bit for each word, by its hash; where one is another's too, the words have fewer bits than they are."""
    bits = bytearray(MARKS // 8)
    for word in words:
        at = hash(word) % MARKS
        bits[at >> 3] |= 1 << (at & 7)
    return int.from_bytes(bits, "little")
