"""The reports and readings of a store as mappings by the ids of reports, of which a few stay decoded."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import islice

from sqlalchemy import func, select

from rashomon.errors import SpanMistaken
from rashomon.model import Reading, Report
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
        """One sentence for each kept span that is not its report's own text; report by report, so that each is read once."""
        of_report: dict[str | None, list[KeptSpan]] = {}
        for span in spans:
            of_report.setdefault(span[0], []).append(span)
        for id, report in self._some(of_report):
            for _, start, end, text in of_report[id]:
                if report is None:
                    yield f"[{start}, {end}) names no report that is here."
                elif (found := report.text[start:end]) != text or not text:
                    yield f"[{start}, {end}) of report {id} reads {found!r}, not {text!r}."

    def _some(self, ids: Iterable[str | None]) -> Iterator[tuple[str | None, Report | None]]:
        """Some reports in their order, looked up a few dozen at a time; None where there is none."""
        c, waiting = tables.reports.c, iter(ids)
        while some := list(islice(waiting, AT_HAND)):
            rows = dict(self._session.rows(select(c.id, c.record).where(c.id.in_(some))))
            for id in some:
                yield id, restore(Report, rows[id], f"report {id}") if id in rows else None

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


class ReadingsAtHand(Mapping[str, Reading]):
    """What one version of the reader found, by report: which there are is known at once, what is in one when it is asked for."""

    def __init__(self, session: Session, reader: str, reports: Mapping[str, Report]) -> None:
        self._session = session
        self._reader = reader
        self._reports = reports
        c = tables.readings.c
        rows = session.rows(select(c.report).where(c.reader == reader).order_by(c.report))
        self._ids = {id: None for (id,) in rows}
        self._load = lru_cache(AT_HAND)(self._read)

    def __getitem__(self, id: str) -> Reading:
        return self._load(id)

    def __contains__(self, id: object) -> bool:
        return id in self._ids

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)

    def _read(self, id: str) -> Reading:
        c = tables.readings.c
        rows = self._session.rows(select(c.record).where(c.report == id, c.reader == self._reader))
        if not rows:
            raise KeyError(id)
        return restore(Reading, rows[0][0], f"reading of {id}", self._reports[id])
