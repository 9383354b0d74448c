"""Acts that are answers by their own words, whatever they answer: "hit back", "returned fire", "in reply"."""

from collections.abc import Iterator, Mapping, Sequence

from rashomon.read.incidents.acts import Act
from rashomon.read.incidents.line import Line
from rashomon.read.incidents.ties import OPENING, Tie

BACK = 3
"""How many sentences before an answer what it answers may stand."""
FEW = 12
NEAR = 12
"""How many words may part "in reply" from the act that it is said of."""
BESIDE = 3
QUALIFIED = 4
"""How many words "in an apparent act of" may have before "revenge", less one."""


def retorts(acts: Sequence[Act], known: Mapping[str, frozenset[str]]) -> Iterator[Tie]:
    """Each answer of this kind with the other side's last act before it, or with what the report is about.

    `known` are by the ids of mentions that are said to be answered the names of those who did; one of these mentions
    is likelier answered again, by the same side.
    """
    for number, act in enumerate(acts):
        if not is_retort(act, acts):
            continue
        answered = provoking(number, acts, known)
        if answered is not None:
            yield Tie(act.mention, answered.mention)


def is_retort(act: Act, acts: Sequence[Act]) -> bool:
    """Whether words in or beside an act make it an answer."""
    line = act.line
    if line.any_of(range(max(0, act.first - BESIDE), act.end + 2), "retorts"):
        return True
    near = range(max(0, act.first - FEW), min(len(line.words), act.end + NEAR))
    cues = [position for position in near if phrase_at(line, position)]
    others = [other for other in acts if other.line is line and other is not act] if cues else []
    return any(_is_said_of(position, act, others) for position in cues)


def phrase_at(line: Line, position: int) -> int:
    """How many words "in reply" has that begins at a position, "in apparent revenge" too; 0 where none does."""
    length = line.list("in_answer").length_at(line.words, position)
    if length or line.word(position) not in ("in", "as"):
        return length
    for noun in range(position + 1, position + QUALIFIED):
        if line.has(noun, "replying"):
            return noun + 1 - position
        if not line.word(noun)[:1].isalpha() or line.has(noun, "prepositions", "definite", "be"):
            return 0
    return 0


def _is_said_of(position: int, act: Act, others: Sequence[Act]) -> bool:
    """Whether no other act of the line stands nearer to "in reply", on the side to which it belongs."""
    line = act.line
    end = position + phrase_at(line, position)
    if line.has(end, "answered_prepositions") or line.word(end) == "against":
        return False
    begins = position <= OPENING or line.word(position - 1) == "that"
    leads = begins or line.word(end) in ("with", "by") or line.word(end - 1) in ("with", "by")
    if leads:
        return act.first >= end and not any(end <= other.first < act.first for other in others)
    return act.first < position and not any(act.first < other.first < position for other in others)


def provoking(number: int, acts: Sequence[Act], known: Mapping[str, frozenset[str]]) -> Act | None:
    """The other side's act that comes before one: told right behind it, or last before it, or first in the report."""
    act = acts[number]
    behind = acts[number + 1] if number + 1 < len(acts) else None
    if behind is not None and behind.line is act.line and _told_behind(act, behind) and _other_side(act, behind):
        return behind
    near = [other for other in reversed(acts[max(0, number - FEW) : number]) if act.after(other) <= BACK]
    meeting = next(
        (
            other
            for other in reversed(acts[max(0, number - FEW) : number])
            if act.meets(other) and other.mention.reality in ("happened", "denied")
        ),
        None,
    )
    if meeting is not None:
        return meeting
    again = next((other for other in near if _answered_by(act, other, known) and not act.doers & other.doers), None)
    if again is not None:
        return again
    for earlier in near:
        if _other_side(act, earlier) and (act.crosses(earlier) or not is_retort(earlier, acts)):
            return earlier
    first = next((other for other in acts[:number] if other.mention.reality == "happened"), None)
    return first if first is not None and not act.doers & first.doers else None


def _answered_by(act: Act, other: Act, known: Mapping[str, frozenset[str]]) -> bool:
    """Whether an act is known to have been answered, as far as is known by the side of another."""
    doers = known.get(other.mention.id)
    return doers is not None and not (doers and act.doers and doers.isdisjoint(act.doers))


def _told_behind(act: Act, other: Act) -> bool:
    """Whether what provoked an answer follows it: "hit back after saboteurs had mined its roads"."""
    return act.line.any_of(range(act.end, other.first), "provoked")


def _other_side(act: Act, other: Act) -> bool:
    if other.mention.reality not in ("happened", "denied") or act.doers & other.doers:
        return False
    known = bool(act.doers and other.doers)
    return known or act.crosses(other) or act.after(other) <= 2
