"""Time reading and the main job: words a second, peak memory, each stage's share, growth, a second run.

usage: python benchmarks/speed.py [INPUT...]
       python benchmarks/speed.py link [--large] [--kept]
       python benchmarks/speed.py reconcile
       python benchmarks/speed.py workbench
       python benchmarks/speed.py adding [--large]

With `link` it times linking alone, on 1,000 and 10,000 synthetic readings, and with --large on 100,000; with --kept also
a run that goes on from what the run before kept in its workspace. With `reconcile` it times reconciling alone, on as many
readings told again from the samples. With `workbench` it times the pages of the workbench (benchmarks/workbench.py).
With `adding` it times a run that adds 20 reports to 1,000 and 5,000, with --large also to 10,000.

Reading whole is timed on PolNeAR dev where it lies beside the checkout, else on the inputs, each configuration in a
process of its own that is held to its number of cores.

Absolute times say little across machines; the table therefore shows each stage's share, how the time grows when the
input doubles, and how much a second run over the same workspace costs.
"""

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from rich.console import Console
from rich.table import Table

ROOT = Path(__file__).resolve().parents[1]
# The parts of this benchmark are a package beside the script.
sys.path.insert(0, str(ROOT))

from benchmarks.adding import adding
from benchmarks.linking import growth
from benchmarks.reconciling import reconciling
from benchmarks.workbench import workbench
from rashomon.config import Config
from rashomon.ingest import ingest
from rashomon.model import Capture, Report
from rashomon.pipeline import build_ledger, run
from rashomon.read import annotators, read_report
from rashomon.read.segment import segment
from rashomon.resolve import resolve

SAMPLES = ROOT / "samples"
READING = Path(__file__).with_name("reading.py")
POLNEAR = SAMPLES.parents[1] / "shared" / "data" / "polnear" / "dev.jsonl"
REPEATS = 20
"""How often each text is repeated, under another name, so that there is enough to time."""
Value = TypeVar("Value")


def timed(action: Callable[[], Value]) -> tuple[float, Value]:
    """Seconds that an action takes, and its value."""
    begun = time.perf_counter()
    value = action()
    return time.perf_counter() - begun, value


def stages(reports: list[Report]) -> list[tuple[str, float]]:
    """Seconds of each stage over all reports, one process."""
    rows = [("segment", timed(lambda: [segment(report) for report in reports])[0])]
    for annotator in annotators():
        chosen = annotators()[: annotators().index(annotator) + 1]
        rows.append((annotator.name, timed(lambda chosen=chosen: [read_report(r, chosen) for r in reports])[0]))  # type: ignore[misc]
    alone = [rows[0]] + [(name, total - rows[n][1]) for n, (name, total) in enumerate(rows[1:])]
    seconds, readings = timed(lambda: [resolve(read_report(report), report) for report in reports])
    alone.append(("resolve", seconds - rows[-1][1]))
    by_id = {report.id: report for report in reports}
    alone.append(("link and reconcile", timed(lambda: build_ledger(by_id, readings))[0]))
    return alone


def repeated(inputs: list[str], folder: Path, times: int) -> Path:
    """A JSON-lines file with every text of the inputs, each `times` over under another name and title."""
    path = folder / f"repeated-{times}.jsonl"
    texts = [
        item.report.text for item in ingest(inputs, Config()) if isinstance(item, Capture) and item.report.readable
    ]
    with path.open("w", encoding="utf-8") as file:
        for copy in range(times):
            for number, text in enumerate(texts):
                file.write(json.dumps({"id": f"{number}-{copy}", "text": f"{text}\n\nCopy {copy}."}) + "\n")
    return path


