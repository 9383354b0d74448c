"""What remembers the vectors of texts, so that none is computed twice."""

from collections.abc import Iterable, Mapping
from typing import Protocol


class Memory(Protocol):
    """Keeps small packed values by key; it may forget, for whatever it holds can be computed again."""

    def recall(self, keys: Iterable[str]) -> Mapping[str, bytes]:
        """What is remembered of these keys."""

    def remember(self, values: Mapping[str, bytes]) -> None:
        """Keep these values."""


class InMemory:
    """A memory that lasts as long as the object."""

    def __init__(self) -> None:
        self._values: dict[str, bytes] = {}

    def recall(self, keys: Iterable[str]) -> Mapping[str, bytes]:
        """What is remembered of these keys."""
        return {key: self._values[key] for key in keys if key in self._values}

    def remember(self, values: Mapping[str, bytes]) -> None:
        """Keep these values."""
        self._values.update(values)
