"""Score the readings and the ledger against the gold standard beside the checkout, in one table.

usage: python benchmarks/quality.py [--check] [--only NAME] [--reader neural|rules]

Prints each figure with its floor (benchmarks/floors.toml); with --check the exit code is 1 where one falls under its
floor. Without the gold standard (a folder `shared` beside the checkout) it says so and exits 0.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from rich.console import Console
from rich.table import Table

ROOT = Path(__file__).resolve().parents[1]
# What the benchmarks share is a package beside the script.
sys.path.insert(0, str(ROOT))

from benchmarks.floors import floors_of, options_of
from rashomon.config import Config, ReaderName
from rashomon.model import Reading, Report, Skipped
from rashomon.pipeline import build_ledger, read_inputs
from rashomon.publish.contract import ledger_json, reading_json

SHARED = ROOT.parent / "shared"
SCORERS = SHARED / "score"


@dataclass(frozen=True, slots=True)
class Suite:
    """One set of reports and the scorers that judge it; `gold` maps a scorer to its gold file."""

    name: str
    reports: str
    gold: dict[str, str]
    raw: bool = False


SUITES = (
    Suite(
        "founding",
        "gold/founding.jsonl",
        {
            "incidents": "gold/founding.json",
            "ledger": "gold/founding.json",
            "figures": "gold/founding.json",
            "world": "gold/founding.labelled.jsonl",
        },
    ),
    Suite("founding-raw", "founding", {"incidents": "gold/founding.json"}, raw=True),
    Suite(
        "dev",
        "gold/reports_dev.jsonl",
        {
            "incidents": "gold/reports_dev.gold.json",
            "ledger": "gold/reports_dev.gold.json",
            "figures": "gold/reports_dev.gold.json",
            "world": "gold/reports_dev.labelled.jsonl",
        },
    ),
    Suite(
        "world-dev",
        "gold/world/dev.jsonl",
        {
            "incidents": "gold/world/dev.gold.json",
            "ledger": "gold/world/dev.gold.json",
            "figures": "gold/world/dev.gold.json",
            "world": "gold/world/dev.jsonl",
        },
    ),
    Suite("polnear-dev", "data/polnear/dev.jsonl", {"attribution": "data/polnear/dev.jsonl"}),
)
LEDGER_SCORERS = frozenset({"incidents", "ledger"})


def scores(suite: Suite, folder: Path, config: Config) -> dict[str, float]:
    """Every figure of one suite, by names such as "figures.figure.f1"."""
    inputs = [str(SHARED / suite.reports)] if suite.raw else [str(plain_rows(suite, folder))]
    items = list(read_inputs(inputs, config))
    lost = [item for item in items if isinstance(item, Skipped) and not item.kept]
    if lost:
        raise SystemExit(f"{suite.name}: {lost[0].where}: {lost[0].reason}")
    pairs = [item for item in items if not isinstance(item, Skipped)]
    readings = folder / f"{suite.name}.readings.jsonl"
    readings.write_text(
        "".join(json.dumps(reading_json(*pair), ensure_ascii=False) + "\n" for pair in pairs), encoding="utf-8"
    )
    ledger = folder / f"{suite.name}.ledger.json"
    if LEDGER_SCORERS & suite.gold.keys():
        ledger.write_text(json.dumps(_ledger(pairs), ensure_ascii=False), encoding="utf-8")
    found: dict[str, float] = {}
    for scorer, gold in suite.gold.items():
        predicted = ledger if scorer in LEDGER_SCORERS else readings
        command = [sys.executable, str(SCORERS / f"{scorer}.py"), str(SHARED / gold), str(predicted)]
        printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        found.update(_flat(scorer, json.loads(printed)))
    return found


def plain_rows(suite: Suite, folder: Path) -> Path:
    """The reports without their labels: nothing but what a user would hand in."""
    kept = ("id", "text", "title", "outlet", "published", "url")
    rows = [json.loads(line) for line in (SHARED / suite.reports).read_text(encoding="utf-8").splitlines() if line]
    path = folder / f"{suite.name}.jsonl"
    lines = (json.dumps({key: row[key] for key in kept if row.get(key)}, ensure_ascii=False) for row in rows)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def _ledger(pairs: list[tuple[Report, Reading]]) -> dict[str, Any]:
    ledger = build_ledger({report.id: report for report, _ in pairs}, [reading for _, reading in pairs])
    return ledger_json(ledger)


def _flat(prefix: str, value: Any) -> Iterator[tuple[str, float]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _flat(f"{prefix}.{key}", inner)
    elif isinstance(value, (int, float)):
        yield prefix, float(value)


def main() -> int:
    """Print the table; the exit code says whether every floor holds."""
    parser = options_of(__doc__)
    parser.add_argument("--only", action="append", help="score only this suite (may be given more than once)")
    parser.add_argument("--all", action="store_true", help="print every figure, not only those with a floor")
    parser.add_argument("--reader", choices=get_args(ReaderName), default=Config().reader, help="who reads")
    options = parser.parse_args()
    config = Config(reader=options.reader, threads=2)
    console = Console(soft_wrap=True)
    if not SCORERS.is_dir():
        console.print(f"No gold standard beside the checkout (looked for {SHARED.name}/score): nothing was scored.")
        return 0
    table = Table("reports", "figure", "score", "floor", "", title="Quality")
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for suite in SUITES:
            if options.only and suite.name not in options.only:
                continue
            found = scores(suite, Path(folder), config)
            wanted = floors_of(suite.name)
            for name in found if options.all else wanted:
                floor = wanted.get(name)
                holds = floor is None or found[name] >= floor
                failed += not holds
                table.add_row(
                    suite.name,
                    name,
                    f"{found[name]:.3f}",
                    "" if floor is None else f"{floor:.2f}",
                    "" if holds else "UNDER",
                )
    console.print(table)
    return 1 if failed and options.check else 0


if __name__ == "__main__":
    sys.exit(main())
