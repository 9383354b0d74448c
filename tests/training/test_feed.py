"""The feed gives the batches that the slow way gives, in their order, whoever makes them and from wherever it begins."""

from dataclasses import replace

import numpy as np
import pytest

from tests.training.examples import TOKENIZER, example, tiny
from training.batches import Numbers, epoch, numbers_of
from training.feed import Feed, Place
from training.recipe import Stage

EXAMPLES = {"one": [example(name) for name in "abcdefgh"], "two": [example(name, sentences=9) for name in "ij"]}
RECIPE = replace(tiny(window=64, batch=64), stages=(Stage(epochs=3, shares={"one": 1.0, "two": 1.5}),))
SEED = 7


def slowly() -> list[tuple[Place, Numbers]]:
    found = []
    for number in range(3):
        for place, cuts in enumerate(epoch(EXAMPLES, RECIPE, TOKENIZER, SEED * 1000 + number)):
            chance = np.random.default_rng((SEED, number, place))
            found.append(((number, place), numbers_of(cuts, RECIPE, TOKENIZER, chance)))
    return found


@pytest.mark.parametrize("workers", [0, 1, 2])
@pytest.mark.parametrize("begin", [(0, 0), (1, 2)])
def test_batches_come_in_their_order(workers: int, begin: Place) -> None:
    expected = [one for one in slowly() if one[0] >= begin]
    found = list(Feed(EXAMPLES, RECIPE, SEED, 1).loader(begin, workers))
    assert [place for place, _ in found] == [place for place, _ in expected]
    assert len({place[0] for place, _ in found}) == 3 - begin[0]
    for (_, made), (_, wanted) in zip(found, expected, strict=True):
        assert made.keys() == wanted.keys()
        assert all(np.array_equal(made[name], wanted[name]) for name in made)
