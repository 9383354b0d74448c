"""Teaching: whose word counts how much, who is asked in which round, and that a round goes on from the one before."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from torch import Tensor

from tests.training.examples import TOKENIZER, example, tiny
from training import train as module
from training.batches import Batch, Cut, collate
from training.heads import Reader
from training.large import LargeEncoder
from training.losses import losses
from training.recipe import Stage
from training.targets import targets_of
from training.taught import EVENTS, EVERYTHING, NAMES, SPEECH, Teacher, taught_losses
from training.train import State, distil

pytestmark = pytest.mark.usefixtures("as_before")
EXAMPLES = {"one": [example(name) for name in "ab"]}
ROUND = Stage(epochs=1, shares={"one": 1.0}, trust=0.6)


def batch() -> Batch:
    found = targets_of(example("n"), TOKENIZER)
    return collate([Cut(found, 0, len(found.pieces))], tiny(masked=0.0), TOKENIZER, np.random.default_rng(0))


def reader(seed: int, **kinds: Any) -> Reader:
    torch.manual_seed(seed)
    return Reader(**kinds).eval()


def numbers(told: dict[str, torch.Tensor]) -> dict[str, Tensor]:
    return {name: float(loss) for name, loss in told.items()}


def taught(pupil: Reader, teachers: Sequence[Teacher], given: Batch) -> dict[str, Tensor]:
    def outputs(one: Reader) -> Any:
        return one(given.ids, given.case, given.mask)

    with torch.no_grad():
        return numbers(taught_losses(pupil, outputs(pupil), [(t, outputs(t.reader)) for t in teachers], given))


def test_a_teacher_of_weight_nought_says_nothing_and_equal_ones_make_the_mean() -> None:
    pupil, one, other, given = reader(1), reader(2), reader(3), batch()
    alone = taught(pupil, [Teacher(one)], given)
    assert taught(pupil, [Teacher(one), Teacher(other, weight=0.0)], given) == pytest.approx(alone, abs=1e-5)
    both = taught(pupil, [Teacher(one), Teacher(other)], given)
    second = taught(pupil, [Teacher(other)], given)
    # The loss is linear in what is wanted, so that of the mean is the mean of both.
    assert both == pytest.approx({name: (alone[name] + second[name]) / 2 for name in both}, abs=1e-4)
    leaning = taught(pupil, [Teacher(one, weight=3.0), Teacher(other)], given)
    assert leaning == pytest.approx({name: 0.75 * alone[name] + 0.25 * second[name] for name in both}, abs=1e-4)


def test_a_teacher_is_asked_only_of_what_it_knows() -> None:
    pupil, one, other, given = reader(1), reader(2), reader(3), batch()
    alone = taught(pupil, [Teacher(one)], given)
    assert alone.keys() == SPEECH | NAMES
    beside = taught(pupil, [Teacher(one), Teacher(other, knows=SPEECH | EVENTS)], given)
    assert beside["entities"] == pytest.approx(alone["entities"], abs=1e-6)
    assert beside["cue"] != pytest.approx(alone["cue"], abs=1e-6)
    second = taught(pupil, [Teacher(other, knows=EVERYTHING)], given)
    assert beside["trigger"] == pytest.approx(second["trigger"], abs=1e-6)
    assert beside["roles"] == pytest.approx(second["roles"], abs=1e-6)


def test_trust_is_the_share_of_the_teachers() -> None:
    pupil, one, given = reader(1), reader(2), batch()
    with torch.no_grad():
        marked = numbers(losses(pupil, given, 0.0))
        mixed = numbers(losses(pupil, given, 0.0, teachers=[Teacher(one)], trust=0.25))
    said = taught(pupil, [Teacher(one)], given)
    assert mixed == pytest.approx(
        {name: 0.75 * marked[name] + 0.25 * said[name] if name in said else marked[name] for name in marked}, abs=1e-4
    )


def test_rounds_ask_the_many_and_then_the_large_one_beside_the_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seeds = []
    for seed in (1, 2):
        torch.save(reader(seed).state_dict(), tmp_path / f"{seed}.pt")
        seeds.append(tmp_path / f"{seed}.pt")
    torch.save(reader(3, encoder=LargeEncoder(1)).state_dict(), tmp_path / "large.pt")
    asked: list[tuple[tuple[float, frozenset[str], int], ...]] = []
    learn = State.learn

    def seen(self: State, given: Batch, device: str, *, teachers: Sequence[Teacher], trust: float) -> dict[str, Tensor]:
        asked.append(tuple((t.weight, t.knows, len(t.reader.encoder.layers)) for t in teachers))
        return learn(self, given, device, teachers=teachers, trust=trust)

    monkeypatch.setattr(State, "learn", seen)
    # The running average of weights moves at every fourth step.
    longer = replace(ROUND, epochs=4)
    recipe = replace(
        tiny(window=254, batch=128), taught=(longer, longer, replace(longer, large=2.0), replace(longer, large=4.0))
    )
    made = distil(tmp_path / "taught", recipe, seeds, [tmp_path / "large.pt"], examples=EXAMPLES)
    small, steps = (1.0, SPEECH | NAMES, 6), len(asked) // 4
    rounds = [(small,) * 2, (small,) * 3, *((small, (weight, EVERYTHING, 1)) for weight in (2.0, 4.0))]
    assert steps >= 4
    assert asked == [teachers for teachers in rounds for _ in range(steps)]
    stages = [torch.load(tmp_path / "taught" / f"stage-{n}.pt", weights_only=True) for n in (2, 3, 4, 5)]
    assert all(not torch.equal(one["tags.weight"], other["tags.weight"]) for one, other in pairwise(stages))
    final = torch.load(made, weights_only=True)
    # The mean of the rounds under the large teacher.
    assert all(torch.allclose(final[name], (stages[-2][name] + stages[-1][name]) / 2, atol=1e-7) for name in final)

    def never(*_: Any, **__: Any) -> None:
        raise AssertionError("a round that went through was run again")

    monkeypatch.setattr(module, "_train_stage", never)
    assert distil(tmp_path / "taught", recipe, seeds, [tmp_path / "large.pt"], examples=EXAMPLES) == made


def test_a_stage_may_weigh_losses_in_its_own_way() -> None:
    recipe = tiny()
    plain, own = State(Reader(), recipe, 10), State(Reader(), recipe, 10, replace(ROUND, weights={"stance": 0.9}))
    assert plain.weights == recipe.weights
    assert own.weights == recipe.weights | {"stance": 0.9}
