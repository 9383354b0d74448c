"""When and where: the time phrase and the place that a mention's own clause gives."""

from collections.abc import Set as AbstractSet

from rashomon.read.incidents.line import DASHES, Line, Range
from rashomon.read.incidents.phrases import phrase_after
from rashomon.read.incidents.roles import Draft

NEAR = 30
"""A phrase that costs as much as this many words between belongs to something else."""


def setting_roles(draft: Draft, others: frozenset[int]) -> None:
    """Fill time and place with what stands nearest; `others` holds the tokens of the sentence's other triggers."""
    line = draft.line
    near = line.near(draft.candidate.first)
    events = others | set(range(*draft.candidate.range))
    draft.take(
        "time",
        _nearest(draft, [time for time in line.times if time[0] in near and _fits(draft, time)], others, reported=True),
    )
    places = [place for place in _places(draft) if not events & set(range(*place)) and not _whose(line, place, events)]
    draft.take("place", _nearest(draft, places, others, reported=False))


def _nearest(draft: Draft, found: list[Range], others: frozenset[int], *, reported: bool) -> Range | None:
    ranked = sorted((_cost(draft, place, others, reported=reported), place) for place in found)
    return ranked[0][1] if ranked and ranked[0][0] < NEAR else None


def _cost(draft: Draft, place: Range, others: frozenset[int], *, reported: bool) -> float:
    """How far a phrase is from the trigger: words between, with a toll for clause bounds, verbs of saying and rivals."""
    line = draft.line
    first, end = draft.candidate.range
    behind = place[0] >= end
    between = range(end, place[0]) if behind else range(place[1], first)
    cost = float(len(between)) + (0.0 if behind else 2.0)
    start, stop = line.clause(first)
    if not (start <= place[0] < stop) and not _frames(line, place, start):
        cost += 12
    for position in between:
        if line.has(position, "reporting"):
            cost += 40 if reported or not behind else 8
        elif position in others:
            cost += 7
        elif line.words[position] in DASHES or line.words[position] == ";":
            cost += 30
    if reported and not line.possessive(place[1] - 1) and _told(line, place):
        cost += 40
    if reported and behind and _of_rival(line, place, others):
        cost += 40
    if not reported and line.has(place[1], "reporting"):
        cost += 40
    return cost


def _fits(draft: Draft, time: Range) -> bool:
    """Whether a time can be the mention's: no stamp, no "days after ..." of another event, no possessive of another noun."""
    line = draft.line
    if line.possessive(time[1] - 1):
        return time[1] <= draft.candidate.first <= time[1] + 4
    if time[0] == 0 and line.word(time[1]) in DASHES | {"-", ":"}:
        return False
    ends = line.word(time[1] - 1) in ("after", "before")
    return not (ends and time[1] < len(line.tokens) and line.tokens[time[1]].is_word)


def _frames(line: Line, place: Range, start: int) -> bool:
    """Whether a phrase opens the sentence, and so sets the scene for all of it."""
    return place[0] <= 1 and start > place[1]


def _told(line: Line, time: Range) -> bool:
    """Whether the time is that of a statement: "said on Saturday", "told reporters late on Friday"."""
    return any(line.has(position, "reporting") for position in range(max(0, time[0] - 3), time[0])) or line.has(
        time[1], "reporting"
    )


def _of_rival(line: Line, time: Range, others: frozenset[int]) -> bool:
    """Whether the time stands right behind another trigger: "answered the shelling of 3 May" dates the shelling."""
    before = time[0] - 1
    return before in others or (line.word(before) in ("of", "on", "from") and before - 1 in others)


def _places(draft: Draft) -> list[Range]:
    """Places in the sentence: a preposition of place with a name or a word for a place after it."""
    line = draft.line
    taken = {
        p for role, found in draft.roles.items() if role in ("initiator", "weapon", "target") for p in range(*found)
    }
    found = []
    for position in line.near(draft.candidate.first):
        if position in line.timed or not line.has(position, "place_prepositions"):
            continue
        phrase = _place_phrase(line, position)
        if phrase is not None and phrase[0] not in taken:
            found.append(phrase)
    return found


def _whose(line: Line, place: Range, events: AbstractSet[int]) -> bool:
    """Whether a phrase tells whose act follows: "in an Israeli strike"."""
    return place[1] in events and line.has(place[1] - 1, "nations")


def _place_phrase(line: Line, position: int) -> Range | None:
    first = position + 1
    while line.word(first) in ("of", "to", "the") and line.has(first - 1, "compass", "place_prepositions"):
        first += 1
    phrase = phrase_after(line, first, linked=True)
    if (
        phrase is None
        or line.any_of(range(*phrase), "not_place")
        or (line.has(phrase[0], "pronouns") and line.word(phrase[0]) != "there")
    ):
        return None
    named = any(line.capital(p) for p in range(*phrase))
    if not named and not line.any_of(range(*phrase), "location"):
        return None
    start = position if line.word(position) not in ("in", "at", "across", "inside", "over") else phrase[0]
    if line.has(position - 1, "compass") or line.word(position) == "of":
        start = position
    return (start, phrase[1])
