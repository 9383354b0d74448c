"""Score how events are joined across documents: ECB+, gold mentions of events in validated sentences.

usage: python benchmarks/ecb.py [--part dev|train] [--check] [--json]

Each gold mention is compared as a reported incident is, by the same table of features, threshold and clustering; of the gold
standard it is told no more than where the trigger stands (benchmarks/coreference/corpus.py). All mentions of the part are
scored at once, those that are alone among them. "within subtopics" and "within topics" compare no mentions of different
ones, as the corpus files them; "everywhere" compares all with all, and nothing tells it of topics. Beside it stand two that
know nothing: each mention alone, and all mentions of one stem. --check exits with 1 where a figure is under its floor.
"""

import json
import sys
import tempfile
from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

ROOT = Path(__file__).resolve().parents[1]
# The parts of this benchmark are a package beside the script.
sys.path.insert(0, str(ROOT))

from benchmarks.coreference.corpus import FOLDER, GoldMention, gold_mentions, rows
from benchmarks.coreference.joining import joined
from benchmarks.coreference.scoring import conll, scores
from benchmarks.floors import floors_of, options_of, under_floor
from rashomon.codebook.stems import stems
from rashomon.link.likeness import story_overlap
from rashomon.link.sightings import Sighting
from rashomon.vectors import at_hand, load_vectors

UNLIKE = 0.04
"""Likeness of two documents under which none of their mentions are compared; the points for it would part them anyhow."""
SCOPES = {"within subtopics": "subtopic", "within topics": "topic", "everywhere": ""}
Figures = dict[str, float]


def figures(mentions: Sequence[GoldMention], found: Mapping[str, Hashable]) -> Figures:
    """MUC, B-cubed, CEAF of entities and their mean, of a clustering by the names of the mentions."""
    gold = {mention.sighting.member.report: mention.cluster for mention in mentions}
    parts = scores(gold, found)
    numbers = {
        f"{name}.{what}": getattr(part, what) for name, part in parts.items() for what in ("precision", "recall", "f1")
    }
    return {**numbers, "conll": conll(parts)}


def _meet(one: Sighting, other: Sighting) -> bool:
    """Whether two documents share enough telling words for a comparison to be worth its time."""
    return (story_overlap(one, other) or 0.0) >= UNLIKE


def within(mentions: Sequence[GoldMention], scope: str) -> dict[str, Hashable]:
    """The clusters within each topic or subtopic."""
    parts = defaultdict(list)
    for mention in mentions:
        parts[getattr(mention, scope) if scope else ""].append(mention)
    return {
        member.report: (part, incident.id)
        for part, some in parts.items()
        for incident in joined((mention.sighting for mention in some), _meet)
        for member in incident.members
    }


def same_stem(mentions: Sequence[GoldMention], scope: str) -> dict[str, Hashable]:
    """All mentions of one stem within a topic or subtopic."""
    return {
        m.sighting.member.report: (getattr(m, scope) if scope else "", stems(m.text) or m.text.lower())
        for m in mentions
    }


def measured(part: str) -> dict[str, Figures]:
    """The figures of each way to cluster, by its name."""
    vectors = load_vectors() if at_hand() else None
    with tempfile.TemporaryDirectory() as folder:
        mentions = gold_mentions(rows(part), Path(folder), vectors)
    alone = {m.sighting.member.report: m.sighting.member.report for m in mentions}
    found = {"each alone": figures(mentions, alone)}
    for name, scope in SCOPES.items():
        found[f"same stem, {name}"] = figures(mentions, same_stem(mentions, scope))
    for name, scope in SCOPES.items():
        found[name] = figures(mentions, within(mentions, scope))
    return found


def shown(found: Mapping[str, Figures], part: str) -> Table:
    """The table: precision, recall and F1 of each score."""
    table = Table("clustering", "MUC", "B-cubed", "CEAFe", "CoNLL", title=f"Events across documents, ECB+ {part}")
    for name, row in found.items():
        cells = (" ".join(f"{row[f'{score}.{what}']:.3f}" for what in ("precision", "recall", "f1")) for score in ("muc", "b3", "ceafe"))  # fmt: skip
        table.add_row(name, *cells, f"{row['conll']:.3f}")
    return table


def main() -> int:
    """Print the table; the exit code says whether every floor holds."""
    parser = options_of(__doc__)
    parser.add_argument("--part", choices=["dev", "train"], default="dev")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    options = parser.parse_args()
    console = Console(soft_wrap=True)
    if not FOLDER.is_dir():
        console.print("No ECB+ beside the checkout (looked for shared/data/ecb_plus): nothing was scored.")
        return 0
    found = measured(options.part)
    if options.json:
        console.print_json(json.dumps(found))
    else:
        console.print(shown(found, options.part))
    numbers = {f"{name}.{figure}": value for name, row in found.items() for figure, value in row.items()}
    floors = floors_of(f"ecb-{options.part}")
    under = under_floor(numbers, floors)
    for name in under:
        console.print(f"ecb-{options.part} {name}: {numbers[name]:.3f} is under {floors[name]}")
    return 1 if under and options.check else 0


if __name__ == "__main__":
    sys.exit(main())
