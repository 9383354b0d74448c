"""Documents to batches: nothing is lost or told twice, and every target stands at the piece that it is about."""

from dataclasses import fields, replace
from itertools import pairwise

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.read.neural.labels import BUCKETS, ROLES, STANCES
from tests.training.examples import TOKENIZER, example, tiny
from training.batches import SHORT, Batch, Cut, collate, epoch
from training.recipe import Recipe
from training.targets import ANYTHING, targets_of
from training.words import BEGIN, NOT_SAID

CALM = {"masked": 0.0, "shouted": 0.0, "whispered": 0.0}
"""Settings under which what is read is what was written."""
MANY = {"one": [example(f"n{n}", sentences=n % 7 + 1) for n in range(12)]}


def batched(recipe: Recipe, seed: int = 1) -> list[Batch]:
    """The batches of an epoch as tensors."""
    return [
        collate(cuts, recipe, TOKENIZER, np.random.default_rng((seed, n)))
        for n, cuts in enumerate(epoch(MANY, recipe, TOKENIZER, seed))
    ]


def same(one: Batch, other: Batch) -> bool:
    return all(torch.equal(getattr(one, f.name), getattr(other, f.name)) for f in fields(Batch))


def words_at(batch: Batch, row: int, inside: torch.Tensor) -> list[str]:
    """The words whose first pieces are at some places of a row, put together from their pieces."""
    found: list[str] = []
    pieces = [TOKENIZER.id_to_token(int(id)) for id in batch.ids[row]]
    for place in torch.nonzero(inside).flatten().tolist():
        word = pieces[place]
        for later in pieces[place + 1 :]:
            if not later.startswith("##"):
                break
            word += later.removeprefix("##")
        found.append(word)
    return found


def test_an_epoch_is_a_pure_function_of_its_seed() -> None:
    one, again, other = batched(tiny()), batched(tiny()), batched(tiny(), seed=2)
    assert len(one) == len(again) > 2
    assert all(same(left, right) for left, right in zip(one, again, strict=True))
    assert not all(same(left, right) for left, right in zip(one, other, strict=False))


@settings(max_examples=25)
@given(st.integers(0, 1000), st.integers(2 * SHORT, 120))
def test_windows_of_a_document_are_apart_and_leave_out_little(seed: int, window: int) -> None:
    cuts = [cut for batch in epoch(MANY, tiny(window=window, **CALM), TOKENIZER, seed) for cut in batch]
    by_document: dict[int, list[Cut]] = {}
    for cut in cuts:
        by_document.setdefault(id(cut.targets), []).append(cut)
    assert len(by_document) == len(MANY["one"])
    for found in by_document.values():
        found.sort(key=lambda cut: cut.start)
        length = len(found[0].targets.pieces)
        assert all(0 <= cut.start < cut.end <= length and len(cut) <= window for cut in found)
        assert all(left.end == right.start for left, right in pairwise(found))
        assert found[0].start == 0
        assert length - found[-1].end < SHORT


def test_batches_hold_no_more_pieces_than_the_recipe_says() -> None:
    recipe = tiny()
    for cuts in epoch(MANY, recipe, TOKENIZER, 3):
        assert len(cuts) * (max(map(len, cuts)) + 2) <= recipe.batch + 64


@pytest.mark.parametrize(("share", "count"), [(0.0, 0), (0.5, 6), (1.0, 12), (2.25, 27)])
def test_a_corpus_is_passed_over_as_often_as_its_share_says(share: float, count: int) -> None:
    recipe = tiny(shares={"one": share}, window=400)
    assert sum(map(len, epoch(MANY, recipe, TOKENIZER, 1))) == count


def test_every_links_targets_stand_at_the_right_pieces() -> None:
    sources = {"said": ["the", "harbour", "master"], "denied": ["colonel", "dorr"]}
    contents = {"said": "two boats had been sunk by shells", "denied": "that his men had fired on the quay"}
    stances = {"said": "asserts", "denied": "denies"}
    seen = set()
    for batch in batched(tiny(window=400, **CALM)):
        for number, (row, piece) in enumerate(zip(batch.link_row.tolist(), batch.link_piece.tolist(), strict=True)):
            here = torch.zeros(batch.ids.shape[1])
            here[piece] = 1
            (cue,) = words_at(batch, row, here)
            if cue not in stances:
                continue
            seen.add(cue)
            assert STANCES[int(batch.stance[number])] == stances[cue]
            assert words_at(batch, row, batch.link_targets[0, number]) == sources[cue]
            assert words_at(batch, row, batch.link_targets[1, number]) == contents[cue].split()
            assert batch.link_bucket[number, piece] == BUCKETS
            assert batch.link_near[number].tolist() == (batch.word[row] >= 0).tolist()
    assert seen == set(stances)


def test_distances_of_links_count_words_and_not_pieces() -> None:
    for batch in batched(tiny(window=400, **CALM)):
        for number, row in enumerate(batch.link_row.tolist()):
            words = batch.word[row]
            cue = int(words[batch.link_piece[number]])
            near = (words >= 0) & ((words - cue).abs() < 16)
            away = (words - cue)[near]
            expected = torch.where(away < 0, BUCKETS - 1 + away, BUCKETS + away)
            assert torch.equal(batch.link_bucket[number][near], expected)


