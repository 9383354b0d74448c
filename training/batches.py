"""Documents to batches of windows: shuffled, cut at random places, some of them in capitals or in lower case."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor

from rashomon.read.neural.distance import bucket_of
from rashomon.read.neural.labels import ANCHORED, EVENT_CLASSES, EVENT_ROLES, FARTHEST, ROLES
from rashomon.read.neural.pieces import Integers, id_of
from training.events import Anchor
from training.example import Example
from training.recipe import Recipe
from training.targets import ANYTHING, Targets, targets_of
from training.words import NOT_SAID

CLS, SEP, MASK, PAD = "[CLS]", "[SEP]", "[MASK]", "[PAD]"
Numbers: TypeAlias = dict[str, NDArray[Any]]
Corpora: TypeAlias = Mapping[str, Sequence[Example]]
SHORT = 24
"""A window with fewer pieces at a document's end is left out of training."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Tensors of one step; tags stand at first pieces, links and anchors name a row and a piece of it.

    `anchor_near` is false for words of which an anchor's corpus says nothing in a role.
    """

    ids: Tensor
    case: Tensor
    mask: Tensor
    tags: Tensor
    entities: Tensor
    word: Tensor
    link_row: Tensor
    link_piece: Tensor
    link_bucket: Tensor
    link_near: Tensor
    link_targets: Tensor
    stance: Tensor
    events: Tensor
    fillers: Tensor
    anchor_row: Tensor
    anchor_piece: Tensor
    anchor_bucket: Tensor
    anchor_near: Tensor
    anchor_targets: Tensor
    anchor_classes: Tensor


@dataclass(frozen=True, slots=True)
class Cut:
    """A window `[start, end)` of a document's pieces."""

    targets: Targets
    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def says_something(self) -> bool:
        """Whether any head learns from it: sparsely labelled documents have windows without a label."""
        if self.targets.unmarked:
            return True
        first = self.targets.pieces.first
        words = slice(*np.searchsorted(first, (self.start, self.end)).tolist())
        if (self.targets.tags[:, words] != NOT_SAID).any() or (self.targets.entities[words] != ANYTHING).any():
            return True
        events = self.targets.events
        if (events.tags[:, words] != NOT_SAID).any() or (events.fillers[words] != NOT_SAID).any():
            return True
        anchors = (*(link.cue for link in self.targets.links), *(anchor.word for anchor in events.anchors))
        return any(words.start <= anchor < words.stop for anchor in anchors)


class Known:
    """Targets of examples in their own letters, kept so that every epoch need not make them anew."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self._tokenizer = tokenizer
        self._found: dict[tuple[int, int], tuple[Example, Targets]] = {}

    def targets(self, example: Example, text: str, annotator: int) -> Targets:
        """What `targets_of` gives."""
        if text != example.text:
            return targets_of(example, self._tokenizer, text=text, annotator=annotator)
        place = (id(example), annotator)
        if place not in self._found:
            # The example is kept beside its targets, so that its identity is never another's.
            self._found[place] = (example, targets_of(example, self._tokenizer, annotator=annotator))
        return self._found[place][1]


def epoch(
    examples: Corpora,
    recipe: Recipe,
    tokenizer: Tokenizer,
    seed: int,
    *,
    stage: int = 0,
    known: Known | None = None,
) -> list[list[Cut]]:
    """The batches of one epoch of a stage as windows, a pure function of its arguments; `known` only saves time."""
    known = known or Known(tokenizer)
    shares, size = recipe.stages[stage].shares, recipe.stages[stage].batch or recipe.batch
    chance = np.random.default_rng(seed)
    cuts: list[Cut] = []
    for corpus, found in examples.items():
        for example in _drawn(found, shares[corpus], chance):
            cuts.extend(_cuts(_varied(example, recipe, known, chance), recipe.window, chance))
    order = chance.permutation(len(cuts))
    # Windows of like length stand together in a stretch of the shuffled order, so that little is filled up.
    shuffled = [cuts[n] for n in order]
    batches: list[list[Cut]] = []
    for start in range(0, len(shuffled), 64):
        pending: list[Cut] = []
        for cut in sorted(shuffled[start : start + 64], key=len):
            if pending and (len(pending) + 1) * (len(cut) + 2) > size + 64:
                batches.append(pending)
                pending = []
            pending.append(cut)
        if pending:
            batches.append(pending)
    return [batches[n] for n in chance.permutation(len(batches))]


def _drawn(found: Sequence[Example], share: float, chance: np.random.Generator) -> Iterator[Example]:
    whole, rest = divmod(share, 1)
    for _ in range(int(whole)):
        yield from found
    if rest:
        yield from (found[n] for n in chance.permutation(len(found))[: round(rest * len(found))])


def _varied(example: Example, recipe: Recipe, known: Known, chance: np.random.Generator) -> Targets:
    """The example's targets, now and then in capitals or lower case, and by one of its annotators."""
    text, draw = example.text, chance.random()
    if text.isupper():
        # A corpus in capitals alone is read in lower case every other time.
        text = text.lower() if draw < 1 / 2 else text
    elif draw < recipe.shouted:
        text = text.upper()
    elif draw < recipe.shouted + recipe.whispered:
        text = text.lower()
    elif draw < 2 * recipe.shouted + recipe.whispered:
        text = _headline_shouted(text)
    if len(text) != len(example.text):
        text = example.text
    annotator = int(chance.integers(len(example.alternatives) + 1)) if example.alternatives else 0
    return known.targets(example, text, annotator)


def _headline_shouted(text: str) -> str:
    """The first line in capitals, as many outlets print it."""
    head, mark, rest = text.partition("\n")
    return head.upper() + mark + rest


