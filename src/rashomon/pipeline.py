"""The way of a report, in one place: ingest, read, resolve, link, reconcile; publishing is the caller's choice."""

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from itertools import chain
from pathlib import Path
from typing import BinaryIO, Literal, get_args

from rashomon.codebook import take_up
from rashomon.config import Config, ReaderName
from rashomon.engine import LocalEngine, ahead
from rashomon.errors import NothingToRead, RunStopped, UsageMistaken, WeightsUnusable
from rashomon.ingest import count, ingest, shown
from rashomon.laying import (
    build_ledger,
    computed_ledger,
    current_key,
    current_ledger,
    ledger_reader,
    vectors_used,
)
from rashomon.link import Dropped, unmet
from rashomon.link.explaining import explain_joining
from rashomon.model import (
    Capture,
    Incident,
    Joining,
    Judgement,
    Ledger,
    Reading,
    Report,
    Skipped,
    all_stand,
    by_report,
    in_force,
    in_the_way,
)
from rashomon.publish.difference import Difference, difference
from rashomon.read import annotators, load, prepare, read_report, reader_version
from rashomon.read.document import Document
from rashomon.resolve import resolve
from rashomon.resolve.judged import with_actors_joined
from rashomon.store import Store, open_store

__all__ = [
    "RunSummary", "build_ledger", "computed_ledger", "current_key", "current_ledger", "difference_since", "explain",
    "judge", "ledger_reader", "nothing_to_read", "read_inputs", "read_many", "read_one", "read_or_tell", "record", "run",
]  # fmt: skip

LOG = logging.getLogger(__name__)
Listener = Callable[[str, int, int | None], None]
"""Told the stage ("ingest", "read", "ledger"), how many are done and how many there are, where that is known."""

LONGEST_FAULT = 200
"""Characters of a fault's own words that are told to users."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunSummary:
    """What one run did: reports added, known already and read, what was skipped and why, the ledger, what was not compared."""

    added: int
    known: int
    read: int
    skipped: tuple[Skipped, ...]
    ledger: Ledger
    unmet: Dropped


def run(
    inputs: Sequence[str],
    config: Config,
    *,
    stdin: BinaryIO | None = None,
    listen: Listener | None = None,
    came: str | None = None,
) -> RunSummary:
    """Bring inputs into the workspace of `config`, read what is unread, and compute the ledger.

    `came` is when that is, an ISO 8601 instant that is kept with each new report and that no ledger depends on. The same
    inputs twice change nothing. Raises `NothingToRead` where no input holds a report and `WorkspaceUnusable`
    where the store can't be used; what was stored before that stays.
    """
    tell = listen or _silent
    take_up(config.codebook)
    items, skipped = _up_to_first(ingest(inputs, config, stdin=stdin))
    if items is None:
        raise nothing_to_read(inputs, skipped)
    load(config.reader)
    with open_store(config.workspace) as store:
        added, known = _bring_in(_At(store, came), items, skipped, count(inputs, config), tell)
        read = _read_unread(store, config, skipped, tell)
        tell("ledger", 0, 1)
        ledger = current_ledger(store, config.reader)
        tell("ledger", 1, 1)
        store.note_skipped(skipped)
        left = unmet(store)
    return RunSummary(added=added, known=known, read=read, skipped=tuple(skipped), ledger=ledger, unmet=left)


def read_inputs(
    inputs: Sequence[str], config: Config, *, stdin: BinaryIO | None = None
) -> Iterator[tuple[Report, Reading] | Skipped]:
    """Read inputs without a workspace: each report with its reading, and each thing that was skipped."""
    take_up(config.codebook)
    prepared = partial(_prepared_item, reader=config.reader)
    for item, document in ahead(prepared, ingest(inputs, config, stdin=stdin), threads=config.threads):
        if isinstance(item, Skipped):
            yield item
            continue
        reading = read_or_tell(item.report, config.reader, document)
        yield reading if isinstance(reading, Skipped) else (item.report, reading)


def read_one(report: Report, reader: ReaderName = "neural", prepared: Document | None = None) -> Reading:
    """Read and resolve one report; a pure function of it and the reader's version."""
    return resolve(read_report(report, annotators(reader), prepared=prepared), report)


