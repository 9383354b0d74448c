"""The way of a report, whole: running twice, adding one, being interrupted, and finding nothing."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from rashomon.config import Config, ReaderName
from rashomon.errors import NothingToRead
from rashomon.model import Reading, Report, Skipped
from rashomon.pipeline import RunSummary, build_ledger, read_inputs, read_one, run
from rashomon.publish.contract import ledger_json
from rashomon.read.document import Document
from rashomon.store import open_store

STRIKE = (
    "OLDEN, March 6, 2024 (Meridian) - An air strike killed three people in Baghdad on Tuesday, the interior ministry said.\n\n"
    "A rebel commander told Reuters that at least 12 people had been killed.\n"
)
OTHER = "KYIV, March 9, 2024 (Meridian) - A missile hit a market in Kharkiv on Friday and wounded seven people, police said.\n"


def at(folder: Path, *inputs: Path) -> RunSummary:
    return run([str(item) for item in inputs], Config(workspace=folder / "w.db"))


def test_the_same_inputs_twice_change_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STRIKE, encoding="utf-8")
    first = at(tmp_path, tmp_path / "a.txt")
    again = at(tmp_path, tmp_path / "a.txt")
    assert (first.added, first.read) == (1, 1)
    assert (again.added, again.known, again.read) == (0, 1, 0)
    assert ledger_json(again.ledger) == ledger_json(first.ledger)


def test_a_new_report_re_reads_only_itself(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STRIKE, encoding="utf-8")
    at(tmp_path, tmp_path / "a.txt")
    (tmp_path / "b.txt").write_text(OTHER, encoding="utf-8")
    second = at(tmp_path, tmp_path / "a.txt", tmp_path / "b.txt")
    assert (second.added, second.known, second.read) == (1, 1, 1)
    assert len(second.ledger.reports) == 2


def test_days_that_come_in_one_by_one_give_the_ledger_of_all_at_once(tmp_path: Path) -> None:
    texts = [STRIKE, STRIKE.replace("three", "four"), OTHER, STRIKE.replace("Tuesday", "Monday")]
    files = [tmp_path / f"{n}.txt" for n in range(len(texts))]
    for file, text in zip(files, texts, strict=True):
        file.write_text(text, encoding="utf-8")
    by_day = [run([str(file)], Config(workspace=tmp_path / "days.db", reader="rules")) for file in files][-1]
    at_once = run([str(file) for file in files], Config(workspace=tmp_path / "once.db", reader="rules"))
    assert len(at_once.ledger.incidents) > 1
    assert json.dumps(ledger_json(by_day.ledger)) == json.dumps(ledger_json(at_once.ledger))


def test_what_was_kept_between_runs_may_be_damaged_or_lost(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STRIKE, encoding="utf-8")
    (tmp_path / "b.txt").write_text(OTHER, encoding="utf-8")
    config = Config(workspace=tmp_path / "w.db", reader="rules")
    for spoil in ("UPDATE kept SET record = x'00'", "DELETE FROM kept", "UPDATE kept SET record = x'00'"):
        run([str(tmp_path / "a.txt")], config)
        connection = sqlite3.connect(tmp_path / "w.db")
        connection.executescript(f"{spoil}; DELETE FROM ledgers")
        connection.close()
    spoilt = run([str(tmp_path / "a.txt"), str(tmp_path / "b.txt")], config)
    fresh = run([str(tmp_path / "a.txt"), str(tmp_path / "b.txt")], Config(workspace=tmp_path / "f.db", reader="rules"))
    assert ledger_json(spoilt.ledger) == ledger_json(fresh.ledger)


def test_a_ledger_that_was_damaged_is_computed_anew(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "a.txt").write_text(STRIKE, encoding="utf-8")
    config = Config(workspace=tmp_path / "w.db", reader="rules")
    first = run([str(tmp_path / "a.txt")], config)
    for spoil in ("UPDATE kept SET record = x'00' WHERE kind = 'ledger.part'", "UPDATE ledgers SET record = x'00'"):
        connection = sqlite3.connect(tmp_path / "w.db")
        connection.executescript(spoil)
        connection.close()
        caplog.clear()
        assert ledger_json(run([str(tmp_path / "a.txt")], config).ledger) == ledger_json(first.ledger)
        assert "computed anew" in caplog.text
        with open_store(tmp_path / "w.db", read_only=True) as store:
            assert store.ledger() == first.ledger


def test_a_dispute_of_two_claimants_is_found_end_to_end(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STRIKE, encoding="utf-8")
    (incident,) = at(tmp_path, tmp_path / "a.txt").ledger.incidents
    killed = next(q for q in incident.questions if q.question == "killed")
    assert killed.finding == "contradicts"
    assert {(a.low, a.high) for a in killed.accounts} == {(3, 3), (12, None)}


def test_the_store_gives_back_the_ledger_that_was_computed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STRIKE, encoding="utf-8")
    computed = at(tmp_path, tmp_path / "a.txt").ledger
    with open_store(tmp_path / "w.db", must_exist=True, read_only=True) as store:
        reports = {report.id: report for report in store.reports()}
        readings = [reading for report in reports for reading in store.readings(_reader()) if reading.report == report]
    assert ledger_json(build_ledger(reports, readings)) == ledger_json(computed)


def _reader() -> str:
    from rashomon.read import reader_version

    return reader_version()


def test_two_processes_give_the_same_ledger_as_one(tmp_path: Path) -> None:
    rows = [{"id": f"n{n}", "text": STRIKE.replace("three", str(n + 2))} for n in range(6)]
    (tmp_path / "rows.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    one = run([str(tmp_path / "rows.jsonl")], Config(workspace=tmp_path / "one.db", workers=1))
    two = run([str(tmp_path / "rows.jsonl")], Config(workspace=tmp_path / "two.db", workers=2))
    assert ledger_json(one.ledger) == ledger_json(two.ledger)


def test_nothing_to_read_is_one_clear_sentence(tmp_path: Path) -> None:
    with pytest.raises(NothingToRead, match=r"empty"):
        (tmp_path / "empty.txt").write_bytes(b"")
        at(tmp_path, tmp_path / "empty.txt")


def test_one_bad_input_loses_nothing_of_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STRIKE, encoding="utf-8")
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.7\ntruncated")
    (tmp_path / "c.txt").write_bytes(bytes(range(256)) * 40)
    summary = at(tmp_path, tmp_path)
    assert summary.added == 1
    assert {Path(s.where).name for s in summary.skipped} >= {"b.pdf", "c.txt"}


def test_reading_needs_no_workspace(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STRIKE, encoding="utf-8")
    (pair,) = [item for item in read_inputs([str(tmp_path / "a.txt")], Config()) if isinstance(item, tuple)]
    assert pair[1].report == pair[0].id
    assert not (tmp_path / "rashomon.db").exists()


KILLED = """
import sys
from pathlib import Path
from rashomon.config import Config
from rashomon.pipeline import run
run([sys.argv[1]], Config(workspace=Path(sys.argv[2])))
"""


@pytest.mark.parametrize("patience", [0.6, 1.0, 1.6])
def test_a_killed_run_is_resumed_where_it_stopped(tmp_path: Path, patience: float) -> None:
    rows = [{"id": f"n{n}", "text": STRIKE.replace("three", str(n + 2))} for n in range(300)]
    source, store = tmp_path / "rows.jsonl", tmp_path / "w.db"
    source.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    process = subprocess.Popen([sys.executable, "-c", KILLED, str(source), str(store)])
    time.sleep(patience)
    if process.poll() is None:
        os.kill(process.pid, signal.SIGKILL)
    process.wait()
    summary = run([str(source)], Config(workspace=store))
    assert summary.added + summary.known == len(rows)
    with open_store(store, must_exist=True) as opened:
        assert all(not check.faults for check in opened.verify())
        assert len(list(opened.reports())) == len(rows)


def test_a_report_that_the_reader_fails_on_stops_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stumbling(report: Report, reader: ReaderName, prepared: Document | None) -> Reading:
        if "Kharkiv" in report.text:
            raise OverflowError("too many")
        return read_one(report, reader, prepared)

    monkeypatch.setattr("rashomon.pipeline.read_one", stumbling)
    (tmp_path / "a.txt").write_text(STRIKE, encoding="utf-8")
    (tmp_path / "b.txt").write_text(OTHER, encoding="utf-8")
    summary = at(tmp_path, tmp_path / "a.txt", tmp_path / "b.txt")
    assert (summary.added, summary.read) == (2, 1)
    assert [(item.where, item.kept) for item in summary.skipped] == [(str(tmp_path / "b.txt"), False)]
    assert "OverflowError: too many" in summary.skipped[0].reason
    items = list(read_inputs([str(tmp_path / "a.txt"), str(tmp_path / "b.txt")], Config()))
    assert [isinstance(item, Skipped) for item in items] == [False, True]
    monkeypatch.undo()
    assert at(tmp_path, tmp_path / "b.txt").read == 1


def test_the_order_in_which_sets_happen_to_stand_changes_nothing(tmp_path: Path) -> None:
    samples = Path(__file__).resolve().parents[1] / "samples" / "reports"
    printed = []
    for seed in ("0", "1"):
        store = str(tmp_path / f"seed-{seed}.db")
        command = [sys.executable, "-m", "rashomon"]
        environment = os.environ | {"PYTHONHASHSEED": seed}
        subprocess.run(
            [*command, "-q", "run", str(samples), "-w", store], env=environment, check=True, capture_output=True
        )
        done = subprocess.run(
            [*command, "ledger", "--json", "-w", store], env=environment, check=True, capture_output=True
        )
        printed.append(done.stdout)
    assert printed[0] == printed[1]
    assert len(printed[0]) > 10_000
