"""The roles of a mention whose trigger is a verb: "gunmen attacked a village", "the ship was hit by a missile"."""

from rashomon.read.incidents.clauses import antecedent, direct_object, led_by, subject
from rashomon.read.incidents.line import Range
from rashomon.read.incidents.roles import Draft, weapon_type

THROWING = frozenset("weapon aim".split())


def verb_roles(draft: Draft) -> None:
    """Fill initiator, target and weapon from the subject, the object and the prepositional phrases of the verb."""
    candidate = draft.candidate
    doer = subject(candidate)
    if candidate.passive:
        _passive(draft, doer)
    else:
        _active(draft, doer)


def _active(draft: Draft, doer: Range | None) -> None:
    line, candidate = draft.line, draft.candidate
    draft.take("weapon" if weapon_type(line, doer) else "initiator", doer)
    done_to = direct_object(candidate)
    throwing = candidate.trigger.need in THROWING
    if throwing and weapon_type(line, done_to):
        draft.take("weapon", done_to)
        done_to = None
    if not throwing:
        draft.take("target", done_to)
    if done_to is None and doer is not None and line.word(doer[0] - 1) in ("which", "that", "whom"):
        draft.take("target", antecedent(line, doer[0] - 1))
    start = (
        done_to[1] if done_to else (draft.roles["weapon"][1] if throwing and _after(draft, "weapon") else candidate.end)
    )
    _aimed(draft, start)
    _instrument(draft, start)


def _passive(draft: Draft, undergoer: Range | None) -> None:
    line, candidate = draft.line, draft.candidate
    if candidate.trigger.need in THROWING:
        draft.take("weapon" if weapon_type(line, undergoer) else "target", undergoer)
        _aimed(draft, candidate.end)
    else:
        draft.take("target", undergoer)
    _instrument(draft, candidate.end)
    _, stop = line.clause(candidate.end - 1)
    for position, found in led_by(line, candidate.end, ("agents",), end=min(stop, candidate.end + 16)):
        if line.word(position) == "by" and not line.has(found[1] - 1, "not_doer"):
            draft.take("weapon" if weapon_type(line, found) else "initiator", found)
            break


def _aimed(draft: Draft, start: int) -> None:
    """A target after "at", "on", "into" close behind the verb or its object."""
    line = draft.line
    _, stop = line.clause(draft.candidate.first)
    position = line.right(start)
    while position < min(stop, start + 8):
        if line.has(position, "target_prepositions"):
            found = next(led_by(line, position, ("target_prepositions",), end=position + 1), None)
            draft.take("target", found[1] if found else None)
            return
        position = line.right(position + 1)


def _instrument(draft: Draft, start: int) -> None:
    """A weapon after "with", "by", "using"."""
    line = draft.line
    _, stop = line.clause(draft.candidate.first)
    for _, found in led_by(line, start, ("instruments",), end=stop):
        if weapon_type(line, found):
            draft.take("weapon", found)


def _after(draft: Draft, role: str) -> bool:
    found = next((place for name, place in draft.roles.items() if name == role), None)
    return found is not None and found[0] >= draft.candidate.end
