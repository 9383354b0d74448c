"""Pairs of reports that may share text: by MinHash bands for whole texts, by rare shingles for extracts."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from rashomon.link.prose import Hashes
from rashomon.link.signatures import Print

COMMON = 40
"""A shingle or band that stands in more reports than this is compared with its first report alone, not all with all."""
LEAST_SHARED = 2
"""Looked-up shingles that two reports must share."""
LEAST_SHARE = 0.05
"""Share of the shorter report's looked-up shingles that must be among them."""
Pair = tuple[int, int]
Numbers = NDArray[np.int64]


def candidates(prints: Sequence[Print | None]) -> list[Pair]:
    """Positions of texts that may share a passage, the smaller first; `prints` are those of the texts, oldest first."""
    held = [(n, one) for n, one in enumerate(prints) if one is not None]
    if len(held) < 2:
        return []
    pairs = {*_alike(np.stack([one.bands for _, one in held])), *_sharing([one.sampled for _, one in held])}
    return sorted((held[left][0], held[right][0]) for left, right in pairs)


def _alike(signed: Hashes) -> Iterator[Pair]:
    """Texts that agree in a whole band of their signatures; one row a text."""
    owners = np.arange(len(signed), dtype=np.int64)
    for column in signed.T:
        left, right = _within_runs(column, owners)
        yield from zip(left.tolist(), right.tolist(), strict=True)


def _sharing(sampled: Sequence[Hashes]) -> Iterator[Pair]:
    """Texts that share enough of the shingles that are looked up."""
    sizes = np.array([len(held) for held in sampled], np.int64)
    owners = np.repeat(np.arange(len(sampled), dtype=np.int64), sizes)
    left, right = _within_runs(np.concatenate(sampled), owners)
    codes, counts = np.unique(left * len(sampled) + right, return_counts=True)
    left, right = codes // len(sampled), codes % len(sampled)
    enough = (counts >= LEAST_SHARED) & (counts >= LEAST_SHARE * np.minimum(sizes[left], sizes[right]))
    yield from zip(left[enough].tolist(), right[enough].tolist(), strict=True)


def _within_runs(keys: Hashes, owners: Numbers) -> tuple[Numbers, Numbers]:
    """All pairs of owners of one key; where it has more than `COMMON`, each with the first. Owners come in order."""
    order = np.argsort(keys, kind="stable")
    keys, owners = keys[order], owners[order]
    starts = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1]))) if len(keys) else np.empty(0, np.int64)
    sizes = np.diff(np.append(starts, len(keys)))
    lefts, rights = [np.empty(0, np.int64)], [np.empty(0, np.int64)]
    for size in np.unique(sizes[sizes > 1]).tolist():
        runs = owners[starts[sizes == size][:, None] + np.arange(size)]
        one, other = np.triu_indices(size, 1) if size <= COMMON else (np.zeros(size - 1, np.int64), np.arange(1, size))
        lefts.append(runs[:, one].ravel())
        rights.append(runs[:, other].ravel())
    return np.concatenate(lefts), np.concatenate(rights)
