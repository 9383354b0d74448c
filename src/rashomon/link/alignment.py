"""Which passages of one report are another's: sentence by sentence, whatever their order, lightly edited or not."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from rapidfuzz.distance import LCSseq

from rashomon.link.prose import Flags, Prose

HELD = 0.45
"""Share of a sentence's words in runs of three that the other text has too, from which it has a counterpart there."""
ALIKE = 0.6
"""Share of the longer sentence's words, in their order, that two sentences share from which one is the other's."""
WITHIN = 0.8
"""The same share of the shorter one's words, where one sentence was cut from the other or joined to the next."""
FEWEST = 6
"""A sentence of fewer words is anybody's: it goes with its neighbours or not at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What of one text stands in another: its sentences, and the share of its own words that are in them."""

    words: Flags
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Neighbouring sentences of one text that are neighbours in another: first and last word, exclusive, in either."""

    mine: tuple[int, int]
    theirs: tuple[int, int]
    likeness: float


def coverage(one: Prose, other: Prose) -> Coverage:
    """Which of one text's sentences have a counterpart in another, by runs of three words; fast, and without places."""
    shared = _isin(one, other)
    held = np.zeros(len(one.words), np.bool_)
    for n in range(3):
        held[n : n + len(shared)] |= shared
    sizes = np.diff(one.breaks)
    if not len(held):
        return Coverage(words=held, share=0.0)
    counted = np.add.reduceat(held, one.breaks[:-1], dtype=np.int64)
    words = np.repeat(counted >= HELD * sizes, sizes)
    return Coverage(words=words, share=float((words & one.own).sum() / max(1, one.length)))


def _isin(one: Prose, other: Prose) -> Flags:
    if not len(other.known):
        return np.zeros(max(0, len(one.words) - 2), np.bool_)
    triples = one.triples
    places = np.minimum(np.searchsorted(other.known, triples), len(other.known) - 1)
    return np.asarray(other.known[places] == triples)


def align(one: Prose, other: Prose) -> tuple[Run, ...]:
    """The passages that two texts share, in the order of the first; exact, and slower than `coverage`.

    A quotation counts where a sentence around it or beside it is shared too.
    """
    pairs = [_best(one, m, other, found) for m, found in _meeting(one, other)]
    return tuple(run for run in _merged(one, other, [pair for pair in pairs if pair]) if _is_own(one, run))


Matched = tuple[int, int, float]
"""A sentence, its counterpart and how alike they are."""


def _meeting(one: Prose, other: Prose) -> Iterator[tuple[int, Sequence[int]]]:
    """Each sentence with those of the other text that share runs of three words with it, the most first."""
    where: dict[int, list[int]] = defaultdict(list)
    theirs = other.triples
    sentences = np.searchsorted(other.breaks, np.arange(len(theirs)), side="right") - 1
    for triple, sentence in zip(theirs.tolist(), sentences.tolist(), strict=True):
        where[triple].append(sentence)
    triples = one.triples.tolist()
    for m in range(len(one.breaks) - 1):
        start, end = int(one.breaks[m]), int(one.breaks[m + 1])
        shared = Counter(
            sentence for n in range(start, min(end, len(triples))) for sentence in where.get(triples[n], ())
        )
        ranked = sorted(shared.items(), key=lambda item: (-item[1], item[0]))
        yield m, [sentence for sentence, _ in ranked[:3]]


def _best(one: Prose, m: int, other: Prose, found: Sequence[int]) -> Matched | None:
    mine = one.words[one.breaks[m] : one.breaks[m + 1]].tolist()
    best: Matched | None = None
    for sentence in found:
        theirs = other.words[other.breaks[sentence] : other.breaks[sentence + 1]].tolist()
        same = LCSseq.similarity(mine, theirs)
        likeness = same / max(len(mine), len(theirs))
        shorter = min(len(mine), len(theirs))
        if likeness < ALIKE and (same < WITHIN * shorter or shorter < FEWEST):
            continue
        if best is None or likeness > best[2]:
            best = m, sentence, likeness
    return best


def _merged(one: Prose, other: Prose, pairs: Sequence[Matched]) -> Iterator[Run]:
    """Neighbours taken together; the likeness of a run is the mean of its sentences', weighed by their words."""
    held: list[Matched] = []
    for pair in pairs:
        if held and (pair[0] != held[-1][0] + 1 or pair[1] not in (held[-1][1], held[-1][1] + 1)):
            yield _run(one, other, held)
            held = []
        held.append(pair)
    if held:
        yield _run(one, other, held)


def _run(one: Prose, other: Prose, held: Sequence[Matched]) -> Run:
    sizes = [int(one.breaks[m + 1] - one.breaks[m]) for m, _, _ in held]
    return Run(
        mine=(int(one.breaks[held[0][0]]), int(one.breaks[held[-1][0] + 1])),
        theirs=(int(other.breaks[held[0][1]]), int(other.breaks[held[-1][1] + 1])),
        likeness=sum(size * like for size, (_, _, like) in zip(sizes, held, strict=True)) / sum(sizes),
    )


def _is_own(one: Prose, run: Run) -> bool:
    """Whether enough of a passage is the writer's own words, outside quotation marks."""
    return int(one.own[run.mine[0] : run.mine[1]].sum()) >= FEWEST
