"""Score how incidents are joined where many happen at once: labelled development reports, all moved into one week.

usage: python benchmarks/crowded.py [--json]

The development reports tell of few incidents, years apart, and hardly anything can be joined wrongly there. Here they are
joined as they are and with the days of each story moved, by whole weeks, into one week: then the same day, kind and side
tell little, as in a workspace of a war. Each threshold has its row: B-cubed of reports by their main incident, and precision,
recall and F1 of pairs of reports that share any incident; the one in force is marked.
"""

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import combinations
from pathlib import Path

from rich.console import Console
from rich.table import Table

ROOT = Path(__file__).resolve().parents[1]
# How labelled reports are read and moved is told beside how the table is fitted on others.
sys.path.insert(0, str(ROOT))

from benchmarks.coreference.joining import joined
from benchmarks.coreference.scoring import Score, b_cubed
from rashomon.link.blocks import told_of
from rashomon.link.comparison import THRESHOLD
from rashomon.link.sightings import Sighting, sightings
from rashomon.model import LinkedIncident
from rashomon.vectors import Vectors, at_hand, load_vectors
from training.linking import Labels, Read, crowded, read_labelled

GOLD = ROOT.parent / "shared" / "gold"
PARTS = (GOLD / "reports_dev.labelled.jsonl", GOLD / "world" / "dev.jsonl")
THRESHOLDS = tuple(sorted({-4.0, -3.0, -2.5, THRESHOLD, -1.5, -1.0, -0.5, 0.0}))
Pairs = set[tuple[str, str]]


def incidents(pairs: Sequence[Read], vectors: Vectors | None) -> dict[float, tuple[LinkedIncident, ...]]:
    """What the link stage joins, by threshold."""
    seen = sightings({report.id: report for report, _ in pairs}, [reading for _, reading in pairs], vectors)
    return {least: joined(seen, _meet, least) for least in THRESHOLDS}


def _meet(one: Sighting, other: Sighting) -> bool:
    """Whether two reports share more than a country."""
    shared = (told_of(one) - one.countries) & (told_of(other) - other.countries)
    return one.member.report != other.member.report and bool(shared)


def figures(pairs: Sequence[Read], labels: Labels, found: Iterable[LinkedIncident]) -> dict[str, Score]:
    """How well the reports are grouped by their main incident, and how well those that share any are found."""
    mains = {(reading.report, incident.id) for _, reading in pairs for incident in reading.incidents if incident.main}
    gold: dict[str, set[str]] = defaultdict(set)
    main: dict[str, Hashable] = {report: f"alone {report}" for report in labels}
    found_main: dict[str, Hashable] = dict(main)
    for report, row in labels.items():
        for incident in row["incidents"]:
            gold[incident["key"]].add(report)
            if incident.get("main"):
                main[report] = incident["key"]
    held: dict[str, set[str]] = defaultdict(set)
    for one in found:
        for member in one.members:
            held[one.id].add(member.report)
            if (member.report, member.incident) in mains and member.report in labels:
                found_main[member.report] = one.id
    return {"main": b_cubed(main, found_main), "mention": _pairs(gold, held, labels)}


def _pairs(gold: Mapping[str, set[str]], found: Mapping[str, set[str]], known: Labels) -> Score:
    right, told = ({p for group in groups.values() for p in combinations(sorted(group & known.keys()), 2)} for groups in (gold, found))  # fmt: skip
    both = len(right & told)
    return Score(both / len(told) if told else 1.0, both / len(right) if right else 1.0)


def measured() -> dict[str, dict[float, dict[str, Score]]]:
    """The figures by mixture and threshold."""
    pairs: list[Read] = []
    labels: dict[str, Mapping[str, object]] = {}
    for path in PARTS:
        read, told = read_labelled(path)
        pairs += read
        labels.update(told)
    mixtures = {"as they are": pairs, "in one week": crowded(pairs, labels)}
    vectors = load_vectors() if at_hand() else None
    return {
        name: {least: figures(told, labels, found) for least, found in incidents(told, vectors).items()}
        for name, told in mixtures.items()
    }


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--json", action="store_true", help="print the F1 as JSON")
    options = parser.parse_args()
    console = Console(soft_wrap=True)
    if not all(path.is_file() for path in PARTS):
        console.print("No gold standard beside the checkout (looked for shared/gold): nothing was scored.")
        return 0
    found = measured()
    if options.json:
        rows = {name: {str(t): {k: s.f1 for k, s in row.items()} for t, row in rows.items()} for name, rows in found.items()}  # fmt: skip
        console.print_json(json.dumps(rows))
        return 0
    table = Table("threshold", *(f"{kind}, {name}" for name in found for kind in ("main", "mention")), title="Joining")
    for least in THRESHOLDS:
        scores = (found[name][least][kind] for name in found for kind in ("main", "mention"))
        cells = (f"{score.precision:.3f} {score.recall:.3f} {score.f1:.3f}" for score in scores)
        table.add_row(f"{least}{' *' if least == THRESHOLD else ''}", *cells)
    console.print(table)
    return 0


if __name__ == "__main__":
    sys.exit(main())
