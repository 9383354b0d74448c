"""Vectors of texts, each computed once and kept as 384 small integers."""

from collections.abc import Sequence
from hashlib import sha256
from typing import Final, Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

from rashomon.vectors.memory import Memory, OnShelf, Rows

Matrix: TypeAlias = NDArray[np.float32]
WIDTH: Final = 384
STEP: Final = np.float32(1 / 400)
"""What one unit of a kept number is worth; numbers of a unit vector beyond 127 units are next to unheard of, and cut."""
DECIMALS: Final = 3
"""Of a likeness: what lies below differs from processor to processor."""


class Encodes(Protocol):
    """Turns one text into one vector of length one."""

    def vector(self, text: str) -> NDArray[np.float32]:
        """The vector of a text, of shape (`WIDTH`,)."""


class Vectors:
    """The vectors of texts; `version` names the encoder that made them."""

    def __init__(self, encoder: Encodes, version: str, memory: Memory) -> None:
        self._encoder = encoder
        self._memory = memory
        self.version = version

    def kept_on(self, shelf: Rows) -> "Vectors":
        """The same vectors, remembered on a shelf too."""
        return Vectors(self._encoder, self.version, OnShelf(shelf, self.version, self._memory))

    def of(self, texts: Sequence[str]) -> Matrix:
        """The vectors of texts, of shape (texts, `WIDTH`), each of length one; what is not remembered is computed."""
        keys = [self._key(text) for text in texts]
        known = dict(self._memory.recall(dict.fromkeys(keys)))
        missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
        if missing:
            made = {key: _packed(self._encoder.vector(text)) for key, text in missing.items()}
            self._memory.remember(made)
            known |= made
        if not keys:
            return np.zeros((0, WIDTH), dtype=np.float32)
        return np.stack([_unpacked(known[key]) for key in keys])

    def likeness(self, one: str, other: str) -> float:
        """How near two texts are in meaning: the cosine of their vectors, -1 to 1 (unrelated ones lie near 0)."""
        first, second = self.of((one, other))
        return likeness(first, second)

    def _key(self, text: str) -> str:
        return sha256(f"{self.version}\n{text}".encode("utf-8", "surrogatepass")).hexdigest()[:32]


def likeness(one: NDArray[np.float32], other: NDArray[np.float32]) -> float:
    """The cosine of two vectors of length one, to three decimals."""
    return round(float(np.dot(one, other)), DECIMALS)


def likenesses(ones: Matrix, others: Matrix) -> Matrix:
    """The cosines of vectors with vectors, of shape (ones, others), to three decimals."""
    found: Matrix = np.round(ones @ others.T, DECIMALS)
    return found


def _packed(vector: NDArray[np.float32]) -> bytes:
    small: NDArray[np.int8] = np.clip(np.rint(vector / STEP), -127, 127).astype(np.int8)
    return small.tobytes()


def _unpacked(value: bytes) -> NDArray[np.float32]:
    vector = np.frombuffer(value, dtype=np.int8).astype(np.float32)
    length = np.float32(np.linalg.norm(vector))
    found: NDArray[np.float32] = vector / length if length else vector
    return found
