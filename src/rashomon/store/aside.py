"""A shelf over one that can't be written to now: what is put there is laid aside, and put on the shelf later."""

from collections.abc import Callable, Iterable, Mapping

from rashomon.store.shelf import Shelf


class Aside:
    """Reads as if everything laid aside lay on the shelf already."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._laid: dict[str, dict[str, bytes | None]] = {}
        self._emptied: set[str] = set()
        self._done: list[Callable[[Shelf], None]] = []

    def kept(self, kind: str, keys: Iterable[str] | None = None) -> Mapping[str, bytes]:
        """The rows of a kind that are there, of some keys or of all."""
        laid = self._laid.get(kind, {})
        wanted = None if keys is None else set(keys)
        below = wanted if wanted is None else sorted(wanted - laid.keys())
        found: dict[str, bytes | None] = {} if kind in self._emptied else dict(self._shelf.kept(kind, below))
        found.update(laid if wanted is None else {key: laid[key] for key in wanted & laid.keys()})
        return {key: row for key, row in found.items() if row is not None}

    def keep(self, kind: str, rows: Mapping[str, bytes]) -> None:
        """Lay rows aside, in place of what stands under their keys."""
        self._laid.setdefault(kind, {}).update(rows)
        self._done.append(lambda shelf: shelf.keep(kind, rows))

    def forget(self, kind: str, keys: Iterable[str] | None = None) -> None:
        """Lay aside that rows of a kind are to be taken away, those of some keys or all."""
        gone = None if keys is None else tuple(keys)
        if gone is None:
            self._emptied.add(kind)
            self._laid.pop(kind, None)
        else:
            self._laid.setdefault(kind, {}).update(dict.fromkeys(gone))
        self._done.append(lambda shelf: shelf.forget(kind, gone))

    def pour(self, shelf: Shelf) -> None:
        """Do to a shelf all that was laid aside, in the same order."""
        for done in self._done:
            done(shelf)
