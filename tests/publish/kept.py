"""The hand-made ledger in a workspace, as a run would leave it."""

from pathlib import Path

from rashomon.model import Capture, Reading
from rashomon.read import reader_version
from rashomon.store import open_store
from tests.publish.fixtures import exhibit


def keep_exhibit(path: Path) -> None:
    """Make a workspace that holds the reports, readings, judgements and the ledger of the exhibit."""
    exhibited = exhibit()
    with open_store(path) as store:
        for report in exhibited.backing.reports.values():
            store.add(Capture(report=report, original=f"{report.name}\n{report.text}".encode()))
        for report in exhibited.backing.reports.values():
            here = {
                evidence.attribution
                for incident in exhibited.ledger.incidents
                for answered in incident.questions
                for account in answered.accounts
                for evidence in account.evidence
                if evidence.report == report.id
            }
            found = tuple(a for a in exhibited.backing.attributions.values() if a.id in here)
            store.put_reading(Reading(report=report.id, reader=reader_version(), attributions=found))
        for judgement in exhibited.backing.judgements:
            store.add_judgement(judgement)
        store.put_ledger(exhibited.ledger, "hand-made")
        store.note_skipped(exhibited.backing.skipped)
