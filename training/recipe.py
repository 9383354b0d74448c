"""The recipe: what is read how often, how fast is learned, and how much each head counts."""

from dataclasses import dataclass, field, replace


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """A part of the training with its own diet, taken up with the averaged weights of the part before it.

    `shares` tells how often an epoch passes over each corpus; `pace` is what the learning rates are multiplied by;
    `trust` is how much teachers count against what people marked, where there are teachers. `large` is how much the
    large teacher counts against the reader that came of the stage before, which then are all teachers there are.
    `weights` are those of losses that count otherwise than in the whole recipe, and `batch`, in pieces, is the size of its
    batches where that is another.
    """

    epochs: int
    shares: dict[str, float]
    pace: float = 1.0
    trust: float = 0.0
    large: float = 0.0
    weights: dict[str, float] = field(default_factory=dict)
    batch: int | None = None


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
SCHOOLED = replace(
    TAUGHT,
    epochs=3,
    shares=TAUGHT.shares
    | {
        "own": 2.5,
        "briefs": 2.0,
        "muc4": 0.4,
        "event_location": 0.4,
        "news": 1.0,
    },
    pace=1.0,
    trust=0.75,
    large=2.0,
    weights={"stance": 0.5},
    batch=4096,
)
"""Readers five times as large have seen more in the same texts; what the small one knows of entities is kept."""
SETTLED_AGAIN = replace(
    SCHOOLED,
    epochs=2,
    shares={
        "polnear": 1.0,
        "world": 3.0,
        "own": 2.0,
        "briefs": 1.5,
        "stances": 0.35,
        "ner_worldwide": 0.9,
        "re3d_names": 1.5,
        "muc4": 0.4,
        "event_location": 0.25,
        "tempeval3": 0.6,
        "news": 0.8,
    },
    pace=0.6,
    trust=0.8,
    large=4.0,
    weights={"stance": 1.0, "classes": 0.2, "roles": 0.7},
    batch=2048,
)
"""The large ones count for nearly all, and there is more text that nobody marked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """Everything that a training run depends on besides its seed and the corpora.

    `window` and `batch` count pieces; `weights` are those of the losses. In each stage, learning rates rise over
    `warm_up` of all steps and fall to nothing; a layer's is `layer_decay` times that of the layer above it. `average`
    is the weight that the running average of weights keeps at each step.
    """

    stages: tuple[Stage, ...] = (BROAD, LEVEL)
    taught: tuple[Stage, ...] = (TAUGHT, SETTLED, SCHOOLED, SETTLED_AGAIN)
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
            "trigger": 0.5,
            "figure": 0.5,
            "fillers": 0.2,
            "roles": 0.5,
            "classes": 0.1,
        }
    )


LARGE_BROAD = Stage(epochs=2, shares={"polnear": 1.0, "world": 2.0, "own": 1.5, "stances": 0.35})
"""The large teacher reads attributions and stances alone."""
LARGE_LEVEL = Stage(
    epochs=1,
    shares={"polnear": 1.0, "world": 6.0, "own": 4.0, "briefs": 4.0, "stances": 0.35},
    pace=1.4,
)
"""Reports of armed incidents, and stances, count for more at the end; incidents and figures are learned beside them."""


LARGE_WHOLE = Stage(
    epochs=3,
    shares={
        "polnear": 1.0,
        "world": 3.0,
        "own": 2.5,
        "briefs": 1.5,
        "stances": 0.35,
        "muc4": 0.4,
        "event_location": 0.5,
        "ner_worldwide": 0.6,
        "re3d_names": 2.0,
        "tempeval3": 0.3,
    },
    pace=1.6,
    batch=4096,
)
"""Everything at once, so that it can teach whatever the small reader is to know. The seeds of the large teacher go
their own ways here; what comes before is the same for all."""


def large() -> Recipe:
    """The recipe of the large teacher: fewer passes and lower rates, as its size asks."""
    plain = Recipe()
    return replace(
        plain,
        stages=(LARGE_BROAD, LARGE_LEVEL, LARGE_WHOLE),
        taught=(),
        encoder_rate=6e-5,
        head_rate=2e-3,
        layer_decay=0.9,
        average=0.995,
        weights=plain.weights | {"stance": 0.5},
    )
