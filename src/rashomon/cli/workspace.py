"""What the commands that show things take from a workspace: the ledger of the last run, and what it rests on."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import get_args

from rashomon.cli.options import where
from rashomon.cli.screen import Screen
from rashomon.config import ReaderName
from rashomon.errors import UsageMistaken, WeightsUnusable
from rashomon.model import Account, Incident, Ledger, Reading, Report, ResponseAccount, SeriesPart, in_force
from rashomon.publish.backing import Backing
from rashomon.store import Store, open_store


@contextmanager
def shown(workspace: Path, screen: Screen) -> Iterator[tuple[Store, Ledger]]:
    """The workspace, open for reading alone, with the ledger that the last run computed.

    Nothing is computed here, so what is shown is the same while another run is writing. Raises `UsageMistaken` where
    no run has ended yet.
    """
    with open_store(workspace, read_only=True) as store:
        ledger = _computed(store, workspace)
        if (newer := store.count() - len(ledger.reports)) > 0:
            screen.hint(f"{newer} reports are not in this ledger yet; run `rashomon run INPUT{where(workspace)}`.")
        yield store, ledger


@contextmanager
def judged(workspace: Path) -> Iterator[tuple[Store, Ledger]]:
    """The workspace, held for writing a judgement, with the ledger that it is about; no workspace is made here."""
    with open_store(workspace, read_only=True) as store:
        _computed(store, workspace)
    with open_store(workspace) as store:
        yield store, _computed(store, workspace)


def _computed(store: Store, workspace: Path) -> Ledger:
    ledger = store.ledger()
    if ledger is None:
        raise UsageMistaken(f"{workspace} holds no ledger yet.", f"Run `rashomon run INPUT{where(workspace)}`.")
    return ledger


def backing_of(store: Store, accounts: Iterable[Account | ResponseAccount | SeriesPart], screen: Screen) -> Backing:
    """The reports and attributions that some accounts or links rest on, with every judgement in force.

    Where the reader has changed since the last run, its readings are not these any more: the sentences stay, and the
    marks of who speaks are left out.
    """
    cited = [evidence for account in accounts for evidence in account.evidence]
    needed = sorted({evidence.report for evidence in cited})
    wanted = {evidence.attribution for evidence in cited if evidence.attribution}
    reader, readings = _last_readings(store, needed, wanted)
    if len(readings) < len(needed) or wanted - _ids(readings):
        screen.hint("The reader has changed since the last run; run it again to see who is marked as speaking.")
    return Backing(
        reports={report: store.report(report) for report in needed},
        attributions={a.id: a for reading in readings for a in reading.attributions},
        toponyms={reading.report: reading.toponyms for reading in readings},
        judgements=in_force(store.judgements()),
        skipped=store.skipped(),
        reader=reader,
    )


def read_last(store: Store, screen: Screen) -> Iterator[tuple[Report, Reading]]:
    """Each report with what the last reader found in it; none where no reader of today has read it."""
    ids = [report.id for report in store.reports()]
    _, readings = _last_readings(store, ids, set())
    if ids and not readings:  # fewer are no sign of it: a report in another language is kept and not read
        screen.hint("The reader has changed since the last run; run it again to see what it takes each name for.")
    for reading in sorted(readings, key=lambda reading: reading.report):
        yield store.report(reading.report), reading


def _last_readings(store: Store, reports: list[str], wanted: set[str]) -> tuple[str, list[Reading]]:
    """The version of the reader whose readings hold most of the attributions wanted, with these readings.

    A workspace keeps the readings of each reader that ever ran, and the ledger rests on those of the last one.
    """
    from rashomon.read import annotators, reader_version

    found: list[tuple[str, list[Reading]]] = []
    for name in get_args(ReaderName):
        try:
            version = reader_version(annotators(name))
        except WeightsUnusable:
            continue  # what is stored can be shown without them
        readings = [reading for report in reports if (reading := store.reading(report, version)) is not None]
        found.append((version, readings))
        if len(readings) == len(reports) and wanted <= _ids(readings):
            return found[-1]
    return max(found, key=lambda pair: (len(wanted & _ids(pair[1])), len(pair[1])))


def _ids(readings: list[Reading]) -> set[str]:
    return {attribution.id for reading in readings for attribution in reading.attributions}


def full_backing(store: Store, ledger: Ledger, screen: Screen) -> Backing:
    """What the whole ledger rests on, and all reports, those without an account too."""
    accounts = (account for incident in ledger.incidents for account in accounts_of(incident))
    some = backing_of(store, accounts, screen)
    return replace(some, reports={report.id: report for report in store.reports()})


def accounts_of(incident: Incident) -> Iterator[Account]:
    """Every account of an incident, question by question."""
    for answered in incident.questions:
        yield from answered.accounts


def ties_of(ledger: Ledger, incident: Incident) -> Iterator[ResponseAccount | SeriesPart]:
    """Everybody who ties an incident to another: its links and those to it, vows to answer it, the series it is one of."""
    pairs = [(other, link) for other in ledger.incidents for link in other.links]
    for other, link in pairs:
        if incident.id in (other.id, link.to):
            yield from link.asserted
            yield from link.denied
    yield from incident.vowed
    yield from incident.parts
