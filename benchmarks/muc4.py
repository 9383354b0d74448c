"""Score what is read of MUC-4's templates (incidents of the 1980s in Latin America) on its dev part, in one table.

usage: python benchmarks/muc4.py [--json] [--check] [--fit]

The scorer's rules stand in docs/reader.md; they are kept by benchmarks/templates. With --json it prints the figures as
JSON, with --check the exit code is 1 where F1 over all slots is under its floor (benchmarks/floors.toml), and with --fit
the judges are fitted anew on the train part first. Without the corpus (a folder `shared` beside the checkout) it says so
and exits 0.
"""

import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

ROOT = Path(__file__).resolve().parents[1]
# The parts of this benchmark are a package beside the script.
sys.path.insert(0, str(ROOT))

from benchmarks.floors import floors_of, options_of, under_floor
from benchmarks.templates.documents import seen
from benchmarks.templates.fillers import SLOTS
from benchmarks.templates.fit import judges_of, parts
from benchmarks.templates.gold import gold_of
from benchmarks.templates.known import Known, known_of
from benchmarks.templates.reading import FITTED, fitted_with, guesses_of, judges
from benchmarks.templates.scoring import Counts
from rashomon.read.neural.weights import weights_digest

CORPUS = ROOT.parent / "shared" / "data" / "muc4"
SUMS = {"all": SLOTS, "all but effect and number": tuple(slot for slot in SLOTS if slot not in ("effect", "number"))}
"""Slots that are summed up; others publish figures without what became of victims and how many there were."""


def rows(part: str) -> list[dict[str, Any]]:
    """The documents of a part with their keys."""
    return [json.loads(line) for line in (CORPUS / f"{part}.jsonl").read_text(encoding="utf-8").splitlines()]


def score(documents: Iterable[Mapping[str, Any]], known: Known) -> dict[str, dict[str, float]]:
    """The figures of each slot and of the sums; a document's keys are seen by the scorer alone."""
    counts, judged = Counts(), judges()
    for row in documents:
        found = guesses_of(seen({"id": row["id"], "text": row["text"]}), known, judged)
        counts.add(gold_of(row["templates"]), found)
    return {slot: counts.figures([slot]) for slot in SLOTS} | {
        name: counts.figures(some) for name, some in SUMS.items()
    }


def fit(documents: list[Mapping[str, Any]], known: Known) -> None:
    """Fit the judges on documents of the train part, and write them down with the weights that they suit."""
    found = judges_of([seen(row) for row in documents], documents, known)
    told = {"weights": weights_digest(), "judges": {name: judge.as_json() for name, judge in found.items()}}
    FITTED.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")


def shown(figures: Mapping[str, Mapping[str, float]]) -> Table:
    """The table."""
    table = Table("slot", "in the keys", "read", "right", "precision", "recall", "F1", title="MUC-4 dev, by head nouns")
    for name, one in figures.items():
        counts = (f"{one[key]:.0f}" for key in ("gold", "made", "right"))
        table.add_row(name, *counts, *(f"{one[key]:.3f}" for key in ("precision", "recall", "f1")))
    return table


def main() -> int:
    """Print the figures; the exit code says whether the floor holds."""
    parser = options_of(__doc__)
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--fit", action="store_true", help="fit the judges anew on the train part first")
    options = parser.parse_args()
    console = Console(soft_wrap=True)
    if not CORPUS.is_dir():
        console.print("No MUC-4 beside the checkout (looked for shared/data/muc4): nothing was scored.")
        return 0
    fitting, telling = parts(rows("train"))
    known = known_of(telling)
    if options.fit:
        fit(fitting, known)
    figures = score(rows("dev"), known)
    if options.json:
        console.print_json(json.dumps(figures))
    else:
        console.print(shown(figures))
        if fitted_with() != weights_digest():
            console.print("The judges were fitted with other weights; --fit fits them to these.")
    return 1 if options.check and under_floor({"all.f1": figures["all"]["f1"]}, floors_of("muc4-dev")) else 0


if __name__ == "__main__":
    sys.exit(main())
