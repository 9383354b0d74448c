"""The reports of a store as a mapping by id, of which a few stay decoded."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from sqlalchemy import func, select

from rashomon.errors import SpanMistaken
from rashomon.model import Report
from rashomon.model.codec import Json, KeptSpan, kept_spans
from rashomon.store import tables
from rashomon.store.records import restore
from rashomon.store.session import Session

AT_HAND = 64
"""Reports that stay decoded, for spans to be anchored in."""


class ReportsAtHand(Mapping[str, Report]):
    """Reads a report when it is asked for; never all of them at once."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._load = lru_cache(AT_HAND)(self._read)

    def __getitem__(self, id: str) -> Report:
        return self._load(id)

    def __iter__(self) -> Iterator[str]:
        c = tables.reports.c
        return (row[0] for row in self._session.rows(select(c.id).order_by(c.id)))

    def __len__(self) -> int:
        return int(self._session.rows(select(func.count()).select_from(tables.reports))[0][0])

    def adrift(self, spans: Iterable[KeptSpan]) -> Iterator[str]:
        """One sentence for each kept span that is not its report's own text."""
        for id, start, end, text in spans:
            if id is None or id not in self:
                yield f"[{start}, {end}) names no report that is here."
            elif (found := self[id].text[start:end]) != text or not text:
                yield f"[{start}, {end}) of report {id} reads {found!r}, not {text!r}."

    def anchor(self, data: Json, where: str) -> None:
        """Raises `SpanMistaken` unless every span in verbatim JSON is its report's own text."""
        for fault in self.adrift(kept_spans(data)):
            raise SpanMistaken(f"{where} can't be kept: {fault}")

    def _read(self, id: str) -> Report:
        c = tables.reports.c
        rows = self._session.rows(select(c.record).where(c.id == id))
        if not rows:
            raise KeyError(id)
        return restore(Report, rows[0][0], f"report {id}")
