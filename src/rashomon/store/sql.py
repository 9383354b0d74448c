"""A store on an SQL database: queries that mean the same on every backend.

What is in memory is a pure function of the rows; the only state is the open batch of the session.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from types import TracebackType
from typing import Self

from sqlalchemy import delete, exists, func, insert, select

from rashomon.model import Capture, Judgement, Ledger, Reading, Report, Skipped, sha256_hex
from rashomon.model.codec import Json
from rashomon.store import tables
from rashomon.store.at_hand import ReadingsAtHand, ReportsAtHand
from rashomon.store.backend import Backend
from rashomon.store.checks import verify
from rashomon.store.derived import forget, keep, kept
from rashomon.store.ledgers import drop, put_whole, whole
from rashomon.store.protocol import Check
from rashomon.store.records import (
    compress,
    decoded,
    decompress,
    pack,
    report_id,
    restore,
    text_hash,
    verbatim,
)
from rashomon.store.session import Session


class SqlStore:
    """The `Store` on any SQL database that there is a `Backend` for; the protocol says what each method promises."""

    def __init__(self, backend: Backend) -> None:
        self._session = Session(backend)
        self._reports = ReportsAtHand(self._session)

    def add(self, capture: Capture, came: str | None = None) -> bool:
        """Keep a report with its bytes and when it came; False where it is there already."""
        report, sha256 = capture.report, sha256_hex(capture.original)
        if (report.sha256, report.id) != (sha256, report_id(sha256)):
            raise ValueError(f"Report {report.name!r} does not carry the hash of its own bytes.")
        if self._session.rows(select(tables.reports.c.id).where(tables.reports.c.id == report.id)):
            return False
        row = {
            "id": report.id,
            "sha256": sha256,
            "text_sha256": text_hash(report.text),
            "readable": report.readable,
            "record": pack(verbatim(report)),
        }
        original = {"report": report.id, "bytes": compress(capture.original)}
        with self._session.writes() as connection:
            connection.execute(insert(tables.reports), row)
            connection.execute(insert(tables.originals), original)
            if came is not None:
                connection.execute(insert(tables.arrivals), {"report": report.id, "came": came})
        return True

    def count(self) -> int:
        """How many reports there are."""
        return len(self._reports)

    def ids(self) -> tuple[str, ...]:
        """The ids of all reports, in order."""
        return tuple(self._reports)

    def reports(self) -> Iterator[Report]:
        """All reports in the order of their ids, a few at a time in memory."""
        c = tables.reports.c
        for id, record in self._session.paged(select(c.id, c.record), c.id):
            yield restore(Report, record, f"report {id}")

    def report(self, id: str) -> Report:
        """One report; raises KeyError where there is none."""
        return self._reports[id]

    def original(self, id: str) -> bytes:
        """The bytes that a report came as; raises KeyError where there is none."""
        c = tables.originals.c
        for (data,) in self._session.rows(select(c.bytes).where(c.report == id)):
            return decompress(data, f"original of {id}")
        raise KeyError(id)

    def arrivals(self, of: Iterable[str] | None = None) -> Mapping[str, str]:
        """When reports came, some or all, by their ids; those of which it is not known are left out."""
        if not self._session.has(tables.arrivals):
            return {}
        c = tables.arrivals.c
        query = select(c.report, c.came).order_by(c.report)
        return dict(self._session.rows(query if of is None else query.where(c.report.in_(list(of)))))

    def unread(self, reader: str) -> list[str]:
        """The ids of the readable reports that this version of the reader has not read, in order."""
        report, reading = tables.reports.c, tables.readings.c
        read = exists().where(reading.report == report.id, reading.reader == reader)
        query = select(report.id).where(report.readable, ~read).order_by(report.id)
        return [id for (id,) in self._session.rows(query)]

    def put_reading(self, reading: Reading) -> None:
        """Keep a reading, in place of an earlier one of the same report by the same reader."""
        self.report(reading.report)
        data = verbatim(reading)
        self._reports.anchor(data, f"The reading of {reading.report}")
        c = tables.readings.c
        row = {"reader": reading.reader, "report": reading.report, "record": pack(data)}
        with self._session.writes() as connection:
            connection.execute(delete(tables.readings).where(c.reader == reading.reader, c.report == reading.report))
            connection.execute(insert(tables.readings), row)

    def reading(self, report: str, reader: str) -> Reading | None:
        """What a version of the reader found in a report, or None where it has not read it."""
        c = tables.readings.c
        for (record,) in self._session.rows(select(c.record).where(c.report == report, c.reader == reader)):
            return restore(Reading, record, f"reading of {report}", self.report(report))
        return None

    def readings(self, reader: str) -> Iterator[Reading]:
        """All readings by a version of the reader in the order of report ids, a few at a time in memory."""
        c = tables.readings.c
        both = select(c.report, c.record, tables.reports.c.record).join(tables.reports).where(c.reader == reader)
        for id, record, report in self._session.paged(both, c.report):
            yield restore(Reading, record, f"reading of {id}", restore(Report, report, f"report {id}"))

    def readings_at_hand(self, reader: str) -> Mapping[str, Reading]:
        """The same by report: which there are now, each read when it is asked for."""
        return ReadingsAtHand(self._session, reader, self._reports)

    def add_judgement(self, judgement: Judgement) -> bool:
        """Keep a judgement for ever; False where it is there already."""
        c = tables.judgements.c
        if self._session.rows(select(c.id).where(c.id == judgement.id)):
            return False
        with self._session.writes() as connection:
            connection.execute(insert(tables.judgements), {"id": judgement.id, "record": pack(verbatim(judgement))})
        return True

    def judgements(self) -> Iterator[Judgement]:
        """All judgements in the order in which they were made."""
        c = tables.judgements.c
        for number, record in self._session.paged(select(c.number, c.record), c.number):
            yield restore(Judgement, record, f"judgement {number}")

    def put_ledger(self, ledger: Ledger, key: str) -> None:
        """Keep the ledger in place of the one before; `key` is a hash of what it was computed from."""
        put_whole(self._session, self._reports, ledger, key)

    def ledger(self, key: str | None = None) -> Ledger | None:
        """The ledger, or None where there is none yet or it was not computed from what `key` says."""
        data = whole(self._session, key)
        return decoded(Ledger, data, "ledger", self._reports) if data is not None else None

    def ledger_key(self) -> str | None:
        """What the ledger was computed from, as it was put; None where there is none yet."""
        return next((key for (key,) in self._session.rows(select(tables.ledgers.c.key))), None)

    def drop_ledger(self) -> None:
        """Take the ledger away: the next run computes it anew."""
        drop(self._session)

    def kept(self, kind: str, keys: Iterable[str] | None = None) -> Mapping[str, bytes]:
        """What a stage has kept between runs under a kind, of some keys or all."""
        return kept(self._session, kind, keys)

    def keep(self, kind: str, rows: Mapping[str, bytes]) -> None:
        """Keep rows for the next run, in place of what stood under their keys."""
        keep(self._session, kind, rows)

    def forget(self, kind: str, keys: Iterable[str] | None = None) -> None:
        """Take away what was kept under a kind, that of some keys or all."""
        forget(self._session, kind, keys)

    def ledger_json(self) -> Json | None:
        """The ledger as it is kept, verbatim JSON that is not decoded; None where there is none yet."""
        return whole(self._session)

    def state(self) -> str:
        """The key of the ledger, how many reports and judgements there are, and how long what was skipped is."""
        counted = [func.count(table.c.id) for table in (tables.reports, tables.judgements)]
        length = func.coalesce(func.sum(func.length(tables.skipped.c.record)), 0)
        counts = (select(each).scalar_subquery() for each in (*counted, length))
        key = select(tables.ledgers.c.key).limit(1).scalar_subquery()
        return ".".join(str(part) for part in self._session.rows(select(key, *counts))[0])

    def readers(self) -> tuple[str, ...]:
        """The versions of the reader that have read anything here, in order."""
        c = tables.readings.c
        return tuple(reader for (reader,) in self._session.rows(select(c.reader).distinct().order_by(c.reader)))

    def note_skipped(self, skipped: Iterable[Skipped]) -> None:
        """Remember what a run skipped, in place of what the run before skipped."""
        items = tuple(skipped)
        # The same inputs twice change nothing, not a byte of the file.
        if items == self.skipped():
            return
        rows = [{"number": number, "record": pack(verbatim(item))} for number, item in enumerate(items)]
        with self._session.writes() as connection:
            connection.execute(delete(tables.skipped))
            if rows:
                connection.execute(insert(tables.skipped), rows)

    def skipped(self) -> tuple[Skipped, ...]:
        """What the last run skipped."""
        c = tables.skipped.c
        rows = self._session.paged(select(c.number, c.record), c.number)
        return tuple(restore(Skipped, record, f"skipped {number}") for number, record in rows)

    def writing(self, every: int = 64) -> AbstractContextManager[None]:
        """Commit after `every` writes and at the end, even where an exception ends it, instead of after each write."""
        return self._session.batch(every)

    def snapshot(self) -> AbstractContextManager[None]:
        """All that is read inside is of one moment, whatever other processes write meanwhile; nothing is written inside."""
        return self._session.snapshot()

    def verify(self) -> Iterator[Check]:
        """Hash every report again and anchor every span again."""
        return verify(self._session, self._reports)

    def close(self) -> None:
        """Let the workspace go; closing twice is allowed."""
        self._session.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
