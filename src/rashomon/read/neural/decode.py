"""From scores to attributions: cues first, then the words that each of them draws to itself."""

from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

import numpy as np

from rashomon.read.neural.distance import bucket_of
from rashomon.read.neural.labels import FARTHEST, LINK_SIZE, LINKED, STANCES
from rashomon.read.neural.pieces import Integers
from rashomon.read.neural.scores import Floats, Scores, softmax

Run: TypeAlias = tuple[int, int]
"""Half-open positions of words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What was fitted on dev: how sure a cue must be, and how stubborn stretches are; `rule_weight` is what the rules’ stance is worth, in log-odds.

    `distances` holds the log-odds of each bucket of distance for sources and for contents, `trust` what a word's own
    tag is worth for either.
    """

    distances: Floats
    trust: Floats
    cue_floor: float = 0.4
    gap: float = 3.0
    speck: float = 1.0
    rule_weight: float = 1.0


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


def attributions_of(scores: Scores, settings: Settings) -> list[Found]:
    """The attributions of a document in the order of their cues."""
    cues = cues_of(scores, settings.cue_floor) if len(scores.pieces.start) else []
    if not cues:
        return []
    heads = np.array([start for start, _ in cues])
    sources, contents = (link_odds(scores, heads, role, settings) for role in range(2))
    own, added = scores.stances()
    sure = 1 - scores.role("cue")[:, 0]
    found = []
    for number, cue in enumerate(cues):
        sources[slice(*cue), number] = contents[slice(*cue), number] = -np.inf
        source = runs_of(sources[:, number], settings)
        for run in source:
            contents[slice(*run), number] = -np.inf
        content = runs_of(contents[:, number], settings)
        stances = own[cue[0]] + (np.max([added[slice(*run)].max(0) for run in content], axis=0) if content else 0)
        found.append(
            Found(
                cue=cue,
                source=source,
                content=content,
                stances=softmax(stances),
                cue_sure=float(sure[slice(*cue)].mean()),
                source_sure=_sure(sources[:, number], source),
                content_sure=_sure(contents[:, number], content),
            )
        )
    return found


def cues_of(scores: Scores, floor: float) -> list[Run]:
    """Stretches of words that are cues."""
    chance = scores.role("cue")
    inside = chance[:, 0] <= 1 - floor
    begins = inside.copy()
    goes_on = inside[1:] & inside[:-1] & (chance[1:, 1] < chance[1:, 2])
    goes_on &= scores.pieces.paragraph[1:] == scores.pieces.paragraph[:-1]
    begins[1:] &= ~goes_on
    starts = np.flatnonzero(begins)
    stops = np.flatnonzero(~inside)
    ends = np.append(starts[1:], len(inside))
    if len(stops):
        after = np.searchsorted(stops, starts)
        ends = np.minimum(ends, np.append(stops, len(inside))[after])
    return list(zip(starts.tolist(), ends.tolist(), strict=True))


def link_odds(scores: Scores, heads: Integers, role: int, settings: Settings) -> Floats:
    """How well each word belongs to each cue, as log-odds of shape (words, cues); far words don't."""
    queries, keys, suits = scores.linked(LINKED[role])
    odds = keys @ (queries[heads].T / np.float32(np.sqrt(LINK_SIZE))) + suits[:, None]
    away = np.arange(len(keys))[:, None] - heads[None, :]
    near = np.abs(away) <= FARTHEST
    odds += (settings.trust[role] * scores.odds(LINKED[role]))[:, None]
    odds += settings.distances[role][buckets()[np.clip(away, -FARTHEST, FARTHEST) + FARTHEST]]
    return np.where(near, odds, np.float32(-np.inf))


@cache
def buckets() -> Integers:
    """The bucket of every distance that counts."""
    return bucket_of(np.arange(-FARTHEST, FARTHEST + 1))


def runs_of(odds: Floats, settings: Settings) -> tuple[Run, ...]:
    """Stretches of words that rather belong than not; small gaps are bridged, specks left out."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], odds > 0, [False])).astype(np.int8)))
    runs: list[tuple[int, int, float]] = []
    for start, end in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        weight = float(odds[start:end].sum())
        if runs:
            left, reached, before = runs[-1]
            between = float(odds[reached:start].sum())
            if -between < min(settings.gap, before, weight):
                runs[-1] = (left, end, before + between + weight)
                continue
        runs.append((start, end, weight))
    best = max((weight for _, _, weight in runs), default=0.0)
    return tuple((start, end) for start, end, weight in runs if weight >= min(settings.speck, best))


def _sure(odds: Floats, runs: tuple[Run, ...]) -> float:
    """The mean probability of the words of some stretches; 0 where there are none."""
    if not runs:
        return 0.0
    inside = np.concatenate([odds[slice(*run)] for run in runs])
    return float((1 / (1 + np.exp(-inside))).mean())


def best_stance(found: Found) -> str:
    """The stance that the model thinks likeliest."""
    return STANCES[int(found.stances.argmax())]
