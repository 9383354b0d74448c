"""Laying the ledger anew under judgements, in a thread of its own, while the last one goes on being shown."""

import logging
from collections.abc import Callable
from pathlib import Path
from threading import Condition, RLock, Thread
from time import monotonic

from rashomon.config import ReaderName
from rashomon.errors import RashomonError, WorkspaceLocked
from rashomon.store import Store, open_store
from rashomon.store.aside import Aside

LOG = logging.getLogger(__name__)
AGAIN_AFTER = 0.5
"""Seconds after which another run's lock is tried again."""
TRIES = 20


class Relaying:
    """At most one ledger is computed at a time; a judgement that comes meanwhile makes it be computed once more.

    `writing` is held by whoever writes to the workspace in this process. `follow` is told of the new ledger.
    """

    def __init__(self, path: Path, follow: Callable[[Store], object]) -> None:
        self._path = path
        self._follow = follow
        self.writing = RLock()
        self._changed = Condition()
        self._reader: ReaderName | None = None
        self._wanted = self._done = 0
        self._failed: RashomonError | None = None

    @property
    def busy(self) -> bool:
        """Whether a judgement is kept that the ledger does not show yet."""
        return self._wanted > self._done

    @property
    def reader(self) -> ReaderName | None:
        """Whose readings the ledger under way rests on."""
        return self._reader if self.busy else None

    def begin(self, reader: ReaderName, *, patience: float | None) -> None:
        """Have the ledger laid anew, and wait for it as long as `patience` says; None waits to the end."""
        with self._changed:
            if not self.busy:
                Thread(target=self._work, name="relaying", daemon=True).start()
            self._reader, self._failed = reader, None
            self._wanted += 1
            mine = self._wanted
            self._changed.wait_for(lambda: self._done >= mine, patience)
            if patience is None and self._failed is not None:
                raise self._failed

    def wait(self, patience: float | None = None) -> None:
        """Wait until the ledger shows every judgement."""
        end = None if patience is None else monotonic() + patience
        with self._changed:
            self._changed.wait_for(lambda: not self.busy, None if end is None else max(0.0, end - monotonic()))

    def _work(self) -> None:
        while True:
            with self._changed:
                mine, reader = self._wanted, self._reader or "neural"
            try:
                self._lay(reader)
            except RashomonError as error:  # the judgement is kept: the next run lays the ledger under it
                LOG.error("%s", error)
                self._failed = error
            except Exception as error:
                LOG.exception("The ledger could not be laid anew; the next run does it.")
                self._failed = RashomonError(f"The ledger could not be laid anew: {error}.", "Run `rashomon run`.")
            with self._changed:
                self._done = mine
                self._changed.notify_all()
                if not self.busy:
                    return

    def _lay(self, reader: ReaderName) -> None:
        from rashomon.pipeline import computed_ledger, current_key

        with open_store(self._path, read_only=True) as store, store.snapshot():
            key, aside = current_key(store, reader), Aside(store)
            ledger = computed_ledger(store, reader, shelf=aside)
        for tried in range(TRIES):
            try:
                with self.writing, open_store(self._path, must_exist=True) as store:
                    if current_key(store, reader) == key:
                        with store.writing():
                            aside.pour(store)
                        store.put_ledger(ledger, key)
                        self._follow(store)
                return
            except WorkspaceLocked:
                if tried + 1 == TRIES:
                    raise
            with self._changed:
                self._changed.wait(AGAIN_AFTER)
