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
from rashomon.model import Account, Incident, Ledger, Reading, in_force
from rashomon.publish.backing import Backing
from rashomon.store import Store, open_store


@contextmanager
def shown(workspace: Path, screen: Screen) -> Iterator[tuple[Store, Ledger]]:
    """The workspace, open for reading alone, with the ledger that the last run computed.

    Nothing is computed here, so what is shown is the same while another run is writing. Raises `UsageMistaken` where
    no run has ended yet.
    """
    with open_store(workspace, read_only=True) as store:
        ledger = store.ledger()
        if ledger is None:
            raise UsageMistaken(f"{workspace} holds no ledger yet.", f"Run `rashomon run INPUT{where(workspace)}`.")
        if (newer := store.count() - len(ledger.reports)) > 0:
            screen.hint(f"{newer} reports are not in this ledger yet; run `rashomon run INPUT{where(workspace)}`.")
        yield store, ledger


def backing_of(store: Store, accounts: Iterable[Account], screen: Screen) -> Backing:
    """The reports and attributions that some accounts rest on, with every judgement in force.

    Where the reader has changed since the last run, its readings are not these any more: the sentences stay, and the
    marks of who speaks are left out.
    """
    needed = sorted({evidence.report for account in accounts for evidence in account.evidence})
    reader, readings = _last_readings(store, needed)
    if not all(readings):
        screen.hint("The reader has changed since the last run; run it again to see who is marked as speaking.")
    return Backing(
        reports={report: store.report(report) for report in needed},
        attributions={a.id: a for reading in readings if reading for a in reading.attributions},
        judgements=in_force(store.judgements()),
        skipped=store.skipped(),
        reader=reader,
    )


def _last_readings(store: Store, reports: list[str]) -> tuple[str, list[Reading | None]]:
    """The version of the reader that read all of these reports, with its readings; of none, the default's."""
    from rashomon.read import annotators, reader_version

    found: list[tuple[str, list[Reading | None]]] = []
    for name in get_args(ReaderName):
        try:
            version = reader_version(annotators(name))
        except WeightsUnusable:
            continue  # what is stored can be shown without them
        readings = [store.reading(report, version) for report in reports]
        if all(readings):
            return version, readings
        found.append((version, readings))
    return found[0]


def full_backing(store: Store, ledger: Ledger, screen: Screen) -> Backing:
    """What the whole ledger rests on, and all reports, those without an account too."""
    accounts = (account for incident in ledger.incidents for account in accounts_of(incident))
    some = backing_of(store, accounts, screen)
    return replace(some, reports={report.id: report for report in store.reports()})


def accounts_of(incident: Incident) -> Iterator[Account]:
    """Every account of an incident, question by question."""
    for answered in incident.questions:
        yield from answered.accounts
