"""The benchmark of a day's reports times the run that it says it times."""

from pathlib import Path

from benchmarks.adding import ADDED, PARTS, add, fill, version
from rashomon import laying
from rashomon.link import link
from rashomon.store import open_store


def test_the_new_reports_are_added_and_the_parts_are_timed_alone(tmp_path: Path) -> None:
    path = tmp_path / "day.db"
    held = fill(8, path)
    assert held["incidents"] > 1
    day = add(8, path)
    assert all(0 < day[part] < day["all"] for part in PARTS)
    assert sum(day[part] for part in PARTS) <= day["all"]
    with open_store(path, read_only=True) as store:
        assert store.count() == 8 + ADDED
        assert len(store.readings_at_hand(version())) == 8 + ADDED
        assert store.ledger() == laying.computed_ledger(store, "rules")
    assert laying.link is link
