"""What has been decided about a thing, so that nobody decides over what they were not shown."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from rashomon.errors import DecisionOvertaken
from rashomon.model import Anchor, Judgement, content_id

Place = tuple[str, str | None, str | None, str | None]


class Log:
    """The judgements in the order in which they were made, found by what they touch."""

    def __init__(self, judgements: Iterable[Judgement]) -> None:
        self._judgements = tuple(judgements)
        self._at: dict[Place, list[tuple[int, Anchor]]] = defaultdict(list)
        self._upon: dict[str, list[int]] = defaultdict(list)
        for number, judgement in enumerate(self._judgements):
            for anchor in judgement.anchors:
                self._at[_place(anchor)].append((number, anchor))
            for subject in judgement.subjects:
                self._upon[subject].append(number)

    def touches(self, kind: str, names: Iterable[str]) -> bool:
        """Whether a judgement is about things of a kind in some reports, or about some actors."""
        wanted = set(names)
        return any(place[0] == kind and not wanted.isdisjoint(place[1:3]) for place in self._at)

    def upon(self, anchors: Sequence[Anchor]) -> tuple[Judgement, ...]:
        """The judgements that touch what some anchors name, and those that take one of these back."""
        waiting = [n for one in anchors for n, other in self._at.get(_place(one), ()) if _meet(one, other)]
        found: set[int] = set()
        while waiting:
            number = waiting.pop()
            if number not in found:
                found.add(number)
                waiting += self._upon.get(self._judgements[number].id, ())
        return tuple(self._judgements[number] for number in sorted(found))


def state_of(judgements: Iterable[Judgement]) -> str:
    """Some characters that change with every judgement upon a thing."""
    return content_id("s", *sorted(judgement.id for judgement in judgements))


def hold_against(seen: str, now: Sequence[Judgement]) -> None:
    """Raise `DecisionOvertaken` where more has been decided about a thing than a person was shown."""
    if state_of(now) == seen:
        return
    shown = next((n for n in range(len(now), -1, -1) if state_of(now[:n]) == seen), 0)
    newer = tuple(now[shown:] or now)
    told = "; ".join(f"{one.decision.replace('_', ' ')} by {one.who}" for one in newer)
    raise DecisionOvertaken(
        f"This was decided on after it was shown ({told or 'it is not what it was'}), and nothing is written.",
        "Look at it again, then decide.",
        newer,
    )


def _place(anchor: Anchor) -> Place:
    return anchor.kind, anchor.report, anchor.actor, anchor.question


def _meet(one: Anchor, other: Anchor) -> bool:
    """Whether two anchors at one place are about one thing, whatever value was read there."""
    if one.kind in ("report", "actor"):
        return True
    return one.start < other.start + len(other.quote) and other.start < one.start + len(one.quote)
