"""Joining sightings into incidents: best pairs first, never two that something keeps apart."""

from collections.abc import Iterable, Iterator, Sequence

from rashomon.link.barriers import is_forbidden
from rashomon.link.comparison import Comparison
from rashomon.link.sightings import Sighting
from rashomon.model import LinkedIncident

ALIKE, MAIN = 0.5, 0.33
"""Share of the pairs between two groups that have to look like one; less where each is what its report is about."""
JUDGED = Comparison(0.0, ("A person judged that they are the same.",))

Place = int
"""Where a sighting stands among those that are clustered."""
Places = tuple[Place, Place]
"""Two of them, the lesser first."""
Scored = tuple[float, Place, Place, Comparison]
"""A pair that looks like one, by which such pairs are ordered: the points below nought, its places; then what they share."""


def cluster(
    known: Sequence[Sighting],
    scored: Iterable[Scored],
    same: frozenset[Places] = frozenset(),
    apart: frozenset[Places] = frozenset(),
) -> list[tuple[list[Place], LinkedIncident]]:
    """The incidents that some sightings are, each with where its members stand; one that joins nothing stays alone.

    `known` are in the order of their members. `scored` holds the pairs that look like one, `same` and `apart` those
    that a person judged.
    """
    ordered = sorted(scored)
    joined = _Clusters(known, apart, ordered)
    for pair in sorted(same):
        joined.join(pair, JUDGED, forced=True)
    for _, one, other, comparison in ordered:
        joined.join((one, other), comparison)
    return list(joined.incidents())


class _Clusters:
    """Groups that grow by joining; two members of one report, or two that are kept apart, never share a group."""

    def __init__(self, known: Sequence[Sighting], apart: frozenset[Places], likely: Iterable[Scored]) -> None:
        self._known = known
        self._links: list[dict[Place, int]] = [{} for _ in known]
        for _, one, other, _ in likely:
            self._links[one][other] = self._links[other][one] = 1
        self._apart = apart
        self._forbidden: dict[Places, bool] = {}
        self._group = [[place] for place in range(len(known))]
        self._barred: list[set[Place]] = [set() for _ in known]
        self._reasons: list[list[str]] = [[] for _ in known]

    def join(self, pair: Places, comparison: Comparison, *, forced: bool = False) -> None:
        """Join the groups of a pair, unless something between the two groups forbids it."""
        left, right = (self._group[place] for place in pair)
        if left is right or not (forced or (self._alike(left, right) and self._may_join(left, right))):
            return
        self._inherit(left[0], right[0])
        self._link_up(left[0], right[0])
        self._reasons[left[0]] += [r for r in comparison.reasons if r not in self._reasons[left[0]]]
        self._reasons[left[0]] += [r for r in self._reasons[right[0]] if r not in self._reasons[left[0]]]
        left += right
        for place in right:
            self._group[place] = left

    def _alike(self, left: list[Place], right: list[Place]) -> bool:
        """Whether enough pairs between two groups look like one: a chain of likenesses is no incident."""
        alike, pairs = self._links[left[0]].get(right[0], 0), len(left) * len(right)
        if MAIN * pairs <= alike < ALIKE * pairs:
            return all(self._known[place].incident.main for place in (*left, *right))
        return alike >= ALIKE * pairs

    def _link_up(self, head: Place, other: Place) -> None:
        """The pairs that look like one between a third group and either of two are pairs of it and the two together."""
        mine = self._links[head]
        for third, count in self._links[other].items():
            theirs = self._links[third]
            del theirs[other]
            if third != head:
                theirs[head] = mine[third] = mine.get(third, 0) + count
        self._links[other].clear()

    def _inherit(self, head: Place, other: Place) -> None:
        """Whatever may not join one of two groups may not join the two together."""
        for barred in self._barred[other]:
            self._barred[barred].discard(other)
            self._barred[barred].add(head)
            self._barred[head].add(barred)
        self._barred[other].clear()

    def _may_join(self, left: list[Place], right: list[Place]) -> bool:
        """Whether nothing between two groups keeps them apart; groups only grow, so a no holds for ever."""
        if right[0] in self._barred[left[0]]:
            return False
        if any(self._keeps_apart(one, other) for one in left for other in right):
            self._barred[left[0]].add(right[0])
            self._barred[right[0]].add(left[0])
            return False
        return True

    def _keeps_apart(self, one: Place, other: Place) -> bool:
        first, second = (one, other) if one < other else (other, one)
        if self._known[one].member.report == self._known[other].member.report:
            return True
        return (first, second) in self._apart or self._is_forbidden(first, second)

    def _is_forbidden(self, first: Place, second: Place) -> bool:
        """Groups meet again and again while they grow: each pair is compared once."""
        pair = first, second
        if pair not in self._forbidden:
            self._forbidden[pair] = is_forbidden(self._known[first], self._known[second])
        return self._forbidden[pair]

    def incidents(self) -> Iterator[tuple[list[Place], LinkedIncident]]:
        """The groups as incidents; each takes its id from its first member by publication date, then by id."""
        for place, group in enumerate(self._group):
            if group[0] != place:
                continue
            first = min(group, key=self._age)
            held = sorted(group)
            yield (
                held,
                LinkedIncident(
                    id=self._known[first].member.heads,
                    members=tuple(self._known[one].member for one in held),
                    reasons=tuple(self._reasons[place]),
                ),
            )

    def _age(self, place: Place) -> tuple[str, Place]:
        start = self._known[place].published.start
        return (start.isoformat() if start else "9999", place)
