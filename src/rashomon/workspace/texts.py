"""The texts that spans stand in, read as they are needed."""

from collections.abc import Iterator, Mapping

from rashomon.model import Report
from rashomon.store import Store


class Texts(Mapping[str, Report]):
    """The reports of a store by their ids, for spans to stand in; each is read once, as long as this is in use."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._read: dict[str, Report] = {}

    def __getitem__(self, id: str) -> Report:
        if id not in self._read:
            self._read[id] = self._store.report(id)
        return self._read[id]

    def __iter__(self) -> Iterator[str]:
        return (report.id for report in self._store.reports())

    def __len__(self) -> int:
        return self._store.count()
