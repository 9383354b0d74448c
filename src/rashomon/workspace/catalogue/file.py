"""Opening the catalogue's file, lending connections to it, and letting it follow the workspace."""

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from queue import Empty, LifoQueue
from threading import Lock

from rashomon.store import Store
from rashomon.workspace.catalogue.fill import fill
from rashomon.workspace.catalogue.schema import TABLES, version

ENDING = "-catalogue"
WAIT_SECONDS = 60.0
"""How long to wait for another process that is bringing the same catalogue up to date."""


class Catalogue:
    """The file of one workspace; any number of threads may borrow connections from it.

    Where the folder of the workspace can't be written, it stands in a temporary folder and goes with this object.
    """

    def __init__(self, workspace: Path) -> None:
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._idle: LifoQueue[sqlite3.Connection] = LifoQueue()
        self._following = Lock()
        self._state = ""
        self._path = workspace.with_name(f"{workspace.name}{ENDING}")
        try:
            self._make()
        except sqlite3.Error:
            self._folder = tempfile.TemporaryDirectory(prefix="rashomon-")
            self._path = Path(self._folder.name) / "catalogue"
            self._make()

    @property
    def state(self) -> str:
        """The state of the workspace that the catalogue shows."""
        return self._state

    def follow(self, store: Store, *, wait: bool = False) -> str:
        """Bring the catalogue up to what the store holds now, and say which state it shows.

        While another thread is at it, the state before is shown, unless `wait` asks for the newest or there is none yet.
        """
        state = store.state()
        if state != self._state and self._following.acquire(blocking=wait or not self._state):
            try:
                self._fill(store, state)
            finally:
                self._following.release()
        return self._state

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection for a moment, in one transaction: all that is asked of it is of one state."""
        connection = self._borrow()
        try:
            connection.execute("BEGIN")
            yield connection
        finally:
            connection.rollback()
            self._idle.put(connection)

    def close(self) -> None:
        """Let the file go; closing twice is allowed."""
        with suppress(Empty):
            while True:
                self._idle.get_nowait().close()
        if self._folder is not None:
            self._folder.cleanup()

    def _fill(self, store: Store, state: str) -> None:
        connection = self._borrow()
        try:
            connection.execute("BEGIN IMMEDIATE")
            fill(connection, store, state)
            connection.commit()
            self._state = state
        except BaseException:
            connection.rollback()
            raise
        finally:
            self._idle.put(connection)

    def _borrow(self) -> sqlite3.Connection:
        try:
            return self._idle.get_nowait()
        except Empty:
            return self._connect()

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self._path, timeout=WAIT_SECONDS, isolation_level=None, check_same_thread=False)
        connection.row_factory = sqlite3.Row
        # It can be made again: a power cut may cost it, and waiting for the disk would cost every page.
        connection.execute("PRAGMA synchronous = OFF")
        return connection

    def _make(self) -> None:
        """The file with its tables; one of another version, or a broken one, is made anew."""
        connection = self._connect()
        try:
            if not self._is_current(connection):
                connection.close()
                for ending in ("", "-wal", "-shm"):
                    self._path.with_name(f"{self._path.name}{ending}").unlink(missing_ok=True)
                connection = self._connect()
                connection.execute("PRAGMA journal_mode = WAL")
                connection.executescript(f"BEGIN; {TABLES} COMMIT;")
                connection.execute("INSERT INTO meta VALUES ('version', ?)", (version(),))
            state = connection.execute("SELECT value FROM meta WHERE name = 'state'").fetchone()
            self._state = state[0] if state else ""
        except BaseException:
            connection.close()
            raise
        self._idle.put(connection)

    @staticmethod
    def _is_current(connection: sqlite3.Connection) -> bool:
        try:
            row = connection.execute("SELECT value FROM meta WHERE name = 'version'").fetchone()
        except sqlite3.DatabaseError:
            return False
        return row is not None and row[0] == version()
