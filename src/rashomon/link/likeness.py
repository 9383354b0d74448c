"""Features of the comparison that look at how two incidents are worded; those of an open kind have little else."""

from bisect import bisect_right
from functools import cache

from rashomon.link.cosines import nearness, overlap
from rashomon.link.sightings import Sighting
from rashomon.link.wording import OPEN

STORY = (0.02, 0.04, 0.06, 0.08, 0.1, 0.13, 0.16, 0.2, 0.25, 0.3, 0.4)
SPOKEN = (0.01, 0.05, 0.1, 0.15, 0.2, 0.3, 0.45)
NEAR = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8)
CLAUSE = (0.2, 0.3, 0.4, 0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9)
TRIGGER = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7)
MANY = 3


def story(left: Sighting, right: Sighting) -> str | None:
    """Their reports share telling words."""
    return _step(story_overlap(left, right), STORY)


def title(left: Sighting, right: Sighting) -> str | None:
    """The heads of their reports mean the same."""
    return _step(nearness(left.wording.head, right.wording.head), NEAR)


def spoken(left: Sighting, right: Sighting) -> str | None:
    """The sentences about it share telling words."""
    return _step(spoken_overlap(left, right), SPOKEN)


def trigger(left: Sighting, right: Sighting) -> str | None:
    """It is called by the same word."""
    if not are_open(left, right):
        return None
    one, other = left.wording.triggers, right.wording.triggers
    if one == other:
        return "same"
    if one & other:
        return "same in part"
    return _step(nearness(left.wording.trigger, right.wording.trigger), TRIGGER) or "apart"


def clause(left: Sighting, right: Sighting) -> str | None:
    """The words around what it is called mean the same."""
    if not are_open(left, right):
        return None
    return _step(nearness(left.wording.clause, right.wording.clause), CLAUSE)


def beside(left: Sighting, right: Sighting) -> str | None:
    """The words around what it is called are the same."""
    if not are_open(left, right):
        return None
    shared = len(left.wording.beside & right.wording.beside)
    return str(min(shared, MANY))


def turned(left: Sighting, right: Sighting) -> str | None:
    """What one is called stands in the sentence about the other, which is called otherwise."""
    if not are_open(left, right) or left.wording.triggers & right.wording.triggers:
        return None
    one = bool(left.wording.triggers & right.wording.said)
    return ("no", "one", "both")[one + bool(right.wording.triggers & left.wording.said)]


def story_overlap(left: Sighting, right: Sighting) -> float | None:
    """How much of their telling words two reports share, 0 to 1; None where one has none."""
    one, other = left.wording, right.wording
    return overlap(one.story, other.story, one.story_length * other.story_length)


def spoken_overlap(left: Sighting, right: Sighting) -> float | None:
    """The same for the sentences about them."""
    one, other = left.wording, right.wording
    return overlap(one.spoken, other.spoken, one.spoken_length * other.spoken_length)


def are_open(left: Sighting, right: Sighting) -> bool:
    """Whether no type tells what kind of event either is, so that its wording has to; a series goes by many words."""
    if left.incident.series or right.incident.series:
        return False
    return left.incident.type == right.incident.type == OPEN and bool(left.wording.triggers and right.wording.triggers)


def reached(steps: tuple[float, ...], least: float) -> frozenset[str]:
    """The values of a feature with such steps from one of them on."""
    return frozenset(f"{step} or more" for step in steps if step >= least)


def _step(value: float | None, steps: tuple[float, ...]) -> str | None:
    """The highest step that a value reaches, as words."""
    if value is None:
        return None
    return named(steps)[bisect_right(steps, value)]


@cache
def named(steps: tuple[float, ...]) -> tuple[str, ...]:
    """The values of a feature with such steps, the least first."""
    return (f"under {steps[0]}", *(f"{step} or more" for step in steps))


OPEN_ALONE = frozenset({trigger, clause, beside, turned})
"""Those that see nothing but in two of an open kind."""
WORDED = (story, title, spoken, trigger, clause, beside, turned)
