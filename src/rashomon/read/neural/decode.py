"""From scores to attributions: cues first, then the words that each of them draws to itself."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import TypeAlias

import numpy as np

from rashomon.read.neural.distance import bucket_of
from rashomon.read.neural.labels import FARTHEST, LINK_SIZE, LINKED, TAGS
from rashomon.read.neural.pieces import Integers
from rashomon.read.neural.scores import Floats, Scores, softmax

Run: TypeAlias = tuple[int, int]
"""Half-open positions of words."""
NEAR_CUES, SAME_CONTENT = 20, 0.7
"""Words between two cues of which one is too many, and the Dice overlap of their contents from which it is."""
NEVER = np.float32(-30)
"""The log-odds of a word that is taken already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What was fitted on dev: how sure a cue and a whole attribution must be, and how stubborn stretches are.

    `distances` holds the log-odds of each bucket of distance for sources and for contents, `trust` what a word's own
    tag is worth for either; `role_distances` holds those of the roles in incidents. A gap of at most `gap` log-odds is bridged, a stretch under `speck` left out.
    `rule_weight` is what the rules' stance is worth, in log-odds; `leanings` are added to those of single stances, which
    reports of armed incidents hold more or less often than the texts that were learned from.
    """

    distances: Floats
    trust: Floats
    role_distances: Floats
    cue_floor: float = 0.3
    sure_floor: float = 0.75
    gap: float = 3.0
    speck: float = 1.0
    rule_weight: float = 0.8
    leanings: Mapping[str, float] = field(
        default_factory=lambda: {"asserts": -0.3, "claims_responsibility": 1.2, "accuses": 0.5, "confirms": 0.3}
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One attribution in words, with how likely its parts are and what its stances are worth."""

    cue: Run
    source: tuple[Run, ...]
    content: tuple[Run, ...]
    stances: Floats
    cue_sure: float
    source_sure: float
    content_sure: float

    @property
    def sure(self) -> float:
        """How sure the whole is, not calibrated; a cue without content is half an attribution."""
        parts = [self.cue_sure, self.content_sure or 0.25, *([self.source_sure] if self.source else [])]
        return math.prod(parts) ** (1 / len(parts))

    def rivals(self, other: "Found") -> bool:
        """Whether both cues stand near each other and draw much the same content."""
        if abs(self.cue[0] - other.cue[0]) > NEAR_CUES:
            return False
        sizes = [sum(end - start for start, end in found.content) for found in (self, other)]
        shared = sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in self.content for b in other.content)
        return shared > 0 and 2 * shared >= SAME_CONTENT * sum(sizes)


def attributions_of(scores: Scores, settings: Settings) -> list[Found]:
    """The attributions of a document in the order of their cues: those sure enough that no surer one says the same."""
    # By stretches of words, so that only neighbours are held against each other: a book costs no more a cue.
    kept: dict[int, list[Found]] = {}
    for found in sorted(candidates(scores, settings), key=lambda found: (-found.sure, found.cue)):
        place = found.cue[0] // NEAR_CUES
        near = [other for n in (place - 1, place, place + 1) for other in kept.get(n, ())]
        if found.sure >= settings.sure_floor and not any(found.rivals(other) for other in near):
            kept.setdefault(place, []).append(found)
    return sorted((found for some in kept.values() for found in some), key=lambda found: found.cue)


def candidates(scores: Scores, settings: Settings) -> list[Found]:
    """An attribution for each cue, in their order."""
    cues = cues_of(scores, settings.cue_floor) if len(scores.pieces.start) else []
    if not cues:
        return []
    sources, contents = (Links(scores, role, settings) for role in range(len(LINKED)))
    own, added = scores.stances()
    sure = 1 - scores.role("cue")[:, 0]
    found = []
    for cue in cues:
        source, source_sure = sources.drawn(cue, ())
        content, content_sure = contents.drawn(cue, source)
        stances = own[cue[0]] + (np.max([added[slice(*run)].max(0) for run in content], axis=0) if content else 0)
        found.append(
            Found(
                cue=cue,
                source=source,
                content=content,
                stances=softmax(stances),
                cue_sure=float(sure[slice(*cue)].mean()),
                source_sure=source_sure,
                content_sure=content_sure,
            )
        )
    return found


