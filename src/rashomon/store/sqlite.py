"""SQLite behind a store: how a workspace is opened, made, locked and guarded, and what its errors mean."""

import os
import sqlite3
import stat
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Engine, NullPool, Table, create_engine, event
from sqlalchemy.exc import DBAPIError

from rashomon.errors import (
    WorkspaceDamaged,
    WorkspaceFull,
    WorkspaceLocked,
    WorkspaceMissing,
    WorkspaceTooNew,
    WorkspaceUnusable,
)
from rashomon.store.lock import WriterLock
from rashomon.store.tables import ADDED, KEPT_FOR_EVER, SCHEMA_VERSION, derived, metadata

APPLICATION_ID = int.from_bytes(b"Rash")
"""Stands in the header of the file, so that another program's database is never taken for a workspace."""

WAIT_SECONDS = 2.0
"""How long to wait for another program that holds the file for a moment."""

CHECKED_BYTES = 256 * 1024 * 1024
"""A file up to this size is checked for broken pages before it is written to; a larger one by `verify` alone."""

OTHER_PLACE = "Name another workspace with --workspace."
WRITABLE = "Allow writing to it and to its folder, or name another workspace with --workspace."
RESTORE = "Restore it from a copy, or move it away and run again: reports are then read anew."


class SqliteFile:
    """The backend of a workspace that is one SQLite file.

    It is written ahead (WAL) with full synchronisation: what is committed survives a killed process and a power cut,
    and readers go on reading while one run writes.
    """

    def __init__(self, path: Path, *, must_exist: bool = False, read_only: bool = False) -> None:
        self._path = path
        self._read_only = read_only
        self._lock: WriterLock | None = None
        empty = self._is_empty()
        if empty and (must_exist or read_only):
            raise WorkspaceMissing(f"There is no workspace at {path}.", "Run `rashomon run INPUT` first.")
        if not empty:
            self._examine()

    @property
    def name(self) -> str:
        """The path, as it was given."""
        return str(self._path)

    def connect(self) -> Connection:
        """A connection to the workspace, which is made if need be; takes the writer's lock unless it is read only."""
        if not self._read_only:
            # SQLite would open it all the same, and fail at the first write.
            if self._path.exists() and not _writable(self._path):
                raise WorkspaceFull(f"The workspace {self._path} may not be written.", WRITABLE)
            self._lock = WriterLock(self._path)
        with ExitStack() as undo, self.guarded():
            undo.callback(self.release)
            connection = undo.enter_context(self._engine().connect())
            if not self._read_only:
                self._prepare(connection)
            undo.pop_all()
        return connection

    @contextmanager
    def guarded(self) -> Iterator[None]:
        """Raises SQLite's errors as kinds of `WorkspaceUnusable`."""
        try:
            yield
        except DBAPIError as error:
            raise self._failure(error.orig) from error
        except sqlite3.Error as error:
            raise self._failure(error) from error

    def check(self, connection: Connection) -> list[str]:
        """SQLite's own check of every page and index, and of rows that stand without their report."""
        try:
            found = connection.exec_driver_sql("PRAGMA integrity_check(20)").scalars().all()
            orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        except DBAPIError as error:
            return [f"SQLite: {error.orig}"]
        gone = [f"{table} has a row (number {row}) whose report is gone." for table, row, *_ in orphans[:20]]
        return [f"SQLite: {line}" for line in found if line != "ok"] + gone

    def release(self) -> None:
        """Let the next writer in."""
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def _is_empty(self) -> bool:
        """Whether a workspace can be made here: nothing stands at the path, or an empty file does."""
        try:
            status = self._path.stat()
        except FileNotFoundError:
            if not self._path.absolute().parent.is_dir():
                where = self._path.parent
                raise WorkspaceMissing(f"There is no folder {where} for a workspace.", "Make it first.") from None
            return True
        except OSError as error:
            raise WorkspaceUnusable(f"{self._path} can't be opened: {error.strerror}.", OTHER_PLACE) from error
        if not stat.S_ISREG(status.st_mode):
            kind = "a folder" if stat.S_ISDIR(status.st_mode) else "no ordinary file"
            raise WorkspaceDamaged(f"{self._path} is {kind}, not a workspace.", OTHER_PLACE)
        return status.st_size == 0

    def _examine(self) -> None:
        """Look at a file without changing a byte of it; raises unless it is a workspace of this version.

        SQLite reads it, not `open`: closing a file that is open twice would drop SQLite's locks on it.
        """
        with self.guarded():
            connection = sqlite3.connect(self._uri("look"), uri=True, timeout=WAIT_SECONDS)
            try:
                self._judge(connection)
            except sqlite3.OperationalError as error:
                # A run that was killed while it made or converted the file: SQLite mends that, but only when writing.
                if error.sqlite_errorcode != sqlite3.SQLITE_READONLY_ROLLBACK:
                    raise
                if self._read_only:
                    raise WorkspaceMissing(
                        f"The run that began the workspace {self._path} was stopped before it was made.",
                        "Run `rashomon run INPUT` first.",
                    ) from error
            finally:
                connection.close()

    def _judge(self, connection: sqlite3.Connection) -> None:
        pages, owner, version = (
            connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("page_count", "application_id", "user_version")
        )
        if not pages:
            raise WorkspaceDamaged(f"{self._path} is not a workspace.", OTHER_PLACE)
        if owner != APPLICATION_ID:
            raise WorkspaceDamaged(f"{self._path} is a database of another program, not a workspace.", OTHER_PLACE)
        if version > SCHEMA_VERSION:
            raise WorkspaceTooNew(
                f"A later version of Rashomon wrote {self._path} (workspace version {version}; this one reads up to "
                f"{SCHEMA_VERSION}).",
                "Update Rashomon, or name another workspace with --workspace.",
            )
        tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        later = {table.name for added, brought in ADDED.items() if added > version for table in brought}
        if missing := metadata.tables.keys() - tables - later:
            raise WorkspaceDamaged(f"The workspace {self._path} lacks {', '.join(sorted(missing))}.", RESTORE)

    def _uri(self, mode: str) -> str:
        """How SQLite is asked to open the file: "look" changes nothing at all, "read" mends what a killed run left.

        Where nobody is writing and nothing is to be mended (no file beside this one), looking needs no lock and leaves
        no files behind; and where the folder can't be written, nothing else would work.
        """
        uri = f"file:{quote(str(self._path.absolute()))}"
        if mode == "write":
            return f"{uri}?mode=rwc"
        alone = not any(self._path.with_name(f"{self._path.name}{ending}").exists() for ending in ("-wal", "-journal"))
        if mode == "read" and _writable(self._path.absolute().parent):
            return f"{uri}?mode=rw"
        return f"{uri}?mode=ro&immutable=1" if alone else f"{uri}?mode=ro"

    def _engine(self) -> Engine:
        mode = "read" if self._read_only else "write"

        def connect() -> sqlite3.Connection:
            # isolation_level None: transactions begin where SQLAlchemy says so, not where the driver guesses.
            connection = sqlite3.connect(
                self._uri(mode), uri=True, timeout=WAIT_SECONDS, isolation_level=None, check_same_thread=False
            )
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute(f"PRAGMA query_only = {int(self._read_only)}")
            return connection

        def begin(connection: Connection) -> None:
            # A writer says so at once: what it reads in a transaction is then still true when it writes.
            connection.exec_driver_sql("BEGIN" if self._read_only else "BEGIN IMMEDIATE")

        engine = create_engine("sqlite://", creator=connect, poolclass=NullPool)
        event.listen(engine, "begin", begin)
        return engine

    def _prepare(self, connection: Connection) -> None:
        """Make the tables in one transaction, so that a run killed here leaves an empty file, and write ahead."""
        with connection.begin():
            empty = not connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one()
            version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
            if empty or version < SCHEMA_VERSION:
                added = [table for number, brought in ADDED.items() if number > version for table in brought]
                metadata.create_all(connection, tables=None if empty else added)
                for statement in _guards(KEPT_FOR_EVER if empty else [t for t in added if t in KEPT_FOR_EVER]):
                    connection.exec_driver_sql(statement)
                connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
                connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")
            derived.create_all(connection)
        driver = connection.connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)
        self._judge(driver)
        if self._path.stat().st_size <= CHECKED_BYTES:
            found = driver.execute("PRAGMA quick_check(1)").fetchone()[0]
            if found != "ok":
                what = " ".join(found.removeprefix("*** in database main ***").split())
                raise WorkspaceDamaged(f"The workspace {self._path} is damaged: {what}.", RESTORE)
        driver.execute("PRAGMA journal_mode = WAL")

    def _failure(self, error: BaseException | None) -> WorkspaceUnusable:
        """What an error of SQLite means for users."""
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
        kind, what, next_step = FAILURES.get(code, (WorkspaceUnusable, "can't be used", OTHER_PLACE))
        return kind(f"The workspace {self._path} {what} (SQLite: {error}).", next_step)


