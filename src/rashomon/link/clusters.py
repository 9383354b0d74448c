"""Joining sightings into incidents: best pairs first, never two that something keeps apart."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from rashomon.link.barriers import is_forbidden
from rashomon.link.blocks import Pair
from rashomon.link.comparison import Comparison
from rashomon.link.sightings import Sighting
from rashomon.model import LinkedIncident, Member

ALIKE = 0.5
"""Share of the pairs between two groups that have to look like one."""
JUDGED = Comparison(0.0, ("A person judged that they are the same.",))


def cluster(
    known: Mapping[Member, Sighting], scored: Mapping[Pair, Comparison], same: frozenset[Pair], apart: frozenset[Pair]
) -> tuple[LinkedIncident, ...]:
    """The incidents that some sightings are, ordered by id; a sighting that joins nothing stays alone.

    `scored` holds the pairs that look like one, `same` and `apart` those that a person judged.
    """
    joined = _Clusters(known, apart, scored)
    for pair in sorted(same):
        joined.join(pair, JUDGED, forced=True)
    for pair, comparison in sorted(scored.items(), key=lambda item: (-item[1].score, item[0])):
        joined.join(pair, comparison)
    return tuple(sorted(joined.incidents(), key=lambda incident: incident.id))


class _Clusters:
    """Groups that grow by joining; two members of one report, or two that are kept apart, never share a group."""

    def __init__(
        self, known: Mapping[Member, Sighting], apart: frozenset[Pair], likely: Mapping[Pair, Comparison]
    ) -> None:
        self._known = known
        self._links: dict[Member, Counter[Member]] = defaultdict(Counter)
        for one, other in likely:
            self._links[one][other] += 1
            self._links[other][one] += 1
        self._apart = apart
        self._forbidden: dict[Pair, bool] = {}
        self._group = {member: [member] for member in known}
        self._barred: dict[Member, set[Member]] = {member: set() for member in known}
        self._reasons: dict[Member, list[str]] = {member: [] for member in known}

    def join(self, pair: Pair, comparison: Comparison, *, forced: bool = False) -> None:
        """Join the groups of a pair, unless something between the two groups forbids it."""
        left, right = (self._group[member] for member in pair)
        if left is right or not (forced or (self._alike(left, right) and self._may_join(left, right))):
            return
        self._inherit(left[0], right[0])
        self._link_up(left[0], right[0])
        self._reasons[left[0]] += [r for r in comparison.reasons if r not in self._reasons[left[0]]]
        self._reasons[left[0]] += [r for r in self._reasons[right[0]] if r not in self._reasons[left[0]]]
        left += right
        for member in right:
            self._group[member] = left

    def _alike(self, left: list[Member], right: list[Member]) -> bool:
        """Whether enough pairs between two groups look like one: a chain of likenesses is no incident."""
        return self._links[left[0]][right[0]] >= ALIKE * len(left) * len(right)

    def _link_up(self, head: Member, other: Member) -> None:
        """The pairs that look like one between a third group and either of two are pairs of it and the two together."""
        for third, count in self._links.pop(other, Counter()).items():
            del self._links[third][other]
            if third != head:
                self._links[third][head] += count
                self._links[head][third] += count

    def _inherit(self, head: Member, other: Member) -> None:
        """Whatever may not join one of two groups may not join the two together."""
        for barred in self._barred.pop(other):
            self._barred[barred].discard(other)
            self._barred[barred].add(head)
            self._barred[head].add(barred)

    def _may_join(self, left: list[Member], right: list[Member]) -> bool:
        """Whether nothing between two groups keeps them apart; groups only grow, so a no holds for ever."""
        if right[0] in self._barred[left[0]]:
            return False
        if any(self._keeps_apart(one, other) for one in left for other in right):
            self._barred[left[0]].add(right[0])
            self._barred[right[0]].add(left[0])
            return False
        return True

    def _keeps_apart(self, one: Member, other: Member) -> bool:
        first, second = (one, other) if one < other else (other, one)
        return one.report == other.report or (first, second) in self._apart or self._is_forbidden(first, second)

    def _is_forbidden(self, first: Member, second: Member) -> bool:
        """Groups meet again and again while they grow: each pair is compared once."""
        pair = first, second
        if pair not in self._forbidden:
            self._forbidden[pair] = is_forbidden(self._known[first], self._known[second])
        return self._forbidden[pair]

    def incidents(self) -> Iterator[LinkedIncident]:
        """The groups as incidents; each takes its id from its first member by publication date, then by id."""
        for member in self._known:
            group = self._group[member]
            if group[0] != member:
                continue
            first = min(group, key=self._age)
            yield LinkedIncident(
                id=first.heads,
                members=tuple(sorted(group)),
                reasons=tuple(self._reasons[member]),
            )

    def _age(self, member: Member) -> tuple[str, Member]:
        start = self._known[member].published.start
        return (start.isoformat() if start else "9999", member)
