"""Actors that a person judged to be one: every reading names them by one id."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from rashomon.model import (
    Attribution,
    Claimant,
    Count,
    Figure,
    Judgement,
    Reading,
    ReportedIncident,
    Unanchored,
    in_force,
    joined_actors,
)

UNSEEN = "None of today's readings names the actor {actor!r}."


def with_actors_joined(readings: Mapping[str, Reading], judgements: Sequence[Judgement]) -> Mapping[str, Reading]:
    """The readings with each actor that is judged the same as another under one id; a codebook's id before a local one."""
    same = joined_actors(in_force(judgements))
    return _Renamed(readings, same) if same else readings


class _Renamed(Mapping[str, Reading]):
    """Readings by report, in each of which actors are renamed when it is asked for."""

    def __init__(self, readings: Mapping[str, Reading], same: Mapping[str, str]) -> None:
        self._readings = readings
        self._same = same

    def __getitem__(self, report: str) -> Reading:
        return _renamed(self._readings[report], self._same)

    def __contains__(self, report: object) -> bool:
        return report in self._readings

    def __iter__(self) -> Iterator[str]:
        return iter(self._readings)

    def __len__(self) -> int:
        return len(self._readings)


def actors_unseen(readings: Mapping[str, Reading], judgements: Sequence[Judgement]) -> tuple[Unanchored, ...]:
    """The judgements in force upon an actor whom no reading names; no more readings are asked for than that needs."""
    standing = [j for j in in_force(judgements) if j.decision != "side"]  # which stands on the incident's words
    upon = [(j, anchor.actor) for j in standing for anchor in j.anchors if anchor.kind == "actor"]
    unseen = {actor for _, actor in upon}
    for report in readings if unseen else ():
        unseen.difference_update(_named(readings[report]))
        if not unseen:
            break
    lost = {j.id: UNSEEN.format(actor=actor) for j, actor in upon if actor in unseen}
    return tuple(Unanchored(judgement=id, reason=reason) for id, reason in sorted(lost.items()))


def _named(reading: Reading) -> Iterator[str | None]:
    yield from (mention.ref for mention in reading.mentions if mention.kind == "actor")
    said_by: tuple[Attribution | Figure | Count, ...] = (*reading.attributions, *reading.figures, *reading.counts)
    for said in said_by:
        yield said.claimant.actor if said.claimant is not None else None
    for incident in reading.incidents:
        yield from (*incident.actors, *incident.target_actors)


def _renamed(reading: Reading, same: Mapping[str, str]) -> Reading:
    return replace(
        reading,
        attributions=tuple(_attribution(a, same) for a in reading.attributions),
        incidents=tuple(_incident(i, same) for i in reading.incidents),
        figures=tuple(_figure(f, same) for f in reading.figures),
        counts=tuple(_count(c, same) for c in reading.counts),
        mentions=tuple(replace(m, ref=same.get(m.ref, m.ref)) if m.ref else m for m in reading.mentions),
    )


def _claimant(claimant: Claimant | None, same: Mapping[str, str]) -> Claimant | None:
    if claimant is None or claimant.actor is None:
        return claimant
    return replace(claimant, actor=same.get(claimant.actor, claimant.actor))


def _attribution(attribution: Attribution, same: Mapping[str, str]) -> Attribution:
    return replace(attribution, claimant=_claimant(attribution.claimant, same))


def _figure(figure: Figure, same: Mapping[str, str]) -> Figure:
    return replace(figure, claimant=_claimant(figure.claimant, same))


def _count(count: Count, same: Mapping[str, str]) -> Count:
    return replace(count, claimant=_claimant(count.claimant, same))


def _incident(incident: ReportedIncident, same: Mapping[str, str]) -> ReportedIncident:
    actors, targets = (
        tuple(dict.fromkeys(same.get(actor, actor) for actor in ids))
        for ids in (incident.actors, incident.target_actors)
    )
    return replace(incident, actors=actors, target_actors=targets)
