"""The body that a claimant speaks for, and the chain of bodies above it."""

from collections.abc import Sequence
from functools import cache

from rashomon.codebook.actor_words import load_actor_words
from rashomon.codebook.actors import load_actors
from rashomon.codebook.names import key_of
from rashomon.model import Claimant

LONGEST_NAME = 6
"""Words of a name inside a phrase ("a source in the Popular Mobilisation Forces")."""
FARTHEST = 4
"""Words between a state's adjective and the people in its service ("a US senior defence department official")."""


def body_of(claimant: Claimant | None) -> str | None:
    """The id of the actor that a claimant is, or of the one that an unnamed claimant's own words name."""
    if claimant is None:
        return None
    if claimant.actor is not None:
        return claimant.actor
    return named_in(claimant.name) or (named_in(claimant.role) if claimant.role else None)


@cache
def named_in(words: str) -> str | None:
    """The first actor of the codebook that a phrase names with a capital and without a rival, the longest name first.

    A state is meant where its adjective stands before people in its service ("a US defence official"), and not where an
    armed group does ("an Iraqi militia official") or a place ("sources in Syria").
    """
    book, parts = load_actors(), words.replace("'s", "").replace("\u2019s", "").split()
    for length in range(min(LONGEST_NAME, len(parts)), 0, -1):
        for start in range(len(parts) - length + 1):
            piece = parts[start : start + length]
            if not piece[0][:1].isupper():
                continue
            key = key_of(" ".join(piece))
            found = book.alias_index.get(key, ())
            if len(found) == 1 and book.by_id[found[0]].kind != "state":
                return found[0]
            if key in book.state_index and _serves(parts[start + length :]):
                return book.state_index[key]
    return None


def _serves(after: Sequence[str]) -> bool:
    """Whether the first noun for people after an adjective is of those who serve a state."""
    words = load_actor_words()
    for word in (part.lower().strip(",.") for part in after[:FARTHEST]):
        if word in words.servants or word.removesuffix("s") in words.leaders:
            return True
        if word in words.undescribed or word in words.breaks:
            return False
    return False


@cache
def chain(actor: str) -> tuple[str, ...]:
    """An actor with the bodies above it, the nearest first; a person's are those of the last office."""
    by_id = load_actors().by_id
    found = [actor]
    while (known := by_id.get(found[-1])) is not None:
        above = known.part_of or (known.offices[-1].of if known.offices else None)
        if above is None or above in found:
            break
        found.append(above)
    return tuple(found)


@cache
def umbrellas(actor: str, day: str) -> tuple[str, ...]:
    """The alliances that an actor or a body above it stood under on a day; on an unknown day ("") all of them."""
    by_id = load_actors().by_id
    joined = (m for id in chain(actor) if id in by_id for m in by_id[id].member_of)
    return tuple(m.of for m in joined if not day or ((m.since or "") <= day <= (m.until or "9999")))


def name_of(actor: str) -> str | None:
    """The name of an actor of the codebook."""
    known = load_actors().by_id.get(actor)
    return known.name if known is not None else None
