"""Score the time phrases on TempEval-3 (news texts with TIMEX3 annotations), its dev part, in one table.

usage: python benchmarks/timexes.py [--part dev|train] [--json] [--check] [--missed]

As TempEval-3 counts (UzZaman et al. 2013): a phrase found is right in its span, strictly, where both ends agree with the
gold one's, and relaxed, where the two overlap; its value is right where it overlaps a gold phrase of the same `value`,
string by string. F1 is taken over all phrases found and all gold ones, so that a wrong value costs as much as a missed
phrase. The reader sees the text and the day on which it was published, nothing else.

With --json it prints the figures as JSON, with --missed what was not right (a tab between fields), and with --check the
exit code is 1 where a figure is under its floor (benchmarks/floors.toml). Without the corpus (a folder `shared` beside
the checkout) it says so and exits 0.
"""

import json
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

ROOT = Path(__file__).resolve().parents[1]
# What the benchmarks share is a package beside the script.
sys.path.insert(0, str(ROOT))

from benchmarks.floors import floors_of, options_of, under_floor
from rashomon.config import Config
from rashomon.model import Skipped
from rashomon.pipeline import read_inputs

CORPUS = ROOT.parent / "shared" / "data" / "tempeval3"
PUBLISHED = {"relaxed": "0.903", "value": "0.776"}
"""HeidelTime on the platinum part, as its authors published it: another part of the same corpus, to compare by."""


@dataclass(frozen=True, slots=True)
class Timex:
    """A time phrase at `[start, end)` with its TIMEX3 value."""

    start: int
    end: int
    value: str | None

    def overlaps(self, other: "Timex") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


def rows(part: str) -> list[dict[str, Any]]:
    """The documents of a part."""
    return [json.loads(line) for line in (CORPUS / f"{part}.jsonl").read_text(encoding="utf-8").splitlines()]


def read(documents: Iterable[Mapping[str, Any]]) -> dict[str, list[Timex]]:
    """The time phrases that the product finds in each document, by the documents' ids."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "documents.jsonl"
        lines = (
            json.dumps({"id": row["id"], "text": row["text"], "published": row["meta"]["dct"][:10]})
            for row in documents
        )
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        items = list(read_inputs([str(path)], Config(reader="rules")))
    return {
        item[0].name: [Timex(m.span.start, m.span.end, m.value) for m in item[1].mentions if m.kind == "time"]
        for item in items
        if not isinstance(item, Skipped)
    }


def gold_of(row: Mapping[str, Any]) -> list[Timex]:
    """The gold phrases of a document."""
    return [Timex(timex["start"], timex["end"], timex["value"]) for timex in row["timexes"]]


def score(pairs: Sequence[tuple[Sequence[Timex], Sequence[Timex]]]) -> dict[str, dict[str, float]]:
    """Precision, recall and F1 of spans and values; a pair is the phrases found and the gold ones of a document."""
    made, gold = (sum(len(pair[side]) for pair in pairs) for side in (0, 1))
    figures = {}
    for name in ("relaxed", "strict", "value"):
        right = [sum(_is_right(one, other, name) for one, other in _matched(*pair)) for pair in pairs]
        back = [sum(_is_right(one, other, name) for one, other in _matched(*reversed(pair))) for pair in pairs]
        precision, recall = sum(right) / made if made else 0.0, sum(back) / gold if gold else 0.0
        both = precision + recall
        figures[name] = {"precision": precision, "recall": recall, "f1": 2 * precision * recall / both if both else 0.0}
    return figures


def _matched(ones: Sequence[Timex], others: Sequence[Timex]) -> Iterator[tuple[Timex, Timex]]:
    """Each of the ones that overlaps another, with the first that it overlaps."""
    for one in ones:
        other = next((other for other in others if one.overlaps(other)), None)
        if other is not None:
            yield one, other


def _is_right(one: Timex, other: Timex, measure: str) -> bool:
    if measure == "strict":
        return (one.start, one.end) == (other.start, other.end)
    return measure == "relaxed" or one.value == other.value


def missed(row: Mapping[str, Any], found: Sequence[Timex]) -> Iterator[str]:
    """What is not right in a document: the value found, the gold value and the words."""
    gold, text = gold_of(row), " ".join
    for one in found:
        other = next((other for other in gold if one.overlaps(other)), None)
        if other is None or other.value != one.value:
            words = text(row["text"][one.start : one.end].split())
            yield f"{row['id']}\t{one.value}\t{other.value if other else 'no phrase'}\t{words}"
    for other in gold:
        if not any(one.overlaps(other) for one in found):
            yield f"{row['id']}\tnot found\t{other.value}\t{text(row['text'][other.start : other.end].split())}"


def shown(figures: Mapping[str, Mapping[str, float]], part: str) -> Table:
    """The table."""
    table = Table(
        "measure", "precision", "recall", "F1", "HeidelTime, platinum", title=f"TempEval-3 {part}, time phrases"
    )
    for name, one in figures.items():
        table.add_row(name, *(f"{one[key]:.3f}" for key in ("precision", "recall", "f1")), PUBLISHED.get(name, ""))
    return table


def main() -> int:
    """Print the figures; the exit code says whether the floors hold."""
    parser = options_of(__doc__)
    parser.add_argument("--part", choices=("dev", "train"), default="dev", help="the part of the corpus")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--missed", action="store_true", help="print what was not right")
    options = parser.parse_args()
    console = Console(soft_wrap=True)
    if not CORPUS.is_dir():
        console.print("No TempEval-3 beside the checkout (looked for shared/data/tempeval3): nothing was scored.")
        return 0
    documents = rows(options.part)
    found = read(documents)
    figures = score([(found.get(row["id"], []), gold_of(row)) for row in documents])
    if options.json:
        console.print_json(json.dumps(figures))
    else:
        console.print(shown(figures, options.part))
    if options.missed:
        for row in documents:
            for line in missed(row, found.get(row["id"], [])):
                console.print(line, markup=False, highlight=False)
    shares = {f"{name}.f1": one["f1"] for name, one in figures.items()}
    return 1 if options.check and under_floor(shares, floors_of(f"tempeval3-{options.part}")) else 0


if __name__ == "__main__":
    sys.exit(main())
