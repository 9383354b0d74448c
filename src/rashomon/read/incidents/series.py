"""Whether a mention is of many incidents at once: "dozens of operations", "more than 100 attacks since mid-October"."""

from collections.abc import Sequence

from rashomon.read.incidents.phrases import nominal
from rashomon.read.incidents.roles import Draft

POSSESSIVE = ("its", "their", "his", "all")
SOME, MOST = 4, 1900
"""A count between these before a plural makes a series; a larger number is a year."""


def series_of(drafts: Sequence[Draft]) -> list[bool]:
    """For each mention whether it is of a series; "the attacks" is one where a series of attacks was spoken of before."""
    found: list[bool] = []
    spoken: set[str] = set()
    for draft in drafts:
        series = _told(draft) or (draft.candidate.word in spoken and _recalls(draft))
        if series and draft.candidate.noun:
            spoken.add(draft.candidate.word)
        found.append(series)
    return found


def _told(draft: Draft) -> bool:
    candidate = draft.candidate
    if not candidate.noun:
        return _spread(draft) or draft.line.word(candidate.first - 1) == "repeatedly"
    if not candidate.word.endswith("s"):
        return False
    return _counted(draft) or _spread(draft) or _bare(draft) or _ceased(draft) or _lasted(draft)


def _counted(draft: Draft) -> bool:
    """Whether a number or a word like "dozens of" counts the trigger; "a string of strikes" may be one night's."""
    line, word = draft.line, draft.candidate.word
    left = draft.candidate.first - 1
    few = word not in line.list("bare")
    while (
        left >= 0
        and left not in line.timed
        and (nominal(line, left) or line.has(left, "articles", "adjectives") or line.word(left) in ("of", "and"))
    ):
        number = line.word(left)
        if number.isdigit() and SOME <= int(number) < MOST:
            return True
        if line.has(left, "quantity") and not (few and line.has(left, "counting")):
            return True
        if line.has(left, "recent") and not few:
            return True
        left -= 1
    return False


def _spread(draft: Draft) -> bool:
    """Whether the mention's time is a stretch up to now: "since mid-October", "in recent weeks"."""
    line, time = draft.line, draft.roles.get("time")
    if time is None:
        return False
    words = line.words[time[0] : time[1]]
    return "recent" in words or (words[0] in ("since", "over") and not words[-1].endswith("day"))


def _bare(draft: Draft) -> bool:
    """Whether it is a plain plural with a complement: "in answer to attacks on US bases"."""
    line, candidate = draft.line, draft.candidate
    left = candidate.first - 1
    alone = (
        left < 0
        or line.has(left, "prepositions", "verbs", "conjunctions", "relatives", "adjectives")
        or line.word(left) == "rocket"
    )
    return (
        alone
        and candidate.word in line.list("bare")
        and line.word(candidate.end) in ("on", "against", "by", "targeting")
    )


def _ceased(draft: Draft) -> bool:
    """Whether somebody's attacks are halted or go on: "suspended its attacks on the base"."""
    line, left = draft.line, draft.candidate.first - 1
    return line.word(left) in POSSESSIVE and line.has(left - 1, "ceasing")


def _lasted(draft: Draft) -> bool:
    """Whether many acts fill some nights or days: "two nights of strikes", "weeks of heavy raids"."""
    line, left = draft.line, draft.candidate.first - 1
    while left > 1 and line.word(left) != "of" and (nominal(line, left) or line.has(left, "adjectives")):
        left -= 1
    return line.word(left) == "of" and line.has(left - 1, "periods")


def _recalls(draft: Draft) -> bool:
    line, candidate = draft.line, draft.candidate
    named = "initiator" in draft.roles and draft.roles["initiator"][1] <= candidate.first
    return line.has(candidate.first - 1, "definite") and not named and candidate.first - 1 not in line.timed