def read_or_tell(report: Report, reader: ReaderName = "neural", prepared: Document | None = None) -> Reading | Skipped:
    """`read_one`, or which report the reader failed on: one report that it can't take must not stop all others."""
    try:
        return read_one(report, reader, prepared)
    except RunStopped:
        raise
    except Exception as error:  # a fault of the reader, whatever it is: told, counted, and tried again by each run
        LOG.debug("The reader failed on report %s.", report.id, exc_info=True)
        what = f"{type(error).__name__}: {error}"[:LONGEST_FAULT]
        return Skipped(
            where=report.origin or report.name,
            reason=f"The reader failed on it ({what}). The report is stored, but not read.",
            next_step="Please report it with the output of `rashomon read --debug` for this input.",
        )


def read_many(reports: Iterable[Report], config: Config) -> Iterator[Reading | Skipped]:
    """Read reports in their order, in several processes or with threads that run the encoder ahead."""
    if config.workers > 1:
        read = partial(_read_elsewhere, reader=config.reader, codebook=config.codebook)
        yield from LocalEngine(workers=config.workers).map(read, reports)
        return
    for report, document in ahead(partial(_prepared, reader=config.reader), reports, threads=config.threads):
        yield read_or_tell(report, config.reader, document)


def _read_elsewhere(report: Report, reader: ReaderName, codebook: tuple[Path, ...]) -> Reading | Skipped:
    """`read_or_tell` in a process of its own, which knows of the user's codebook only what it is told."""
    _taken_up(codebook)
    return read_or_tell(report, reader)


@cache
def _taken_up(codebook: tuple[Path, ...]) -> None:
    """`take_up` once in a process, so that files that change under way change nothing."""
    take_up(codebook)


def nothing_to_read(inputs: Sequence[str], skipped: Sequence[Skipped]) -> NothingToRead:
    """That no input holds a report: with the reason of a single one, else with the number of things skipped."""
    if len(skipped) == 1:
        return NothingToRead(f"{skipped[0].where}: {skipped[0].reason}", skipped[0].next_step, tuple(skipped))
    what = f"No report was found in {', '.join(map(shown, inputs))}"
    what += f"; {len(skipped)} things were skipped." if skipped else "."
    return NothingToRead(what, "Give a file, a folder, a pattern, JSON lines, or - for standard input.", tuple(skipped))


def difference_since(store: Store, day: str, by: Literal["arrival", "publication"] = "arrival") -> Difference | None:
    """What the ledger says that the one of all that was known before a day did not; None where the ledger is not of today.

    A report of which it is not known when it came, or when it was published, counts as known before.
    """
    reader = ledger_reader(store)
    ledger = store.ledger() if reader is not None else None
    if reader is None or ledger is None:
        return None
    reports, judgements = {report.id: report for report in store.reports()}, tuple(store.judgements())
    days = store.arrivals() if by == "arrival" else {id: _published(report) for id, report in reports.items()}
    earlier = {id: report for id, report in reports.items() if days.get(id, "") < day}
    known = [judgement for judgement in judgements if judgement.when < day]
    readings = (r for r in store.readings(reader_version(annotators(reader))) if r.report in earlier)
    before = build_ledger(earlier, readings, known)
    incidents, lost = difference(before, ledger)
    return Difference(
        since=day,
        basis=by,
        reports=tuple(sorted(set(reports) - set(earlier))),
        judgements=tuple(judgement.id for judgement in judgements if judgement not in known),
        undated=sum(not days.get(id) for id in reports),
        incidents=incidents,
        lost=lost,
    )


def _published(report: Report) -> str:
    return str(report.published.end or report.published.start or "")


def judge(store: Store, judgement: Judgement) -> Ledger | None:
    """Keep a judgement and compute the ledger under it; None where the ledger must wait for the next run.

    Raises as `record` does.
    """
    reader = record(store, judgement)
    return current_ledger(store, reader) if reader is not None else None


