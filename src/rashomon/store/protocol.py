"""What a store promises, whatever database is behind it; one test of it is run on every backend."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from types import TracebackType
from typing import Protocol, Self

from rashomon.model import Capture, Judgement, Ledger, Reading, Report, Skipped
from rashomon.model.codec import Json


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing that is not as it was stored: `where` names the report, reading or ledger, `what` is one sentence."""

    where: str
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One step of `verify`: what was looked at, how many spans were anchored again, and the faults found."""

    subject: str
    spans: int = 0
    faults: tuple[Fault, ...] = ()


class Store(Protocol):
    """Keeps reports, readings, judgements and the ledger.

    Every method commits what it writes before it returns, except inside `writing()`, so a run that is killed loses
    at most its last batch and goes on from there. Reports and judgements are only ever added. Whatever goes wrong with
    the database is raised as a kind of `WorkspaceUnusable`. A store is used by one thread at a time.
    """

    def add(self, capture: Capture, came: str | None = None) -> bool:
        """Keep a report with its bytes and when it came, an ISO 8601 instant; False where it is there already.

        Raises ValueError for a report whose hash or id is not that of its bytes.
        """

    def count(self) -> int:
        """How many reports there are."""

    def ids(self) -> tuple[str, ...]:
        """The ids of all reports, in order."""

    def reports(self) -> Iterator[Report]:
        """All reports in the order of their ids, a few at a time in memory."""

    def report(self, id: str) -> Report:
        """One report; raises KeyError where there is none."""

    def original(self, id: str) -> bytes:
        """The bytes that a report came as; raises KeyError where there is none."""

    def arrivals(self, of: Iterable[str] | None = None) -> Mapping[str, str]:
        """When reports came, some or all, by their ids; those of which it is not known are left out."""

    def unread(self, reader: str) -> list[str]:
        """The ids of the readable reports that this version of the reader has not read, in order."""

    def put_reading(self, reading: Reading) -> None:
        """Keep a reading, in place of an earlier one of the same report by the same reader.

        Raises `SpanMistaken` where one of its spans is not the report's own text, KeyError where there is no such
        report.
        """

    def reading(self, report: str, reader: str) -> Reading | None:
        """What a version of the reader found in a report, or None where it has not read it."""

    def readings(self, reader: str) -> Iterator[Reading]:
        """All readings by a version of the reader in the order of report ids, a few at a time in memory."""

    def readings_at_hand(self, reader: str) -> Mapping[str, Reading]:
        """The same by report: which there are now, each read when it is asked for."""

    def add_judgement(self, judgement: Judgement) -> bool:
        """Keep a judgement for ever; False where it is there already."""

    def judgements(self) -> Iterator[Judgement]:
        """All judgements in the order in which they were made."""

    def put_ledger(self, ledger: Ledger, key: str) -> None:
        """Keep the ledger in place of the one before; `key` is a hash of what it was computed from.

        Raises `SpanMistaken` where a span of its evidence is not the report's own text.
        """

    def ledger_key(self) -> str | None:
        """What the ledger was computed from, as it was put; None where there is none yet."""

    def drop_ledger(self) -> None:
        """Take the ledger away: the next run computes it anew."""

    def ledger(self, key: str | None = None) -> Ledger | None:
        """The ledger, or None where there is none yet or it was not computed from what `key` says."""

    def kept(self, kind: str, keys: Iterable[str] | None = None) -> Mapping[str, bytes]:
        """What a stage has kept between runs under a kind, of some keys or all: derived, and never the only copy.

        Raises `WorkspaceDamaged` for a row that is not as it was kept.
        """

    def keep(self, kind: str, rows: Mapping[str, bytes]) -> None:
        """Keep rows for the next run, in place of what stood under their keys."""

    def forget(self, kind: str, keys: Iterable[str] | None = None) -> None:
        """Take away what was kept under a kind, that of some keys or all."""

    def ledger_json(self) -> Json | None:
        """The ledger as it is kept, verbatim JSON that is not decoded; None where there is none yet."""

    def state(self) -> str:
        """What every page of this workspace depends on, in a few words: it changes whenever any of that does."""

    def readers(self) -> tuple[str, ...]:
        """The versions of the reader that have read anything here, in order."""

    def note_skipped(self, skipped: Iterable[Skipped]) -> None:
        """Remember what a run skipped, in place of what the run before skipped."""

    def skipped(self) -> tuple[Skipped, ...]:
        """What the last run skipped."""

    def writing(self, every: int = 64) -> AbstractContextManager[None]:
        """Commit after `every` writes and at the end, even where an exception ends it, instead of after each write."""

    def snapshot(self) -> AbstractContextManager[None]:
        """All that is read inside is of one moment, whatever other processes write meanwhile; nothing is written inside."""

    def verify(self) -> Iterator[Check]:
        """Hash every report again and anchor every span again: one `Check` for the file, each report and the ledger."""

    def close(self) -> None:
        """Let the workspace go; closing twice is allowed."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...
