import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path

import pytest

from rashomon.engine import LocalEngine
from rashomon.engine.local import AHEAD, CHUNK
from rashomon.errors import RunStopped
from tests.engine import work

ROOT = Path(__file__).resolve().parents[2]
ALONE, TWO = LocalEngine(), LocalEngine(workers=2)
SOON = 10.0
"""Seconds within which things end that would else take a minute."""


@pytest.mark.parametrize("engine", [ALONE, TWO])
def test_results_come_in_the_order_of_the_items(engine: LocalEngine) -> None:
    assert list(engine.map(work.square, range(50))) == [item * item for item in range(50)]
    assert list(engine.map(work.square, [])) == []


@pytest.mark.parametrize("engine", [ALONE, TWO])
def test_no_more_items_are_taken_than_are_worked_on(engine: LocalEngine) -> None:
    seen: list[int] = []
    results = engine.map(work.square, work.numbers(seen, 10_000))
    assert seen == []
    assert list(islice(results, 20)) == [item * item for item in range(20)]
    results.close()  # type: ignore[attr-defined]
    assert len(seen) <= 20 + 2 * AHEAD * CHUNK + CHUNK


def test_the_work_is_done_in_other_processes() -> None:
    assert os.getpid() in set(ALONE.map(work.own_process, range(3)))
    assert os.getpid() not in set(TWO.map(work.own_process, range(3)))


@pytest.mark.parametrize("engine", [ALONE, TWO])
def test_an_error_is_raised_in_its_items_place(engine: LocalEngine) -> None:
    results = engine.map(work.square, [1, 2, work.WRONG, 3])
    assert list(islice(results, 2)) == [1, 4]
    with pytest.raises(ValueError, match="this one is wrong"):
        next(results)


def test_an_error_says_where_in_the_worker_it_was_raised() -> None:
    with pytest.raises(ValueError, match="wrong") as caught:
        list(TWO.map(work.square, [work.WRONG]))
    assert "in square" in "".join(caught.value.__notes__)


def test_an_error_that_can_not_travel_is_told_in_words() -> None:
    with pytest.raises(RuntimeError, match="Unfit: unfit 3 3"):
        list(TWO.map(work.unfit, [3]))


def test_the_death_of_a_worker_is_told_in_one_sentence() -> None:
    results = TWO.map(work.square, [*range(CHUNK), work.FATAL])
    with pytest.raises(RunStopped, match="worker process died") as caught:
        list(results)
    assert "fewer workers" in caught.value.next_step


@pytest.mark.parametrize("call", [lambda program: program.send_signal(signal.SIGINT), subprocess.Popen.kill])
def test_when_the_run_ends_its_workers_are_gone(call: Callable[[subprocess.Popen[str]], None]) -> None:
    program, workers = begin()
    call(program)
    _, words = program.communicate(timeout=SOON)
    assert "Traceback" not in words
    assert all(is_gone(worker) for worker in workers)


@pytest.mark.parametrize("after", [0.0, 0.05, 0.15, 0.4])
def test_control_c_is_quiet_and_quick_even_while_workers_start(after: float) -> None:
    program = subprocess.Popen(
        [sys.executable, "-c", STARTING], stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        start_new_session=True,
        cwd=ROOT,
    )  # fmt: skip
    assert program.stdout is not None
    assert program.stdout.readline() == "ready\n"
    time.sleep(after)
    os.killpg(program.pid, signal.SIGINT)
    _, words = program.communicate(timeout=SOON)
    assert words == "" or all(line.isdigit() for line in words.split()), words
    assert program.returncode == 130


STARTING = """
import sys
from rashomon.engine import LocalEngine
from tests.engine.work import slowly
try:
    print("ready", flush=True)
    list(LocalEngine(workers=2).map(slowly, range(8)))
except KeyboardInterrupt:
    sys.exit(130)
"""


def begin() -> tuple[subprocess.Popen[str], list[int]]:
    """A program whose two workers are at work, and the ids of these."""
    command = [sys.executable, "-m", "tests.engine.work"]
    program = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, cwd=ROOT)
    assert program.stderr is not None
    return program, [int(program.stderr.readline()) for _ in range(2)]


def is_gone(process: int) -> bool:
    """Whether a process ends soon."""
    end = time.monotonic() + SOON
    while time.monotonic() < end:
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False
