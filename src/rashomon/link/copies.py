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
from rashomon.link.copy_records import Copied, Overlap
from rashomon.link.prose import Prose, plain_words, prose_of
from rashomon.link.signatures import Print, print_of
from rashomon.model import Report

BORROWED = 25
"""Own words in shared sentences from which one report has a passage of another, though neither is a copy."""
SAME_PART = 0.4
"""Share of the smaller of two parts of a report that the other must cover to be the same part."""

Pair = tuple[str, str]


class Proses(dict[str, Prose]):
    """The prose of reports, made where it is first asked for."""

    def __init__(self, reports: Mapping[str, Report]) -> None:
        super().__init__()
        self._reports = reports

    def __missing__(self, report: str) -> Prose:
        self[report] = found = prose_of(self._reports[report])
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Copying:
    """Everything that is known of who shares text with whom.

    `proses` are those of any report, `lengths` the own words of the reports that share text, `overlaps` what they share;
    `known` keeps what was found out for the next time.
    """

    proses: Mapping[str, Prose]
    lengths: Mapping[str, int]
    overlaps: tuple[Overlap, ...]
    known: Copied

    def copied(self) -> tuple[Overlap, ...]:
        """The pairs that are one story."""
        return tuple(overlap for overlap in self.overlaps if overlap.copied)

    def borrowed(self) -> tuple[Overlap, ...]:
        """The pairs of which one borrows from the other, or both from a third."""
        return tuple(overlap for overlap in self.overlaps if not overlap.copied)


def find_copying(
    reports: Mapping[str, Report], pairs: Iterable[Pair] | None = None, *, known: Copied | None = None
) -> Copying:
    """Compare all pairs that may share text, or the `pairs` given; the order of the reports does not matter.

    What is `known` already is not found out again, which changes nothing in what is found.
    """
    known = known or Copied.on()
    ordered = sorted((report for report in reports.values() if report.readable), key=age)
    if pairs is None:
        found = candidates(_prints(ordered, known))
        pairs = [(ordered[left].id, ordered[right].id) for left, right in found]
    proses, held = Proses(reports), list(pairs)
    known.overlaps.fetch(map(" ".join, held))
    overlaps = [overlap for pair in held if (overlap := _known_overlap(pair, proses, known)) is not None]
    lengths = {id: length for o in overlaps for id, length in zip(o.pair, o.lengths, strict=True)}
    return Copying(proses=proses, lengths=lengths, overlaps=tuple(overlaps), known=known)


def _prints(ordered: Sequence[Report], known: Copied) -> list[Print | None]:
    known.prints.all()
    for report in ordered:
        if report.id not in known.prints.held:
            known.prints[report.id] = print_of(plain_words(report))
    return [known.prints[report.id] for report in ordered]


def _known_overlap(pair: Pair, proses: Mapping[str, Prose], known: Copied) -> Overlap | None:
    key = " ".join(pair)
    if key not in known.overlaps.held:
        known.overlaps[key] = _overlap(pair, proses)
    return known.overlaps[key]


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
        apart = len({_root(parent, (identity, n)) for n in held}) - 1
        for one, other in combinations(held, 2):
            if not apart:
                break  # most reports have one story, and all that they share is of that
            if _root(parent, (identity, one)) != _root(parent, (identity, other)) and _same_part(
                copied[one].of(identity), copied[other].of(identity)
            ):
                _join(parent, (identity, one), (identity, other))
                apart -= 1
    groups: dict[tuple[str, int], set[str]] = defaultdict(set)
    for node in parent:
        groups[_root(parent, node)].add(node[0])
    return tuple(sorted({tuple(sorted(group)) for group in groups.values()}))


def _overlap(pair: Pair, proses: Mapping[str, Prose]) -> Overlap | None:
    left, right = (proses[identity] for identity in pair)
    lengths = left.length, right.length
    found = Overlap(pair=pair, left=coverage(left, right), right=coverage(right, left), lengths=lengths)
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
