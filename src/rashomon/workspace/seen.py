"""What has been decided about a thing, so that nobody decides over what they were not shown."""

from collections.abc import Iterable, Sequence

from rashomon.errors import DecisionOvertaken
from rashomon.model import Anchor, Judgement, content_id


def upon(anchors: Sequence[Anchor], judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The judgements that touch what some anchors name, and those that take one of these back, in the order given."""
    touched: set[str] = set()
    found = []
    for judgement in judgements:
        met = any(_meet(one, other) for one in anchors for other in judgement.anchors)
        if met or touched & set(judgement.subjects):
            touched.add(judgement.id)
            found.append(judgement)
    return tuple(found)


def state_of(judgements: Iterable[Judgement]) -> str:
    """Some characters that change with every judgement upon a thing."""
    return content_id("s", *sorted(judgement.id for judgement in judgements))


def hold_against(seen: str, anchors: Sequence[Anchor], judgements: Sequence[Judgement]) -> None:
    """Raise `DecisionOvertaken` where more has been decided about a thing than a person was shown."""
    now = upon(anchors, judgements)
    if state_of(now) == seen:
        return
    shown = next((n for n in range(len(now), -1, -1) if state_of(now[:n]) == seen), 0)
    newer = now[shown:] or now
    told = "; ".join(f"{one.decision.replace('_', ' ')} by {one.who}" for one in newer)
    raise DecisionOvertaken(
        f"This was decided on after it was shown ({told or 'it is not what it was'}), and nothing is written.",
        "Look at it again, then decide.",
        newer,
    )


def _meet(one: Anchor, other: Anchor) -> bool:
    """Whether two anchors are about one thing, whatever value was read there."""
    if (one.kind, one.report, one.actor, one.question) != (other.kind, other.report, other.actor, other.question):
        return False
    if one.kind in ("report", "actor"):
        return True
    return one.start < other.start + len(other.quote) and other.start < one.start + len(one.quote)
