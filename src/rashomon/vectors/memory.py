"""What remembers the vectors of texts, so that none is computed twice."""

from collections.abc import Iterable, Mapping
from typing import Protocol

from rashomon.errors import WorkspaceDamaged

KIND = "vectors"
VERSION = "version"
"""The key under which a shelf has the version of the encoder that made its vectors; no vector's key is a word."""


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


class Rows(Protocol):
    """Rows by kind and key that outlive the process; raises `WorkspaceDamaged` for one that is not as it was put there."""

    def kept(self, kind: str, keys: Iterable[str] | None = None) -> Mapping[str, bytes]:
        """The rows of a kind that are there, of some keys or of all."""

    def keep(self, kind: str, rows: Mapping[str, bytes]) -> None:
        """Put rows there."""

    def forget(self, kind: str, keys: Iterable[str] | None = None) -> None:
        """Take the rows of a kind away."""


class OnShelf:
    """A memory that lasts as long as a shelf; what the encoder of another version left there is taken away."""

    def __init__(self, shelf: Rows, version: str, near: Memory) -> None:
        """`near` is asked first and remembers all that the shelf gives."""
        self._shelf = shelf
        self._version = version.encode("utf-8")
        self._near = near
        self._ours = False

    def recall(self, keys: Iterable[str]) -> Mapping[str, bytes]:
        """What is remembered of these keys."""
        wanted = list(keys)
        known = dict(self._near.recall(wanted))
        absent = [key for key in wanted if key not in known]
        if absent:
            try:
                found = self._shelf.kept(KIND, absent)
            except WorkspaceDamaged:
                self._shelf.forget(KIND)
                return known
            self._near.remember(found)
            known |= found
        return known

    def remember(self, values: Mapping[str, bytes]) -> None:
        """Keep these values."""
        if not self._ours and self._shelf.kept(KIND, (VERSION,)).get(VERSION) != self._version:
            self._shelf.forget(KIND)
            self._shelf.keep(KIND, {VERSION: self._version})
        self._ours = True
        self._shelf.keep(KIND, values)
        self._near.remember(values)
