"""Parties that the reports name and that say nothing on a question that others answer."""

from collections.abc import Iterable, Iterator, Sequence

from rashomon.codebook.actors import load_actors
from rashomon.codebook.silence import missed_parts
from rashomon.codebook.states import load_states
from rashomon.model import Account, Answered, Evidence, Part, Role, Silence
from rashomon.reconcile.answers import Told, covering
from rashomon.reconcile.weight.bodies import body_of, chain, umbrellas
from rashomon.reconcile.weight.sides import Sides

DECLINES = "declines_to_comment"


def silences(answered: Answered, told: Sequence[Told], sides: Sides) -> tuple[Silence, ...]:
    """Who is missed among the accounts of a question: silent, or quoted as not commenting on the incident.

    Of an incident that no report is about nobody's word is missed, nor where nobody else answers.
    """
    standing = [account for account in answered.accounts if not account.rejected]
    if not standing or not any(one.incident.main for one in told):
        return ()
    found = {
        actor: Silence(actor=actor, name=name, part=part, declined=tuple(_declined(actor, told)))
        for part in missed_parts().get(answered.question, ())
        for actor, name in _holders(part, told, sides)
        if not _answers(actor, standing)
    }
    return tuple(found.values())


def _holders(part: Part, told: Sequence[Told], sides: Sides) -> Iterator[tuple[str, str]]:
    """The bodies of the codebook that have a part in an incident, each with its name."""
    if part == "place":
        codes = {place.country for one in told for place in one.incident.locations if place.country}
        if len(codes) == 1:
            yield from ((state.id, state.name) for state in load_states() if state.code in codes)
        return
    named = [side for side in sides.of(part) if side.actor in load_actors().by_id]
    votes = [_votes(part, side.initiating, side.targeted, placed=side.judgement is not None) for side in named]
    yield from ((side.actor, side.name) for side, number in zip(named, votes, strict=True) if number == max(votes))


def _votes(part: Role, initiating: int, targeted: int, *, placed: bool) -> float:
    return float("inf") if placed else initiating if part == "initiator" else targeted


def _answers(actor: str, accounts: Iterable[Account]) -> bool:
    """Whether somebody who speaks for a body answers, or a body of the alliance that it is in."""
    return any(_stands_with(body_of(account.claimant), actor) for account in accounts)


def _stands_with(body: str | None, actor: str) -> bool:
    if body is None:
        return False
    bodies = {*chain(body), *umbrellas(body, "")}
    return actor in bodies or bool(bodies & set(umbrellas(actor, "")))


def _declined(actor: str, told: Sequence[Told]) -> Iterator[Evidence]:
    """Where a report quotes a body as not commenting on the incident."""
    for one in told:
        for attribution in one.attributions():
            if attribution.stance != DECLINES or not attribution.content or not one.about(attribution):
                continue
            if _stands_with(body_of(attribution.claimant), actor):
                span = covering(attribution.content, one.report)
                yield one.evidence(span, attribution, attribution.rule, attribution.confidence)
