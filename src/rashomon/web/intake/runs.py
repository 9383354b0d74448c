"""The one run that may be under way, and how the last one ended."""

import shutil
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Condition, Thread
from time import monotonic

from rashomon.config import Config
from rashomon.errors import UsageMistaken
from rashomon.web.intake.worker import Bounds, Outcome, work

STAGES = {"ingest": "Bringing in reports", "read": "Reading", "ledger": "Laying accounts side by side"}
GRACE = 3.0
"""Seconds that a cancelled worker has to end by itself; what it has committed stays."""
DEFAULT_BOUNDS = Bounds()


class Busy(UsageMistaken):
    """A run is under way already."""


@dataclass(slots=True, kw_only=True)
class Run:
    """A run as pages see it; `step` goes up with everything that is told."""

    id: int
    stage: str = "Starting"
    done: int = 0
    total: int | None = None
    step: int = 0
    cancelled: bool = False
    outcome: Outcome | None = field(default=None)


class Intake:
    """Starts runs, one at a time, each in a process of its own that can be killed."""

    def __init__(self, config: Config, bounds: Bounds = DEFAULT_BOUNDS) -> None:
        self._config = config
        self._bounds = bounds
        self._changed = Condition()
        self.run: Run | None = None

    def start(self, inputs: tuple[str, ...], folder: Path | None) -> Run:
        """Begin; `folder` holds what was uploaded and goes when the run ends. Raises `Busy` while another is under way."""
        with self._changed:
            if self.run is not None and self.run.outcome is None:
                raise Busy("A run is under way already.", "Wait until it has ended, or cancel it.")
            run = self.run = Run(id=self.run.id + 1 if self.run else 1)
        Thread(target=self._watch, args=(run, inputs, folder), name="intake", daemon=True).start()
        return run

    def cancel(self) -> None:
        """End the run; nothing happens where none is under way."""
        with self._changed:
            if self.run is not None and self.run.outcome is None:
                self.run.cancelled = True

    def changed(self, step: int, seconds: float) -> Run | None:
        """The run as soon as it is beyond a step, or as it is after some seconds."""
        with self._changed:
            self._changed.wait_for(lambda: self.run is None or self.run.step != step, seconds)
            return self.run

    def _watch(self, run: Run, inputs: tuple[str, ...], folder: Path | None) -> None:
        outcome = Outcome(said="The run broke off. What it had kept stays.", failed=True)
        try:
            outcome = self._supervised(run, inputs)
        finally:
            if folder is not None:
                shutil.rmtree(folder, ignore_errors=True)
            with self._changed:
                run.outcome = outcome
                run.step += 1
                self._changed.notify_all()

    def _supervised(self, run: Run, inputs: tuple[str, ...]) -> Outcome:
        """The outcome that the worker tells, or what became of it."""
        context = get_context("spawn")
        here, there = context.Pipe(duplex=False)
        process = context.Process(target=work, args=(inputs, self._config, self._bounds, there), daemon=True)
        process.start()
        there.close()
        end = monotonic() + self._bounds.seconds
        try:
            while not run.cancelled and monotonic() < end:
                if here.poll(0.2):
                    told = self._received(here)
                    if told is None or isinstance(told, Outcome):
                        return told or Outcome(
                            said="The run broke off: it failed, or needed more than it may have. What it had kept stays.",
                            failed=True,
                        )
                    self._note(run, *told)
        finally:
            process.terminate()
            process.join(GRACE)
            if process.is_alive():
                process.kill()
                process.join()
            here.close()
        if run.cancelled:
            return Outcome(said="Cancelled. What was kept by then stays; the next run goes on from there.", failed=True)
        return Outcome(said="It took longer than a run may. What was kept by then stays.", failed=True)

    def _received(self, here: Connection) -> Outcome | tuple[str, int, int | None] | None:
        try:
            told: Outcome | tuple[str, int, int | None] = here.recv()
        except (EOFError, OSError):
            return None
        return told

    def _note(self, run: Run, stage: str, done: int, total: int | None) -> None:
        with self._changed:
            run.stage, run.done, run.total = STAGES.get(stage, stage), done, total
            run.step += 1
            self._changed.notify_all()
