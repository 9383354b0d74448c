"""Distances in buckets: exact where they are small, coarser the farther they are."""

import math

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from rashomon.read.neural.distance import bucket_of
from rashomon.read.neural.labels import BUCKETS, EXACT, FARTHEST

EVERY = np.arange(-FARTHEST, FARTHEST + 1)


def slow(distance: int) -> int:
    """The bucket of one distance, step by step."""
    size = abs(distance)
    if size < EXACT:
        bucket = size
    else:
        share = math.log(size / EXACT) / math.log(FARTHEST / EXACT)
        bucket = min(EXACT + int(share * (BUCKETS - EXACT - 1)), BUCKETS - 1)
    return BUCKETS + bucket if distance >= 0 else BUCKETS - 1 - bucket


@given(st.lists(st.integers(-5000, 5000), max_size=20))
def test_buckets_are_those_of_the_slow_way(distances: list[int]) -> None:
    found = bucket_of(np.array(distances, dtype=np.int64)).tolist()
    # Where a distance is on the edge of two buckets, two ways to round may fall on either side.
    assert all(
        abs(one - slow(distance)) <= (abs(distance) in edges()) for one, distance in zip(found, distances, strict=True)
    )


def edges() -> set[int]:
    """Distances on which a bucket begins to within rounding."""
    steps = BUCKETS - EXACT - 1
    exact = [EXACT * (FARTHEST / EXACT) ** (step / steps) for step in range(steps + 1)]
    return {round(value) for value in exact if abs(value - round(value)) < 1e-9}


def test_buckets_rise_with_the_distance_and_all_are_used() -> None:
    found = bucket_of(EVERY)
    assert (np.diff(found) >= 0).all()
    assert (found.min(), found.max()) == (0, 2 * BUCKETS - 1)
    assert len(set(found.tolist())) >= 2 * BUCKETS - 1, "the bucket of -0 is the only one that no word is in"


def test_left_and_right_mirror_one_another() -> None:
    away = EVERY[EVERY != 0]
    assert (bucket_of(-away) == 2 * BUCKETS - 1 - bucket_of(away)).all()


def test_near_words_have_a_bucket_each_and_far_ones_share() -> None:
    near, far = np.arange(EXACT), np.arange(EXACT, FARTHEST)
    assert (bucket_of(near) == BUCKETS + near).all()
    assert len(set(bucket_of(far).tolist())) == BUCKETS - EXACT - 1
    assert bucket_of(np.array([FARTHEST * 10, -FARTHEST * 10])).tolist() == [2 * BUCKETS - 1, 0]
