"""The incidents of the ledger: each out of its own reports, then tied to the others. What nothing new concerns is as it was kept."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rashomon.codebook.questions import questions
from rashomon.model import (
    Incident,
    Judgement,
    Linked,
    LinkedIncident,
    Member,
    Reading,
    Report,
    Unanchored,
    content_id,
)
from rashomon.model.rows import as_row
from rashomon.reconcile.answers import Answer
from rashomon.reconcile.grounds import facts_of
from rashomon.reconcile.heard import Heard, hear, together
from rashomon.reconcile.incidents import answering, answers_of, compared_questions, day_of, listed, unweighed
from rashomon.reconcile.judged import Asked, judged
from rashomon.reconcile.kept import Built, Kept
from rashomon.reconcile.links import with_links
from rashomon.reconcile.open_claims import OpenClaims
from rashomon.reconcile.origins import Origins
from rashomon.reconcile.responses import in_order
from rashomon.reconcile.series import with_parts
from rashomon.reconcile.telling import Tells
from rashomon.reconcile.weight import placed_by, sides_of, weighed
from rashomon.vectors import Vectors


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """What incidents are built from: reports, readings, how they are linked, and the judgements in force.

    `version` names whatever made the readings.
    """

    reports: Mapping[str, Report]
    readings: Mapping[str, Reading]
    linked: Linked
    judgements: Sequence[Judgement] = ()
    vectors: Vectors | None = None
    version: str = ""


def build_incidents(basis: Basis, kept: Kept) -> tuple[tuple[Incident, ...], tuple[Unanchored, ...]]:
    """Every linked incident with its facts and questions, as `listed`; with them the judgements upon cells that are lost.

    What is `kept` of an earlier run is taken where it was made from the same, and what is made anew is kept.
    """
    return _Building(basis, kept).done()


class _Building:
    def __init__(self, basis: Basis, kept: Kept) -> None:
        self._basis = basis
        self._kept = kept
        self._rejected = frozenset(s for j in basis.judgements if j.decision == "reject" for s in j.subjects)
        self._groups = sorted(basis.linked.incidents, key=lambda group: group.id)
        self._tells = Tells(basis.reports, basis.readings, self._rejected)
        self._origins = Origins(basis.reports, basis.linked)
        self._members: dict[str, list[Member]] = defaultdict(list)
        for group in self._groups:
            for member in group.members:
                self._members[member.report].append(member)
        self._owner = {(m.report, m.incident): group.id for group in self._groups for m in group.members}
        self._upon: dict[str, list[str]] = defaultdict(list)
        for judgement in basis.judgements:
            for report in {a.report for a in judgement.anchors if a.kind == "cell" and a.report in self._members}:
                self._upon[report or ""].append(judgement.id)

    def done(self) -> tuple[tuple[Incident, ...], tuple[Unanchored, ...]]:
        lost = self._build()
        built = {group.id: self._kept.built.held[group.id] for group in self._groups}
        heard = self._hear({id for id, one in built.items() if one.incident.series})
        ties, links, parts = together(heard)
        facts = {id: one.facts for id, one in built.items()}
        ordered = in_order(tuple(one.incident for one in built.values()), ties.standing(links))
        tied = with_links(
            ordered, ties, {id: one.doers for id, one in facts.items()}, self._basis.reports, self._origins
        )
        whole = with_parts(tied, facts, parts)
        self._kept.save(built.keys(), heard.keys())
        return listed(whole, {id: one.said for id, one in built.items()}), lost

    def _build(self) -> tuple[Unanchored, ...]:
        """Build the incidents that are not kept as they would be now; the judgements that hold on to no answer."""
        known = self._kept.built.held
        keys = {group.id: self._key(group) for group in self._groups}
        changed = [group for group in self._groups if group.id not in known or known[group.id].key != keys[group.id]]
        answers, lost = judged(self._read(changed), self._basis.judgements, self._basis.reports)
        basis = self._basis
        beside = OpenClaims(basis.reports, self._origins, basis.vectors) if basis.vectors is not None else None
        for group in changed:
            self._kept.built[group.id] = self._built(group, keys[group.id], answers, beside)
        return lost

    def _read(self, changed: Sequence[LinkedIncident]) -> dict[Asked, list[Answer]]:
        """The answers that changed incidents have, and of the others those in reports that judgements are upon."""
        members = {m for report in self._upon for m in self._members[report]}
        for group in changed:
            members.update(group.members)
        read = {}
        for group in self._groups:
            told = self._tells.all(m for m in group.members if m in members)
            read.update({(group.id, e.question.id): answers_of(e, told) for e in questions()} if told else {})
        return read

    def _built(
        self, group: LinkedIncident, key: str, answers: Mapping[Asked, Sequence[Answer]], beside: OpenClaims | None
    ) -> Built:
        told = self._tells.all(group.members)
        compared = tuple(compared_questions(group.id, answers, self._basis.reports, self._origins))
        incident = replace(unweighed(group, told), verdicts=group.verdicts)
        sides = sides_of(told, placed_by(group, self._basis.judgements), day_of(incident.date, unknown=""))
        incident = weighed(incident, compared, told, sides, self._origins)
        if beside is not None:
            incident = replace(incident, open_claims=beside.of(told, answering(incident.questions)))
        said = sum(len(one.incident.mentions) for one in told)
        return Built(key=key, incident=incident, facts=facts_of(incident, told), said=said)

    def _hear(self, series: set[str]) -> dict[str, Heard]:
        """What each report says of the incidents that it tells of."""
        heard: dict[str, Heard] = {}
        for report, members in self._members.items():
            owned = [(m.incident, self._owner[m.report, m.incident]) for m in members]
            told_of = [f"{incident} {id} {id in series}" for incident, id in owned]
            key = content_id("h", self._basis.version, report, *sorted(self._rejected), *told_of)
            known = self._kept.heard.held.get(report)
            if known is None or known.key != key:
                known = self._kept.heard[report] = hear(key, self._tells.all(members), self._owner, series)
            heard[report] = known
        return heard

    def _key(self, group: LinkedIncident) -> str:
        """A hash of all that an incident rests on."""
        reports = dict.fromkeys(member.report for member in group.members)
        rests = [part for report in reports for part in self._rests(report)]
        members = json.dumps(as_row(group))
        return content_id("b", self._basis.version, members, *sorted(self._rejected), *rests)

    def _rests(self, report: str) -> Iterator[str]:
        """What an incident rests on beside a report and its reading."""
        trail = self._origins.trail(report)
        if trail:
            yield f"{report} {trail}"
        if report in self._upon:
            # A judgement may hold on to another incident of the report instead.
            yield from self._upon[report]
            yield from (f"{m.report} {m.incident} {self._owner[m.report, m.incident]}" for m in self._members[report])
