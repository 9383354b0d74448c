"""What the worker process does: it limits itself, runs the pipeline, and tells how far it is."""

import logging
import os
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.util import find_spec
from multiprocessing.connection import Connection
from pathlib import Path

from rashomon.clock import now
from rashomon.config import Config
from rashomon.errors import NothingToRead, RashomonError, UsageMistaken, WorkspaceFull, WorkspaceLocked
from rashomon.model import Skipped

LOG = logging.getLogger(__name__)
GIGABYTE = 1024**3
LIMITED = find_spec("resource") is not None
"""Whether this system limits what one process may use; Windows does not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """What one run may use: bytes of memory, seconds of the processor and seconds in all.

    `still` are the seconds for which bringing in may stand still at one file.
    """

    memory: int = 6 * GIGABYTE
    processor: int = 3600
    seconds: int = 3600
    still: int = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How a run ended: a sentence, what was left out with its reason, and whether anything failed."""

    said: str
    failed: bool = False
    skipped: tuple[Skipped, ...] = ()


Step = tuple[str, int, int | None]
"""The stage, how much of it is done, and of how much."""


def work(inputs: tuple[str, ...], config: Config, bounds: Bounds, told: Connection) -> None:
    """Run, and send a `Step` for each thing done and an `Outcome` at the end."""
    confine(bounds)
    try:
        told.send(_run(inputs, config, told))
    except NothingToRead as error:
        told.send(Outcome(said="Nothing in it is a report.", failed=True, skipped=_bare(error.skipped, inputs)))
    except MemoryError:
        told.send(Outcome(said="It needs more memory than a run may have. Bring it in by parts.", failed=True))
    except RashomonError as error:
        told.send(Outcome(said=_sentence(error, inputs), failed=True))


def try_out(inputs: tuple[str, ...], config: Config, bounds: Bounds, told: Connection) -> None:
    """Take in one file after the other and keep nothing: send all paths, each path before it is read, and None."""
    from rashomon.ingest import ingest
    from rashomon.ingest.sources import Source, find_sources

    confine(bounds)
    sources = (one for given in inputs for one in find_sources(given) if isinstance(one, Source) and one.path)
    paths = tuple(str(source.path) for source in sources)
    told.send(paths)
    for path in paths:
        told.send(path)
        for _ in ingest([path], config):
            pass
    told.send(None)


def confine(bounds: Bounds) -> None:
    """Let the system end this process where it uses more than it may, if the system can do that."""
    if not LIMITED:
        return
    import resource

    for limit, most in (
        (resource.RLIMIT_AS, bounds.memory),
        (resource.RLIMIT_CPU, bounds.processor),
        (resource.RLIMIT_CORE, 0),
    ):
        highest = resource.getrlimit(limit)[1]
        bound = most if highest == resource.RLIM_INFINITY else min(most, highest)
        try:
            resource.setrlimit(limit, (bound, bound))
        except (OSError, ValueError):  # macOS knows the limit of memory and refuses to set it
            LOG.debug("Limit %s can't be set.", limit)


def _run(inputs: tuple[str, ...], config: Config, told: Connection) -> Outcome:
    from rashomon.pipeline import run

    told.send(("ingest", 0, None))
    from rashomon.publish.words import counted

    summary = run(inputs, config, listen=lambda *step: told.send(step), came=now())
    known = f", {summary.known:,} known already" if summary.known else ""
    said = (
        f"{counted(summary.added, 'new report')}{known}; {summary.read:,} read; "
        f"{counted(len(summary.ledger.incidents), 'incident')} in the workspace."
    )
    return Outcome(said=said, skipped=_bare(summary.skipped, inputs))


def _sentence(error: RashomonError, inputs: tuple[str, ...]) -> str:
    """What failed, without a path of this machine; the terminal says more."""
    if isinstance(error, UsageMistaken):
        return bare_words(str(error), inputs)
    LOG.error("%s", error)
    if isinstance(error, WorkspaceLocked):
        return "Another run is writing to this workspace. Wait until it has ended, then try again."
    if isinstance(error, WorkspaceFull):
        return "The workspace can't be written: the disk is full, or the file may not be changed."
    return "It could not go on. The terminal in which the workbench runs says why."


def _bare(skipped: Iterable[Skipped], inputs: tuple[str, ...]) -> tuple[Skipped, ...]:
    """What was skipped, named without the folder of this machine in which it lay."""
    return tuple(
        Skipped(
            where=bare_words(one.where, inputs),
            reason=bare_words(one.reason, inputs),
            next_step=one.next_step,
            kept=one.kept,
        )
        for one in skipped
    )


def bare_words(words: str, inputs: Iterable[str]) -> str:
    """Words that name inputs without the folders in which they lie."""
    for folder in {str(Path(given).parent) for given in inputs} - {".", os.sep}:
        words = words.replace(f"{folder}{os.sep}", "")
    return words
