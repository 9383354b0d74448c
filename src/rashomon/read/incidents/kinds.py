"""What type of incident a mention is of: from its trigger and roles, then from its sentence, then from its neighbours."""

from collections.abc import Sequence

from rashomon.model import IncidentType, TypeBasis
from rashomon.read.incidents.line import Line, Range
from rashomon.read.incidents.roles import Draft, weapon_type

WINDOW = 4
FEW = 40
"""How many mentions away the type may be borrowed from."""
OPEN: dict[IncidentType | None, frozenset[IncidentType]] = {
    None: frozenset(("airstrike", "drone_strike", "missile_or_rocket", "shelling", "bombing", "suicide_bombing", "armed_attack", "ship_attack")),
    "bombing": frozenset(("airstrike", "drone_strike", "missile_or_rocket", "shelling", "suicide_bombing")),
    "shelling": frozenset(("missile_or_rocket", "airstrike")),
}  # fmt: skip
"""Which types the words around may put in the place of the trigger's own."""
ARMED = ("attack", "assault", "raid", "storm", "ambush", "onslaught", "fir", "terror", "kill", "tragedy", "operation")


def kinds_of(drafts: Sequence[Draft]) -> list[tuple[IncidentType, TypeBasis]]:
    """The type of each mention, and what tells it.

    One that its own words leave open takes the type that its sentence tells, or the nearest told one.
    """
    told = [_told(draft) for draft in drafts]
    return [_kind(drafts, told, number) for number in range(len(drafts))]


def _kind(drafts: Sequence[Draft], told: Sequence[IncidentType | None], number: int) -> tuple[IncidentType, TypeBasis]:
    draft, own = drafts[number], told[number]
    stated = draft.candidate.trigger.type
    if own is not None:
        return own, "words"
    in_sentence = _sentence(draft)
    if in_sentence is not None:
        return in_sentence, "sentence"
    if stated == "shelling":
        return stated, "words"
    borrowed = _borrowed(drafts, told, number)
    if borrowed is not None:
        return borrowed, "near"
    return (stated, "words") if stated is not None else (_usual(draft), "usual")


def _told(draft: Draft) -> IncidentType | None:
    """The type that the trigger with its roles and closest words tells."""
    line, stated = draft.line, draft.candidate.trigger.type
    open_to = _open_to(draft)
    if stated == "bombing" and _by_bomber(draft):
        return "suicide_bombing"
    if not open_to:
        return stated
    for kind in (_by_ship(draft), _by_bomber(draft), _by_weapon(draft), _by_aircraft(draft)):
        if kind is not None and (kind in open_to or kind == stated):
            return kind
    if stated == "bombing" and _state(draft):
        return "airstrike"
    return "armed_attack" if stated is None and _on_foot(line, draft.roles.get("initiator")) else None


def _open_to(draft: Draft) -> frozenset[IncidentType]:
    trigger = draft.candidate.trigger
    if trigger.need == "killing":
        return OPEN[None]
    if len(trigger.words) > 1 and trigger.form == "noun":
        return frozenset() if trigger.type else OPEN[None]
    return OPEN.get(trigger.type, frozenset())


def _sentence(draft: Draft) -> IncidentType | None:
    """The type that a weapon or an aircraft elsewhere in the sentence tells, the nearest first."""
    line, open_to = draft.line, _open_to(draft)
    first, _ = draft.candidate.range
    for position in sorted(line.near(first), key=lambda p: abs(p - first)):
        kind = line.codebook.weapons.get(line.stem(position))
        if kind is None and line.has(position, "air") and line.word(position) != "air":
            kind = "airstrike"
        if kind in open_to and kind not in ("armed_attack", "bombing", "ship_attack"):
            return kind
    return None


def _borrowed(drafts: Sequence[Draft], told: Sequence[IncidentType | None], number: int) -> IncidentType | None:
    """The type of the mention that this one most likely means again: near it, of the same word or by the same doer."""
    draft, open_to = drafts[number], _open_to(drafts[number])
    fitting = [
        (_distance(draft, drafts[n]) + (2.5 if n > number else 0.0), n)
        for n, kind in enumerate(told[max(0, number - FEW) : number + FEW], max(0, number - FEW))
        if kind is not None and (kind in open_to or kind == draft.candidate.trigger.type)
    ]
    return told[min(fitting)[1]] if fitting else None


def _distance(one: Draft, other: Draft) -> float:
    apart = float(abs(one.line.sentence.index - other.line.sentence.index))
    if one.candidate.word[:4] == other.candidate.word[:4] or other.candidate.word.endswith(one.candidate.word):
        apart -= 3
    mine, theirs = _initiator_words(one), _initiator_words(other)
    if mine and theirs:
        apart += -3 if mine & theirs else 6
    return apart


def _initiator_words(draft: Draft) -> set[str]:
    found = draft.roles.get("initiator")
    return {draft.line.stem(p)[:4] for p in range(*found) if draft.line.capital(p)} if found else set()


def _usual(draft: Draft) -> IncidentType:
    """The type of a trigger where nothing else in the report tells."""
    word = draft.candidate.trigger.words[0]
    return (
        "armed_attack"
        if word.startswith(ARMED)
        else "airstrike"
        if word.startswith(("str", "pound", "hit", "bomb", "target"))
        else "other"
    )


def _by_ship(draft: Draft) -> IncidentType | None:
    line, target = draft.line, draft.roles.get("target")
    after = range(draft.candidate.end, min(len(line.tokens), draft.candidate.end + 5))
    shipped = (target is not None and line.any_of(range(*target), "ships")) or line.any_of(after, "ships")
    return "ship_attack" if shipped else None


def _by_bomber(draft: Draft) -> IncidentType | None:
    line, doer = draft.line, draft.roles.get("initiator")
    near = line.any_of(range(*_window(draft)), "bombers") or (doer is not None and line.any_of(range(*doer), "bombers"))
    return "suicide_bombing" if near else None


def _by_weapon(draft: Draft) -> IncidentType | None:
    line = draft.line
    kind = weapon_type(line, draft.roles.get("weapon"))
    first, end = draft.candidate.range
    for position in range(first - 1, max(-1, first - WINDOW), -1):
        kind = kind or line.codebook.weapons.get(line.stem(position))
    for position in range(end, min(len(line.tokens), end + 8)):
        if line.any_of(range(end, position), "instruments"):
            kind = kind or line.codebook.weapons.get(line.stem(position))
    return kind


def _by_aircraft(draft: Draft) -> IncidentType | None:
    line, doer = draft.line, draft.roles.get("initiator")
    flies = line.any_of(range(*_window(draft)), "air") or (doer is not None and line.any_of(range(*doer), "air"))
    return "airstrike" if flies else None


def _state(draft: Draft) -> bool:
    line, doer = draft.line, draft.roles.get("initiator")
    return doer is not None and line.any_of(range(*doer), "nations", "state_forces")


def _on_foot(line: Line, found: Range | None) -> bool:
    return found is not None and line.any_of(range(*found), "ground")


def _window(draft: Draft) -> Range:
    first, end = draft.candidate.range
    return (max(0, first - WINDOW), end)
