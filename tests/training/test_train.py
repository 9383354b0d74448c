"""Training: a pure function of its recipe, seed and examples, whether it is stopped on the way or not."""

import json
import shutil
from collections.abc import Iterator
from dataclasses import asdict, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from torch import Tensor

from tests.training.examples import TOKENIZER, example, tiny
from training import train as module
from training.batches import Batch, batch_of, collate, epoch
from training.encoder import LAYERS
from training.heads import Reader
from training.pack import load
from training.recipe import Stage
from training.train import State, train

pytestmark = pytest.mark.usefixtures("as_before")
EXAMPLES = {"one": [example(name) for name in "abcdef"]}
STAGE = Stage(epochs=2, shares={"one": 1.0})
STEPS = replace(tiny(window=64, batch=64), stages=(STAGE, replace(STAGE, pace=0.5)))
"""Three steps an epoch; the average of the weights moves at the fourth of each stage."""
Weights = dict[str, Tensor]


def weights(path: Path) -> Weights:
    found: Weights = torch.load(path, weights_only=True)
    return found


def same(one: Weights, other: Weights) -> bool:
    return one.keys() == other.keys() and all(torch.equal(one[name], other[name]) for name in one)


class Stopping:
    """`batch_of` that is interrupted before a step, as by a user or a machine that goes down."""

    def __init__(self, before: int) -> None:
        self.left, self.seen = before, 0

    def __call__(self, *given: Any) -> Batch:
        if self.seen == self.left:
            raise KeyboardInterrupt
        self.seen += 1
        return batch_of(*given)


@pytest.fixture(scope="module")
def through(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A run that went through."""
    folder = tmp_path_factory.mktemp("through")
    assert train(folder, STEPS, 4, examples=EXAMPLES) == folder / "reader.pt"
    yield folder
    shutil.rmtree(folder)


def test_a_run_leaves_its_weights_and_its_recipe_and_nothing_unfinished(through: Path) -> None:
    assert sorted(path.name for path in through.iterdir()) == ["reader.pt", "recipe.json", "stage-1.pt", "stage-2.pt"]
    told = json.loads((through / "recipe.json").read_text(encoding="utf-8"))
    assert told == json.loads(json.dumps(asdict(STEPS))) | {"seed": 4}
    assert same(weights(through / "stage-2.pt"), weights(through / "reader.pt"))
    assert not same(weights(through / "stage-1.pt"), weights(through / "reader.pt"))
    assert isinstance(load(through / "reader.pt"), Reader)


@pytest.mark.parametrize("before", [5, 8])
def test_a_run_that_is_stopped_goes_on_to_the_same_weights(
    through: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: int
) -> None:
    monkeypatch.setattr(module, "CHECKPOINT_SECONDS", -1)
    stopping = Stopping(before)
    monkeypatch.setattr(module, "batch_of", stopping)
    with pytest.raises(KeyboardInterrupt):
        train(tmp_path, STEPS, 4, examples=EXAMPLES)
    assert (tmp_path / "checkpoint.pt").exists()
    assert not (tmp_path / "reader.pt").exists()
    torch.rand(7)
    going_on = Stopping(-1)
    monkeypatch.setattr(module, "batch_of", going_on)
    train(tmp_path, STEPS, 4, examples=EXAMPLES)
    assert stopping.seen == before
    assert going_on.seen > 0
    assert same(weights(tmp_path / "reader.pt"), weights(through / "reader.pt"))
    assert not (tmp_path / "checkpoint.pt").exists()


def test_a_checkpoint_of_the_stage_before_is_not_gone_on_with(
    through: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A run may be stopped after the weights of a stage are written and before its checkpoint is gone."""
    monkeypatch.setattr(module, "CHECKPOINT_SECONDS", -1)
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(module, "batch_of", Stopping(5))
        train(tmp_path, STEPS, 4, examples=EXAMPLES)
    shutil.copy(through / "stage-1.pt", tmp_path)
    monkeypatch.setattr(module, "CHECKPOINT_SECONDS", 600)
    train(tmp_path, STEPS, 4, examples=EXAMPLES)
    assert same(weights(tmp_path / "reader.pt"), weights(through / "reader.pt"))


def test_another_seed_gives_other_weights(through: Path, tmp_path: Path) -> None:
    train(tmp_path, replace(STEPS, stages=(STAGE,)), 5, examples=EXAMPLES)
    assert not same(weights(tmp_path / "reader.pt"), weights(through / "stage-1.pt"))


def test_a_second_seed_may_branch_off_before_the_last_stage(through: Path, tmp_path: Path) -> None:
    train(tmp_path, STEPS, 5, examples=EXAMPLES, trunk=through)
    assert not (tmp_path / "stage-1.pt").exists()
    branched, first = weights(tmp_path / "reader.pt"), weights(through / "reader.pt")
    assert not same(branched, first)
    alone = tmp_path / "alone"
    alone.mkdir()
    shutil.copy(through / "stage-1.pt", alone)
    train(alone, STEPS, 5, examples=EXAMPLES)
    assert same(weights(alone / "reader.pt"), branched)


def test_a_seed_cannot_branch_off_from_what_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"stage-1\.pt is not there yet"):
        train(tmp_path / "second", STEPS, 5, examples=EXAMPLES, trunk=tmp_path)


