"""Time linking as a workspace grows: the time of a reading, from the first to the last, and what a day's reports cost.

usage: python benchmarks/speed.py link [--large]

Each size runs in a process of its own, so that its memory is its own; --large adds 100,000 readings. Readings are
synthetic (benchmarks/stories.py). Copies are found by text and are timed elsewhere.
"""

import json
import resource
import subprocess
import sys
import time
from itertools import islice
from pathlib import Path

from rich.table import Table

ROOT = Path(__file__).resolve().parents[1]
# The readings are made by a module beside the script.
sys.path.insert(0, str(ROOT))

from benchmarks.stories import Told, told_readings
from rashomon.link import Linker

SIZES, LARGE = (1_000, 10_000), 100_000
PARTS = 10
STEP = 100
"""Reports that come in at once, and those that come in last of all."""
WARM = 50


def measure(count: int) -> dict[str, float]:
    """Figures of one size: microseconds a reading in the first and the last tenth, seconds for the new ones, peak MB."""
    _add(Linker(), list(told_readings(WARM, seed=2)))  # loads the codebook, which is not what is timed
    linker, spent, source = Linker(), [], told_readings(count + STEP)
    for _ in range(PARTS):
        part = islice(source, count // PARTS)
        seconds = 0.0
        while step := list(islice(part, STEP)):
            seconds += _add(linker, step)
        spent.append(seconds * PARTS / count * 1e6)
    begun = time.perf_counter()
    linker.incidents()
    settled = time.perf_counter() - begun
    new = _add(linker, list(source))
    begun = time.perf_counter()
    incidents = len(linker.incidents())
    return {
        "first": spent[0],
        "last": spent[-1],
        "growth": spent[-1] / spent[0],
        "incidents": incidents,
        "settled": settled,
        "new": new + time.perf_counter() - begun,
        "peak MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def _add(linker: Linker, told: list[Told]) -> float:
    """Seconds that it takes to compare some new readings with what is known."""
    begun = time.perf_counter()
    linker.add({report.id: report for report, _ in told}, [reading for _, reading in told])
    return time.perf_counter() - begun


def growth(*, large: bool) -> Table:
    """The table, one row a size."""
    names = ("readings", "incidents", "first tenth, us each", "last tenth, us each", "growth", "incidents, s", f"{STEP} more, s", "peak MB")  # fmt: skip
    table = Table(*names, title="Linking")
    for count in (*SIZES, LARGE) if large else SIZES:
        command = [sys.executable, str(Path(__file__)), str(count)]
        done = subprocess.run(command, check=False, capture_output=True, text=True)
        if done.returncode:
            raise SystemExit(done.stderr)
        one: dict[str, float] = json.loads(done.stdout)
        cells = (one["first"], one["last"], one["growth"], one["settled"], one["new"], one["peak MB"])
        shown = [f"{value:,.{digits}f}" for value, digits in zip(cells, (0, 0, 2, 2, 2, 0), strict=True)]
        table.add_row(f"{count:,}", f"{one['incidents']:,}", *shown)
    return table


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measure(int(sys.argv[1]))))