def cues_of(scores: Scores, floor: float) -> list[Run]:
    """Stretches of words that are cues; neighbouring words are one cue, for two hardly ever touch."""
    inside = scores.role("cue")[:, 0] <= 1 - floor
    begins = inside.copy()
    begins[1:] &= ~inside[:-1] | (scores.pieces.paragraph[1:] != scores.pieces.paragraph[:-1])
    starts = np.flatnonzero(begins)
    stops = np.append(np.flatnonzero(~inside), len(inside))
    ends = np.minimum(np.append(starts[1:], len(inside)), stops[np.searchsorted(stops, starts)])
    return list(zip(starts.tolist(), ends.tolist(), strict=True))


class Links:
    """How well the words of a document belong to its cues in one role."""

    def __init__(self, scores: Scores, role: int, settings: Settings) -> None:
        self.scores, self.settings = scores, settings
        self.tag = scores.odds(LINKED[role])
        self.trusted = settings.trust[role] * self.tag
        self.near = settings.distances[role][buckets()]
        self.views = [view.linked(LINKED[role]) for view in scores.views]
        self.begins = scores.role(LINKED[role]).argmax(-1) == TAGS.index("B")

    def odds(self, cue: int) -> tuple[int, Floats]:
        """The first word that the window of the word `cue` sees, and the log-odds of all that it sees."""
        number = int(self.scores.owner[cue])
        view, (queries, keys, suits) = self.scores.views[number], self.views[number]
        product = keys @ (queries[cue - view.start] / np.float32(np.sqrt(LINK_SIZE)))
        near = self.near[np.clip(np.arange(view.start, view.end) - cue + FARTHEST, 0, 2 * FARTHEST)]
        return view.start, product + suits + self.trusted[view.start : view.end] + near

    def drawn(self, cue: Run, taken: tuple[Run, ...]) -> tuple[tuple[Run, ...], float]:
        """The stretches that a cue draws to itself, apart from itself and from those taken, and how sure they are."""
        start, odds = self.odds(cue[0])
        for left, right in (cue, *taken):
            odds[max(left - start, 0) : max(right - start, 0)] = NEVER
        runs = runs_of(odds, self.settings)
        if not runs:
            return (), 0.0
        inside = np.concatenate([odds[left:right] for left, right in runs])
        sure = float((1 / (1 + np.exp(-inside))).mean())
        return self.beyond(tuple((left + start, right + start) for left, right in runs), start, len(odds)), sure

    def beyond(self, runs: tuple[Run, ...], start: int, seen: int) -> tuple[Run, ...]:
        """The stretches, those at an edge of what the window sees carried on as far as their words' own tags go."""
        left, right = runs[0][0], runs[-1][1]
        if left == start:
            while left > 0 and not self.begins[left] and self.tag[left - 1] > 0:
                left -= 1
        if right == start + seen:
            while right < len(self.tag) and not self.begins[right] and self.tag[right] > 0:
                right += 1
        first, last = (left, runs[0][1]), (runs[-1][0], right)
        return ((left, right),) if len(runs) == 1 else (first, *runs[1:-1], last)


@cache
def buckets() -> Integers:
    """The bucket of every distance that counts, the farthest to the left first."""
    return bucket_of(np.arange(-FARTHEST, FARTHEST + 1))


def runs_of(odds: Floats, settings: Settings) -> tuple[Run, ...]:
    """Stretches of words that rather belong than not; small gaps are bridged, specks left out."""
    inside = np.flatnonzero(odds > 0)
    if not len(inside):
        return ()
    breaks = np.flatnonzero(np.diff(inside) > 1)
    starts = [int(inside[0]), *inside[breaks + 1].tolist()]
    ends = [*(inside[breaks] + 1).tolist(), int(inside[-1]) + 1]
    total = np.concatenate(([0.0], np.cumsum(odds[: ends[-1]], dtype=np.float64))).tolist()
    runs: list[tuple[int, int, float]] = []
    for start, end in zip(starts, ends, strict=True):
        weight = total[end] - total[start]
        if runs:
            left, reached, before = runs[-1]
            between = total[start] - total[reached]
            if -between < min(settings.gap, before, weight):
                runs[-1] = (left, end, before + between + weight)
                continue
        runs.append((start, end, weight))
    least = min(settings.speck, max(weight for _, _, weight in runs))
    return tuple((start, end) for start, end, weight in runs if weight >= least)
