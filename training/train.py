"""One seeded training run: epochs over the corpora, a checkpoint every few minutes, taken up where it stopped."""

import copy
import json
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from rich.console import Console
from torch import Tensor

from training.batches import Batch, Cut, collate, epoch
from training.corpora import CORPORA
from training.encoder import tokenizer
from training.example import Example
from training.heads import Reader, fresh
from training.large import LargeEncoder
from training.losses import EVENTS, SPEECH, Teacher, losses
from training.recipe import Recipe, Stage

CHECKPOINT_SECONDS, TELL_STEPS, AVERAGE_STEPS = 240, 50, 4
console = Console(soft_wrap=True)
LARGE_ALONE = "encoder.near.weight"
"""What only the large encoder has."""
LARGE_KNOWS = (SPEECH | EVENTS) - {"fillers"}
"""What the large teacher is asked of: what it was trained on."""
Corpora = Mapping[str, Sequence[Example]]


def train(
    folder: Path,
    recipe: Recipe,
    seed: int,
    *,
    device: str = "cpu",
    threads: int = 1,
    examples: Corpora | None = None,
    begin: Callable[[], Reader] = fresh,
) -> Path:
    """Train one reader; returns the file of its averaged weights. A run that was stopped goes on from its checkpoint.

    `begin` gives the reader that knows nothing yet. `examples` are those of each corpus that the recipe names; without them they are read from the corpora.
    """
    final = folder / "reader.pt"
    if final.exists():
        return final
    folder.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(threads)
    if examples is None:
        names = {name for stage in recipe.stages for name in stage.shares}
        examples = {name: list(CORPORA[name]("train")) for name in sorted(names)}
    console.print({name: len(found) for name, found in examples.items()})
    torch.manual_seed(seed)
    reader = begin()
    for number, stage in enumerate(recipe.stages, start=1):
        done = folder / f"stage-{number}.pt"
        if not done.exists():
            diet = {name: examples[name] for name in stage.shares}
            _train_stage(folder, Course(recipe, seed, number), reader.to(device), diet, device)
        reader.take_up(torch.load(done, map_location=device, weights_only=True))
    _save(reader.state_dict(), final)
    (folder / "recipe.json").write_text(json.dumps(asdict(recipe) | {"seed": seed}, indent=1) + "\n", encoding="utf-8")
    return final


def distil(
    folder: Path,
    recipe: Recipe,
    taught_by: Sequence[Path],
    large: Path | None = None,
    *,
    device: str = "cpu",
    threads: int = 1,
    examples: Corpora | None = None,
) -> Path:
    """Go on with the first of several trained readers, taught by the mean of them all; returns the file of its weights.

    What comes of a round goes on in the next and is one of its teachers. `large` is the large teacher, which rounds
    may ask instead of the many.
    """
    final = folder / "reader.pt"
    if final.exists():
        return final
    folder.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(threads)
    names = {name for stage in recipe.taught for name in stage.shares}
    examples = examples or {name: list(CORPORA[name]("train")) for name in sorted(names)}
    # Heads that the weights know nothing of begin anew, by the same chances every time.
    torch.manual_seed(0)
    teachers = [Teacher(_loaded(path, device)) for path in taught_by]
    master = _loaded(large, device) if large is not None else None
    reader = _loaded(taught_by[0], device)
    rounds = replace(recipe, stages=(*recipe.stages, *recipe.taught))
    for number, stage in enumerate(recipe.taught, start=len(recipe.stages) + 1):
        done = folder / f"stage-{number}.pt"
        if not done.exists():
            diet = {name: examples[name] for name in stage.shares}
            asked = teachers
            if stage.large and master is not None:
                asked = [teachers[-1], Teacher(master, weight=stage.large, knows=LARGE_KNOWS)]
            _train_stage(folder, Course(rounds, 0, number), reader, diet, device, teachers=asked)
        reader = _loaded(done, device)
        teachers.append(Teacher(_loaded(done, device)))
    _save(reader.state_dict(), final)
    return final


def _loaded(path: Path, device: str) -> Reader:
    weights = torch.load(path, map_location=device, weights_only=True)
    layers = {name.split(".")[2] for name in weights if name.startswith("encoder.layers.")}
    reader = Reader(LargeEncoder(len(layers)) if LARGE_ALONE in weights else None)
    reader.take_up(weights)
    return reader.to(device).eval()


@dataclass(frozen=True, slots=True)
class Course:
    """One stage of a seed's training; its chances depend on nothing else."""

    recipe: Recipe
    seed: int
    number: int

    @property
    def stage(self) -> Stage:
        """What the recipe says of it."""
        return self.recipe.stages[self.number - 1]

    def batches(self, examples: Corpora, epoch_number: int) -> list[list[Cut]]:
        """The batches of one epoch."""
        seed = self.seed * 1000 + (self.number - 1) * 100 + epoch_number
        return epoch(examples, self.recipe, tokenizer(), seed, stage=self.number - 1)


