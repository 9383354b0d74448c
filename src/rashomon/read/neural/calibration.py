"""From how sure the encoder is to how often it is right: piecewise linear curves fitted on dev."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

Curve: TypeAlias = tuple[tuple[float, ...], tuple[float, ...]]
"""Raw scores, rising, and the share that was right there."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """One curve for each layer ("attribution", "entity"); a layer without one keeps its raw scores."""

    curves: Mapping[str, Curve]

    @staticmethod
    def of(told: Mapping[str, Sequence[Sequence[float]]]) -> "Calibration":
        """The calibration as `reader.json` tells it."""
        return Calibration({name: (tuple(curve[0]), tuple(curve[1])) for name, curve in told.items()})

    def confidence(self, layer: str, raw: float) -> float:
        """How often a reading of this layer with this raw score is right, in [0, 1]."""
        curve = self.curves.get(layer)
        value = raw if curve is None else float(np.interp(raw, *curve))
        return round(min(max(value, 0.0), 1.0), 2)
