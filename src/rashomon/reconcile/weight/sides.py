"""Who stands with whom in an incident: by the roles that reports give, the codebook's bodies, and people's judgements."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import cast, get_args

from rashomon.model import Judgement, LinkedIncident, Role, Side, joined_actors
from rashomon.reconcile.answers import Told
from rashomon.reconcile.weight.bodies import chain, name_of, umbrellas

NEITHER = "neither"
"""What a judgement calls a body that has no part in the incident."""


class Sides:
    """The bodies with a part in one incident, and who stands with them on its day."""

    def __init__(self, named: Sequence[Side], day: str = "", apart: frozenset[str] = frozenset()) -> None:
        self.named = tuple(named)
        self._roles = {side.actor: side.role for side in named}
        self._apart = apart
        self._day = day

    def role(self, actor: str | None) -> Role | None:
        """The role of the side that an actor stands with: its own, that of a body above it, or that of its umbrella."""
        if actor is None:
            return None
        for body in (*chain(actor), *umbrellas(actor, self._day)):
            if body in self._apart:
                return None
            if body in self._roles:
                return self._roles[body]
        return None

    def of(self, role: Role) -> tuple[Side, ...]:
        """The bodies of one role."""
        return tuple(side for side in self.named if side.role == role)


def sides_of(told: Sequence[Told], placed: Mapping[str, tuple[str, str]], day: str = "") -> Sides:
    """The sides of an incident as its reports name them, with what `placed` says of an actor: (role, judgement)."""
    roles = get_args(Role)
    known = {side.actor: side for side in _voted(told)}
    for actor, (role, judgement) in placed.items():
        side = known.get(actor) or Side(actor=actor, name=_name(actor, told), role="unclear")
        if role in roles:
            known[actor] = replace(side, role=cast(Role, role), judgement=judgement)
    apart = frozenset(actor for actor, (role, _) in placed.items() if role == NEITHER)
    listed = (side for side in known.values() if side.actor not in apart)
    return Sides(sorted(listed, key=lambda side: (roles.index(side.role), side.name, side.actor)), day, apart)


def placed_by(group: LinkedIncident, judgements: Sequence[Judgement]) -> Mapping[str, tuple[str, str]]:
    """What judgements in force say of an incident's sides: actor -> (role, judgement); the last one holds.

    Of actors that a person joined the readings know one id alone.
    """
    upon = {verdict.judgement for verdict in group.verdicts if verdict.decision == "side"}
    same = joined_actors(judgements) if upon else {}
    return {
        same.get(anchor.actor, anchor.actor): (judgement.value.rpartition(": ")[2], judgement.id)
        for judgement in judgements
        if judgement.id in upon and judgement.value is not None
        for anchor in judgement.anchors
        if anchor.kind == "actor" and anchor.actor is not None
    }


def _voted(told: Sequence[Told]) -> Iterator[Side]:
    """The bodies that reports name; one that fewer than half as many name as name another in its role is left out."""
    votes: dict[str, tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
    for one in told:
        for number, actors in enumerate((one.incident.actors, _targets(one))):
            for actor in actors:
                votes[chain(actor)[-1]][number].add(one.report.id)
    most = [max((len(sets[number]) for sets in votes.values()), default=0) for number in (0, 1)]
    for actor, sets in votes.items():
        role, counts = _role(*sets), [len(reports) for reports in sets]
        if 2 * max(counts) >= most[counts.index(max(counts))]:
            yield Side(actor=actor, name=_name(actor, told), role=role, initiating=counts[0], targeted=counts[1])


def _targets(one: Told) -> Iterable[str]:
    """The actors that were hit; where a report names none, those in the words for what was hit ("a depot of the Front")."""
    if one.incident.target_actors:
        return one.incident.target_actors
    hit = [piece for mention in one.incident.mentions for piece in mention.target]
    named = (m for m in one.reading.mentions if m.kind == "actor" and m.ref and any(p.covers(m.span) for p in hit))
    return dict.fromkeys(mention.ref for mention in named if mention.ref)


def _role(initiating: set[str], targeted: set[str]) -> Role:
    if len(initiating) == len(targeted):
        return "unclear"
    return "initiator" if len(initiating) > len(targeted) else "target"


def _name(actor: str, told: Sequence[Told]) -> str:
    """The codebook's name, else the words of the first report that names the actor, else the id."""
    known = name_of(actor)
    if known is not None:
        return known
    words = (m.span.text for one in told for m in one.reading.mentions if m.kind == "actor" and m.ref == actor)
    return next(words, actor)