def record(store: Store, judgement: Judgement) -> ReaderName | None:
    """Keep a judgement, and say whose readings the ledger rests on; None where the ledger must wait for the next run.

    Raises `UsageMistaken`, and keeps nothing, where it takes back what does not stand, says what is said already, or
    contradicts a judgement in force.
    """
    known = tuple(store.judgements())
    standing = in_force(known)
    if judgement.decision == "withdraw" and not all_stand(judgement.subjects, known):
        raise UsageMistaken(
            f"There is nothing to undo: no judgement {judgement.subjects[0]} is in force.",
            "`rashomon judgements` lists all of them.",
        )
    other = in_the_way(judgement, standing)
    if other is not None:
        why = f": {other.why}" if other.why else ""
        raise UsageMistaken(
            f"Judgement {other.id} ({other.decision.replace('_', ' ')}, by {other.who}, {other.when[:10]}{why}) says "
            "otherwise.",
            f"Undo it first: rashomon judge undo {other.id}",
        )
    reader = ledger_reader(store)
    if not store.add_judgement(judgement):
        raise UsageMistaken(f"Judgement {judgement.id} was made already.", "`rashomon judgements` lists all of them.")
    return reader


def explain(store: Store, ledger: Ledger, incident: Incident, report: str | None = None) -> Joining | None:
    """Why the reports of an incident were joined and which others it might be; None where the reader has changed since."""
    judgements = tuple(store.judgements())
    for name in get_args(ReaderName):
        try:
            version = reader_version(annotators(name))
        except WeightsUnusable:
            continue  # the ledger may rest on the other reader
        read = partial(_readings_of, store=store, version=version, judgements=judgements)
        joining = explain_joining(ledger, incident, read, judgements, report, vectors_used())
        if joining is not None:
            return joining
    return None


def _readings_of(
    wanted: Sequence[str], store: Store, version: str, judgements: Sequence[Judgement]
) -> tuple[dict[str, Report], list[Reading]] | None:
    found = [reading for id in wanted if (reading := store.reading(id, version)) is not None]
    if len(found) < len(wanted):
        return None
    return {id: store.report(id) for id in wanted}, list(with_actors_joined(by_report(found), judgements).values())


def _up_to_first(items: Iterator[Capture | Skipped]) -> tuple[Iterator[Capture | Skipped] | None, list[Skipped]]:
    """What was skipped before the first report, and the items from it on; None where no report comes at all.

    So a run that finds nothing to read leaves no empty workspace behind.
    """
    skipped: list[Skipped] = []
    for item in items:
        if isinstance(item, Capture):
            return chain([item], items), skipped
        skipped.append(item)
    return None, skipped


@dataclass(frozen=True, slots=True)
class _At:
    """A store with the instant at which reports come into it."""

    store: Store
    came: str | None

    def add(self, capture: Capture) -> bool:
        return self.store.add(capture, self.came)


def _bring_in(
    into: _At, items: Iterator[Capture | Skipped], skipped: list[Skipped], total: int, tell: Listener
) -> tuple[int, int]:
    added = known = 0
    with into.store.writing():
        for item in items:
            if isinstance(item, Skipped):
                skipped.append(item)
            elif into.add(item):
                added += 1
            else:
                known += 1
            tell("ingest", added + known + len(skipped), total)
    return added, known


def _read_unread(store: Store, config: Config, skipped: list[Skipped], tell: Listener) -> int:
    unread = store.unread(reader_version(annotators(config.reader)))
    tell("read", 0, len(unread))
    read = 0
    with store.writing():
        for done, reading in enumerate(read_many(map(store.report, unread), config), start=1):
            if isinstance(reading, Skipped):
                skipped.append(reading)
            else:
                store.put_reading(reading)
                read += 1
            tell("read", done, len(unread))
    return read


def _prepared(report: Report, reader: ReaderName) -> Document | None:
    """The report cut up and scored; None where that fails, which reading it will tell of in its turn."""
    try:
        return prepare(report, reader)
    except Exception:  # told, with what the next step is, where the report is read
        LOG.debug("Preparing report %s failed.", report.id, exc_info=True)
        return None


def _prepared_item(item: Capture | Skipped, reader: ReaderName) -> Document | None:
    return _prepared(item.report, reader) if isinstance(item, Capture) else None


def _silent(stage: str, done: int, total: int | None) -> None:
    """Nobody listens."""
