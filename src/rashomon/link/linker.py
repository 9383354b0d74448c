"""The incidents across reports, kept up as reports come in: new reports are compared with what they may meet, no more.

What is held is a function of the reports, readings, copies and judgements alone; in which order they came, and in how
many steps, does not matter.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from rashomon.link.blocks import Blocks, Pair
from rashomon.link.clusters import cluster
from rashomon.link.comparison import THRESHOLD, Comparison, compare
from rashomon.link.sightings import Sighting, sightings
from rashomon.model import Judgement, Lineage, LinkedIncident, Member, Reading, Report
from rashomon.vectors import Vectors

ReportPair = tuple[str, str]


class Linker:
    """All sightings so far, the pairs of them that look like one, and the incidents that they make."""

    def __init__(self, vectors: Vectors | None = None) -> None:
        self._vectors = vectors
        self._known: dict[Member, Sighting] = {}
        self._of_report: dict[str, list[Member]] = {}
        self._blocks = Blocks()
        self._likely: dict[Member, dict[Member, Comparison]] = {}
        self._copies: frozenset[ReportPair] = frozenset()
        self._same: frozenset[Pair] = frozenset()
        self._apart: frozenset[Pair] = frozenset()
        self._incidents: dict[Member, LinkedIncident] = {}
        self._touched: set[Member] = set()

    def add(self, reports: Mapping[str, Report], readings: Sequence[Reading]) -> None:
        """Take in reports with their readings; a report that is known already changes nothing."""
        fresh = list(
            {reading.report: reading for reading in readings if reading.report not in self._of_report}.values()
        )
        found = sightings(reports, fresh, self._vectors)
        for reading in fresh:
            self._of_report[reading.report] = []
        crowded: set[Member] = set()
        for sighting in found:
            self._known[sighting.member] = sighting
            self._of_report[sighting.member.report].append(sighting.member)
            self._likely[sighting.member] = {}
            self._touched.add(sighting.member)
            crowded.update(self._blocks.add(sighting))
        waiting = {sighting.member for sighting in found}
        for sighting in found:
            waiting.discard(sighting.member)
            for other in self._blocks.partners(sighting) - waiting:
                self._compare(sighting.member, other)
        self._forsake(crowded)

    def settle(self, lineage: Sequence[Lineage], judgements: Sequence[Judgement]) -> None:
        """Take over which reports are copies of one story, and what persons judged to be the same or not."""
        copies = frozenset(pair for group in lineage for pair in combinations(sorted(group.reports), 2))
        for left, right in copies ^ self._copies:
            self._compare_again(left, right, copies)
        self._copies = copies
        same, apart = _judged(judgements, "same"), _judged(judgements, "not_same")
        changed = (same ^ self._same) | (apart ^ self._apart)
        self._touched.update(member for pair in changed for member in pair if member in self._known)
        self._same, self._apart = same, apart

    def incidents(self) -> tuple[LinkedIncident, ...]:
        """Incidents across reports, ordered by id; only what new reports touched is put together anew."""
        judged = self._judged_same()
        for part in self._parts(judged):
            self._put_together(part, judged)
        self._touched.clear()
        found = {incident.id: incident for incident in self._incidents.values()}
        return tuple(found[identity] for identity in sorted(found))

    def _put_together(self, part: Sequence[Member], judged: Mapping[Member, Sequence[Member]]) -> None:
        known = {member: self._known[member] for member in part}
        scored = {(a, b): c for a in part for b, c in self._likely[a].items() if a < b}
        same = frozenset((a, b) for a in part for b in judged.get(a, ()) if a < b)
        apart = frozenset(pair for pair in self._apart if pair[0] in known and pair[1] in known)
        for incident in cluster(known, scored, same, apart):
            self._incidents.update((member, incident) for member in incident.members)

    def _parts(self, judged: Mapping[Member, Sequence[Member]]) -> Iterator[list[Member]]:
        """The sightings that hang together with each touched one; what does not hang together is never joined."""
        seen: set[Member] = set()
        for start in sorted(self._touched):
            if start in seen:
                continue
            seen.add(start)
            part, ahead = [start], [start]
            while ahead:
                member = ahead.pop()
                near = {*self._likely[member], *judged.get(member, ())} - seen
                seen |= near
                part += near
                ahead += near
            yield sorted(part)

    def _judged_same(self) -> dict[Member, list[Member]]:
        found: dict[Member, list[Member]] = {}
        for one, other in sorted(self._same):
            if one in self._known and other in self._known:
                found.setdefault(one, []).append(other)
                found.setdefault(other, []).append(one)
        return found

    def _compare(self, one: Member, other: Member) -> None:
        left, right = sorted((one, other))
        copies = (left.report, right.report) in self._copies
        self._keep(left, right, compare(self._known[left], self._known[right], copies=copies))

    def _compare_again(self, left: str, right: str, copies: frozenset[ReportPair]) -> None:
        for one in self._of_report.get(left, ()):
            for other in self._of_report.get(right, ()):
                if other in self._blocks.partners(self._known[one]):
                    is_copy = (left, right) in copies
                    self._keep(one, other, compare(self._known[one], self._known[other], copies=is_copy))

    def _keep(self, left: Member, right: Member, comparison: Comparison) -> None:
        if comparison.score >= THRESHOLD:
            self._likely[left][right] = self._likely[right][left] = comparison
            self._touched.update((left, right))
        else:
            self._drop(left, right)

    def _drop(self, left: Member, right: Member) -> None:
        if self._likely[left].pop(right, None) is not None:
            del self._likely[right][left]
            self._touched.update((left, right))

    def _forsake(self, members: Iterable[Member]) -> None:
        """Let go of pairs that met only in a block that has become too common."""
        for member in sorted(members):
            partners = self._blocks.partners(self._known[member])
            for other in sorted(self._likely[member].keys() - partners):
                self._drop(member, other)


def _judged(judgements: Sequence[Judgement], decision: str) -> frozenset[Pair]:
    pairs = set()
    for judgement in judgements:
        if judgement.decision == decision and len(judgement.subjects) == 2:
            first, second = sorted(Member(*subject.split("/", 1)) for subject in judgement.subjects)
            pairs.add((first, second))
    return frozenset(pairs)