def test_a_run_that_went_through_is_not_run_again(through: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    never = Stopping(0)
    monkeypatch.setattr(module, "batch_of", never)
    assert train(through, STEPS, 4, examples=EXAMPLES) == through / "reader.pt"


def test_a_checkpoint_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "checkpoint.pt"
    module._save({"step": 1}, path)
    with pytest.raises(Exception, match="pickle"):
        module._save({"step": lambda: 2}, path)
    assert torch.load(path, weights_only=True) == {"step": 1}


def test_learning_lowers_every_loss() -> None:
    torch.manual_seed(1)
    recipe = tiny(masked=0.0, dropped=0.0, warm_up=0.0, window=254, batch=2048)
    ((cuts,),) = [epoch({"one": [example("a")]}, recipe, TOKENIZER, 1)]
    batch = collate(cuts, recipe, TOKENIZER, np.random.default_rng(0))
    state = State(module.fresh(), recipe, 100)
    told = [state.learn(batch, "cpu") for _ in range(6)]
    assert told[0].keys() == recipe.weights.keys()
    assert all(told[-1][name] < told[0][name] for name in told[0])


def test_the_average_follows_the_weights_and_starts_near_them() -> None:
    recipe = tiny()
    state = State(Reader(), recipe, 100)
    with torch.no_grad():
        for parameter in state.reader.parameters():
            parameter.fill_(1.0)
        for parameter in state.average.parameters():
            parameter.zero_()
    state.step = 4
    state._average()
    expected = 1 - min(recipe.average**module.AVERAGE_STEPS, 4 / 44)
    assert all(torch.allclose(p, torch.tensor(expected)) for p in state.average.parameters())
    state.step = 10**6
    state._average()
    settled = expected + (1 - expected) * (1 - recipe.average**module.AVERAGE_STEPS)
    assert all(torch.allclose(p, torch.tensor(settled)) for p in state.average.parameters())


def test_the_pace_rises_over_the_warm_up_and_falls_to_nothing() -> None:
    state = State(Reader(), tiny(warm_up=0.1), 50)
    pace = []
    for step in range(51):
        state.step = step
        pace.append(state._pace())
    assert pace[:6] == [0.2, 0.4, 0.6, 0.8, 1.0, 1.0]
    assert all(left > right for left, right in pairwise(pace[5:]))
    assert pace[50] == 0


def test_layers_near_the_input_move_slowest_and_none_is_left_out() -> None:
    reader, recipe = Reader(), tiny()
    groups = module._groups(reader, recipe)
    grouped = [id(parameter) for group in groups for parameter in group["params"]]
    assert sorted(grouped) == sorted(id(parameter) for parameter in reader.parameters())
    rate = {id(parameter): group["lr"] for group in groups for parameter in group["params"]}
    layers = [rate[id(layer.qkv.weight)] for layer in reader.encoder.layers]
    assert layers == pytest.approx(
        [recipe.encoder_rate * recipe.layer_decay ** (LAYERS - 1 - n) for n in range(LAYERS)]
    )
    assert rate[id(reader.encoder.words.weight)] == pytest.approx(recipe.encoder_rate * recipe.layer_decay**LAYERS)
    assert rate[id(reader.tags.weight)] == rate[id(reader.distances)] == recipe.head_rate
