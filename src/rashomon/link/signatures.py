"""MinHash signatures: what two reports have in common, told by a few dozen numbers each (Broder 1997)."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rashomon.link.prose import MIXER, MULTIPLIER, Hashes, Words, shingles

Signature = NDArray[np.uint64]

SHINGLE = 5
"""Words in a shingle: long enough that two writers rarely share one by chance, short enough to survive light edits."""
ROWS = 3
"""Numbers that must agree in a band; with `BANDS` it finds texts that share half of their shingles, 19 times in 20."""
BANDS = 24
SAMPLED = np.uint64(3)
"""Of the shingles, those whose hash has none of these bits are looked up: one in four, the same ones in every report."""
SHORTEST = 12
"""Reports with fewer shingles than this are too short to tell."""


def _seeds() -> tuple[Hashes, Hashes]:
    count = np.arange(1, ROWS * BANDS + 1, dtype=np.uint64)
    return (count * MULTIPLIER) | np.uint64(1), count * MIXER


FACTORS, OFFSETS = _seeds()


def signature(found: Hashes) -> Signature:
    """The least value of the shingles under each of `ROWS * BANDS` orders; found must not be empty."""
    ordered: Signature = FACTORS[:, None] * found + OFFSETS[:, None]
    return np.asarray(ordered.min(axis=1))


def bands(signed: Signature) -> Signature:
    """One number for each band of a signature, or of several stacked: equal where all rows of the band are."""
    rows = signed.reshape(*signed.shape[:-1], BANDS, ROWS)
    mixed = rows[..., 0]
    for n in range(1, ROWS):
        mixed = (mixed * MULTIPLIER) ^ rows[..., n]
    return mixed


@dataclass(frozen=True, slots=True, kw_only=True)
class Print:
    """What of a text is kept to find others that share some of it: its bands, and the shingles that are looked up."""

    bands: Hashes
    sampled: Hashes


def print_of(words: Words) -> Print | None:
    """The print of a text by the hashes of its words; None where it is too short to tell."""
    held = five_words(words)
    if len(held) < SHORTEST:
        return None
    return Print(bands=bands(signature(held)), sampled=held[(held & SAMPLED) == 0])


def likeness(one: Signature, other: Signature) -> float:
    """The estimated share of shingles that two texts have in common, of all that either has (Jaccard)."""
    return float((one == other).mean())


def five_words(words: Words) -> Hashes:
    """The different shingles of a text, sorted."""
    return np.unique(shingles(words, SHINGLE))
