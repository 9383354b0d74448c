"""What kind of source a claimant is: by its side, its kind of actor, and the words for it. All that fit are told."""

from functools import cache

from rashomon.codebook.actors import load_actors
from rashomon.codebook.sources import SourceEntry, sources
from rashomon.model import Claimant, Role, SourceKind
from rashomon.reconcile.weight.bodies import body_of, chain

OTHER: SourceKind = "other"


@cache
def kinds_of(claimant: Claimant | None, side: Role | None) -> tuple[SourceKind, ...]:
    """The kinds of source that a claimant is, in the order of the codebook; nobody named is an outlet's own voice."""
    if claimant is None:
        return ("media",)
    found = {entry.kind for entry in sources() if _is_of(entry, claimant, side)}
    if "party" in found:
        found.discard("official")
    if not found - {"unnamed"} and not claimant.anonymous:
        found.add(OTHER)
    return tuple(entry.kind for entry in sources() if entry.kind in found)


def _is_of(entry: SourceEntry, claimant: Claimant, side: Role | None) -> bool:
    if entry.kind == "party":
        return side is not None
    if entry.kind == "unnamed":
        return claimant.anonymous
    words = f"{claimant.name} {claimant.role or ''}"
    if entry.terms is not None and entry.terms.search(words) is not None:
        return True
    return _is_actor_of(entry, body_of(claimant))


def _is_actor_of(entry: SourceEntry, actor: str | None) -> bool:
    """Whether the body that speaks is of a kind of actor that is of this kind of source."""
    by_id = load_actors().by_id
    bodies = [by_id[id] for id in chain(actor) if id in by_id] if actor is not None else []
    speaking = next((body for body in bodies if body.kind != "person"), None)
    if speaking is None or speaking.kind not in entry.actors:
        return False
    of_state = bodies[-1].kind == "state"
    return of_state if entry.kind == "official" else speaking.kind != "agency" or not of_state
