"""Print what synthetic news are like, beside the development reports that they are made after.

usage: python benchmarks/mixture.py

Linking is timed on news that a script makes (`benchmarks/stories.py`). How long that takes hangs on what reports share:
so what two main incidents of one story share, and two of different ones, stands here for both, as the mean, and as the
shares of words as the 5th, 50th and 95th of a hundred.
"""

import sys
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from itertools import combinations
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.table import Table

ROOT = Path(__file__).resolve().parents[1]
# How labelled reports are read is told beside how the table is fitted on others.
sys.path.insert(0, str(ROOT))

from benchmarks.crowded import PARTS
from benchmarks.stories import Told, told_stories
from benchmarks.wording import standing_vectors
from rashomon.link.cosines import nearness
from rashomon.link.likeness import spoken_overlap, story_overlap
from rashomon.link.sightings import Sighting, sightings
from rashomon.vectors import Vectors, at_hand, load_vectors
from training.linking import read_labelled, stories

COUNT = 400
"""Synthetic reports that are looked at: those of a day and a half, in which most pairs are of two stories."""
COUNTED = ("names", "around", "cast", "setting", "targets", "figures")
Stories = Mapping[str, Hashable]
"""Which story a report is about, by its id."""


def _shares(one: Sighting, other: Sighting) -> dict[str, float]:
    fewer = min(len(one.vocabulary), len(other.vocabulary))
    return {
        "telling words of the reports": story_overlap(one, other) or 0.0,
        "telling words of the sentences": spoken_overlap(one, other) or 0.0,
        "words of the heads": len(one.vocabulary & other.vocabulary) / max(fewer, 1),
        "meaning of the heads": nearness(one.wording.head, other.wording.head) or 0.0,
    }


def pairs(told: Iterable[Told], story: Stories, vectors: Vectors | None) -> dict[tuple[str, bool], list[float]]:
    """What two main incidents share, by what it is and whether they are of one story."""
    listed = list(told)
    known = sightings({report.id: report for report, _ in listed}, [reading for _, reading in listed], vectors)
    found: dict[tuple[str, bool], list[float]] = defaultdict(list)
    for one, other in combinations([s for s in known if s.incident.main and s.member.report in story], 2):
        if one.member.report != other.member.report:
            same = story[one.member.report] == story[other.member.report]
            counted = {name: float(len(getattr(one, name) & getattr(other, name))) for name in COUNTED}
            for name, value in (_shares(one, other) | counted).items():
                found[name, same].append(value)
    return found


def main() -> int:
    """Print the table."""
    made = list(told_stories(COUNT))
    found = [pairs((told for told, _ in made), {told[0].id: id(story) for told, story in made}, standing_vectors())]
    if all(path.is_file() for path in PARTS):
        read = [read_labelled(path) for path in PARTS]
        labels = {report: row for _, labels in read for report, row in labels.items()}
        told = (one for some, _ in read for one in some)
        found.insert(0, pairs(told, stories(labels), load_vectors() if at_hand() else None))
    names = ("development reports", "synthetic")[-len(found) :]
    table = Table("what two share", *(f"{name}, {what}" for what in ("one story", "two") for name in names))
    for name in dict.fromkeys(name for name, _ in found[0]):
        show: Callable[[Sequence[float]], str] = _mean if name in COUNTED else _spread
        table.add_row(name, *(show(one[name, same]) for same in (True, False) for one in found))
    Console(soft_wrap=True).print(table)
    return 0


def _mean(values: Sequence[float]) -> str:
    return f"{np.mean(values):.2f}"


def _spread(values: Sequence[float]) -> str:
    return " ".join(f"{value:.2f}" for value in np.percentile(values, (5, 50, 95)))


if __name__ == "__main__":
    sys.exit(main())
