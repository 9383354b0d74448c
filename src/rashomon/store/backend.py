"""What differs between databases: opening, locking, guarding rows that stay for ever, and naming failures."""

from contextlib import AbstractContextManager
from typing import Protocol

from sqlalchemy import Connection


class Backend(Protocol):
    """One database behind a store; the queries never ask which."""

    @property
    def name(self) -> str:
        """What users call the workspace: its path or address."""

    def connect(self) -> Connection:
        """A connection to a workspace that is there, is ours and is of this version."""

    def guarded(self) -> AbstractContextManager[None]:
        """Raises the database's errors inside as kinds of `WorkspaceUnusable`, each with the next step."""

    def check(self, connection: Connection) -> list[str]:
        """What the database itself finds broken, one sentence each; empty where all is well."""

    def release(self) -> None:
        """Give up the connection's lock and files."""
