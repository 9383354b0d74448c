"""Scores of clusterings, against sums done by hand and a slow search."""

import random
from itertools import permutations

import pytest

from benchmarks.coreference.matching import best_total
from benchmarks.coreference.scoring import conll, scores

GOLD = {"a": 1, "b": 1, "c": 1, "d": 2, "e": 2, "f": 3}


def test_the_same_clustering_under_other_names_is_perfect() -> None:
    found = scores(GOLD, {mention: f"cluster {name}" for mention, name in GOLD.items()})
    assert all(part.precision == part.recall == part.f1 == 1.0 for part in found.values()) and conll(found) == 1.0


def test_figures_worked_out_by_hand() -> None:
    # Found: {a, b}, {c, d, e}, {f}.
    found = scores(GOLD, {"a": 1, "b": 1, "c": 2, "d": 2, "e": 2, "f": 3})
    # Gold has three links; {a, b, c} falls into two pieces, {d, e} into one: two links are kept. Likewise backwards.
    assert (found["muc"].recall, found["muc"].precision) == pytest.approx((2 / 3, 2 / 3))
    # a, b: 2/2 of their cluster is right, c: 1/3, d, e: 2/3, f: 1. And 2/3, 1/3, 1, 1 the other way.
    assert found["b3"].precision == pytest.approx((1 + 1 + 1 / 3 + 2 / 3 + 2 / 3 + 1) / 6)
    assert found["b3"].recall == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1 + 1 + 1) / 6)
    # Best matched: {a, b} to {a, b, c} 4/5, {c, d, e} to {d, e} 4/5, {f} to {f} 1, out of three and three.
    assert (found["ceafe"].recall, found["ceafe"].precision) == pytest.approx((2.6 / 3, 2.6 / 3))
    assert conll(found) == pytest.approx((2 / 3 + found["b3"].f1 + 2.6 / 3) / 3)


def test_all_alone_has_no_link_and_all_together_every_link() -> None:
    alone = scores(GOLD, {mention: mention for mention in GOLD})
    assert alone["muc"].f1 == 0.0 and alone["b3"].precision == 1.0
    together = scores(GOLD, dict.fromkeys(GOLD, 1))
    assert together["muc"].recall == 1.0 and together["muc"].precision == pytest.approx(3 / 5)
    assert together["ceafe"].precision == pytest.approx(2 * 3 / 9)


def test_one_gold_cluster_goes_with_one_found_cluster_only() -> None:
    found = scores(dict.fromkeys("abcd", 1), {"a": 1, "b": 1, "c": 2, "d": 2})["ceafe"]
    assert found.recall == pytest.approx(4 / 6) and found.precision == pytest.approx(4 / 6 / 2)


def test_clusterings_of_different_mentions_are_refused() -> None:
    with pytest.raises(ValueError, match="different mentions"):
        scores(GOLD, {"a": 1})


def test_the_best_matching_is_the_one_that_a_slow_search_finds() -> None:
    rng = random.Random(5)
    for _ in range(300):
        rows, columns = rng.randint(1, 5), rng.randint(1, 5)
        gain = [[rng.choice((0.0, 0.5, rng.random())) for _ in range(columns)] for _ in range(rows)]
        assert best_total(gain) == pytest.approx(_slow(gain))
    assert best_total([]) == 0.0


def _slow(gain: list[list[float]]) -> float:
    if len(gain) > len(gain[0]):
        gain = [list(column) for column in zip(*gain, strict=True)]
    choices = permutations(range(len(gain[0])), len(gain))
    return max(sum(row[column] for row, column in zip(gain, chosen, strict=True)) for chosen in choices)
