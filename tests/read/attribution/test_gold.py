"""The floors that the rules hold on the developers' gold data."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.read.attribution.reading import read

SHARED = Path(__file__).parents[3] / ".." / "shared"
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not SHARED.exists(), reason="the gold data is not beside this checkout"),
]
Roles = dict[str, set[int]]


@pytest.fixture
def scorer() -> Iterator[Any]:
    sys.path.insert(0, str(SHARED / "score"))
    import attribution

    yield attribution
    sys.path.remove(str(SHARED / "score"))


@pytest.mark.parametrize(
    ("gold", "floor"),
    [("data/polnear/dev.jsonl", 0.58), ("gold/world/dev.jsonl", 0.70), ("gold/founding.labelled.jsonl", 0.78)],
)
def test_relation_f1(scorer: Any, gold: str, floor: float) -> None:
    right = predicted = expected = 0
    for line in (SHARED / gold).read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        wanted = [scorer.roles(a) for a in row["attributions"]]
        found = [_roles(f.attribution) for f in read(row["text"])]
        right += scorer.match(wanted, found, scorer.relation_fits)
        predicted, expected = predicted + len(found), expected + len(wanted)
    assert 2 * right / (predicted + expected) >= floor


def _roles(attribution: Any) -> Roles:
    return {
        role: {offset for span in getattr(attribution, role) for offset in range(span.start, span.end)}
        for role in ("source", "cue", "content")
    }
