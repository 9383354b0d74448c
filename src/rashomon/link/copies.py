"""Which reports are copies of one story: candidates by index, what they share sentence by sentence, families.

Two reports that are both copied into a third are a family with each other only where they stand in the same part of it:
a page that prints two stories one after the other makes no copies of them.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from rashomon.link.alignment import Coverage, coverage
from rashomon.link.candidates import candidates
from rashomon.link.prose import Prose, plain_words, prose_of
from rashomon.model import Report

MOSTLY = 0.5
"""Share of one report's own words that stand in the other from which they may be one story ..."""
PART = 0.33
"""... where at least this share of the other stands in the one: else a story of its own borrows a passage."""
WHOLLY = 0.85
"""Share of a report that makes it a copy, however little of the other it is."""
BORROWED = 25
"""Own words in shared sentences from which one report has a passage of another, though neither is a copy."""
SAME_PART = 0.4
"""Share of the smaller of two parts of a report that the other must cover to be the same part."""

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """What of two reports stands in each other; `pair` is sorted as the reports are."""

    pair: Pair
    left: Coverage
    right: Coverage

    @property
    def share(self) -> float:
        """The larger of the two shares."""
        return max(self.left.share, self.right.share)

    @property
    def copied(self) -> bool:
        """Whether the two are one story, not two of which one borrows."""
        less = min(self.left.share, self.right.share)
        return self.share >= WHOLLY or (self.share >= MOSTLY and less >= PART)

    def of(self, report: str) -> Coverage:
        """What of one of the two stands in the other."""
        return self.left if report == self.pair[0] else self.right


@dataclass(frozen=True, slots=True, kw_only=True)
class Copying:
    """Everything that is known of who shares text with whom: the prose of those concerned, and their overlaps."""

    proses: Mapping[str, Prose]
    overlaps: tuple[Overlap, ...]

    def copied(self) -> tuple[Overlap, ...]:
        """The pairs that are one story."""
        return tuple(overlap for overlap in self.overlaps if overlap.copied)

    def borrowed(self) -> tuple[Overlap, ...]:
        """The pairs of which one borrows from the other, or both from a third."""
        return tuple(overlap for overlap in self.overlaps if not overlap.copied)


def find_copying(reports: Mapping[str, Report], pairs: Iterable[Pair] | None = None) -> Copying:
    """Compare all pairs that may share text, or the `pairs` given; the order of the reports does not matter."""
    ordered = sorted((report for report in reports.values() if report.readable), key=age)
    if pairs is None:
        found = candidates(map(plain_words, ordered))
        pairs = [(ordered[left].id, ordered[right].id) for left, right in found]
    proses: dict[str, Prose] = {}
    overlaps = []
    for pair in pairs:
        for identity in pair:
            if identity not in proses:
                proses[identity] = prose_of(reports[identity])
        overlap = _overlap(pair, proses)
        if overlap is not None:
            overlaps.append(overlap)
    return Copying(proses=proses, overlaps=tuple(overlaps))


def age(report: Report) -> tuple[str, str]:
    """What reports are ordered by: the publication date, those without one last; then the id."""
    return (report.published.start.isoformat() if report.published.start else "9999", report.id)


def families(copied: Sequence[Overlap]) -> tuple[tuple[str, ...], ...]:
    """Reports that are one story, sorted; one that prints two stories is in two families."""
    parent = {(identity, n): (identity, n) for n, overlap in enumerate(copied) for identity in overlap.pair}
    meeting: dict[str, list[int]] = defaultdict(list)
    for n, overlap in enumerate(copied):
        _join(parent, (overlap.pair[0], n), (overlap.pair[1], n))
        for identity in overlap.pair:
            meeting[identity].append(n)
    for identity, held in meeting.items():
        for one, other in combinations(held, 2):
            if _root(parent, (identity, one)) != _root(parent, (identity, other)) and _same_part(
                copied[one].of(identity), copied[other].of(identity)
            ):
                _join(parent, (identity, one), (identity, other))
    groups: dict[tuple[str, int], set[str]] = defaultdict(set)
    for node in parent:
        groups[_root(parent, node)].add(node[0])
    return tuple(sorted({tuple(sorted(group)) for group in groups.values()}))


def _overlap(pair: Pair, proses: Mapping[str, Prose]) -> Overlap | None:
    left, right = (proses[identity] for identity in pair)
    found = Overlap(pair=pair, left=coverage(left, right), right=coverage(right, left))
    shared = min(found.left.share * left.length, found.right.share * right.length)
    return found if found.copied or shared >= BORROWED else None


def _same_part(one: Coverage, other: Coverage) -> bool:
    smaller = min(one.words.sum(), other.words.sum())
    return bool(np.logical_and(one.words, other.words).sum() >= SAME_PART * smaller)


Node = tuple[str, int]


def _join(parent: dict[Node, Node], one: Node, other: Node) -> None:
    parent[_root(parent, other)] = _root(parent, one)


def _root(parent: dict[Node, Node], node: Node) -> Node:
    while parent[node] != node:
        parent[node] = parent[parent[node]]
        node = parent[node]
    return node
