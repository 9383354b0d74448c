"""The way through a list that is longer than a page."""

from collections.abc import Mapping
from dataclasses import dataclass

from rashomon.web.templating import address


@dataclass(frozen=True, slots=True, kw_only=True)
class Paging:
    """Where in a list a page stands; `asked` is what else is in its address."""

    path: str
    asked: Mapping[str, object]
    offset: int
    rows: int
    total: int

    @property
    def first(self) -> int:
        """The number of the first row shown, counted from 1; 0 where there is none."""
        return min(self.offset + 1, self.total)

    @property
    def last(self) -> int:
        """The number of the last row shown."""
        return min(self.offset + self.rows, self.total)

    @property
    def before(self) -> str | None:
        """The address of the stretch before, if there is one."""
        return self._at(max(0, self.offset - self.rows)) if self.offset > 0 else None

    @property
    def after(self) -> str | None:
        """The address of the stretch after, if there is one."""
        return self._at(self.offset + self.rows) if self.last < self.total else None

    def _at(self, offset: int) -> str:
        return address(self.path, **{**self.asked, "offset": offset})
