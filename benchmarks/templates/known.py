"""What the keys of the train part say of nouns: which are often fillers, and which stand there for other reasons."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any, Final

from benchmarks.templates.fillers import WORD
from benchmarks.templates.gold import NAMES, gold_of

OFTEN: Final = 2
"""In how many documents two nouns must name one thing before they are held to do so elsewhere."""


@dataclass(frozen=True, slots=True)
class Known:
    """In how many documents a noun stands, in how many of them it is the head of a filler of each slot, and in how many
    two nouns are heads of one filler, or of fillers of one slot at all."""

    documents: Counter[str] = field(default_factory=Counter)
    fillers: dict[str, Counter[str]] = field(default_factory=lambda: {slot: Counter() for slot in NAMES})
    one: dict[str, Counter[frozenset[str]]] = field(default_factory=lambda: {slot: Counter() for slot in NAMES})
    both: dict[str, Counter[frozenset[str]]] = field(default_factory=lambda: {slot: Counter() for slot in NAMES})

    def worth(self, slot: str, head: str) -> float:
        """The log of the share of documents with a noun where it is a filler; near one in ten for a noun never seen."""
        return math.log((self.fillers[slot][head] + 0.3) / (self.documents[head] + 3))

    def same(self, slot: str, head: str, other: str) -> bool:
        """Whether two nouns usually name one thing where both stand in a slot, as a body's name and its short form do."""
        pair = frozenset((head, other))
        return self.one[slot][pair] >= OFTEN and 2 * self.one[slot][pair] > self.both[slot][pair]


def known_of(rows: Iterable[Mapping[str, Any]]) -> Known:
    """What the keys of some documents say."""
    known = Known()
    for row in rows:
        known.documents.update(set(WORD.findall(row["text"].lower())))
        gold = gold_of(row["templates"])
        for slot in NAMES:
            heads = {head for filler in gold[slot] for head in filler.heads}
            known.fillers[slot].update(heads)
            known.both[slot].update(_pairs(heads))
            known.one[slot].update({pair for filler in gold[slot] for pair in _pairs(filler.heads)})
    return known


def _pairs(heads: Iterable[str]) -> set[frozenset[str]]:
    return {frozenset(pair) for pair in combinations(sorted(heads), 2)}
