"""Judges of what is put forward as a filler: a few numbers weighed against each other, fitted on the train part."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

STEPS: Final = 50
"""Newton's steps at most; a handful is enough."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judge:
    """A logistic judge: how likely something is right, and from which probability on (`floor`) it is taken."""

    weights: tuple[float, ...]
    bias: float
    floor: float = 0.5

    def odds(self, numbers: Sequence[float]) -> float:
        """The log-odds that something with these numbers is right."""
        return self.bias + sum(weight * number for weight, number in zip(self.weights, numbers, strict=True))

    def sure(self, numbers: Sequence[float]) -> float:
        """The probability that something with these numbers is right."""
        return float(1 / (1 + np.exp(-self.odds(numbers))))

    def takes(self, numbers: Sequence[float]) -> bool:
        """Whether something with these numbers is taken."""
        return self.sure(numbers) >= self.floor

    def as_json(self) -> dict[str, Any]:
        """What `judge_of` makes a judge of again."""
        return {"weights": list(self.weights), "bias": self.bias, "floor": self.floor}


def judge_of(told: dict[str, Any]) -> Judge:
    """The judge that was written down."""
    return Judge(weights=tuple(told["weights"]), bias=told["bias"], floor=told["floor"])


def fitted(rows: Sequence[Sequence[float]], right: Sequence[bool], *, ridge: float = 1.0) -> Judge:
    """The judge under which what is `right` is likeliest, with weights (of scaled numbers) held near zero by `ridge`."""
    raw, wanted = np.array(rows, dtype=float), np.array(right, dtype=float)
    middle, spread = raw.mean(0), np.maximum(raw.std(0), 1e-9)
    scaled = np.hstack([(raw - middle) / spread, np.ones((len(raw), 1))])
    # The bias is left free.
    held = np.diag([*[ridge] * raw.shape[1], 1e-9])
    found = np.zeros(scaled.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-scaled @ found))
        slope = scaled.T @ (wanted - chance) - held @ found
        step = np.linalg.solve((scaled.T * (chance * (1 - chance))) @ scaled + held, slope)
        found += step
        if float(np.abs(step).max()) < 1e-8:
            break
    weights = found[:-1] / spread
    bias = float(found[-1] - weights @ middle)
    return Judge(weights=tuple(round(float(weight), 4) for weight in weights), bias=round(bias, 4))
