"""Opening the catalogue's file, lending connections to it, and letting it follow the workspace."""

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from queue import Empty, LifoQueue
from threading import Lock

from rashomon.errors import WorkspaceFull
from rashomon.store import Store
from rashomon.workspace.catalogue.fill import Listener, fill
from rashomon.workspace.catalogue.names import note, noted
from rashomon.workspace.catalogue.schema import TABLES, version

ENDING = "-catalogue"
EVERY_TABLE = "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
READING_KB, FILLING_KB = 4_000, 64_000
"""Memory for pages of the file that a connection may hold: rows come in no order of their keys while it is filled."""
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
        except (sqlite3.Error, OSError):
            self._folder = tempfile.TemporaryDirectory(prefix="rashomon-")
            self._path = Path(self._folder.name) / "catalogue"
            self._make()

    @property
    def state(self) -> str:
        """The state of the workspace that the catalogue shows."""
        return self._state

    def follow(self, store: Store, *, wait: bool = False, listen: Listener | None = None) -> str:
        """Bring the catalogue up to what the store holds now, and say which state it shows.

        While another thread is at it, the state before is shown, unless `wait` asks for the newest or there is none yet.
        """
        state = store.state()
        if state != self._state and self._following.acquire(blocking=wait or not self._state):
            try:
                self._fill(store, state, listen)
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

    def _fill(self, store: Store, state: str, listen: Listener | None) -> None:
        connection = self._borrow()
        connection.execute(f"PRAGMA cache_size = -{FILLING_KB}")
        try:
            connection.execute("BEGIN IMMEDIATE")
            fill(connection, store, state, listen or _silent)
            connection.commit()
            self._state = state
        except sqlite3.Error as error:
            raise WorkspaceFull(
                f"The catalogue {self._path} can't be written ({error}).", "Make room for it, or delete it."
            ) from error
        finally:
            connection.rollback()
            connection.execute(f"PRAGMA cache_size = -{READING_KB}")
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
        """The file with its tables; what stands there of another version, or broken, is made anew."""
        try:
            connection = self._prepared()
        except sqlite3.DatabaseError:
            for ending in ("", "-wal", "-shm"):
                self._path.with_name(f"{self._path.name}{ending}").unlink(missing_ok=True)
            connection = self._prepared()
        self._state = noted(connection, "state")
        self._idle.put(connection)

    def _prepared(self) -> sqlite3.Connection:
        """A connection to a file that has the tables of this version; of two programs at once, one makes them."""
        connection = self._connect()
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("BEGIN IMMEDIATE")
            tables = {row["name"]: row["sql"] or "" for row in connection.execute(EVERY_TABLE)}
            if "meta" not in tables or noted(connection, "version") != version():
                # Tables that belong to a full-text index go with it.
                for name in sorted(tables, key=lambda name: not tables[name].startswith("CREATE VIRTUAL")):
                    connection.execute(f'DROP TABLE IF EXISTS "{name}"')
                for statement in TABLES.split(";"):
                    connection.execute(statement)
                note(connection, "version", version())
            connection.commit()
        except BaseException:
            connection.close()
            raise
        return connection


def _silent(stage: str, done: int, total: int) -> None:
    """Nobody is told."""
