"""Signatures against a slow obvious version, and how near they come to the true likeness."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.link.candidates import COMMON, _within_runs
from rashomon.link.prose import MIXER, MULTIPLIER, plain_words, shingles
from rashomon.link.signatures import BANDS, ROWS, five_words, likeness, signature
from tests.builders import make_report

WRAP = 2**64


def slow_signature(found: list[int]) -> list[int]:
    """The least of all values, order by order, in whole numbers."""
    orders = range(1, ROWS * BANDS + 1)
    return [min((((n * int(MULTIPLIER)) % WRAP | 1) * one + n * int(MIXER)) % WRAP for one in found) for n in orders]


@given(st.lists(st.integers(0, WRAP - 1), min_size=1, max_size=12))
def test_a_signature_is_the_least_value_under_each_order(found: list[int]) -> None:
    assert signature(np.array(found, np.uint64)).tolist() == slow_signature(found)


@settings(max_examples=20)
@given(st.integers(0, 200))
def test_likeness_comes_near_the_share_of_common_shingles(apart: int) -> None:
    one = plain_words(make_report(" ".join(f"w{n}" for n in range(400))))
    other = plain_words(make_report(" ".join(f"w{n}" for n in range(apart, 400 + apart))))
    left, right = five_words(one), five_words(other)
    true = len(np.intersect1d(left, right)) / len(np.union1d(left, right))
    assert abs(likeness(signature(left), signature(right)) - true) < 0.2


def test_shingles_are_hashes_of_runs() -> None:
    words = plain_words(make_report("one two three one two three one"))
    found = shingles(words, 3)
    assert len(found) == 5
    assert found[0] == found[3]
    assert len(set(found.tolist())) == 3
    assert len(shingles(words, 8)) == 0


@given(st.lists(st.integers(0, 5), max_size=30))
def test_pairs_are_those_of_one_key(keys: list[int]) -> None:
    left, right = _within_runs(np.array(keys, np.uint64), np.arange(len(keys), dtype=np.int64))
    slow = {(a, b) for a in range(len(keys)) for b in range(a + 1, len(keys)) if keys[a] == keys[b]}
    assert sorted(zip(left.tolist(), right.tolist(), strict=True)) == sorted(slow)


def test_a_common_key_pairs_all_with_the_first_alone() -> None:
    size = COMMON + 5
    left, right = _within_runs(np.zeros(size, np.uint64), np.arange(size, dtype=np.int64))
    assert (set(left.tolist()), right.tolist()) == ({0}, list(range(1, size)))
