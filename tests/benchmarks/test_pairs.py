"""The pairs of accounts: what they hold, and how the scorer counts."""

from collections import Counter

import pytest

from benchmarks.pairs import RELATIONS, Judged, figures, pairs_of
from rashomon.codebook.questions import questions


@pytest.mark.parametrize(("name", "count"), [("pairs", 250), ("pairs_held", 60)])
def test_the_pairs_are_whole_and_of_every_relation(name: str, count: int) -> None:
    pairs = pairs_of(name)
    assert len(pairs) == len({pair["id"] for pair in pairs}) == count
    asked = {entry.question.id for entry in questions()}
    for pair in pairs:
        assert pair["relation"] in RELATIONS and pair["question"] in asked, pair["id"]
        assert all(pair[side].keys() == {"outlet", "published", "text"} for side in ("one", "other")), pair["id"]
        assert not pair.get("different") or pair["relation"] == "unrelated", pair["id"]
    assert min(Counter(pair["relation"] for pair in pairs).values()) >= count // 10


def test_no_pair_is_in_both_files() -> None:
    texts = [
        pair[side]["text"] for name in ("pairs", "pairs_held") for pair in pairs_of(name) for side in ("one", "other")
    ]
    assert len(texts) == len(set(texts))


def test_the_figures_are_shares() -> None:
    found = [
        Judged({"relation": "contradict"}, "contradict", ()),
        Judged({"relation": "contradict"}, "compatible", ()),
        Judged({"relation": "agree"}, "contradict", ()),
        Judged({"relation": "agree"}, "agree", ()),
    ]
    assert figures(found) == {"accuracy": 0.5, "contradict.precision": 0.5, "contradict.recall": 0.5}
