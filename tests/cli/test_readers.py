"""Two readers in one program: the trained one and the rules, with and without weights, with one thread and with more."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from rashomon.config import ReaderName
from rashomon.shipped import models_folder
from tests.cli.conftest import Call, Outcome

COALITION = """Two dead in Marib air strike

MARIB, Yemen, 3 March 2022 (Harbour Ledger) – The Saudi-led coalition said that two people were killed in Wednesday’s air strike on Marib.
"""
OFFICIAL = """Eleven killed in air strike on Marib

MARIB, Yemen, 3 March 2022 (Valley Post) – Eleven people were killed in an air strike on the town of Marib on Wednesday, a local
health official said. The Saudi-led coalition denied that it had hit the town.
"""
MARKED = "[The Saudi-led coalition]"
"""The speaker, as `rashomon why` marks it."""
CHANGED = "The reader has changed since the last run"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    reports = tmp_path / "reports"
    reports.mkdir()
    for number in range(9):
        text = OFFICIAL if number % 2 else COALITION
        (reports / f"{number}.txt").write_text(text.replace("Wednesday", "Wednesday" + " morning" * number), "utf-8")
    return reports


@pytest.fixture
def no_weights(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An installation whose weights are missing."""
    models = tmp_path / "models"
    models.mkdir()
    monkeypatch.setattr("rashomon.read.neural.weights.models_folder", lambda: models)
    return models


def run(call: Call, folder: Path, workspace: Path, reader: ReaderName, *more: str) -> Outcome:
    done = call("run", str(folder), "-w", str(workspace), "--reader", reader, *more)
    assert done.code == 0, done.err
    return done


def readings(done: Outcome) -> list[dict[str, object]]:
    return [json.loads(line) for line in done.out.splitlines()]


def test_rules_need_no_weights(call: Call, folder: Path, no_weights: Path, tmp_path: Path) -> None:
    done = call("read", str(folder), "--reader", "rules")
    assert done.code == 0
    assert len(readings(done)) == 9
    assert all(".neural." not in str(reading["reader"]) for reading in readings(done))
    run(call, folder, tmp_path / "w.db", "rules")
    shown = call("why", "1", "killed", "-w", str(tmp_path / "w.db"))
    assert MARKED in shown.out
    assert CHANGED not in shown.err


@pytest.mark.parametrize("threads", ["1", "3"])
def test_without_weights_the_trained_reader_says_in_one_sentence_what_is_missing(
    call: Call, folder: Path, no_weights: Path, tmp_path: Path, threads: str
) -> None:
    for command in (("read",), ("run", "-w", str(tmp_path / "w.db"))):
        done = call(command[0], str(folder), *command[1:], "--reader", "neural", "--threads", threads, columns=400)
        assert (done.code, done.out) == (2, "")
        (said,) = done.err.splitlines()
        assert not (tmp_path / "w.db").exists()  # told before anything is begun
        assert f"there is no {no_weights / 'reader.json'}" in said
        assert said.endswith("read without weights: --reader rules.")


SPOILT = """
import sys
from pathlib import Path
from rashomon.read.neural import weights
models = Path(sys.argv.pop(1))
weights.models_folder = lambda: models
from rashomon.cli import main
main()
"""


@pytest.mark.parametrize("threads", ["1", "2"])
def test_spoilt_weights_stop_the_run_however_many_threads_meet_them(folder: Path, tmp_path: Path, threads: str) -> None:
    models = tmp_path / "models"
    models.mkdir()
    for name in ("reader.json", "tokenizer.json"):
        (models / name).write_bytes((models_folder() / name).read_bytes())
    (models / "reader.onnx").write_bytes(b"no graph")
    command = [sys.executable, "-c", SPOILT, str(models), "read", str(folder), "--threads", threads]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stdout) == (2, "")
    said = " ".join(done.stderr.split())
    assert "weights are damaged" in said
    assert "reader.onnx is not the file that was made" in said
    assert "Traceback" not in said


def test_threads_change_no_byte(call: Call, folder: Path, tmp_path: Path) -> None:
    one = call("read", str(folder), "--threads", "1")
    assert one.code == 0
    assert len(readings(one)) == 9
    for threads in ("2", "5"):
        assert call("read", str(folder), "--threads", threads).out == one.out
    printed = []
    for threads in ("1", "3"):
        workspace = tmp_path / f"{threads}.db"
        run(call, folder, workspace, "neural", "--threads", threads)
        printed.append(call("ledger", "--json", "-w", str(workspace)).out)
    assert printed[0] == printed[1]
    assert len(printed[0]) > 1000


def test_the_default_is_the_trained_reader(call: Call, folder: Path) -> None:
    assert call("read", str(folder / "1.txt")).out == call("read", str(folder / "1.txt"), "--reader", "neural").out
    assert ".neural." in str(readings(call("read", str(folder / "1.txt")))[0]["reader"])


def test_an_unknown_reader_is_wrong_usage(call: Call, folder: Path) -> None:
    done = call("read", str(folder), "--reader", "oracle", columns=200)
    assert (done.code, done.out) == (2, "")
    assert "oracle" in done.err


def test_another_reader_reads_again_and_the_same_one_does_not(call: Call, folder: Path, tmp_path: Path) -> None:
    workspace = tmp_path / "w.db"
    assert "9 new reports; 9 read;" in run(call, folder, workspace, "rules").err
    ledger = call("ledger", "--json", "-w", str(workspace)).out
    assert "9 known already; 9 read;" in run(call, folder, workspace, "neural").err
    assert "9 known already; 0 read;" in run(call, folder, workspace, "neural").err
    assert "9 known already; 0 read;" in run(call, folder, workspace, "rules").err
    assert call("ledger", "--json", "-w", str(workspace)).out == ledger


@pytest.mark.parametrize("first", ["rules", "neural"])
def test_who_speaks_is_marked_by_the_reader_that_read_last(
    call: Call, folder: Path, tmp_path: Path, first: ReaderName
) -> None:
    """The workspace keeps the readings of both readers; the ledger cites the attributions of the last."""
    workspace = tmp_path / "w.db"
    last: ReaderName = "rules" if first == "neural" else "neural"
    run(call, folder, workspace, last)
    alone = call("why", "1", "killed", "-w", str(workspace))
    assert MARKED in alone.out
    run(call, folder, workspace, first)
    run(call, folder, workspace, last)
    both = call("why", "1", "killed", "-w", str(workspace))
    assert (both.code, both.out, both.err) == (0, alone.out, alone.err)
    assert CHANGED not in both.err


def test_weights_that_went_away_cost_the_marks_and_nothing_else(
    call: Call, folder: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    workspace = tmp_path / "w.db"
    run(call, folder, workspace, "neural")
    before = call("why", "1", "killed", "-w", str(workspace))
    request.getfixturevalue("no_weights")
    after = call("why", "1", "killed", "-w", str(workspace))
    assert MARKED in before.out
    assert after.code == 0
    assert MARKED not in after.out
    assert "The Saudi-led coalition" in after.out
    assert CHANGED in after.err
