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
            named = next((o for o in acts[number + 1 :] if o.line is act.line and origin <= o.first < origin + BEHIND), None)
            answered = named or _provoking(act, acts[:number], strictly=False)
        elif _comes_next(act, acts):
            before = acts[number - 1] if number else None
            if before is not None and before.mention.id in vowed and _keeps(act, before):
                yield Tie(act.mention, vowed[before.mention.id])
                continue
            answered = _provoking(act, acts[:number], strictly=True)
        else:
            continue
        if answered is not None:
            yield Tie(act.mention, answered.mention)


def _keeps(act: Act, vow: Act) -> bool:
    """Whether an act may be what was vowed right before it: "vowed to retaliate. Hours later, missiles struck"."""
    return act.after(vow) <= 1 and not (act.doers and vow.doers and act.doers.isdisjoint(vow.doers))


def _origin(act: Act) -> int:
    """Behind which word it is told that an act is aimed at where fire came from; 0 where it isn't."""
    line = act.line
    for position in tokens_of(line, (*act.mention.target, *act.mention.place)):
        if line.list("origins").length_at(line.words, position) and line.has(position - 1, "definite"):
            return position + 1
    for position in range(act.end, min(len(line.words), act.end + BEHIND)):
        if line.word(position) == "from" and line.word(position + 1) in ("which", "where"):
            return position + 2 if line.any_of(range(position + 2, position + BEHIND), "coming", "fired_from") else 0
    return 0


def _comes_next(act: Act, acts: Sequence[Act]) -> bool:
    """Whether words of order tell that an act came after what was told before, and no other act stands nearer to them."""
    line = act.line
    near = range(max(0, act.first - NEAR), min(len(line.words), act.end + NEAR))
    here = [other for other in acts if other.line is line]
    return any(
        min(here, key=lambda other: abs(other.first - position)) is act for position in near if line.any_of((position,), "next")
    )


def _provoking(act: Act, before: Sequence[Act], *, strictly: bool) -> Act | None:
    """The last act of another side before one."""
    told = [o for o in reversed(before) if act.after(o) <= BACK and o.mention.reality in ("happened", "denied")]
    if strictly and told and act.doers & told[0].doers:
        return None
    told = [other for other in told if not act.doers & other.doers and (not strictly or other.mention.reality == "happened")]
    meeting = (other for other in told if act.meets(other))
    known = (other for other in told if (not strictly and act.doers and other.doers) or act.state and not other.state and other.doers)
    unlike = (other for other in told if act.state and not other.state and not strictly)
    return next(meeting, None) or next(known, None) or next(unlike, None)
