"""One connection and its transactions: reading in pages, writing one by one or in batches."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, inspect

from rashomon.store.backend import Backend

PAGE = 16
"""Rows in memory at once while a table is gone through: one report may have two million characters."""


class Session:
    """The connection of a store; its only state is the open batch."""

    def __init__(self, backend: Backend) -> None:
        self._backend = backend
        self.connection: Connection = backend.connect()
        self._batch: int | None = None
        self._written = 0
        self._known: set[str] = set()

    def rows(self, query: Select[Any]) -> Sequence[Any]:
        """All rows of a query at once; it sees what an open batch has written."""
        with self._backend.guarded():
            if self.connection.in_transaction():
                return self.connection.execute(query).all()
            with self.connection.begin():
                return self.connection.execute(query).all()

    def has(self, table: Table) -> bool:
        """Whether a table is there: a workspace of an earlier version may lack one of those that can be made again."""
        if table.name not in self._known:
            with self._backend.guarded():
                begun = self.connection.in_transaction()
                if inspect(self.connection).has_table(table.name):
                    self._known.add(table.name)
                if not begun:
                    self.connection.rollback()
        return table.name in self._known

    def paged(self, query: Select[Any], key: ColumnElement[Any]) -> Iterator[Any]:
        """The rows of a query in the order of `key`, its first column and unique, a page in memory at a time.

        No transaction stays open between pages, so that rows may be written while others are gone through.
        """
        page = query.order_by(key).limit(PAGE)
        rows = self.rows(page)
        while rows:
            yield from rows
            rows = self.rows(page.where(key > rows[-1][0])) if len(rows) == PAGE else ()

    @contextmanager
    def writes(self) -> Iterator[Connection]:
        """What is written inside is kept together or not at all, and committed unless a batch is open.

        A failure takes what the batch has not committed with it: the database may have undone that already.
        """
        with self._backend.guarded():
            if not self.connection.in_transaction():
                self.connection.begin()
            try:
                yield self.connection
            except BaseException:
                self.connection.rollback()
                raise
            self._written += 1
            if self._batch is None or self._written >= self._batch:
                self.commit()

    @contextmanager
    def batch(self, every: int) -> Iterator[None]:
        """Commit after `every` writes and at the end, even where an exception ends it; batches don't nest."""
        if self._batch is not None:
            yield
            return
        self._batch = every
        try:
            yield
        finally:
            self._batch = None
            self.commit()

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """All that is read inside is of one moment, whatever others write meanwhile."""
        with self._backend.guarded():
            begun = self.connection.in_transaction()
            if not begun:
                self.connection.begin()
        try:
            yield
        finally:
            if not begun:
                with self._backend.guarded():
                    self.connection.rollback()

    def commit(self) -> None:
        """Make what was written stay."""
        self._written = 0
        with self._backend.guarded():
            try:
                self.connection.commit()
            except BaseException:
                # A full disk may show only now.
                self.connection.rollback()
                raise

    def faults(self) -> list[str]:
        """What the database itself finds broken."""
        with self._backend.guarded():
            begun = self.connection.in_transaction()
            try:
                return self._backend.check(self.connection)
            finally:
                # Not a commit: over broken pages that fails too, and hides what was found.
                if not begun:
                    self.connection.rollback()

    def close(self) -> None:
        """Let the workspace go; closing twice is allowed."""
        with self._backend.guarded():
            self.connection.close()
        self._backend.release()
