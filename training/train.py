"""One seeded training run: epochs over the corpora, a checkpoint every few minutes, taken up where it stopped."""

import copy
import json
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import torch
from rich.console import Console
from torch import Tensor

from training.batches import Batch, Corpora, batch_of
from training.corpora import CORPORA
from training.feed import Feed
from training.heads import Reader, fresh
from training.large import LargeEncoder
from training.losses import losses
from training.recipe import Recipe, Stage
from training.taught import EVERYTHING, Teacher

CHECKPOINT_SECONDS, TELL_STEPS, AVERAGE_STEPS = 240, 50, 4
console = Console(soft_wrap=True)
LARGE_ALONE = "encoder.near.weight"
"""What only the large encoder has."""
LARGE_KNOWS = EVERYTHING
"""What the large teachers are asked of: what they were trained on."""


def train(
    folder: Path,
    recipe: Recipe,
    seed: int,
    *,
    device: str = "cpu",
    threads: int = 1,
    workers: int = 0,
    examples: Corpora | None = None,
    begin: Callable[[], Reader] = fresh,
    trunk: Path | None = None,
) -> Path:
    """Train one reader; returns the file of its averaged weights. A run that was stopped goes on from its checkpoint.

    `begin` gives the reader that knows nothing yet. `examples` are those of each corpus that the recipe names; without
    them they are read from the corpora. `trunk` is the folder of another seed, from whose last stage but one this one
    goes its own way. `workers` make batches beside the training.
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
        shared = trunk is not None and number < len(recipe.stages)
        done = (trunk if trunk is not None and shared else folder) / f"stage-{number}.pt"
        if not done.exists():
            if shared:
                raise ValueError(f"{done} is not there yet: train the seed that this one branches off from first")
            diet = {name: examples[name] for name in stage.shares}
            _train_stage(folder, Feed(diet, recipe, seed, number), reader.to(device), device, workers=workers)
        reader.take_up(torch.load(done, map_location=device, weights_only=True))
    _save(reader.state_dict(), final)
    (folder / "recipe.json").write_text(json.dumps(asdict(recipe) | {"seed": seed}, indent=1) + "\n", encoding="utf-8")
    return final


def distil(
    folder: Path,
    recipe: Recipe,
    taught_by: Sequence[Path],
    large: Sequence[Path] = (),
    *,
    device: str = "cpu",
    threads: int = 1,
    workers: int = 0,
    examples: Corpora | None = None,
) -> Path:
    """Go on with the first of several trained readers, taught by the mean of them all; returns the file of its weights.

    What comes of a round goes on in the next and is one of its teachers. `large` are the large teachers, which rounds
    may ask instead of the many; where there are any, the weights are the mean of what came of the rounds under them.
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
    masters = [_loaded(path, device) for path in large]
    reader = _loaded(taught_by[0], device)
    rounds = replace(recipe, stages=(*recipe.stages, *recipe.taught))
    for number, stage in enumerate(recipe.taught, start=len(recipe.stages) + 1):
        done = folder / f"stage-{number}.pt"
        if not done.exists():
            diet = {name: examples[name] for name in stage.shares}
            asked = teachers
            if stage.large and masters:
                asked = [teachers[-1], *(Teacher(one, weight=stage.large, knows=LARGE_KNOWS) for one in masters)]
            _train_stage(folder, Feed(diet, rounds, 0, number), reader, device, workers=workers, teachers=asked)
        reader = _loaded(done, device)
        teachers.append(Teacher(_loaded(done, device)))
    under_large = [bool(stage.large and masters) for stage in recipe.taught]
    made = teachers[-len(under_large) :]
    # Rounds of one course end near one another, and their mean is better than the last of them.
    chosen = [one.reader.state_dict() for one, large_asked in zip(made, under_large, strict=True) if large_asked]
    found = chosen or [reader.state_dict()]
    _save({name: torch.stack([one[name] for one in found]).mean(0) for name in found[-1]}, final)
    return final


def _loaded(path: Path, device: str) -> Reader:
    weights = torch.load(path, map_location=device, weights_only=True)
    layers = {name.split(".")[2] for name in weights if name.startswith("encoder.layers.")}
    reader = Reader(LargeEncoder(len(layers)) if LARGE_ALONE in weights else None)
    reader.take_up(weights)
    return reader.to(device).eval()


def _train_stage(
    folder: Path, feed: Feed, reader: Reader, device: str, *, workers: int = 0, teachers: Sequence[Teacher] = ()
) -> None:
    """Train one stage and write `stage-N.pt`, its averaged weights."""
    checkpoint, stage = folder / "checkpoint.pt", feed.recipe.stages[feed.number - 1]
    torch.manual_seed(feed.seed)
    state = State(reader, feed.recipe, len(feed.windows(0)) * stage.epochs, stage)
    kept = torch.load(checkpoint, map_location=device, weights_only=False) if checkpoint.exists() else None
    if kept is not None and kept.get("stage", feed.number) == feed.number:
        state.load(kept)
        console.print(f"Going on from step {state.step} of {state.total}.")
    saved = begun = time.monotonic()
    for (number, place), numbers in feed.loader(state.place, workers):
        told = state.learn(batch_of(numbers), device, teachers=teachers, trust=stage.trust)
        state.place = (number, place + 1)
        if state.step % TELL_STEPS == 0:
            _tell(folder, state, told, time.monotonic() - begun)
        if time.monotonic() - saved > CHECKPOINT_SECONDS:
            _save(state.dump() | {"stage": feed.number}, checkpoint)
            saved = time.monotonic()
    _save(state.average.state_dict(), folder / f"stage-{feed.number}.pt")
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
    ) -> dict[str, Tensor]:
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
        return {name: loss.detach() for name, loss in found.items()}

    def _pace(self) -> float:
        warm = max(1, round(self.recipe.warm_up * self.total))
        if self.step < warm:
            return (self.step + 1) / warm
        return max(0.0, (self.total - self.step) / max(1, self.total - warm))

    @torch.no_grad()
    def _average(self) -> None:
        keep = min(self.recipe.average**AVERAGE_STEPS, self.step / (self.step + 40))
        torch._foreach_lerp_(list(self.average.parameters()), list(self.reader.parameters()), 1 - keep)

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


def _tell(folder: Path, state: State, told: dict[str, Tensor], seconds: float) -> None:
    words = " ".join(f"{name} {float(loss):.3f}" for name, loss in told.items())
    line = f"{folder.name} step {state.step}/{state.total} {seconds:.0f} s: {words}"
    console.print(line)
    with (folder / "log.txt").open("a", encoding="utf-8") as log:
        log.write(line + "\n")
