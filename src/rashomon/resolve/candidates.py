"""Whom a name can mean on a day and in a country, each candidate with its score and a sentence: the resolver explained."""

from dataclasses import dataclass

from rashomon.codebook.actors import load_actors, office_on
from rashomon.codebook.names import key_of
from rashomon.model import Actor, TimeInterval
from rashomon.resolve.actor_context import ActorContext
from rashomon.resolve.actors import resolve_actor
from rashomon.resolve.matches import ActorMatch

CERTAIN = 1.0


@dataclass(frozen=True, slots=True)
class Candidate:
    """One actor that a name can mean; `chosen` marks the one that the resolver takes."""

    actor: Actor
    score: float
    reason: str
    chosen: bool


def candidates(name: str, *, on: TimeInterval, country: str | None) -> tuple[ActorMatch, tuple[Candidate, ...]]:
    """What the resolver makes of a name in a report of a day about a country, and all candidates, best first."""
    context = _context(on, country)
    match = resolve_actor(name, context)
    by_id = load_actors().by_id
    scores = {rival.ref: rival.score for rival in load_actors().find(name, on=on, context=context.seen)}
    scores |= {rival.ref: rival.score for rival in match.rivals if rival.ref not in scores}
    if match.actor is not None and match.actor in by_id:
        scores.setdefault(match.actor, CERTAIN)
    ordered = sorted(scores, key=lambda identity: (identity != match.actor, -scores[identity], identity))
    return match, tuple(_candidate(by_id[i], name, scores[i], match, context) for i in ordered)


def _context(on: TimeInterval, country: str | None) -> ActorContext:
    """The context of a report that speaks of one country and of nothing else."""
    if country is None:
        return ActorContext(on, (), {}, {}, {})
    state = next(
        actor.id for actor in load_actors().by_id.values() if actor.kind == "state" and actor.country == country
    )
    return ActorContext(on, (state, country), {}, {}, {state: 1.0}, state)


def _candidate(actor: Actor, name: str, score: float, match: ActorMatch, context: ActorContext) -> Candidate:
    chosen = actor.id == match.actor
    return Candidate(actor, score, match.reason if chosen else _because(actor, name, context), chosen)


def _because(actor: Actor, name: str, context: ActorContext) -> str:
    """Why an actor scores as it does, in one sentence."""
    own = actor.id in load_actors().alias_index.get(key_of(name), ())
    said = [f"{name!r} is a name of it" if own else f"{name!r} is a short name that others bear too"]
    if actor.country is not None and context.seen:
        said.append("its country is named" if actor.country in context.seen else "its country is not named")
    if actor.kind == "person" and context.published.known and actor.offices:
        held = office_on(actor, context.published)
        said.append(f"on that day it was {held.title}" if held else "no office of that day is of record")
    return f"{'; '.join(said)}."
