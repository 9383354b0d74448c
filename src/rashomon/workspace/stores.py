"""Stores that are open for reading, lent to one thread at a time."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from queue import Empty, LifoQueue

from rashomon.store import Store, open_store


class Stores:
    """Opens a store for reading when none is idle; one that failed is not lent again.

    Raises `WorkspaceMissing` where there is no workspace.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._idle: LifoQueue[tuple[int, Store]] = LifoQueue()

    @contextmanager
    def reading(self) -> Iterator[Store]:
        """A store for a moment."""
        file, store = self._borrow()
        try:
            yield store
        except KeyError:  # what was asked for is not there: that says nothing about the store
            self._idle.put((file, store))
            raise
        except BaseException:
            store.close()
            raise
        self._idle.put((file, store))

    def close(self) -> None:
        """Let the workspace go; closing twice is allowed."""
        with suppress(Empty):
            while True:
                self._idle.get_nowait()[1].close()

    def _borrow(self) -> tuple[int, Store]:
        """An idle store of the file that stands there now: a workspace may be put in another's place."""
        with suppress(Empty):
            while True:
                file, store = self._idle.get_nowait()
                if file == self._file():
                    return file, store
                store.close()
        return self._file(), open_store(self._path, read_only=True)

    def _file(self) -> int:
        try:
            return self._path.stat().st_ino
        except OSError:
            return 0