def whole_readings(inputs: list[str], folder: Path) -> Table:
    """A table of reading whole: readers and cores against words a second, the encoder's share and memory."""
    source = polnear(folder) if POLNEAR.is_file() else repeated(inputs, folder, REPEATS)
    where = "PolNeAR dev" if POLNEAR.is_file() else "the inputs, repeated"
    table = Table("reading", "cores", "words/s", "times the encoder alone", "peak MB", title=f"Reading whole, {where}")
    for what, cores in (("neural", 1), ("neural", 2), ("rules", 1), ("pytorch", 1), ("pytorch", 2)):
        figures = in_own_process(source, what, cores)
        if figures is None:
            table.add_row(what, str(cores), "not installed", "", "")
            continue
        ratio = f"{figures['ratio']:.2f}" if "ratio" in figures else ""
        name = "encoder alone, plain PyTorch" if what == "pytorch" else what
        table.add_row(name, str(cores), f"{figures['words/s']:,.0f}", ratio, f"{figures['peak MB']:.0f}")
    return table


def in_own_process(source: Path, what: str, cores: int) -> dict[str, float] | None:
    """The figures of one configuration, held to `cores` cores; None where it needs what is not installed."""
    allowed = sorted(os.sched_getaffinity(0))[:cores] if hasattr(os, "sched_getaffinity") else []

    def hold() -> None:
        if allowed:
            os.sched_setaffinity(0, allowed)

    command = [sys.executable, str(READING), str(source), what, "--threads", str(cores)]
    done = subprocess.run(command, check=False, capture_output=True, text=True, preexec_fn=hold)
    if done.returncode:
        if "No module named" in done.stderr:
            return None
        raise SystemExit(done.stderr)
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def polnear(folder: Path) -> Path:
    """The texts of PolNeAR dev as reports."""
    path = folder / "polnear.jsonl"
    with path.open("w", encoding="utf-8") as file, POLNEAR.open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            file.write(json.dumps({"id": row["id"], "text": row["text"]}) + "\n")
    return path


def main(inputs: list[str]) -> int:
    """Print three tables: reading whole, the stages, and whole runs; or that of linking."""
    console = Console()
    if inputs[0] == "link":
        console.print(
            growth(
                large="--large" in inputs, keep="--kept" in inputs, listen=Console(stderr=True, soft_wrap=True).print
            )
        )
        return 0
    if inputs[0] == "adding":
        console.print(adding(large="--large" in inputs))
        return 0
    if inputs[0] == "reconcile":
        console.print(reconciling())
        return 0
    if inputs[0] == "workbench":
        return int(not workbench())
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        console.print(whole_readings(inputs, folder))
        source = repeated(inputs, folder, REPEATS)
        reports = [item.report for item in ingest([str(source)], Config()) if isinstance(item, Capture)]
        words = sum(len(report.text.split()) for report in reports)
        read_report(reports[0])  # loads the codebook, which is not what is timed
        rows = stages(reports)
        total = sum(seconds for _, seconds in rows)
        table = Table("stage", "words/s", "share", title=f"{len(reports)} reports, {words:,} words, one process")
        for stage, seconds in rows:
            table.add_row(stage, f"{words / max(seconds, 1e-9):,.0f}", f"{seconds / total:.0%}")
        console.print(table)
        table = Table("run", "seconds", "reports/s", title="Whole runs into a new workspace")
        half = repeated(inputs, folder, REPEATS // 2)
        for title, path, workers in (("half", half, 1), ("whole", source, 1), ("whole, 2 processes", source, 2)):
            config = Config(workspace=folder / f"{title}.db", workers=workers)
            count = len(reports) // 2 if path == half else len(reports)
            seconds, _ = timed(lambda path=path, config=config: run([str(path)], config))  # type: ignore[misc]
            table.add_row(title, f"{seconds:.2f}", f"{count / seconds:.0f}")
        again = Config(workspace=folder / "whole.db")
        seconds, _ = timed(lambda: run([str(source)], again))
        table.add_row("whole, a second time", f"{seconds:.2f}", f"{len(reports) / seconds:.0f}")
        console.print(table)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    console.print(f"Peak memory {peak:.0f} MB.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or [str(SAMPLES)]))
