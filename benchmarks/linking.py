"""Time linking as a workspace grows: the time of a reading, from the first size to the last, and what a day's reports cost.

usage: python benchmarks/speed.py link [--large] [--kept]

Each size runs in a process of its own, so that its memory is its own; --large adds 100,000 readings, --kept a table of
what a run costs that goes on from what the run before kept in its workspace. Readings are synthetic
(benchmarks/stories.py says what they assume). Seconds are those that the processor spent, so that whatever else runs on
the machine hardly changes them.
"""

import gc
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import TypeAlias, TypeVar

from rich.console import Group
from rich.table import Table

ROOT = Path(__file__).resolve().parents[1]
# The readings are made by a module beside the script.
sys.path.insert(0, str(ROOT))

from benchmarks.stories import Told, told_readings
from benchmarks.wording import standing_vectors
from rashomon.engine import without_collecting
from rashomon.link import Linker
from rashomon.link.candidates import candidates
from rashomon.link.prose import plain_words
from rashomon.link.signatures import Print, print_of
from rashomon.model import Report
from rashomon.store import Store, open_store

SIZES, LARGE = (1_000, 10_000), 100_000
STEP = 100
"""Reports that come in at once, and those that come in last of all."""
WARM, CORES, SIGNED = 50, 2, 3_000
Value = TypeVar("Value")
Listener: TypeAlias = Callable[[str], object]


def measure(count: int) -> dict[str, float]:
    """Figures of one size: microseconds a reading, seconds for the new ones, peak MB."""
    _add(
        Linker(vectors=standing_vectors()), list(told_readings(WARM, seed=2))
    )  # loads the codebook, which is not what is timed
    linker, source, prints = Linker(vectors=standing_vectors()), told_readings(count + STEP), []
    joining = copying = 0.0
    more = islice(source, count)
    while step := list(islice(more, STEP)):
        joining += _add(linker, step)
        seconds, found = _timed(lambda step=step: [_print(report) for report, _ in step])  # type: ignore[misc]
        copying += seconds
        prints += found
    seconds, incidents = _timed(linker.incidents)
    joining += seconds
    copying += _timed(lambda: candidates(prints))[0]
    new = _add(linker, list(source)) + _timed(linker.incidents)[0]
    return {
        "joining": joining / count * 1e6,
        "copying": copying / count * 1e6,
        "incidents": len(incidents),
        "new": new,
        "uncompared": linker.dropped.uncompared,
        "peak MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def kept(count: int) -> dict[str, float]:
    """What a run costs that finds so many reports linked in its workspace: seconds to open, add and keep, rows and MB."""
    source, everyone, joining = told_readings(count + STEP), set[str](), 0.0
    more = islice(source, count)
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "kept.db"
        with open_store(path) as store, store.writing(every=10**6):
            first = _linker(store, everyone)
            while step := list(islice(more, STEP)):
                joining += _add(first, step)
                everyone |= {report.id for report, _ in step}
            joining += _timed(first.incidents)[0]
            keeping, _ = _timed(first.save)
        before = path.stat().st_size
        del first
        gc.collect()
        with open_store(path) as store, store.writing(every=10**6):
            opening, linker = _timed(lambda: _linker(store, everyone))
            adding = _add(linker, list(source)) + _timed(linker.join)[0]
            keeping_more, _ = _timed(linker.save)
            listing, _ = _timed(linker.incidents)
    return {
        "joining": joining,
        "keeping": keeping,
        "MB": before / 1e6,
        "opening": opening,
        "adding": adding,
        "keeping more": keeping_more,
        "listing": listing,
    }


def _linker(store: Store, reports: AbstractSet[str]) -> Linker:
    return Linker(store, version="1", reports=reports, vectors=standing_vectors())


def signatures() -> float:
    """Reports a second whose signatures are made, by the processor time of as many processes as there are cores."""
    with get_context("spawn").Pool(CORES) as pool:
        return sum(pool.map(_signed_a_second, range(CORES)))


def _signed_a_second(seed: int) -> float:
    reports = [report for report, _ in told_readings(SIGNED, seed=seed)]
    return SIGNED / _timed(lambda: [_print(report) for report in reports])[0]


def _print(report: Report) -> Print | None:
    return print_of(plain_words(report))


def _add(linker: Linker, told: Sequence[Told]) -> float:
    """Seconds that it takes to compare some new readings with what is known."""
    reports = {report.id: report for report, _ in told}
    return _timed(lambda: linker.add(reports, [reading for _, reading in told]))[0]


def _timed(action: Callable[[], Value]) -> tuple[float, Value]:
    begun = time.process_time()
    value = action()
    return time.process_time() - begun, value


def growth(*, large: bool, keep: bool, listen: Listener) -> Group:
    """The tables, one row a size; each row is told as soon as it is there, for the last may take half an hour."""
    sizes = (*SIZES, LARGE) if large else SIZES
    names = ("readings", "incidents", "joining, us each", "growth", "copies, us each", f"{STEP} more, s", "not compared", "peak MB")  # fmt: skip
    table = Table(*names, title="Linking")
    first = 0.0
    for count in sizes:
        one = _in_own_process("measure", count)
        first = first or one["joining"]
        row = (one["incidents"], one["joining"], one["joining"] / first, one["copying"], one["new"], one["uncompared"], one["peak MB"])  # fmt: skip
        _add_row(table, names, [f"{count:,}", *_shown(row, (0, 0, 2, 0, 2, 0, 0))], listen)
    names = ("readings", "from nothing, s", "to keep it, s", "kept, MB", "to open, s", f"{STEP} more, s", "to keep them, s", "to list all, s")  # fmt: skip
    more = Table(*names, title="Going on from what the run before kept")
    for count in sizes if keep else ():
        one = _in_own_process("kept", count)
        _add_row(more, names, [f"{count:,}", *_shown(list(one.values()), (1, 1, 0, 2, 2, 2, 2))], listen)
    rate = f"Signatures: {signatures():,.0f} reports a second on {CORES} cores."
    return Group(table, *([more] if keep else []), rate)


def _add_row(table: Table, names: Sequence[str], cells: Sequence[str], listen: Listener) -> None:
    listen("; ".join(f"{name} {cell}" for name, cell in zip(names, cells, strict=True)))
    table.add_row(*cells)


def _shown(values: Sequence[float], digits: Sequence[int]) -> list[str]:
    return [f"{value:,.{places}f}" for value, places in zip(values, digits, strict=True)]


def _in_own_process(what: str, count: int) -> dict[str, float]:
    command = [sys.executable, str(Path(__file__)), what, str(count)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(done.stderr)
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


if __name__ == "__main__":
    with without_collecting():  # as the pipeline has it
        figures = {"measure": measure, "kept": kept}[sys.argv[1]](int(sys.argv[2]))
    sys.stdout.write(json.dumps(figures))
