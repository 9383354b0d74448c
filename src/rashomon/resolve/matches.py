"""What resolving a name gives: whom it means, how he is called, and why."""

from dataclasses import dataclass

from rashomon.codebook.actors import load_actors, office_on
from rashomon.model import Rival
from rashomon.resolve.actor_context import ActorContext


@dataclass(frozen=True, slots=True)
class ActorMatch:
    """Whom a phrase means: `actor` is an id or None; `name` is canonical where it is known, else the phrase's words.

    `role` is the office of a person on the report's day, or a spokesperson's where the phrase names no person.
    """

    actor: str | None
    name: str
    role: str | None = None
    rivals: tuple[Rival, ...] = ()
    reason: str = ""


def matched(actor_id: str, context: ActorContext, reason: str, rivals: tuple[Rival, ...] = ()) -> ActorMatch:
    """The match for an actor of the codebook, with a person's office on the report's day."""
    actor = load_actors().by_id[actor_id]
    office = office_on(actor, context.published) if actor.kind == "person" else None
    return ActorMatch(actor_id, actor.name, office.title if office else None, rivals, reason)
