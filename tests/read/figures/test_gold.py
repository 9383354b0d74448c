"""Floors on the labelled reports, with the gold attributions in place of read ones: the grammar alone is measured."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from rashomon.model import IncidentMention, Reading
from rashomon.read.figures import FigureRules
from tests.read.figures.builders import document_of

GOLD = Path(__file__).parents[3] / ".." / "shared" / "gold"
OUTCOMES = ("killed", "wounded", "missing", "captured")


def _score(path: Path) -> float:
    hits, predicted, gold = 0, 0, 0
    with path.open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            left, right = _values(row["figures"]), _values(_read(row))
            hits += sum((left & right).values())
            predicted += sum(right.values())
            gold += sum(left.values())
    return 2 * hits / (predicted + gold)


def _values(figures: list[dict[str, Any]]) -> Counter[tuple[str, int | None, int | None]]:
    """Figures with a number, by outcome and range."""
    values = ((f["outcome"], f["low"], f["high"]) for f in figures if f["outcome"] in OUTCOMES)
    return Counter(value for value in values if value[1:] != (None, None))


def _read(row: dict[str, Any]) -> list[dict[str, Any]]:
    document = document_of(row["text"])
    events = tuple(
        IncidentMention(id=f"m{n}", trigger=(document.span(*mention["trigger"][0]),), type="other", reality="happened")
        for n, mention in enumerate(row["mentions"])
    )
    reading = FigureRules().annotate(document, Reading(report="r1", reader="test", events=events))
    return [{"outcome": f.outcome, "low": f.low, "high": f.high} for f in reading.figures]


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "floor"),
    [
        ("founding.labelled.jsonl", 0.95),
        ("reports_dev.labelled.jsonl", 0.95),
        ("world/dev.jsonl", 0.91),
        ("world/train.jsonl", 0.92),
    ],
)
def test_figures_of_the_labelled_reports(name: str, floor: float) -> None:
    path = GOLD / name
    if not path.exists():
        pytest.skip(f"The developers' gold data ({name}) is not beside the checkout.")
    assert _score(path) >= floor
