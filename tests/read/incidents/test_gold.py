"""The floors that the rules hold on the developers' gold data."""

import json
from pathlib import Path
from typing import Any

import pytest

from rashomon.model import IncidentMention, Span
from tests.read.incidents.reading import mentions

GOLD = Path(__file__).parents[3] / ".." / "shared" / "gold"
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not GOLD.exists(), reason="the gold data is not beside this checkout"),
]
UNREAL = ("background", "none")
ROLES = ("initiator", "target", "place", "time", "weapon")


@pytest.mark.parametrize(
    ("name", "triggers", "realities", "roles"),
    [
        ("world/dev.jsonl", 0.79, 0.92, 0.72),
        ("founding.labelled.jsonl", 0.89, 0.95, 0.77),
        ("reports_dev.labelled.jsonl", 0.89, 0.93, 0.79),
    ],
)
def test_floors(name: str, triggers: float, realities: float, roles: float) -> None:
    matched, predicted, expected, same = 0, 0, 0, 0
    role_hits, role_found, role_wanted = 0, 0, 0
    for line in (GOLD / name).read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        wanted = [m for m in row["mentions"] if m["reality"] not in UNREAL]
        found = [m for m in mentions(row["text"]) if m.reality not in UNREAL]
        predicted, expected = predicted + len(found), expected + len(wanted)
        for gold, own in _pairs(wanted, found):
            matched += 1
            same += gold["reality"] == own.reality
            for role in ROLES:
                spans: tuple[Span, ...] = getattr(own, role)
                role_found, role_wanted = role_found + bool(spans), role_wanted + bool(gold[role])
                role_hits += _meet(gold[role], spans)
    assert 2 * matched / (predicted + expected) >= triggers
    assert same / matched >= realities
    assert 2 * role_hits / (role_found + role_wanted) >= roles


def _pairs(wanted: list[dict[str, Any]], found: list[IncidentMention]) -> list[tuple[dict[str, Any], IncidentMention]]:
    pairs, free = [], list(found)
    for gold in wanted:
        own = next((m for m in free if _meet(gold["trigger"], m.trigger)), None)
        if own is not None:
            free.remove(own)
            pairs.append((gold, own))
    return pairs


def _meet(gold: list[list[int]], own: tuple[Span, ...]) -> bool:
    return any(start < span.end and span.start < end for start, end in gold for span in own)
