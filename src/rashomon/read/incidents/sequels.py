"""Acts that are told as the other side's next move, in no word of answering: aimed at the launchers, "jets then struck"."""

from collections.abc import Iterator, Sequence

from rashomon.read.incidents.acts import Act, tokens_of
from rashomon.read.incidents.ties import Tie

BACK = 6
"""How many sentences before such an act what provoked it may stand."""
BEHIND = 12
"""How many words behind an act may tell where the fire came from: "the batteries from which it had been shelled"."""
NEAR = 8
"""How many words may part an act from words of order: "jets an hour later struck"."""


def sequels(acts: Sequence[Act], found: Sequence[Tie]) -> Iterator[Tie]:
    """Each act of this kind that happened, and is not yet `found` to answer, with what it answers."""
    told = {tie.answer.id for tie in found}
    vowed = {tie.answer.id: tie.answered for tie in found if tie.answer.reality == "threatened" and not tie.denied}
    for number, act in enumerate(acts):
        if act.mention.reality != "happened" or act.mention.id in told:
            continue
        if origin := _origin(act):
            answered = _told_there(act, acts[number + 1 :], origin) or _provoking(act, acts[:number])
        elif not _comes_next(act, acts):
            continue
        elif number and acts[number - 1].mention.id in vowed and _keeps(act, acts[number - 1]):
            yield Tie(act.mention, vowed[acts[number - 1].mention.id])
            continue
        else:
            answered = _followed(act, acts[:number])
        if answered is not None:
            yield Tie(act.mention, answered.mention)


def _origin(act: Act) -> int:
    """Behind which word it is told that an act is aimed at where fire came from; 0 where it isn't."""
    line = act.line
    for position in tokens_of(line, (*act.mention.target, *act.mention.place)):
        if line.list("origins").length_at(line.words, position) and line.has(position - 1, "definite"):
            return position + 1
    for position in range(act.end, min(len(line.words), act.end + BEHIND)):
        if line.word(position) == "from" and line.word(position + 1) in ("which", "where"):
            came = line.any_of(range(position + 2, position + BEHIND), "coming", "fired_from")
            return position + 2 if came else 0
    return 0


def _told_there(act: Act, after: Sequence[Act], origin: int) -> Act | None:
    """The act that the words about the origin of fire tell themselves: "from which Tartar had been shelled"."""
    return next((other for other in after if other.line is act.line and 0 <= other.first - origin < BEHIND), None)


def _comes_next(act: Act, acts: Sequence[Act]) -> bool:
    """Whether words of order tell that an act came after what was told before, and no other act stands nearer to them."""
    line = act.line
    near = range(max(0, act.first - NEAR), min(len(line.words), act.end + NEAR))
    ordered = [position for position in near if line.any_of((position,), "next")]
    here = [other for other in acts if other.line is line] if ordered else []
    return any(min(here, key=lambda other: abs(other.first - position)) is act for position in ordered)


def _keeps(act: Act, vow: Act) -> bool:
    """Whether an act may be what was vowed right before it: "vowed to retaliate. Hours later, missiles struck"."""
    return act.after(vow) <= 1 and not (act.doers and vow.doers and act.doers.isdisjoint(vow.doers))


def _provoking(act: Act, before: Sequence[Act]) -> Act | None:
    """The act of another side that came from where this one is aimed at: the last that meets it, has a doer, or is unlike it."""
    told = _others(act, before, ("happened", "denied"))
    meeting = (other for other in told if act.meets(other))
    known = (other for other in told if other.doers and (act.doers or _is_unlike(act, other)))
    unlike = (other for other in told if _is_unlike(act, other))
    return next(meeting, None) or next(known, None) or next(unlike, None)


def _followed(act: Act, before: Sequence[Act]) -> Act | None:
    """The act of another side that one is told to have followed; none where its own side acted last."""
    if before and act.after(before[-1]) <= BACK and act.doers & before[-1].doers:
        return None
    told = _others(act, before, ("happened",))
    meeting = (other for other in told if act.meets(other))
    return next(meeting, None) or next((other for other in told if other.doers and _is_unlike(act, other)), None)


def _others(act: Act, before: Sequence[Act], realities: Sequence[str]) -> list[Act]:
    """The acts of other sides not long before one, the last first."""
    near = (other for other in reversed(before) if act.after(other) <= BACK)
    return [other for other in near if other.mention.reality in realities and not act.doers & other.doers]


def _is_unlike(act: Act, other: Act) -> bool:
    """Whether a state does the one and not the other: jets follow upon gunmen."""
    return act.state and not other.state
