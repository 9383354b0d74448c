"""Where reports, readings, judgements and the ledger are kept."""

from pathlib import Path

from rashomon.store.protocol import Check, Fault, Store
from rashomon.store.sql import SqlStore
from rashomon.store.sqlite import SqliteFile

__all__ = ["Check", "Fault", "SqliteStore", "Store", "open_store"]


class SqliteStore(SqlStore):
    """A store in one SQLite file."""

    def __init__(self, path: Path, *, must_exist: bool = False, read_only: bool = False) -> None:
        super().__init__(SqliteFile(path, must_exist=must_exist, read_only=read_only))


def open_store(path: Path, *, must_exist: bool = False, read_only: bool = False) -> SqliteStore:
    """Open the workspace at `path`, making it where there is none or an empty file.

    Only one process may have it open for writing; any number may read it (`read_only`). Raises a kind of
    `WorkspaceUnusable`, of which `WorkspaceMissing` tells that there is none though `must_exist` or `read_only` ask
    for one; a file that is refused is left as it is.
    """
    return SqliteStore(path, must_exist=must_exist, read_only=read_only)
