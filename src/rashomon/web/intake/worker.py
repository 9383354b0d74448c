"""What the worker process does: it limits itself, runs the pipeline, and tells how far it is."""

import os
import resource
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from rashomon.clock import now
from rashomon.config import Config
from rashomon.errors import NothingToRead, RashomonError, WorkspaceLocked
from rashomon.model import Skipped

GIGABYTE = 1024**3


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """What one run may use: bytes of memory, seconds of the processor and seconds in all."""

    memory: int = 6 * GIGABYTE
    processor: int = 3600
    seconds: int = 3600


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How a run ended: a sentence, what was left out with its reason, and whether anything failed."""

    said: str
    failed: bool = False
    skipped: tuple[Skipped, ...] = ()


def work(inputs: tuple[str, ...], config: Config, bounds: Bounds, told: Connection) -> None:
    """Run, and send `(stage, done, total)` for each step and an `Outcome` at the end."""
    resource.setrlimit(resource.RLIMIT_AS, (bounds.memory, bounds.memory))
    resource.setrlimit(resource.RLIMIT_CPU, (bounds.processor, bounds.processor))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    folder = os.path.commonpath(inputs) if len(inputs) > 1 else str(Path(inputs[0]).parent)
    try:
        told.send(_run(inputs, config, told, folder))
    except NothingToRead as error:
        told.send(Outcome(said="Nothing in it is a report.", failed=True, skipped=_bare(error.skipped, folder)))
    except WorkspaceLocked:
        said = "Another run is writing to this workspace. Wait until it has ended, then try again."
        told.send(Outcome(said=said, failed=True))
    except MemoryError:
        told.send(Outcome(said="It needs more memory than a run may have. Bring it in by parts.", failed=True))
    except RashomonError as error:
        told.send(Outcome(said=str(error).replace(folder, "…"), failed=True))


def _run(inputs: tuple[str, ...], config: Config, told: Connection, folder: str) -> Outcome:
    from rashomon.pipeline import run
    from rashomon.publish.words import counted

    summary = run(inputs, config, listen=lambda *step: told.send(step), came=now())
    known = f", {summary.known:,} known already" if summary.known else ""
    said = (
        f"{counted(summary.added, 'new report')}{known}; {summary.read:,} read; "
        f"{counted(len(summary.ledger.incidents), 'incident')} in the workspace."
    )
    return Outcome(said=said, skipped=_bare(summary.skipped, folder))


def _bare(skipped: tuple[Skipped, ...], folder: str) -> tuple[Skipped, ...]:
    """What was skipped, named without the folder of this machine in which it lay."""
    return tuple(
        Skipped(
            where=one.where.replace(f"{folder}/", ""),
            reason=one.reason.replace(f"{folder}/", ""),
            next_step=one.next_step,
            kept=one.kept,
        )
        for one in skipped
    )