def _cuts(targets: Targets, size: int, chance: np.random.Generator) -> list[Cut]:
    length = len(targets.pieces)
    start = -int(chance.integers(size // 2)) if length > size else 0
    found = []
    while start < length:
        cut = Cut(targets, max(start, 0), min(start + size, length))
        if (len(cut) >= SHORT or len(cut) == length) and cut.says_something():
            found.append(cut)
        start += size
    return found


def collate(cuts: Sequence[Cut], recipe: Recipe, tokenizer: Tokenizer, chance: np.random.Generator) -> Batch:
    """The tensors of a batch; a share of the pieces is masked."""
    return batch_of(numbers_of(cuts, recipe, tokenizer, chance))


def batch_of(numbers: Numbers) -> Batch:
    """The tensors of what `numbers_of` gives."""
    return Batch(**{name: torch.from_numpy(array) for name, array in numbers.items()})


def numbers_of(cuts: Sequence[Cut], recipe: Recipe, tokenizer: Tokenizer, chance: np.random.Generator) -> Numbers:
    """The arrays of a batch by the names of its fields."""
    special = {name: id_of(name, tokenizer) for name in (CLS, SEP, MASK, PAD)}
    rows, length = len(cuts), max(map(len, cuts)) + 2
    ids = np.full((rows, length), special[PAD], dtype=np.int64)
    case, word = np.zeros((rows, length), dtype=np.int64), np.full((rows, length), -1, dtype=np.int64)
    tags = np.full((len(ROLES), rows, length), NOT_SAID, dtype=np.int64)
    entities = np.full((rows, length), -1, dtype=np.int64)
    events = np.full((len(ANCHORED), rows, length), NOT_SAID, dtype=np.int64)
    fillers = np.full((rows, length), NOT_SAID, dtype=np.int64)
    links: list[tuple[int, int, int, Integers, Integers]] = []
    anchors: list[tuple[int, int, Anchor]] = []
    for row, cut in enumerate(cuts):
        pieces, end = cut.targets.pieces, len(cut) + 1
        ids[row, 0], ids[row, end] = special[CLS], special[SEP]
        ids[row, 1:end] = pieces.ids[cut.start : cut.end]
        hidden = chance.random(len(cut)) < recipe.masked
        ids[row, 1:end][hidden] = special[MASK]
        case[row, 1:end] = pieces.case[cut.start : cut.end]
        inside = np.flatnonzero((pieces.first >= cut.start) & (pieces.first < cut.end))
        places = pieces.first[inside] - cut.start + 1
        word[row, places] = inside
        tags[:, row, places] = cut.targets.tags[:, inside]
        entities[row, places] = cut.targets.entities[inside]
        events[:, row, places] = cut.targets.events.tags[:, inside]
        fillers[row, places] = cut.targets.events.fillers[inside]
        place_of = dict(zip(inside.tolist(), places.tolist(), strict=True))
        for link in cut.targets.links:
            if link.cue in place_of:
                links.append((row, place_of[link.cue], link.stance, link.source, link.content))
        anchors += [(row, place_of[a.word], a) for a in cut.targets.events.anchors if a.word in place_of]
    plain = {"ids": ids, "case": case, "mask": ids != special[PAD], "tags": tags, "entities": entities, "word": word}
    return plain | {"events": events, "fillers": fillers} | _linked(word, links) | _anchored(word, anchors)


def _linked(word: Integers, links: Sequence[tuple[int, int, int, Integers, Integers]]) -> dict[str, np.ndarray]:
    """The arrays of attributions: cues, and the words of their sources and contents."""
    row = np.array([link[0] for link in links], dtype=np.int64)
    piece = np.array([link[1] for link in links], dtype=np.int64)
    words, away = _seen_from(word, row, piece)
    targets = np.zeros((2, *words.shape), dtype=np.float32)
    for number, (_, _, _, source, content) in enumerate(links):
        targets[0, number] = np.isin(words[number], source)
        targets[1, number] = np.isin(words[number], content)
    return {
        "link_row": row,
        "link_piece": piece,
        "link_bucket": bucket_of(away),
        "link_near": (words >= 0) & (np.abs(away) <= FARTHEST),
        "link_targets": targets,
        "stance": np.array([link[2] for link in links], dtype=np.int64),
    }


def _anchored(word: Integers, anchors: Sequence[tuple[int, int, Anchor]]) -> dict[str, np.ndarray]:
    """The arrays of triggers and figures, and the words of their roles."""
    row = np.array([anchor[0] for anchor in anchors], dtype=np.int64)
    piece = np.array([anchor[1] for anchor in anchors], dtype=np.int64)
    words, away = _seen_from(word, row, piece)
    targets = np.zeros((len(EVENT_ROLES), *words.shape), dtype=np.float32)
    near = np.zeros(targets.shape, dtype=bool)
    for number, (_, _, anchor) in enumerate(anchors):
        for role, asked in enumerate(anchor.roles):
            if asked is not None:
                targets[role, number] = np.isin(words[number], asked)
                near[role, number] = (words[number] >= 0) & (np.abs(away[number]) <= FARTHEST)
    classes = [anchor.classes for _, _, anchor in anchors]
    return {
        "anchor_row": row,
        "anchor_piece": piece,
        "anchor_bucket": bucket_of(away),
        "anchor_near": near,
        "anchor_targets": targets,
        "anchor_classes": np.array(classes, dtype=np.int64).reshape(len(anchors), len(EVENT_CLASSES)),
    }


def _seen_from(word: Integers, row: Integers, piece: Integers) -> tuple[Integers, Integers]:
    """For each of several pieces the words of its row, and how far away they stand."""
    if not len(row):
        nothing = np.zeros((0, word.shape[1]), dtype=np.int64)
        return nothing, nothing
    words = word[row]
    return words, words - word[row, piece][:, None]
