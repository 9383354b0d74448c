"""The batches of a stage one after another, made ahead by other processes where there are cores for it."""

from collections.abc import Iterator
from typing import Any, TypeAlias

import numpy as np
import torch
from torch.utils.data import DataLoader, IterableDataset, get_worker_info

from training.batches import Corpora, Cut, Known, Numbers, epoch, numbers_of
from training.encoder import tokenizer
from training.recipe import Recipe

AHEAD = 24
"""Batches that each process makes ahead."""
Place: TypeAlias = tuple[int, int]
"""An epoch, and a batch in it."""


class Feed(IterableDataset[tuple[Place, Numbers]]):
    """The batches of one stage of a seed's training, by their place; its chances depend on nothing else."""

    def __init__(self, examples: Corpora, recipe: Recipe, seed: int, number: int) -> None:
        self.examples, self.recipe, self.seed, self.number = examples, recipe, seed, number
        self.begin: Place = (0, 0)
        self._pieces = tokenizer()
        self._known = Known(self._pieces)

    def windows(self, epoch_number: int) -> list[list[Cut]]:
        """The batches of one epoch as windows."""
        seed, stage = self.seed * 1000 + (self.number - 1) * 100 + epoch_number, self.number - 1
        return epoch(self.examples, self.recipe, self._pieces, seed, stage=stage, known=self._known)

    def __iter__(self) -> Iterator[tuple[Place, Numbers]]:
        worker = get_worker_info()
        mine, workers = (worker.id, worker.num_workers) if worker is not None else (0, 1)
        turn = 0
        for number in range(self.recipe.stages[self.number - 1].epochs):
            for place, cuts in enumerate(self.windows(number)):
                if (number, place) < self.begin:
                    continue
                # The loader asks its processes in turn, so that the order is that of one process alone.
                if turn % workers == mine:
                    chance = np.random.default_rng((self.seed, number, place))
                    yield (number, place), numbers_of(cuts, self.recipe, self._pieces, chance)
                turn += 1

    def loader(self, begin: Place, workers: int) -> DataLoader[tuple[Place, Numbers]]:
        """The batches from a place on; with 0 workers they are made as they are asked for."""
        self.begin = begin
        # Arrays travel better than tensors: each tensor would hold a file open until it is used.
        return DataLoader(
            self,
            batch_size=None,
            num_workers=workers,
            collate_fn=_as_it_is,
            # Its own, so that making a loader leaves the chances of the training as they were.
            generator=torch.Generator(),
            prefetch_factor=AHEAD if workers else None,
        )


def _as_it_is(found: Any) -> Any:
    return found
