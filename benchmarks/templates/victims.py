"""What became of a victim, and how many there were, by the words around."""

import re
from bisect import bisect_left
from typing import Final

from benchmarks.templates.candidates import Candidate
from benchmarks.templates.documents import Seen
from benchmarks.templates.fillers import WORD
from rashomon.model import Outcome

EFFECTS: Final = {
    "DEATH": re.compile(
        r"(?:kill|murder|assassin|dead|died|death|slain|massacre|execut|corpse|fatal)\w*|bod(?:y|ies)\b", re.IGNORECASE
    ),
    "INJURY": re.compile(r"(?:wound|injur|hurt)\w*", re.IGNORECASE),
}
OUTCOMES: Final[dict[Outcome, str]] = {"killed": "DEATH", "wounded": "INJURY"}
NUMBERS: Final = {
    word: str(number)
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty".split(),
        start=1,
    )
}
PLURALS: Final = frozenset("people civilians children men women police personnel troops".split())
SENTENCE, NEAR = 200, 40
"""Characters that the end of a sentence is worth, and before a phrase that are looked at for its number."""
BEHIND: Final = 1.5
"""How much farther a word behind the victim is than one before: "killed a miner and wounded two" speaks of a killed one."""


def effect_of(document: Seen, victim: Candidate) -> str | None:
    """DEATH or INJURY: what a figure over the victim says, else the nearest word; None where no such word stands."""
    start, end = document.starts[victim.first], document.ends[victim.after - 1]
    for figure in document.reading.figures:
        if figure.span.start < end and start < figure.span.end and figure.outcome in OUTCOMES:
            return OUTCOMES[figure.outcome]
    ends = [match.start() for match in re.finditer(r"\.\s", document.text)]
    near: dict[str, float] = {}
    for effect, words in EFFECTS.items():
        for match in words.finditer(document.text):
            between = bisect_left(ends, max(match.start(), start)) - bisect_left(ends, min(match.start(), start))
            apart = max(start - match.end(), BEHIND * (match.start() - end), 0) + SENTENCE * between
            near[effect] = min(near.get(effect, apart), apart)
    return min(near, key=lambda effect: near[effect]) if near else None


def number_of(document: Seen, victim: Candidate) -> str:
    """The number before or in the phrase, "PLURAL" for a plural without one, else 1."""
    words = document.words(victim.first, victim.after)
    before = document.text[: document.starts[victim.first]][-NEAR:]
    # Only what no comma or stop parts from the phrase counts it.
    joined = re.split(r"[.,;:()]", before)[-1]
    for word in [*WORD.findall(joined)[-2:], *WORD.findall(re.split(r"[,;:()]", words)[0])]:
        number = NUMBERS.get(word.lower()) or (str(int(word)) if word.isdecimal() else None)
        if number:
            return number
    plural = victim.head in PLURALS or (victim.head.endswith("s") and not victim.head.endswith("ss"))
    return "PLURAL" if plural and not _is_name(document, victim) else "1"


def _is_name(document: Seen, victim: Candidate) -> bool:
    """Whether the last word of the phrase is a person's name to the reader."""
    start, end = document.starts[victim.first], document.ends[victim.after - 1]
    people = (one.span for one in document.reading.entities if one.type == "person")
    return any(span.start < end and start < span.end for span in people)
