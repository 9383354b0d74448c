"""The recipe: what is read how often, how fast is learned, and how much each head counts."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """A part of the training with its own diet, taken up with the averaged weights of the part before it.

    `shares` tells how often an epoch passes over each corpus; `pace` is what the learning rates are multiplied by;
    `trust` is how much teachers count against what people marked, where there are teachers.
    """

    epochs: int
    shares: Mapping[str, float]
    pace: float = 1.0
    trust: float = 0.0


BROAD = Stage(
    epochs=4,
    shares={
        "polnear": 1.0,
        "world": 5.0,
        "own": 3.0,
        "stances": 1.0,
        "ner_worldwide": 0.35,
        "re3d": 2.0,
        "muc4": 0.2,
        "tempeval3": 0.2,
    },
)
"""Attribution above all: what takes longest to learn."""
LEVEL = Stage(
    epochs=1,
    shares={
        "polnear": 1.0,
        "world": 4.0,
        "own": 2.0,
        "stances": 0.5,
        "ner_worldwide": 1.25,
        "re3d_names": 2.0,
        "muc4": 0.1,
        "tempeval3": 0.1,
    },
    pace=0.4,
)
"""Entities catch up, and names alone count as such; everything settles at low rates."""
TAUGHT = Stage(
    epochs=1,
    shares={
        "polnear": 1.0,
        "world": 4.0,
        "own": 2.0,
        "stances": 0.5,
        "ner_worldwide": 0.5,
        "re3d_names": 2.0,
        "muc4": 0.1,
        "tempeval3": 0.5,
    },
    pace=0.4,
    trust=0.6,
)
"""One seed learns from the mean of several: what they agree on is worth more than single marks, of which people
themselves agree on three in four."""
SETTLED = replace(TAUGHT, pace=0.3, trust=0.7)
"""What came of it goes on, and is now one of the teachers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """Everything that a training run depends on besides its seed and the corpora.

    `window` and `batch` count pieces; `weights` are those of the losses. In each stage, learning rates rise over
    `warm_up` of all steps and fall to nothing; a layer's is `layer_decay` times that of the layer above it. `average`
    is the weight that the running average of weights keeps at each step.
    """

    stages: tuple[Stage, ...] = (BROAD, LEVEL)
    taught: tuple[Stage, ...] = (TAUGHT, SETTLED)
    window: int = 254
    batch: int = 2048
    encoder_rate: float = 4e-4
    head_rate: float = 2e-3
    layer_decay: float = 0.95
    warm_up: float = 0.08
    weight_decay: float = 0.01
    masked: float = 0.06
    dropped: float = 0.05
    shouted: float = 0.04
    whispered: float = 0.03
    clip: float = 1.0
    average: float = 0.998
    weights: dict[str, float] = field(
        default_factory=lambda: {
            "cue": 1.0,
            "source": 0.5,
            "content": 0.5,
            "entities": 1.0,
            "links": 1.0,
            "stance": 0.3,
        }
    )
