"""Scores made by hand: what an encoder would say that is sure of a few attributions and entities, and of nothing else."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from rashomon.model import EntityType, Stance
from rashomon.read.document import Document
from rashomon.read.neural.calibration import Calibration
from rashomon.read.neural.decode import Run, Settings
from rashomon.read.neural.labels import (
    ANCHORED,
    BUCKETS,
    ENTITIES,
    ENTITY_TAGS,
    EVENT_CLASSES,
    EVENT_LINK_SIZE,
    EVENT_ROLES,
    FILLER_TAGS,
    LINK_SIZE,
    LINKED,
    ROLES,
    STANCES,
    TAGS,
)
from rashomon.read.neural.pieces import Integers, Pieces
from rashomon.read.neural.reader import NeuralReader
from rashomon.read.neural.scores import Scores, View
from rashomon.read.neural.weights import Weights
from rashomon.shipped import models_folder

TOKENIZER = Tokenizer.from_file(str(models_folder() / "tokenizer.json"))
SURE = 8.0
"""Log-odds of what is planted; what is not planted has as much against it."""
PLAIN = Settings(
    distances=np.zeros((2, 2 * BUCKETS), dtype=np.float32),
    trust=np.zeros(2, dtype=np.float32),
    role_distances=np.zeros((len(EVENT_ROLES), 2 * BUCKETS), dtype=np.float32),
    sure_floor=0.0,
    leanings={},
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


@dataclass(frozen=True, kw_only=True)
class PlantedAnchor:
    """A trigger or a figure in half-open positions of words, with the words of its roles and its classes."""

    run: Run
    name: str = "trigger"
    roles: Mapping[str, Run] = field(default_factory=dict)
    classes: Mapping[str, str] = field(default_factory=dict)


def numbered(words: int, *, breaks: Sequence[int] = ()) -> Pieces:
    """Words of one piece each, five characters and a space long; a new paragraph begins at each of `breaks`."""
    place = np.arange(words)
    paragraph = np.searchsorted(np.array(breaks, dtype=np.int64), place, side="right")
    return Pieces(place, np.zeros_like(place), place, place * 6, place * 6 + 5, paragraph)


def planted(
    pieces: Pieces,
    found: Sequence[Planted] = (),
    entities: Sequence[PlantedEntity] = (),
    anchors: Sequence[PlantedAnchor] = (),
) -> Scores:
    """The scores in which all this stands; each cue and each anchor has a number of its own in queries and keys."""
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
            _link(links, (LINKED.index(role), LINK_SIZE), number, one.cue[0], runs)
        place = STANCES.index(one.stance)
        if one.told_by is None:
            stance[one.cue[0], place] = SURE
        else:
            stance[one.told_by, len(STANCES) + place] = SURE
    for entity in entities:
        _tag(tags, len(ROLES) * len(TAGS), 1 + 2 * ENTITIES.index(entity.type), entity.run)
    events, roles, classes = _anchored(words, anchors)
    view = View(0, words, links, roles)
    return Scores(pieces, tags, stance, (view,), np.zeros(words, dtype=np.int64), events, classes)


def _anchored(words: int, anchors: Sequence[PlantedAnchor]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    events = np.zeros((words, len(ANCHORED) * len(TAGS) + len(FILLER_TAGS)), dtype=np.float32)
    events[:, [0, len(TAGS), 2 * len(TAGS)]] = SURE
    roles = np.zeros((words, len(EVENT_ROLES) * (2 * EVENT_LINK_SIZE + 1)), dtype=np.float32)
    classes = np.zeros((words, sum(map(len, EVENT_CLASSES.values()))), dtype=np.float32)
    # Each role ends with how well a word suits it at all.
    roles[:, 2 * EVENT_LINK_SIZE :: 2 * EVENT_LINK_SIZE + 1] = -SURE
    for number, one in enumerate(anchors):
        _tag(events, ANCHORED.index(one.name) * len(TAGS), 1, one.run)
        for role, run in one.roles.items():
            _link(roles, (EVENT_ROLES.index(role), EVENT_LINK_SIZE), number, one.run[0], (run,))
        start = 0
        for name, values in EVENT_CLASSES.items():
            if name in one.classes:
                classes[one.run[0], start + list(values).index(one.classes[name])] = SURE
            start += len(values)
    return events, roles, classes


def in_views(scores: Scores, views: Sequence[Run], owner: Sequence[int]) -> Scores:
    """The same scores as windows see them that know only some words each; `owner` tells which speaks for each word."""
    (whole,) = scores.views
    seen = tuple(View(start, end, whole.links[start:end].copy(), whole.roles[start:end].copy()) for start, end in views)
    return replace(scores, views=seen, owner=np.array(owner, dtype=np.int64))


def _tag(tags: np.ndarray, outside: int, begin: int, run: Run) -> None:
    """Words that begin a stretch or go on with it, and are not outside."""
    tags[slice(*run), outside] = 0
    tags[slice(*run), outside + begin : outside + begin + 2] = 0
    tags[run[0], outside + begin] = SURE
    tags[run[0] + 1 : run[1], outside + begin + 1] = SURE


def _link(links: np.ndarray, role: tuple[int, int], number: int, cue: int, runs: Sequence[Run]) -> None:
    """The query of a cue, and the keys of the words that it is to draw; a role is told by its place and its width."""
    place, width = role
    size = 2 * width + 1
    part = links[:, place * size : (place + 1) * size]
    part[:, -1] = -SURE
    part[cue, number] = np.sqrt(width)
    for run in runs:
        part[slice(*run), width + number] = 2 * SURE


def word_at(pieces: Pieces, offset: int) -> int:
    """The word that a character belongs to."""
    places: Integers = np.flatnonzero((pieces.start <= offset) & (offset < pieces.end))
    return int(places[0])


def run_of(document: Document, pieces: Pieces, words: str) -> Run:
    """The positions of words that stand in a document."""
    start = document.text.index(words)
    return word_at(pieces, start), word_at(pieces, start + len(words) - 1) + 1


@dataclass(frozen=True)
class Plain:
    """Scores that were planted, behind the face of the trained reader."""

    weights: Weights
    found: Scores

    def scores(self, document: Document) -> Scores:
        return self.found


def reading_with(found: Scores, settings: Settings = PLAIN, calibration: Calibration | None = None) -> NeuralReader:
    """A reader that says what was planted."""
    nowhere = Path("no-weights-here")
    made = Weights(
        encoder=nowhere,
        tokenizer=nowhere,
        digest="planted",
        settings=settings,
        calibration=calibration or Calibration({}),
    )
    return Plain(made, found)  # type: ignore[return-value]
