"""Which reports are copies of one story: shared runs of words, found through an index of rare shingles."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations

from rashomon.model import Lineage, Report

SHINGLE = 5
"""Words in a shingle: long enough that two writers rarely share one by chance, short enough to survive light edits."""
CONTAINED = 0.4
"""Share of the shorter report's shingles that a copy holds."""
COMMON = 40
"""A shingle that stands in more reports than this is a phrase of the trade and says nothing about copying."""
SHORTEST = 12
"""Reports with fewer shingles than this are too short to tell."""


def find_copies(reports: Mapping[str, Report]) -> tuple[Lineage, ...]:
    """Groups of two or more reports that are largely the same text, each with its origin where a credit tells it."""
    shingles = {identity: _shingles(reports[identity]) for identity in sorted(reports) if reports[identity].readable}
    parent = {identity: identity for identity in shingles}
    for left, right in _copies(shingles):
        parent[_root(parent, right)] = _root(parent, left)
    groups: dict[str, list[str]] = defaultdict(list)
    for identity in shingles:
        groups[_root(parent, identity)].append(identity)
    found = (tuple(sorted(group)) for group in groups.values() if len(group) > 1)
    return tuple(Lineage(reports=group, origin=_origin(reports, group)) for group in sorted(found))


def _shingles(report: Report) -> frozenset[tuple[str, ...]]:
    words = re.findall(r"\w+", _without_furniture(report).lower())
    return frozenset(tuple(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1))


def _without_furniture(report: Report) -> str:
    pieces, last = [], 0
    for span in report.furniture:
        pieces.append(report.text[last : span.start])
        last = max(last, span.end)
    return " ".join([*pieces, report.text[last:]])


def _copies(shingles: Mapping[str, frozenset[tuple[str, ...]]]) -> Iterator[tuple[str, str]]:
    index: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for identity, held in shingles.items():
        for shingle in held:
            index[shingle].append(identity)
    shared: Counter[tuple[str, str]] = Counter()
    for holders in index.values():
        if 1 < len(holders) <= COMMON:
            shared.update(combinations(holders, 2))
    for (left, right), count in sorted(shared.items()):
        shorter = min(len(shingles[left]), len(shingles[right]))
        if shorter >= SHORTEST and count >= CONTAINED * shorter:
            yield left, right


def _root(parent: dict[str, str], identity: str) -> str:
    while parent[identity] != identity:
        parent[identity] = parent[parent[identity]]
        identity = parent[identity]
    return identity


def _origin(reports: Mapping[str, Report], group: tuple[str, ...]) -> str | None:
    """The agency that most of the copies credit; None where they credit nobody or disagree evenly."""
    credits = Counter(agency for identity in group if (agency := reports[identity].agency))
    best = credits.most_common(2)
    if not best or (len(best) == 2 and best[0][1] == best[1][1]):
        return None
    return best[0][0]