def _train_stage(
    folder: Path, course: Course, reader: Reader, examples: Corpora, device: str, *, teachers: Sequence[Teacher] = ()
) -> None:
    """Train one stage and write `stage-N.pt`, its averaged weights."""
    checkpoint, pieces = folder / "checkpoint.pt", tokenizer()
    torch.manual_seed(course.seed)
    state = State(reader, course.recipe, len(course.batches(examples, 0)) * course.stage.epochs, course.stage)
    kept = torch.load(checkpoint, map_location=device, weights_only=False) if checkpoint.exists() else None
    if kept is not None and kept.get("stage", course.number) == course.number:
        state.load(kept)
        console.print(f"Going on from step {state.step} of {state.total}.")
    saved = begun = time.monotonic()
    for number in range(course.stage.epochs):
        for place, cuts in enumerate(course.batches(examples, number)):
            if (number, place) < state.place:
                continue
            chance = np.random.default_rng((course.seed, number, place))
            batch = collate(cuts, course.recipe, pieces, chance)
            told = state.learn(batch, device, teachers=teachers, trust=course.stage.trust)
            state.place = (number, place + 1)
            if state.step % TELL_STEPS == 0:
                _tell(folder, state, told, time.monotonic() - begun)
            if time.monotonic() - saved > CHECKPOINT_SECONDS:
                _save(state.dump() | {"stage": course.number}, checkpoint)
                saved = time.monotonic()
    _save(state.average.state_dict(), folder / f"stage-{course.number}.pt")
    checkpoint.unlink(missing_ok=True)


def _save(value: dict[str, Any], path: Path) -> None:
    """Write a file whole or not at all: a run may be stopped at any moment."""
    unfinished = path.with_suffix(".part")
    torch.save(value, unfinished)
    unfinished.replace(path)


class State:
    """The reader while it learns: its weights, their running average, and how far it has come."""

    def __init__(self, reader: Reader, recipe: Recipe, total: int, stage: Stage | None = None) -> None:
        self.reader, self.recipe, self.total = reader, recipe, total
        pace = stage.pace if stage else 1.0
        self.weights = recipe.weights | (dict(stage.weights) if stage else {})
        self.average = copy.deepcopy(reader).eval()
        self.optimizer = torch.optim.AdamW(_groups(reader, recipe, pace), weight_decay=recipe.weight_decay, fused=True)
        self.rates = [group["lr"] for group in self.optimizer.param_groups]
        self.step, self.place = 0, (0, 0)

    def learn(
        self, batch: Batch, device: str, *, teachers: Sequence[Teacher] = (), trust: float = 0.0
    ) -> dict[str, float]:
        """One step; returns the loss of each head."""
        moved = Batch(**{name: getattr(batch, name).to(device) for name in Batch.__dataclass_fields__})
        self.reader.train()
        for group, rate in zip(self.optimizer.param_groups, self.rates, strict=True):
            group["lr"] = rate * self._pace()
        with torch.autocast(device.partition(":")[0], dtype=torch.bfloat16):
            found = losses(self.reader, moved, self.recipe.dropped, teachers=teachers, trust=trust)
        total: Tensor = sum((self.weights[name] * loss for name, loss in found.items()), torch.zeros(()))
        self.optimizer.zero_grad(set_to_none=True)
        total.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(self.reader.parameters(), self.recipe.clip)
        self.optimizer.step()
        self.step += 1
        if self.step % AVERAGE_STEPS == 0:
            self._average()
        return {name: float(loss.detach()) for name, loss in found.items()}

    def _pace(self) -> float:
        warm = max(1, round(self.recipe.warm_up * self.total))
        if self.step < warm:
            return (self.step + 1) / warm
        return max(0.0, (self.total - self.step) / max(1, self.total - warm))

    @torch.no_grad()
    def _average(self) -> None:
        keep = min(self.recipe.average**AVERAGE_STEPS, self.step / (self.step + 40))
        for mean, now in zip(self.average.parameters(), self.reader.parameters(), strict=True):
            mean.lerp_(now, 1 - keep)

    def dump(self) -> dict[str, Any]:
        """Everything that going on needs."""
        return {
            "reader": self.reader.state_dict(),
            "average": self.average.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "step": self.step,
            "place": self.place,
            "random": torch.get_rng_state(),
        }

    def load(self, state: dict[str, Any]) -> None:
        """Take up what `dump` gave."""
        self.reader.load_state_dict(state["reader"])
        self.average.load_state_dict(state["average"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.step, self.place = state["step"], tuple(state["place"])
        torch.set_rng_state(state["random"].cpu())


def _groups(reader: Reader, recipe: Recipe, pace: float = 1.0) -> list[dict[str, Any]]:
    """The parameters by layer: the nearer to the input, the slower they move."""
    depth: dict[int, list[torch.nn.Parameter]] = {}
    layers = len(reader.encoder.layers)
    for name, parameter in reader.named_parameters():
        if not name.startswith("encoder."):
            level = -1
        elif name.startswith("encoder.layers."):
            level = layers - 1 - int(name.split(".")[2])
        else:
            level = layers
        depth.setdefault(level, []).append(parameter)
    rates = {
        level: recipe.encoder_rate * recipe.layer_decay**level if level >= 0 else recipe.head_rate for level in depth
    }
    return [{"params": found, "lr": rates[level] * pace} for level, found in sorted(depth.items())]


def _tell(folder: Path, state: State, told: dict[str, float], seconds: float) -> None:
    words = " ".join(f"{name} {loss:.3f}" for name, loss in told.items())
    line = f"{folder.name} step {state.step}/{state.total} {seconds:.0f} s: {words}"
    console.print(line)
    with (folder / "log.txt").open("a", encoding="utf-8") as log:
        log.write(line + "\n")
