"""Which judgement stands in the way of another: two that can't both hold are never kept."""

from collections.abc import Iterable

from rashomon.model.judgement import Anchor, Judgement

UPON_VALUES = ("accept", "reject", "correct")
PAIRED = ("same", "not_same")


def in_the_way(new: Judgement, standing: Iterable[Judgement]) -> Judgement | None:
    """The first judgement in force that says otherwise of the same thing than a new one; None where none does."""
    return next((old for old in standing if _contradict(new, old)), None)


def _contradict(new: Judgement, old: Judgement) -> bool:
    if new.decision in PAIRED and old.decision in PAIRED:
        return new.decision != old.decision and _share_a_pair(new.anchors, old.anchors)
    if new.decision == old.decision == "side":
        return new.value != old.value and _place_one(new.anchors, old.anchors)
    if not any(_alike(one, other) for one in new.anchors for other in old.anchors):
        return False
    if new.decision in UPON_VALUES and old.decision in UPON_VALUES:
        return (new.decision, new.value) != (old.decision, old.value)
    return new.decision == old.decision == "grade" and new.who == old.who and new.value != old.value


def _share_a_pair(new: Iterable[Anchor], old: Iterable[Anchor]) -> bool:
    """Whether something of one side of each and something of its other side are the same, either way round."""
    met = {(one.side, other.side) for one in new for other in old if _alike(one, other)}
    return {(0, 0), (1, 1)} <= met or {(0, 1), (1, 0)} <= met


def _place_one(new: Iterable[Anchor], old: Iterable[Anchor]) -> bool:
    """Whether two judgements place one actor in one incident."""
    alike = {one.kind for one in new for other in old if _alike(one, other)}
    return {"incident", "actor"} <= alike


def _alike(one: Anchor, other: Anchor) -> bool:
    """Whether two anchors name one thing: the same words of one report, one report or one actor."""
    same = (one.kind, one.report, one.actor, one.question, one.value) == (
        other.kind, other.report, other.actor, other.question, other.value,
    )  # fmt: skip
    if not same or one.kind in ("report", "actor"):
        return same
    return one.start < other.start + len(other.quote) and other.start < one.start + len(one.quote)
