"""Scores made by hand: what an encoder would say that is sure of a few attributions and entities, and of nothing else."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from rashomon.model import EntityType, Stance
from rashomon.read.neural.decode import Run, Settings
from rashomon.read.neural.labels import BUCKETS, ENTITIES, ENTITY_TAGS, LINK_SIZE, LINKED, ROLES, STANCES, TAGS
from rashomon.read.neural.pieces import Integers, Pieces
from rashomon.read.neural.scores import Scores, View

SURE = 8.0
"""Log-odds of what is planted; what is not planted has as much against it."""
PLAIN = Settings(
    distances=np.zeros((2, 2 * BUCKETS), dtype=np.float32), trust=np.zeros(2, dtype=np.float32), sure_floor=0.0
)
"""Settings by which a link is worth what its query and key say, wherever the word stands; no attribution is too unsure."""


@dataclass(frozen=True, kw_only=True)
class Planted:
    """One attribution in half-open positions of words; its stance is told by the cue, or by a word of its content."""

    cue: Run
    source: Sequence[Run] = ()
    content: Sequence[Run] = ()
    stance: Stance = "asserts"
    told_by: int | None = None


@dataclass(frozen=True, kw_only=True)
class PlantedEntity:
    """An entity in half-open positions of words."""

    run: Run
    type: EntityType = field(default="person")


def numbered(words: int, *, breaks: Sequence[int] = ()) -> Pieces:
    """Words of one piece each, five characters and a space long; a new paragraph begins at each of `breaks`."""
    place = np.arange(words)
    paragraph = np.searchsorted(np.array(breaks, dtype=np.int64), place, side="right")
    return Pieces(place, np.zeros_like(place), place, place * 6, place * 6 + 5, paragraph)


def planted(pieces: Pieces, found: Sequence[Planted] = (), entities: Sequence[PlantedEntity] = ()) -> Scores:
    """The scores in which these attributions and entities stand; each cue has a number of its own in queries and keys."""
    words = len(pieces.start)
    tags = np.zeros((words, len(ROLES) * len(TAGS) + len(ENTITY_TAGS)), dtype=np.float32)
    tags[:, [0, len(TAGS), 2 * len(TAGS), len(ROLES) * len(TAGS)]] = SURE
    links = np.zeros((words, len(LINKED) * (2 * LINK_SIZE + 1)), dtype=np.float32)
    stance = np.zeros((words, 2 * len(STANCES)), dtype=np.float32)
    for number, one in enumerate(found):
        for role, runs in (("cue", (one.cue,)), ("source", one.source), ("content", one.content)):
            for run in runs:
                _tag(tags, ROLES.index(role) * len(TAGS), 1, run)
        for role, runs in (("source", one.source), ("content", one.content)):
            _link(links, role, number, one.cue[0], runs)
        place = STANCES.index(one.stance)
        if one.told_by is None:
            stance[one.cue[0], place] = SURE
        else:
            stance[one.told_by, len(STANCES) + place] = SURE
    for entity in entities:
        _tag(tags, len(ROLES) * len(TAGS), 1 + 2 * ENTITIES.index(entity.type), entity.run)
    return Scores(pieces, tags, stance, (View(0, words, links),), np.zeros(words, dtype=np.int64))


def in_views(scores: Scores, views: Sequence[Run], owner: Sequence[int]) -> Scores:
    """The same scores as windows see them that know only some words each; `owner` tells which speaks for each word."""
    (whole,) = scores.views
    seen = tuple(View(start, end, whole.links[start:end].copy()) for start, end in views)
    return replace(scores, views=seen, owner=np.array(owner, dtype=np.int64))


def _tag(tags: np.ndarray, outside: int, begin: int, run: Run) -> None:
    """Words that begin a stretch or go on with it, and are not outside."""
    tags[slice(*run), outside] = 0
    tags[slice(*run), outside + begin : outside + begin + 2] = 0
    tags[run[0], outside + begin] = SURE
    tags[run[0] + 1 : run[1], outside + begin + 1] = SURE


def _link(links: np.ndarray, role: str, number: int, cue: int, runs: Sequence[Run]) -> None:
    """The query of a cue, and the keys of the words that it is to draw."""
    size = 2 * LINK_SIZE + 1
    part = links[:, LINKED.index(role) * size : (LINKED.index(role) + 1) * size]
    part[:, -1] = -SURE
    part[cue, number] = np.sqrt(LINK_SIZE)
    for run in runs:
        part[slice(*run), LINK_SIZE + number] = 2 * SURE


def word_at(pieces: Pieces, offset: int) -> int:
    """The word that a character belongs to."""
    places: Integers = np.flatnonzero((pieces.start <= offset) & (offset < pieces.end))
    return int(places[0])
