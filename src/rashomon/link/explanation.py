"""Why reported incidents were joined or not, worked out when somebody asks: the linker keeps the sums, not the tables."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from rashomon.link.barriers import barrier
from rashomon.link.clusters import ALIKE, MAIN
from rashomon.link.comparison import FORBIDDEN, THRESHOLD, compare, table
from rashomon.link.judged import as_pairs
from rashomon.link.sightings import Sighting, sightings
from rashomon.model import (
    Compared,
    Joining,
    JoinRow,
    Judgement,
    Lineage,
    Member,
    Reading,
    Report,
    RivalIncident,
    in_force,
)
from rashomon.vectors import Vectors

RIVALS = 5
"""Rivals that are named."""
FAR = 4.0
"""Points below the threshold from which another incident is no rival."""
COPIES = "Their reports are copies of one story."
UNPROVEN = "Nothing of it is evidence of one incident; what all reports of a war share is not."
ONE_REPORT = "A report tells of both and tells them apart."
TOO_FEW = "{alike} of {all} pairs of their reports look like one, and {needed} are needed."
OTHERS = "Of two others of their reports: {why}"
NEVER_MET = "Enough speaks for it, but they share nothing by which incidents are looked up for comparing, or joined others first."
MISSING = "{points:.1f} points are missing."
JUDGED = {"same": "A person judged that they are the same.", "not_same": "A person judged that they are not the same."}

Members = Sequence[Member]
Pair = tuple[Member, Member]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What pairs are compared by: the sightings, the pairs of reports that are copies, the pairs that were judged."""

    known: Mapping[Member, Sighting]
    copies: frozenset[frozenset[str]]
    judged: Mapping[Pair, str]

    @classmethod
    def of(
        cls,
        reports: Mapping[str, Report],
        readings: Sequence[Reading],
        lineage: Iterable[Lineage],
        judgements: Sequence[Judgement],
        vectors: Vectors | None = None,
    ) -> "Evidence":
        """Out of reports with their readings; without `vectors`, only words tell likeness."""
        pairs, _ = as_pairs(in_force(judgements), reports, readings)
        return cls(
            known={sighting.member: sighting for sighting in sightings(reports, readings, vectors)},
            copies=frozenset(frozenset(two) for family in lineage for two in combinations(family.reports, 2)),
            judged=dict(_judged(pairs)),
        )

    def compared(self, one: Member, other: Member) -> Compared:
        """The table of a pair, whichever comes first."""
        left, right = sorted((one, other))
        first, second = self.known[left], self.known[right]
        copies = frozenset((left.report, right.report)) in self.copies
        score = compare(first, second, copies=copies).score
        rows = [JoinRow(feature=f, sentence=s, sees=v, points=p) for f, s, v, p in table(first, second)]
        total = sum(row.points for row in rows)
        if score != FORBIDDEN and abs(score - total) > 1e-9:
            rows.append(
                JoinRow(feature="whole", sentence=COPIES if score > total else UNPROVEN, sees="", points=score - total)
            )
            total = score
        return Compared(
            left=left,
            right=right,
            rows=tuple(rows),
            total=total,
            threshold=THRESHOLD,
            barrier=barrier(first, second),
            judged=self.judged.get((left, right), ""),
        )


def explain(incident: str, members: Members, others: Mapping[str, Members], evidence: Evidence) -> Joining:
    """How the reported incidents of an incident came together, and which of some others they might belong to."""
    own = [member for member in members if member in evidence.known]
    near = [
        rival
        for rival in _rivals(own, others, evidence)
        if not rival.compared.barrier and rival.compared.missing <= FAR
    ]
    return Joining(incident=incident, joins=tuple(_joins(own, evidence)), rivals=tuple(near[:RIVALS]))


def explain_report(
    incident: str, report: str, members: Members, others: Mapping[str, Members], evidence: Evidence
) -> Joining:
    """What one report has to do with an incident: each pair of it with the others, or why its incidents are not this one."""
    inside = [member for member in members if member.report == report]
    outside = [member for member in members if member.report != report]
    if inside:
        return Joining(incident=incident, joins=against(inside, outside, evidence), rivals=())
    return Joining(incident=incident, joins=(), rivals=tuple(_rivals(members, others, evidence)))


def against(members: Members, others: Members, evidence: Evidence) -> tuple[Compared, ...]:
    """Each pair of two incidents, the likeliest first."""
    pairs = [
        evidence.compared(one, other)
        for one, other in product(members, others)
        if one in evidence.known and other in evidence.known and one.report != other.report
    ]
    return tuple(sorted(pairs, key=_likeliest))


def _joins(members: Members, evidence: Evidence) -> Iterator[Compared]:
    """The pairs by which all of them hang together, as they are joined: what was judged first, then the likeliest."""
    pairs = [
        evidence.compared(one, other) for one, other in combinations(sorted(members), 2) if one.report != other.report
    ]
    group = {member: {member} for member in members}
    for pair in sorted(pairs, key=lambda pair: (pair.judged != JUDGED["same"], _likeliest(pair))):
        left, right = group[pair.left], group[pair.right]
        if left is not right and (not pair.barrier or pair.judged == JUDGED["same"]):
            left |= right
            group.update((member, left) for member in right)
            yield pair


def _likeliest(pair: Compared) -> tuple[bool, float, Member, Member]:
    return bool(pair.barrier), -pair.total, pair.left, pair.right


def _rivals(members: Members, others: Mapping[str, Members], evidence: Evidence) -> list[RivalIncident]:
    """Other incidents with what keeps them apart, the likeliest first; those that can't be compared are left out."""
    found = []
    for id, held in sorted(others.items()):
        pairs = against(members, held, evidence)
        if pairs:
            reason = _reason(pairs, members, held, _needed((*members, *held), evidence))
            found.append(RivalIncident(incident=id, compared=pairs[0], reason=reason))
    return sorted(found, key=lambda rival: (_likeliest(rival.compared)[:2], rival.incident))


def _needed(members: Members, evidence: Evidence) -> float:
    """The share of pairs that have to look alike before two groups are one, as the clusters are made."""
    known = [evidence.known[member] for member in members if member in evidence.known]
    return MAIN if all(sighting.incident.main for sighting in known) else ALIKE


def _reason(pairs: Sequence[Compared], members: Members, others: Members, needed: float) -> str:
    best = pairs[0]
    if any(pair.judged == JUDGED["not_same"] for pair in pairs):
        return JUDGED["not_same"]
    if best.barrier or best.missing:
        return best.barrier or MISSING.format(points=best.missing)
    if {member.report for member in members} & {member.report for member in others}:
        return ONE_REPORT
    forbidding = next((pair.barrier for pair in pairs if pair.barrier), None)
    if forbidding is not None:
        return OTHERS.format(why=forbidding)
    alike = sum(not pair.missing for pair in pairs)
    if alike >= needed * len(pairs):
        return NEVER_MET
    return TOO_FEW.format(alike=alike, all=len(pairs), needed=f"{needed:.0%}")


def _judged(judgements: Iterable[Judgement]) -> Iterator[tuple[Pair, str]]:
    for judgement in judgements:
        if judgement.decision in JUDGED and len(judgement.subjects) == 2:
            left, right = sorted(Member(*subject.split("/", 1)) for subject in judgement.subjects)
            yield (left, right), JUDGED[judgement.decision]
