"""A shelf in memory, as a store would provide it, that tests can look into and spoil."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(slots=True)
class MemoryShelf:
    """Rows by kind and key; `left` is how many rows may still be written before the run is killed."""

    rows: dict[str, dict[str, bytes]] = field(default_factory=lambda: defaultdict(dict))
    left: int | None = None
    read: int = 0
    written: int = 0

    def kept(self, kind: str, keys: Iterable[str] | None = None) -> Mapping[str, bytes]:
        """The rows of a kind that are there."""
        held = self.rows[kind]
        found = dict(held) if keys is None else {key: held[key] for key in keys if key in held}
        self.read += len(found)
        return found

    def keep(self, kind: str, rows: Mapping[str, bytes]) -> None:
        """Put rows there, as many as may still be written."""
        for key, row in rows.items():
            if self.left is not None:
                if not self.left:
                    raise KeyboardInterrupt
                self.left -= 1
            self.written += 1
            self.rows[kind][key] = row

    def forget(self, kind: str, keys: Iterable[str] | None = None) -> None:
        """Take rows away."""
        for key in list(self.rows[kind] if keys is None else keys):
            self.rows[kind].pop(key, None)
