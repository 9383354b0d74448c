"""An invented strike whose reports came into a workspace at several times."""

from dataclasses import replace
from pathlib import Path

from rashomon.model import Capture, Judgement
from rashomon.pipeline import current_ledger
from rashomon.read import annotators, reader_version
from rashomon.store import open_store
from tests.reconcile.weight.strikes import PENTAGON, SOHR, Told, toll

FIRST, SECOND, THIRD = (f"2024-03-{day:02}T10:00:00+00:00" for day in (7, 9, 12))
EMBER, FLINT = toll("Ember", 3, PENTAGON), toll("Flint", 9, SOHR, day="2024-03-08")
GABLE, HEATH = toll("Gable", 3, PENTAGON, day="2024-03-11"), toll("Heath", 12, SOHR, day="2024-03-11")
CAME = ((FIRST, EMBER), (SECOND, FLINT), (THIRD, GABLE), (THIRD, HEATH))


def keep_arriving(path: Path, *came: tuple[str | None, Told], judgements: tuple[Judgement, ...] = ()) -> None:
    """Make a workspace of reports, each with the instant at which it came, as runs would leave it."""
    with open_store(path) as store:
        for when, (report, reading) in came:
            store.add(Capture(report=report, original=f"{report.name}\n{report.text}".encode()), when)
            store.put_reading(replace(reading, reader=reader_version(annotators("neural"))))
        for judgement in judgements:
            store.add_judgement(judgement)
        current_ledger(store)
