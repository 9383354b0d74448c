"""Which mention is said to answer which: "in retaliation for ...", "came hours after ..."."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from rashomon.model import IncidentMention
from rashomon.read.incidents.roles import Draft, RoleName

REACH = 22
BACK = 2
"""How many sentences before "retaliated" the answered mention may stand."""
FEW = 12
UNREAL = ("background", "hypothetical")


def link_answers(drafts: Sequence[Draft], mentions: Sequence[IncidentMention]) -> tuple[IncidentMention, ...]:
    """The mentions with `answers` filled; both sequences run in parallel, in reading order."""
    real = [n for n, mention in enumerate(mentions) if mention.reality not in UNREAL]
    answers: dict[int, list[str]] = {}
    for _, group in groupby(real, key=lambda n: id(drafts[n].line)):
        inside = list(group)
        for later, earlier in _pairs(drafts, mentions, real, inside):
            answers.setdefault(later, []).append(mentions[earlier].id)
    for later, earlier in _alone(drafts, real):
        answers.setdefault(later, [mentions[earlier].id])
    return tuple(
        replace(mention, answers=tuple(dict.fromkeys(answers[n]))) if n in answers else mention
        for n, mention in enumerate(mentions)
    )


def _pairs(
    drafts: Sequence[Draft], mentions: Sequence[IncidentMention], real: Sequence[int], inside: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Pairs (what answers, what is answered) within one sentence, or with what answers in the one before."""
    line = drafts[inside[0]].line
    forward, feeble = line.list("forward"), line.list("weak")
    position = 0
    while position < len(line.words):
        strong, weak = forward.length_at(line.words, position), feeble.length_at(line.words, position)
        length = max(strong, weak)
        if length:
            earlier = next(
                (n for n in inside if position + length <= drafts[n].candidate.first < position + REACH), None
            )
            later = _answering(drafts, mentions, real, inside, position)
            if earlier is None or later is None or later == earlier:
                position += length
                continue
            if strong or _plausible(drafts, later, earlier):
                yield later, earlier
        position += max(length, 1)


def _alone(drafts: Sequence[Draft], real: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Pairs from a cue that names nothing: "retaliated", "hit back"; what is answered is the other side's last act."""
    for order, later in enumerate(real):
        line, (first, end) = drafts[later].line, drafts[later].candidate.range
        if not line.any_of(range(max(0, first - 3), end + 2), "alone"):
            continue
        mine = _names(drafts[later], "initiator")
        for earlier in reversed(real[max(0, order - FEW) : order]):
            apart = line.sentence.index - drafts[earlier].line.sentence.index
            theirs = _names(drafts[earlier], "initiator")
            if apart > BACK:
                break
            if mine and not mine & theirs and (theirs or drafts[earlier].line is line):
                yield later, earlier
                break


def _answering(
    drafts: Sequence[Draft],
    mentions: Sequence[IncidentMention],
    real: Sequence[int],
    inside: Sequence[int],
    position: int,
) -> int | None:
    """The mention that answers: the nearest one before the cue or in it ("vowed to respond to"), else the last real one before."""
    same = [n for n in inside if drafts[n].candidate.first <= position]
    if same:
        return same[-1]
    if position <= 1:
        return next(
            (n for n in inside if drafts[n].candidate.first > position + 1 and _leads(drafts[n], position)), None
        )
    before = reversed(real[: bisect_left(real, inside[0])])
    return next((n for n in before if mentions[n].reality == "happened"), None)


def _leads(draft: Draft, position: int) -> bool:
    """Whether a mention stands behind the comma that ends an opening phrase: "In response to the attack, jets struck"."""
    return any(draft.line.word(p) == "," for p in range(position, draft.candidate.first))


def _plausible(drafts: Sequence[Draft], later: int, earlier: int) -> bool:
    """Whether "after" and its like mean an answer: those struck in the one, or a state, strike in the other."""
    known = next(
        (n for n in range(later, max(-1, later - FEW), -1) if n != earlier and "initiator" in drafts[n].roles), later
    )
    doers = _names(drafts[known], "initiator")
    if doers & (_names(drafts[earlier], "target") | _names(drafts[earlier], "place")):
        return True
    found = drafts[known].roles.get("initiator")
    state = found is not None and drafts[known].line.any_of(range(*found), "nations", "state_forces", "air")
    return state and not doers & _names(drafts[earlier], "initiator")


def _names(draft: Draft, role: RoleName) -> set[str]:
    """The beginnings of the names in a role, so that "Turkey" meets "Turkish" and "U.S." meets "American"."""
    found = draft.roles.get(role)
    line = draft.line
    stems = {line.stem(p)[:4] for p in range(*found) if line.capital(p)} if found else set()
    return {"us" if stem in line.list("united_states") else stem for stem in stems}
