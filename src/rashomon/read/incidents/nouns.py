"""The roles of a mention whose trigger is a noun: "US air strikes on bases in Iraq", "the killing of X by Y"."""

from rashomon.read.incidents.governors import governing_roles
from rashomon.read.incidents.line import Line, Range
from rashomon.read.incidents.names import Names
from rashomon.read.incidents.phrases import nominal, phrase_after
from rashomon.read.incidents.roles import Draft, weapon_type

REACH = 26
"""How many words after the noun its complements may stand."""


def noun_roles(draft: Draft, names: Names) -> None:
    """Fill initiator, target, place and weapon from what stands before the noun, after it, and above it."""
    start = _before(draft, names)
    _after(draft)
    governing_roles(draft, start)


def _before(draft: Draft, names: Names) -> int:
    """Read the words before the noun; returns where its noun phrase begins."""
    line = draft.line
    position = draft.candidate.first
    while True:
        left = position - 1
        while left in line.timed:
            left -= 1
        if not (nominal(line, left) or line.has(left, "articles", "adjectives", "forces", "nations")):
            return position
        position = left
        if line.has(left, "articles") and not line.has(left, "possessives"):
            return position
        if line.has(left, "possessives"):
            draft.take("initiator", (left, left + 1))
        elif line.stem(left) in line.codebook.weapons and weapon_type(line, (left, left + 1)):
            draft.take("weapon", (left, left + 1))
        elif line.has(left, "nations") and not _ranked(draft, left):
            draft.take("initiator", (left, left + 1))
        elif not line.has(left, "articles") and (line.capital(left) or line.possessive(left)):
            position = _named(draft, left, names)


def _named(draft: Draft, last: int, names: Names) -> int:
    """A name before the noun: who did it, or where it was; returns where the name begins."""
    line = draft.line
    first = last
    while (
        line.capital(first - 1)
        and nominal(line, first - 1)
        and not line.has(first - 1, "nations")
        and not line.possessive(first - 1)
    ):
        first -= 1
    found = (first, last + 1)
    role = names.role(line, found, vague=first == 0 or line.titled)
    if role == "initiator" and _ranked(draft, last):
        role = None
    if role is not None:
        draft.take(role, found)
    return first


def _ranked(draft: Draft, last: int) -> bool:
    """Whether a possessor may only say among which the noun is the worst: "the country's deadliest attack"."""
    line = draft.line
    between = {line.word(position) for position in range(last + 1, draft.candidate.first)}
    return line.possessive(last) and any(word == "worst" or word.endswith("iest") for word in between)


def _after(draft: Draft) -> None:
    """Read the complements after the noun, from left to right, as far as they go on."""
    line, candidate = draft.line, draft.candidate
    position = candidate.end
    stop = min(len(line.tokens), candidate.end + REACH)
    while position < stop:
        if position in line.timed or line.has(position, "adverbs") or line.word(position) in (",", "(", ")"):
            position += 1
            continue
        reached = _complement(draft, position)
        if reached is None:
            return
        position = reached


def _complement(draft: Draft, position: int) -> int | None:
    """Read one complement; returns where it ends, or None where none begins."""
    line = draft.line
    if line.has(position, "relatives", "auxiliaries", "passives"):
        return position + 1
    if line.has(position, "harmed") or line.word(position) == "targeting":
        found = phrase_after(line, position + 1)
        if line.has(position + 1, "target_prepositions"):
            found = phrase_after(line, position + 2)
        draft.take("target", found)
        return found[1] if found else position + 1
    if line.has(position, "blamed"):
        found = _blamed(line, position)
        draft.take("initiator", found)
        return found[1] if found else None
    if not line.has(position, "prepositions"):
        return None
    found = phrase_after(line, position + 1)
    if found is None:
        return position + 1 if position + 1 in line.timed else None
    return found[1] if _prepositional(draft, position, found) else None


def _prepositional(draft: Draft, position: int, found: Range) -> bool:
    """Read a prepositional phrase into its role; False where the preposition leads to nothing of the incident's."""
    line, word = draft.line, draft.line.word(position)
    if word == "by":
        draft.take("weapon" if weapon_type(line, found) else "initiator", found)
    elif word == "between":
        _parties(draft, found)
    elif word == "of" and weapon_type(line, found):
        draft.take("weapon", found)
    elif word == "of" and _by_whom(draft, found):
        draft.take("initiator", found)
    elif word == "of" or line.has(position, "target_prepositions"):
        draft.take("target", found)
    elif word in ("with", "using", "involving"):
        draft.take("weapon", found if weapon_type(line, found) else None)
    else:
        return word == "from" or line.has(position, "place_prepositions")
    return True


def _by_whom(draft: Draft, found: Range) -> bool:
    """Whether "of" leads to who did it: another phrase tells the target, or the noun takes no object ("attack of X")."""
    line = draft.line
    if line.word(line.right(found[1])) in ("on", "against", "over"):
        return True
    return not line.has(draft.candidate.end - 1, "undergone") or line.any_of(range(*found), "ground")


def _blamed(line: Line, position: int) -> Range | None:
    following = position + 1
    while following < position + 8 and line.word(following) not in ("on", "to"):
        following += 1
    return phrase_after(line, following + 1) if line.word(following) in ("on", "to") else None


def _parties(draft: Draft, found: Range) -> None:
    line = draft.line
    cut = next((p for p in range(*found) if line.word(p) == "and"), None)
    if cut is not None:
        draft.take("initiator", (found[0], cut))
        draft.take("target", (cut + 1, found[1]))