FAILURES: dict[int, tuple[type[WorkspaceUnusable], str, str]] = {
    sqlite3.SQLITE_BUSY: (WorkspaceLocked, "is held by another program", "Close that program and run again."),
    sqlite3.SQLITE_LOCKED: (WorkspaceLocked, "is held by another program", "Close that program and run again."),
    sqlite3.SQLITE_FULL: (
        WorkspaceFull,
        "has no room to grow",
        "Free space on the disk and run again: what was stored stays.",
    ),
    sqlite3.SQLITE_IOERR: (WorkspaceFull, "can't be written or read", "Look at the disk's space and health."),
    sqlite3.SQLITE_READONLY: (WorkspaceFull, "may not be written", WRITABLE),
    sqlite3.SQLITE_PERM: (WorkspaceFull, "may not be written", WRITABLE),
    sqlite3.SQLITE_CANTOPEN: (WorkspaceUnusable, "can't be opened", "Allow reading it, and writing to its folder."),
    sqlite3.SQLITE_NOTADB: (WorkspaceDamaged, "is not a workspace", OTHER_PLACE),
    sqlite3.SQLITE_CORRUPT: (WorkspaceDamaged, "is damaged", RESTORE),
}


def _writable(path: Path) -> bool:
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def _guards(tables: Sequence[Table]) -> Iterator[str]:
    """Triggers by which the database itself refuses to change or remove what is kept for ever.

    The last of the three catches INSERT OR REPLACE, which removes a row without firing a DELETE trigger.
    """
    for table in tables:
        key = "id" if "id" in table.columns else "report"
        for verb in ("UPDATE", "DELETE"):
            yield (
                f"CREATE TRIGGER {table.name}_refuse_{verb.lower()} BEFORE {verb} ON {table.name} "
                f"BEGIN SELECT RAISE(ABORT, '{table.name} are kept for ever'); END"
            )
        yield (
            f"CREATE TRIGGER {table.name}_refuse_replace BEFORE INSERT ON {table.name} "
            f"WHEN EXISTS (SELECT 1 FROM {table.name} WHERE {key} = NEW.{key}) "
            f"BEGIN SELECT RAISE(ABORT, '{table.name} are kept for ever'); END"
        )
