"""The one run that may be under way, and how the last one ended."""

import shutil
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Lock, Thread
from time import monotonic

from rashomon.config import Config
from rashomon.errors import UsageMistaken
from rashomon.model import Skipped
from rashomon.web.intake.child import NOTHING, Broken, Child
from rashomon.web.intake.worker import Bounds, Outcome, Step, bare_words, try_out, work

STARTING = "Starting"
SEEKING = "Looking for the file that can't be read"
STAGES = {"ingest": "Bringing in reports", "read": "Reading", "ledger": "Laying accounts side by side"}
TAKING_IN = (STARTING, STAGES["ingest"])
"""Stages in which one file may hold up all others."""
DEFAULT_BOUNDS = Bounds()
BROKE_OFF = Outcome(
    said="The run broke off: it failed, or needed more than it may have. What it had kept stays.", failed=True
)
CANCELLED = Outcome(said="Cancelled. What was kept by then stays; the next run goes on from there.", failed=True)
TOO_LONG = Outcome(said="It took longer than a run may. What was kept by then stays.", failed=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """Inputs of a run; `folder` holds those that were sent, and goes when the run ends."""

    inputs: tuple[str, ...]
    folder: Path | None = None


class Busy(UsageMistaken):
    """A run is under way already."""


@dataclass(slots=True, kw_only=True)
class Run:
    """A run as pages see it; `step` goes up with everything that is told."""

    id: int
    stage: str = STARTING
    done: int = 0
    total: int | None = None
    step: int = 0
    cancelled: bool = False
    outcome: Outcome | None = field(default=None)


class Intake:
    """Starts runs, one at a time, each in a process of its own that can be killed.

    A file that the process does not survive, or at which it stands still, is found and left out, and the run begun again.
    """

    def __init__(self, config: Config, bounds: Bounds = DEFAULT_BOUNDS) -> None:
        self._config = config
        self._bounds = bounds
        self._lock = Lock()
        self.run: Run | None = None

    def start(self, given: Given) -> Run:
        """Begin; a folder that was made for it goes when the run ends. Raises `Busy` while another is under way."""
        with self._lock:
            if self.run is not None and self.run.outcome is None:
                if given.folder is not None:
                    shutil.rmtree(given.folder, ignore_errors=True)
                raise Busy("A run is under way already.", "Wait until it has ended, or cancel it.")
            run = self.run = Run(id=self.run.id + 1 if self.run else 1)
        Thread(target=self._watch, args=(run, given.inputs, given.folder), name="intake", daemon=True).start()
        return run

    def cancel(self) -> None:
        """End the run; nothing happens where none is under way."""
        with self._lock:
            if self.run is not None and self.run.outcome is None:
                self.run.cancelled = True

    def _watch(self, run: Run, inputs: tuple[str, ...], folder: Path | None) -> None:
        outcome = BROKE_OFF
        try:
            outcome = self._supervised(run, inputs)
        finally:
            if folder is not None:
                shutil.rmtree(folder, ignore_errors=True)
            run.outcome = outcome
            run.step += 1

    def _supervised(self, run: Run, inputs: tuple[str, ...]) -> Outcome:
        """The outcome that the worker tells, or what became of it; files that it does not survive are left out."""
        end, left = monotonic() + self._bounds.seconds, tuple[Skipped, ...]()
        while True:
            outcome = self._attempt(run, inputs, end)
            fault = self._fault(run, inputs, end) if outcome is BROKE_OFF and run.stage in TAKING_IN else None
            if fault is None:
                return replace(outcome, skipped=(*left, *outcome.skipped))
            path, inputs = fault
            left = (*left, _left_out(path))
            if not inputs:
                return Outcome(said="Nothing in it could be read.", failed=True, skipped=left)
            run.stage, run.done, run.total = STARTING, 0, None

    def _attempt(self, run: Run, inputs: tuple[str, ...], end: float) -> Outcome:
        heard: float | None = None  # nothing stands still before it has begun
        with Child(work, inputs, self._config, self._bounds) as child:
            while (stopped := _stopped(run, end)) is None:
                try:
                    told = child.told()
                except Broken:
                    return BROKE_OFF
                if isinstance(told, Outcome):
                    return told
                if told is not NOTHING:
                    heard = monotonic()
                    _note(run, told)
                elif heard is not None and run.stage in TAKING_IN and monotonic() - heard > self._bounds.still:
                    return BROKE_OFF
        return stopped

    def _fault(self, run: Run, inputs: tuple[str, ...], end: float) -> tuple[str, tuple[str, ...]] | None:
        """The file that a process does not survive, and all others; None where there is none."""
        run.stage, run.done, run.total = SEEKING, 0, None
        run.step += 1
        heard, paths, at = 0.0, tuple[str, ...](), ""
        with Child(try_out, inputs, self._config, self._bounds) as child:
            while _stopped(run, end) is None:
                try:
                    told = child.told()
                except Broken:
                    break
                if told is None:
                    return None
                if told is not NOTHING:
                    heard = monotonic()
                    paths, at = (paths, told) if paths else (told, at)
                elif at and monotonic() - heard > self._bounds.still:
                    break
            else:
                return None
        return (at, tuple(path for path in paths if path != at)) if at else None


def _stopped(run: Run, end: float) -> Outcome | None:
    if run.cancelled:
        return CANCELLED
    return TOO_LONG if monotonic() > end else None


def _note(run: Run, told: Step) -> None:
    stage, run.done, run.total = told
    run.stage = STAGES.get(stage, stage)
    run.step += 1


def _left_out(path: str) -> Skipped:
    return Skipped(
        where=bare_words(path, (path,)),
        reason="Reading it took more time or memory than one file may, and was broken off.",
        next_step="Bring in its text alone.",
    )
