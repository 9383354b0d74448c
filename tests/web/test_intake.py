"""Runs in a process that can be ended: what one file does to it costs that file alone, and the workbench lives on."""

import os
import signal
import subprocess
import sys
import time
from multiprocessing import active_children
from pathlib import Path

import pytest

from rashomon.config import Config
from rashomon.store import open_store
from rashomon.web.intake import Busy, Given, Intake, Run
from rashomon.web.intake.worker import LIMITED, Bounds, Outcome
from tests.web.bombs import MEGABYTE, large_docx, packed_docx, packed_pdf, slow_page

REPORT = "TEL SARW, 3 March 2021 – A drone strike killed three people at a mill, the mayor said on Tuesday.\n"
PATIENCE = 120
limited = pytest.mark.skipif(not LIMITED, reason="this system does not limit processes")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one good report, as it is made for what was sent."""
    (tmp_path / "sent" / "0").mkdir(parents=True)
    (tmp_path / "sent" / "0" / "mill.txt").write_text(REPORT)
    return tmp_path / "sent"


def _intake(tmp_path: Path, **bounds: int) -> Intake:
    return Intake(Config(workspace=tmp_path / "w.db", reader="rules"), Bounds(**bounds))


def _given(folder: Path, **files: bytes) -> Given:
    for name, data in files.items():
        place = folder / name
        place.mkdir()
        (place / name.replace("_", ".")).write_bytes(data)
    return Given(inputs=tuple(str(one) for place in sorted(folder.iterdir()) for one in place.iterdir()), folder=folder)


def _ended(intake: Intake) -> Outcome:
    for _ in range(PATIENCE * 20):
        if intake.run is not None and intake.run.outcome is not None:
            return intake.run.outcome
        time.sleep(0.05)
    raise AssertionError("the run has not ended")


def _reports(tmp_path: Path) -> int:
    with open_store(tmp_path / "w.db", read_only=True) as store:
        return store.count()


def test_bombs_are_left_out_and_the_others_are_brought_in(tmp_path: Path, folder: Path) -> None:
    intake = _intake(tmp_path)
    intake.start(_given(folder, bomb_pdf=packed_pdf(400 * MEGABYTE), bomb_docx=packed_docx(20_000_000)))
    outcome = _ended(intake)
    assert not outcome.failed
    assert {one.where for one in outcome.skipped} == {"bomb.pdf", "bomb.docx"}
    assert _reports(tmp_path) == 1
    assert not folder.exists()


@limited
def test_a_file_that_takes_more_memory_than_there_is_is_left_out(tmp_path: Path, folder: Path) -> None:
    intake = _intake(tmp_path, memory=700 * MEGABYTE)
    intake.start(_given(folder, large_docx=large_docx(1_500_000)))
    outcome = _ended(intake)
    assert not outcome.failed
    assert [one.where for one in outcome.skipped] == ["large.docx"]
    assert _reports(tmp_path) == 1


def test_a_file_at_which_a_run_stands_still_is_left_out_and_the_others_are_brought_in(
    tmp_path: Path, folder: Path
) -> None:
    intake = _intake(tmp_path, still=5)
    intake.start(_given(folder, slow_html=slow_page()))
    outcome = _ended(intake)
    assert not outcome.failed
    assert [(one.where, one.reason) for one in outcome.skipped] == [
        ("slow.html", "Reading it took more time or memory than one file may, and was broken off.")
    ]
    assert _reports(tmp_path) == 1
    assert active_children() == []


def test_only_what_can_not_be_read_ends_a_run_with_a_clear_word(tmp_path: Path, folder: Path) -> None:
    (folder / "0" / "mill.txt").unlink()
    (folder / "0" / "slow.html").write_bytes(slow_page())
    intake = _intake(tmp_path, still=5)
    intake.start(_given(folder))
    outcome = _ended(intake)
    assert (outcome.said, len(outcome.skipped)) == ("Nothing in it could be read.", 1)


@limited
def test_a_run_that_uses_up_its_time_is_ended(tmp_path: Path, folder: Path) -> None:
    intake = _intake(tmp_path, seconds=2)
    intake.start(_given(folder, slow_html=slow_page()))
    assert "longer than a run may" in _ended(intake).said
    assert active_children() == []


def test_a_run_can_be_cancelled_in_the_middle_and_another_one_begun(tmp_path: Path, folder: Path) -> None:
    slow = _given(folder, slow_html=slow_page())
    intake = _intake(tmp_path)
    intake.start(slow)
    with pytest.raises(Busy):
        intake.start(Given(inputs=slow.inputs))
    time.sleep(1)
    intake.cancel()
    assert "Cancelled" in _ended(intake).said
    assert active_children() == []
    (tmp_path / "mill.txt").write_text(REPORT)
    intake.start(Given(inputs=(str(tmp_path / "mill.txt"),)))
    assert "1 new report" in _ended(intake).said
    assert (tmp_path / "mill.txt").exists()


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system knows no such signal")
def test_a_worker_that_the_system_ends_is_told_and_the_next_run_works(tmp_path: Path, folder: Path) -> None:
    intake = _intake(tmp_path)
    _kill_workers(intake.start(_given(folder)))
    assert "broke off" in _ended(intake).said
    (tmp_path / "mill.txt").write_text(REPORT)
    intake.start(Given(inputs=(str(tmp_path / "mill.txt"),)))
    assert "1 new report" in _ended(intake).said


def _kill_workers(run: Run) -> None:
    """End every process of a run as the system does when memory is short."""
    while run.outcome is None:
        for child in active_children():
            if child.pid is not None:
                os.kill(child.pid, signal.SIGKILL)
        time.sleep(0.05)


def test_where_nothing_limits_a_process_the_workbench_starts_and_says_so() -> None:
    asked = """
import sys
sys.modules["resource"] = None  # as on Windows
from rashomon.web.app import Workbench
from rashomon.web.intake.worker import LIMITED, Bounds, confine
confine(Bounds())
print(LIMITED)
"""
    ran = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert ran.stdout == "False\n"
