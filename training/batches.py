"""Documents to batches of windows: shuffled, cut at random places, some of them in capitals or in lower case."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from rashomon.read.neural.distance import bucket_of
from rashomon.read.neural.labels import FARTHEST, ROLES
from rashomon.read.neural.pieces import Integers, id_of
from training.example import Example
from training.recipe import Recipe
from training.targets import ANYTHING, NOT_SAID, Targets, targets_of

CLS, SEP, MASK, PAD = "[CLS]", "[SEP]", "[MASK]", "[PAD]"
SHORT = 24
"""A window with fewer pieces at a document's end is left out of training."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Tensors of one step; `tags` and `entities` stand at first pieces, links name a row and a piece of it."""

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
        first = self.targets.pieces.first
        words = slice(*np.searchsorted(first, (self.start, self.end)).tolist())
        if (self.targets.tags[:, words] != NOT_SAID).any() or (self.targets.entities[words] != ANYTHING).any():
            return True
        return any(words.start <= link.cue < words.stop for link in self.targets.links)


def epoch(
    examples: Mapping[str, Sequence[Example]], recipe: Recipe, tokenizer: Tokenizer, seed: int, *, stage: int = 0
) -> list[list[Cut]]:
    """The batches of one epoch of a stage as windows, a pure function of its arguments."""
    shares = recipe.stages[stage].shares
    chance = np.random.default_rng(seed)
    cuts: list[Cut] = []
    for corpus, found in examples.items():
        for example in _drawn(found, shares[corpus], chance):
            cuts.extend(_cuts(_varied(example, recipe, tokenizer, chance), recipe.window, chance))
    order = chance.permutation(len(cuts))
    # Windows of like length stand together in a stretch of the shuffled order, so that little is filled up.
    shuffled = [cuts[n] for n in order]
    batches: list[list[Cut]] = []
    for start in range(0, len(shuffled), 64):
        pending: list[Cut] = []
        for cut in sorted(shuffled[start : start + 64], key=len):
            if pending and (len(pending) + 1) * (len(cut) + 2) > recipe.batch + 64:
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


def _varied(example: Example, recipe: Recipe, tokenizer: Tokenizer, chance: np.random.Generator) -> Targets:
    """The example's targets, now and then in capitals or lower case, and by one of its annotators."""
    text, draw = example.text, chance.random()
    if draw < recipe.shouted:
        text = text.upper()
    elif draw < recipe.shouted + recipe.whispered:
        text = text.lower()
    elif draw < 2 * recipe.shouted + recipe.whispered:
        text = _headline_shouted(text)
    if len(text) != len(example.text):
        text = example.text
    annotator = int(chance.integers(len(example.alternatives) + 1)) if example.alternatives else 0
    return targets_of(example, tokenizer, text=text, annotator=annotator)


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
    special = {name: id_of(name, tokenizer) for name in (CLS, SEP, MASK, PAD)}
    rows, length = len(cuts), max(map(len, cuts)) + 2
    ids = np.full((rows, length), special[PAD], dtype=np.int64)
    case, word = np.zeros((rows, length), dtype=np.int64), np.full((rows, length), -1, dtype=np.int64)
    tags = np.full((len(ROLES), rows, length), NOT_SAID, dtype=np.int64)
    entities = np.full((rows, length), -1, dtype=np.int64)
    links: list[tuple[int, int, int, Integers, Integers]] = []
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
        place_of = dict(zip(inside.tolist(), places.tolist(), strict=True))
        for link in cut.targets.links:
            if link.cue in place_of:
                links.append((row, place_of[link.cue], link.stance, link.source, link.content))
    return _batch(ids, case, ids != special[PAD], tags, entities, word, links)


def _batch(
    ids: Integers,
    case: Integers,
    mask: np.ndarray,
    tags: Integers,
    entities: Integers,
    word: Integers,
    links: list[tuple[int, int, int, Integers, Integers]],
) -> Batch:
    row = np.array([link[0] for link in links], dtype=np.int64)
    piece = np.array([link[1] for link in links], dtype=np.int64)
    words = word[row] if len(links) else np.zeros((0, ids.shape[1]), dtype=np.int64)
    away = words - word[row, piece][:, None] if len(links) else words
    targets = np.zeros((2, *words.shape), dtype=np.float32)
    for number, (_, _, _, source, content) in enumerate(links):
        targets[0, number] = np.isin(words[number], source)
        targets[1, number] = np.isin(words[number], content)
    return Batch(
        ids=torch.from_numpy(ids),
        case=torch.from_numpy(case),
        mask=torch.from_numpy(mask),
        tags=torch.from_numpy(tags),
        entities=torch.from_numpy(entities),
        word=torch.from_numpy(word),
        link_row=torch.from_numpy(row),
        link_piece=torch.from_numpy(piece),
        link_bucket=torch.from_numpy(bucket_of(away)),
        link_near=torch.from_numpy((words >= 0) & (np.abs(away) <= FARTHEST)),
        link_targets=torch.from_numpy(targets),
        stance=torch.tensor([link[2] for link in links], dtype=torch.int64),
    )
