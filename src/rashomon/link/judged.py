"""People's judgements upon incidents and reports, led back to the incidents of today's readings."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product

from rashomon.model import (
    Anchor,
    Judgement,
    Lineage,
    LinkedIncident,
    Member,
    Reading,
    Report,
    Unanchored,
    by_report,
    shared,
    stretches,
    verdict,
)

NOT_READ = "None of today's readings tells of the incident at {quote!r}."
PAIRED = ("same", "not_same")


def members_meant(
    judgement: Judgement, reports: Mapping[str, Report], readings: Mapping[str, Reading]
) -> tuple[tuple[Member, ...], tuple[Member, ...]]:
    """The reported incidents of either side of a judgement that are told today."""
    of_side: dict[tuple[int, str], list[Anchor]] = defaultdict(list)
    for anchor in judgement.anchors:
        report = anchor.report or ""
        if anchor.kind == "incident" and report in reports and report in readings:
            of_side[anchor.side, report].append(anchor)
    sides: tuple[list[Member], list[Member]] = ([], [])
    for (side, report), anchors in sorted(of_side.items()):
        found = _most_meant(anchors, reports[report], readings[report])
        if found is not None:
            sides[side].append(Member(report, found))
    return tuple(sides[0]), tuple(sides[1])


def as_pairs(
    judgements: Sequence[Judgement], reports: Mapping[str, Report], readings: Sequence[Reading] | Mapping[str, Reading]
) -> tuple[tuple[Judgement, ...], tuple[Unanchored, ...]]:
    """Judgements that two incidents are the same or not, as one for each pair of reported incidents; and those lost."""
    told = by_report(readings)
    found: list[Judgement] = []
    lost = []
    for judgement in judgements:
        first = next((anchor for anchor in judgement.anchors if anchor.kind == "incident"), None)
        if first is None:
            found.append(judgement)
            continue
        sides = members_meant(judgement, reports, told)
        if not sides[0] or (judgement.decision in PAIRED and not sides[1]):
            lost.append(Unanchored(judgement=judgement.id, reason=NOT_READ.format(quote=first.quote)))
        if judgement.decision in PAIRED:
            pairs = (pair for pair in product(*sides) if pair[0] != pair[1])
            found += [replace(judgement, subjects=tuple(f"{m.report}/{m.incident}" for m in pair)) for pair in pairs]
    return tuple(found), tuple(lost)


def with_verdicts(
    incidents: Sequence[LinkedIncident],
    judgements: Sequence[Judgement],
    reports: Mapping[str, Report],
    readings: Mapping[str, Reading],
) -> tuple[LinkedIncident, ...]:
    """The incidents with the judgements upon them."""
    upon: dict[Member, list[Judgement]] = defaultdict(list)
    for judgement in judgements:
        for member in dict.fromkeys(m for side in members_meant(judgement, reports, readings) for m in side):
            upon[member].append(judgement)
    if not upon:
        return tuple(incidents)
    return tuple(
        replace(group, verdicts=tuple(dict.fromkeys(verdict(j) for m in group.members for j in upon.get(m, ()))))
        for group in incidents
    )


def copies_judged(lineage: Sequence[Lineage], judgements: Sequence[Judgement]) -> tuple[Lineage, ...]:
    """The families of copies with reports joined or taken out as people judged."""
    families = [(set(group.reports), group.origin) for group in lineage]
    for judgement in judgements:
        pair = [anchor.report for anchor in judgement.anchors if anchor.kind == "report" and anchor.report]
        if len(pair) == 2 and judgement.decision == "same":
            families = list(_joined(families, {*pair}))
        elif len(pair) == 2 and judgement.decision == "not_same":
            # The second one is what the judgement takes out of a family that holds both.
            families = [(held - {pair[1]} if {*pair} <= held else held, origin) for held, origin in families]
    as_found = {group.reports: group for group in lineage}
    groups = sorted(
        ((tuple(sorted(held)), origin) for held, origin in families if len(held) > 1), key=lambda item: item[0]
    )
    # A family that nobody judged keeps its tree; one that a person put together has none that the texts tell.
    return tuple(as_found.get(held) or Lineage(reports=held, origin=origin) for held, origin in groups)


def _joined(families: Sequence[tuple[set[str], str | None]], pair: set[str]) -> Iterator[tuple[set[str], str | None]]:
    touched = [family for family in families if family[0] & pair]
    yield from (family for family in families if not family[0] & pair)
    origins = {origin for _, origin in touched if origin}
    yield set().union(pair, *(held for held, _ in touched)), origins.pop() if len(origins) == 1 else None


def _most_meant(anchors: Sequence[Anchor], report: Report, reading: Reading) -> str | None:
    """The incident of a report whose mentions stand at the most of some anchors; the first told of several."""
    votes: Counter[str] = Counter()
    for anchor in anchors:
        for stretch in stretches(anchor, report):
            there = [
                incident.id
                for incident in reading.incidents
                if any(shared(piece, stretch) for mention in incident.mentions for piece in mention.trigger)
            ]
            votes.update(there)
            if there:
                break
    return max(votes, key=lambda id: votes[id], default=None)
