"""How well mentions are clustered: MUC, B-cubed, CEAF of entities, and their mean, which CoNLL made the usual figure.

Each clustering maps a mention to the name of its cluster, and both hold the same mentions. A mention that is alone is a
cluster of one: it counts for B-cubed and CEAF, as is usual where mentions are given, and MUC sees no link in it.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from benchmarks.coreference.matching import best_total

Clustering: TypeAlias = Mapping[str, Hashable]
Clusters: TypeAlias = list[frozenset[str]]


@dataclass(frozen=True, slots=True)
class Score:
    """Precision and recall, each in [0, 1]."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Their harmonic mean, 0 where both are 0."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def scores(gold: Clustering, found: Clustering) -> dict[str, Score]:
    """The three scores by name. Raises `ValueError` where the two do not hold the same mentions."""
    if gold.keys() != found.keys():
        raise ValueError("The two clusterings hold different mentions.")
    return {"muc": muc(gold, found), "b3": b_cubed(gold, found), "ceafe": ceaf(gold, found)}


def conll(parts: Mapping[str, Score]) -> float:
    """The mean of the three F1."""
    return sum(part.f1 for part in parts.values()) / len(parts)


def muc(gold: Clustering, found: Clustering) -> Score:
    """Links: how many of those that hold a cluster together survive in the other clustering."""
    return Score(_links_kept(found, gold), _links_kept(gold, found))


def _links_kept(one: Clustering, other: Clustering) -> float:
    groups = _groups(one)
    links = sum(len(group) - 1 for group in groups)
    kept = sum(len(group) - len({other[mention] for mention in group}) for group in groups)
    return kept / links if links else 0.0


def b_cubed(gold: Clustering, found: Clustering) -> Score:
    """Mentions: what share of the cluster of each stands in its other cluster."""
    shared = Counter((gold[mention], found[mention]) for mention in gold)
    sizes, others = Counter(gold.values()), Counter(found.values())
    total = len(gold) or 1
    precision = sum(n * n / others[right] for (_, right), n in shared.items()) / total
    return Score(precision, sum(n * n / sizes[left] for (left, _), n in shared.items()) / total)


def ceaf(gold: Clustering, found: Clustering) -> Score:
    """Clusters: matched one to one so that the matched ones are most alike (twice what they share over their sizes)."""
    total = sum(best_total(part) for part in _parts(gold, found))
    return Score(total / (len(set(found.values())) or 1), total / (len(set(gold.values())) or 1))


def _parts(gold: Clustering, found: Clustering) -> Iterator[list[list[float]]]:
    """The likeness of clusters, gold by found, apart for each set of clusters that hang together."""
    shared = Counter((gold[mention], found[mention]) for mention in gold)
    sizes, others = Counter(gold.values()), Counter(found.values())
    left_of, right_of = defaultdict(list), defaultdict(list)
    for left, right in shared:
        right_of[left].append(right)
        left_of[right].append(left)
    seen: set[Hashable] = set()
    for start in sizes:
        if start in seen:
            continue
        lefts, rights = [start], dict.fromkeys(right_of[start])
        seen.add(start)
        for left in lefts:
            for right in right_of[left]:
                rights[right] = None
                fresh = [one for one in left_of[right] if one not in seen]
                seen.update(fresh)
                lefts += fresh
        yield [[2 * shared[left, right] / (sizes[left] + others[right]) for right in rights] for left in lefts]


def _groups(clustering: Clustering) -> Clusters:
    groups: dict[Hashable, set[str]] = defaultdict(set)
    for mention, cluster in clustering.items():
        groups[cluster].add(mention)
    return [frozenset(group) for group in groups.values()]
