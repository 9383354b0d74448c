"""The ledger that goes on from what a workspace has kept is the one that is computed from nothing, whatever happened between."""

import json
import random
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from benchmarks.adding import put, version, voiced
from benchmarks.stories import told_readings
from rashomon import laying
from rashomon.model import Judgement, made
from rashomon.model.anchored import cell_anchors, report_anchor
from rashomon.publish.contract import ledger_json
from rashomon.store import Store, open_store

DAMAGE = {
    "nothing": "SELECT 1",
    "all rows": "UPDATE kept SET record = x'00'",
    "some rows": "UPDATE kept SET record = x'0000' WHERE kind IN ('reconcile.heard', 'ledger.part', 'vectors')",
    "rows that are gone": "DELETE FROM kept",
}


def laid(store: Store) -> str:
    """The ledger of a workspace as it goes on; it must be the one that is computed from nothing."""
    found = laying.current_ledger(store, "rules")
    assert json.dumps(ledger_json(found)) == json.dumps(ledger_json(laying.computed_ledger(store, "rules")))
    assert store.ledger() == found
    return json.dumps(ledger_json(found))


def upon(store: Store, rng: random.Random, when: str) -> Judgement:
    """A judgement upon something of the ledger."""
    ledger = store.ledger()
    assert ledger is not None
    reports = {report.id: report for report in store.reports()}
    if rng.random() < 0.3:
        pair = rng.sample(sorted(reports), 2)
        return made("same", who="ana", when=when, on=tuple(report_anchor(id, n) for n, id in enumerate(pair)))
    cells = [(q.question, account) for i in ledger.incidents for q in i.questions for account in q.accounts]
    question, account = rng.choice(cells)
    decision = rng.choice(("reject", "accept"))
    return made(decision, who="ana", when=when, on=cell_anchors(question, account, reports))  # type: ignore[arg-type]


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_days_judgements_and_damage_in_between_change_nothing(
    tmp_path: Path, damage: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    rng, path = random.Random(damage), tmp_path / "w.db"
    told = [voiced(one, version()) for one in told_readings(18)]
    rng.shuffle(told)
    for day, first in enumerate((0, 8, 11, 14)):
        with open_store(path) as store:
            put(store, told[first : (8, 11, 14, 18)[day]])
            laid(store)
            store.add_judgement(upon(store, rng, f"2024-06-0{day + 1}T00:00:00Z"))
            laid(store)
        if day == 1:
            connection = sqlite3.connect(path)
            connection.executescript(damage)
            connection.close()
        if day == 2:
            monkeypatch.setattr(laying, "LEDGER_VERSION", "another")
    with open_store(path) as store:
        found = laid(store)
        assert [check for check in store.verify() if check.faults] == []
        judgements = tuple(store.judgements())
    rng.shuffle(told)
    with open_store(tmp_path / "once.db") as store:
        put(store, told)
        for judgement in judgements:
            store.add_judgement(judgement)
        assert laid(store) == found


KILLED = """
import sys
from pathlib import Path
from rashomon.laying import current_ledger
from rashomon.store import open_store
with open_store(Path(sys.argv[1])) as store:
    print("ready", flush=True)
    current_ledger(store, "rules")
"""


@pytest.mark.parametrize("patience", [0.2, 0.9])
def test_a_run_that_is_killed_while_it_lays_the_ledger_is_gone_on_from(tmp_path: Path, patience: float) -> None:
    path = tmp_path / "w.db"
    told = [voiced(one, version()) for one in told_readings(40)]
    with open_store(path) as store:
        put(store, told[:25])
        laying.current_ledger(store, "rules")
        put(store, told[25:])
    process = subprocess.Popen([sys.executable, "-c", KILLED, str(path)], stdout=subprocess.PIPE)
    assert process.stdout is not None
    with process.stdout:
        assert process.stdout.readline() == b"ready\n"
        time.sleep(patience)
        process.kill()
        process.wait()
    with open_store(path) as store:
        assert [check for check in store.verify() if check.faults] == []
        laid(store)