def test_a_link_that_a_window_cuts_keeps_what_the_window_holds() -> None:
    found = targets_of(example("n", sentences=1), TOKENIZER)
    (link,) = found.links
    cue = int(found.pieces.first[link.cue])
    cut = Cut(found, cue, cue + 4)
    batch = collate([cut], tiny(**CALM), TOKENIZER, np.random.default_rng(0))
    assert batch.ids.shape == (1, 6)
    assert (batch.link_row.tolist(), batch.link_piece.tolist()) == ([0], [1])
    assert batch.link_targets[0].sum() == 0
    assert words_at(batch, 0, batch.link_targets[1, 0]) == ["two", "boats", "had"]
    without = collate([Cut(found, 0, cue)], tiny(**CALM), TOKENIZER, np.random.default_rng(0))
    assert (len(without.link_row), without.link_targets.shape[1:]) == (0, (0, without.ids.shape[1]))
    assert ((without.tags[ROLES.index("source")] == BEGIN).sum()) == 1


def test_rows_are_filled_up_and_the_filling_says_nothing() -> None:
    long, short = (targets_of(example("n", sentences=n), TOKENIZER) for n in (3, 1))
    cuts = [Cut(found, 0, len(found.pieces)) for found in (long, short)]
    batch = collate(cuts, tiny(**CALM), TOKENIZER, np.random.default_rng(0))
    lengths = [len(cut) + 2 for cut in cuts]
    assert batch.mask.sum(1).tolist() == lengths
    pad = ~batch.mask
    assert (batch.ids[pad] == TOKENIZER.token_to_id("[PAD]")).all()
    assert (batch.tags[:, pad] == NOT_SAID).all()
    assert (batch.entities[pad] == -1).all()
    assert (batch.word[pad] == -1).all()
    for row, (cut, length) in enumerate(zip(cuts, lengths, strict=True)):
        assert TOKENIZER.id_to_token(int(batch.ids[row, 0])) == "[CLS]"
        assert TOKENIZER.id_to_token(int(batch.ids[row, length - 1])) == "[SEP]"
        assert batch.ids[row, 1 : length - 1].tolist() == cut.targets.pieces.ids.tolist()
        first = batch.word[row] >= 0
        assert batch.tags[:, row, first].tolist() == cut.targets.tags.tolist()
        assert batch.entities[row, first].tolist() == cut.targets.entities.tolist()


def test_some_pieces_are_masked_and_no_target_with_them() -> None:
    plain, masked = batched(tiny(**CALM)), batched(tiny(**CALM | {"masked": 0.3}))
    mask = TOKENIZER.token_to_id("[MASK]")
    share = sum(int((b.ids == mask).sum()) for b in masked) / sum(int(b.mask.sum()) for b in masked)
    assert 0.2 < share < 0.4
    for one, other in zip(plain, masked, strict=True):
        assert same(one, replace(other, ids=one.ids))
        assert (one.ids[other.ids != mask] == other.ids[other.ids != mask]).all()


@pytest.mark.parametrize(("setting", "case"), [("shouted", str.upper), ("whispered", str.lower)])
def test_variants_in_capitals_and_lower_case_keep_their_offsets(setting: str, case: object) -> None:
    recipe = tiny(window=400, **CALM | {setting: 1.0})
    plain = {example.name: targets_of(example, TOKENIZER) for example in MANY["one"]}
    found = [cut.targets for batch in epoch(MANY, recipe, TOKENIZER, 1) for cut in batch]
    assert len(found) == len(plain)
    by_length = {(len(one.pieces.start), one.pieces.end[-1]) for one in plain.values()}
    for one in found:
        assert (len(one.pieces.start), one.pieces.end[-1]) in by_length
        cases = set(one.pieces.case.tolist())
        assert not cases & ({1, 4} if setting == "shouted" else {2, 3, 4})


def test_a_text_that_grows_in_capitals_is_left_as_it_is() -> None:
    grows = replace(example("n"), text=example("n").text.replace("quay", "maße"))
    assert len(grows.text.upper()) > len(grows.text)
    recipe = tiny(window=400, **CALM | {"shouted": 1.0})
    ((cut,),) = epoch({"one": [grows]}, recipe, TOKENIZER, 1)
    assert cut.targets.pieces.case.tolist() == targets_of(grows, TOKENIZER).pieces.case.tolist()


def test_a_stage_may_have_larger_batches() -> None:
    plain = tiny(window=64, batch=128)
    larger = replace(plain, stages=(replace(plain.stages[0], batch=512),))
    few, many = (epoch(MANY, recipe, TOKENIZER, 3) for recipe in (larger, plain))
    assert len(few) < len(many) / 2
    assert sum(map(len, few)) == sum(map(len, many))


def test_windows_without_a_label_are_left_out() -> None:
    silent = replace(example("n", sentences=6, entities=False, told=False), whole=False, attributions=())
    assert epoch({"one": [silent]}, tiny(), TOKENIZER, 1) == []
    left_to_teachers = replace(silent, unmarked=True)
    assert sum(map(len, epoch({"one": [left_to_teachers]}, tiny(), TOKENIZER, 1))) > 0
    first = replace(silent, attributions=example("n").attributions[:1])
    cuts = [cut for batch in epoch({"one": [first]}, tiny(**CALM), TOKENIZER, 1) for cut in batch]
    assert len(cuts) == 1
    assert set(cuts[0].targets.entities.tolist()) == {ANYTHING}


def test_further_annotators_have_their_turn() -> None:
    base = example("n")
    both = replace(base, alternatives=[base.attributions[:1]])
    counts = {
        len(cut.targets.links)
        for seed in range(12)
        for batch in epoch({"one": [both]}, tiny(window=400), TOKENIZER, seed)
        for cut in batch
    }
    assert counts == {1, 3}
