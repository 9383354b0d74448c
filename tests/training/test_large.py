"""The large teacher: the same pieces as the small reader's, and distances as its authors bucketed them."""

import math

import numpy as np
import torch
from tokenizers import Tokenizer

from tests.training.examples import TOKENIZER, example, tiny
from training import large
from training.batches import Cut, collate
from training.heads import Reader
from training.large import HEADS, NEAR_BUCKETS, LargeEncoder, near_bucket
from training.losses import losses
from training.targets import targets_of
from training.train import _groups


def slow_bucket(away: int) -> int:
    """The buckets of T5 in both directions, a distance at a time."""
    side = NEAR_BUCKETS // 2
    ahead, far, exact = (side if away > 0 else 0), abs(away), side // 2
    if far < exact:
        return ahead + far
    grown = exact + int(math.log(far / exact) / math.log(128 / exact) * (side - exact))
    return ahead + min(grown, side - 1)


def test_distances_fall_into_their_buckets() -> None:
    away = torch.arange(-300, 301)
    # At 16, 32 and 64 the logarithms of both ways may fall to either side of a whole number.
    clear = [n for n, far in enumerate(away.abs().tolist()) if far not in (16, 32, 64)]
    assert near_bucket(away)[clear].tolist() == [slow_bucket(int(away[n])) for n in clear]


def test_every_piece_of_the_small_vocabulary_is_the_same_piece_of_the_large_one() -> None:
    theirs = Tokenizer.from_str(large.archived("all-mpnet-base-v2/tokenizer.json").decode("utf-8")).get_vocab()
    moved = LargeEncoder(0).moved
    renamed = {"[CLS]": "<s>", "[SEP]": "</s>", "[PAD]": "<pad>", "[MASK]": "<mask>"}
    ours = TOKENIZER.get_vocab()
    assert [word for word, place in ours.items() if theirs[renamed.get(word, word)] != int(moved[place])] == []


def test_what_is_filled_up_changes_nothing_and_distance_does() -> None:
    torch.manual_seed(1)
    encoder = LargeEncoder(1).eval()
    ids = torch.randint(1000, 2000, (1, 6))
    case = torch.zeros_like(ids)
    with torch.no_grad():
        alone = encoder(ids, case, torch.ones(1, 6, dtype=torch.bool))
        mask = torch.tensor([[True] * 6 + [False] * 3])
        filled = torch.cat([ids, torch.zeros(1, 3, dtype=torch.long)], 1)
        beside = encoder(filled, torch.zeros_like(filled), mask)
        assert torch.allclose(alone, beside[:, :6], atol=1e-5)
        encoder.near.weight.copy_(torch.randn(NEAR_BUCKETS, HEADS) * 3)
        assert not torch.allclose(alone, encoder(ids, case, torch.ones(1, 6, dtype=torch.bool)), atol=1e-3)


def test_the_heads_learn_on_it_as_on_the_small_one() -> None:
    torch.manual_seed(1)
    reader = Reader(LargeEncoder(1))
    found = targets_of(example("n"), TOKENIZER)
    recipe = tiny(masked=0.0)
    batch = collate([Cut(found, 0, len(found.pieces))], recipe, TOKENIZER, np.random.default_rng(0))
    told = losses(reader, batch, 0.0)
    torch.stack(list(told.values())).sum().backward()
    assert reader.encoder.cases.weight.grad is not None and reader.encoder.cases.weight.grad.any()
    assert reader.encoder.near.weight.grad is not None and reader.encoder.near.weight.grad.any()
    grouped = sum(len(group["params"]) for group in _groups(reader, recipe))
    assert grouped == len(list(reader.parameters()))
