"""What a stage keeps between runs: rows of bytes by kind and key, on a shelf that a store may provide.

All of it can be made again from the readings. A drawer holds the rows of one kind as values: those that were asked
for, and those that were changed, which `save` puts back. Without a shelf a drawer holds everything.
"""

import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Generic, Protocol, TypeVar

from rashomon.errors import WorkspaceDamaged

K = TypeVar("K", int, str)
V = TypeVar("V")


AT_ONCE = 10_000
"""Rows that are written down at once."""
DAMAGE = (WorkspaceDamaged, LookupError, TypeError, ValueError, zlib.error)
"""What rows raise that are not as they were kept, or not all there."""


class Shelf(Protocol):
    """Rows by kind and key; raises a kind of `RunStopped` for a row that is not as it was put there."""

    def kept(self, kind: str, keys: Iterable[str] | None = None) -> Mapping[str, bytes]:
        """The rows of a kind that are there, of some keys or of all."""

    def keep(self, kind: str, rows: Mapping[str, bytes]) -> None:
        """Put rows there, in place of what stood under their keys."""

    def forget(self, kind: str, keys: Iterable[str] | None = None) -> None:
        """Take the rows of a kind away, those of some keys or all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form(Generic[K, V]):
    """How the rows of one kind are written: their name, and between keys and values and what is kept."""

    kind: str
    key: Callable[[str], K]
    encode: Callable[[V], bytes]
    decode: Callable[[bytes], V]


@dataclass(slots=True)
class Drawer(Generic[K, V]):
    """The rows of one kind; where the shelf is `blank`, all of them are at hand from the start. `held` are those at hand; a value that is changed in place has to be marked as
    changed. With `most`, hardly more than so many values stay at hand, and the others as the rows that they are written
    as: that is for values that are never changed."""

    form: Form[K, V]
    shelf: Shelf | None = None
    blank: bool = False
    most: int | None = None
    held: dict[K, V] = field(default_factory=dict)
    pressed: dict[K, bytes] = field(default_factory=dict)
    changed: set[K] = field(default_factory=set)
    asked: set[K] = field(default_factory=set)

    @property
    def elsewhere(self) -> bool:
        """Whether there may be rows that are not at hand."""
        return self.shelf is not None and not self.blank

    def fetch(self, keys: Iterable[K]) -> None:
        """Have the rows of some keys at hand, those of them that there are."""
        if self.most is not None:
            wanted = [key for key in keys if key not in self.held]
            self._take({str(key): row for key in wanted if (row := self.pressed.get(key)) is not None})
            keys = wanted
        if not self.elsewhere:
            return
        absent = {key for key in keys if key not in self.held} - self.asked
        if absent and self.shelf is not None:
            self.asked |= absent
            self._take(self.shelf.kept(self.form.kind, sorted(map(str, absent))))

    def get(self, key: K) -> V | None:
        """The value of a key, or None where there is none."""
        if key not in self.held:
            self.fetch((key,))
        return self.held.get(key)

    def __getitem__(self, key: K) -> V:
        if key not in self.held:
            self.fetch((key,))
        return self.held[key]

    def __setitem__(self, key: K, value: V) -> None:
        self.held[key] = value
        if self.most is not None:
            self.pressed[key] = self.form.encode(value)
        if self.shelf is not None:
            self.changed.add(key)

    def drop(self, key: K) -> None:
        """Let a row go."""
        self.held.pop(key, None)
        if self.shelf is not None:
            self.changed.add(key)
            if not self.blank:
                self.asked.add(key)

    def trim(self) -> None:
        """Press all but those that came to hand last, where there are far too many."""
        if self.most is not None and len(self.held) > 2 * self.most:
            self.held = dict(islice(self.held.items(), len(self.held) - self.most, None))

    def mark(self, *keys: K) -> None:
        """Say that the values of some keys were changed in place."""
        if self.shelf is not None:
            self.changed.update(keys)

    def all(self) -> Iterator[V]:
        """Every value, in no order."""
        if self.shelf is not None and self.elsewhere:
            known = self.held.keys() | self.changed
            kept = self.shelf.kept(self.form.kind)
            self._take({key: row for key, row in kept.items() if self.form.key(key) not in known})
        return iter(self.held.values())

    def save(self) -> None:
        """Put on the shelf what was changed since it was put there last."""
        ordered = iter(sorted(self.changed) if self.shelf is not None else ())
        while self.shelf is not None and (some := list(islice(ordered, AT_ONCE))):
            rows = {key: row for key in some if (row := self._row(key)) is not None}
            self.shelf.keep(self.form.kind, {str(key): row for key, row in rows.items()})
            self.shelf.forget(self.form.kind, [str(key) for key in some if key not in rows])
        self.changed.clear()

    def _row(self, key: K) -> bytes | None:
        if self.most is not None:
            return self.pressed.get(key)
        return self.form.encode(self.held[key]) if key in self.held else None

    def _take(self, rows: Mapping[str, bytes]) -> None:
        self.held.update((self.form.key(key), self.form.decode(row)) for key, row in rows.items())
        if self.most is not None:
            self.pressed.update((self.form.key(key), row) for key, row in rows.items())
