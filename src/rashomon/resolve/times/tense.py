"""Whether a text tells the past or looks ahead where a time phrase stands."""

import re
from functools import lru_cache

from rashomon.codebook.times import load_times
from rashomon.resolve.times.phrase import Tense

WORD = re.compile(r"[A-Za-z']+|[.;:]")
BEFORE, BESIDE = 9, 3
"""How many words before a phrase may tell its tense; a verb of the past within the nearer of the two tells it for sure."""


def tense_at(text: str, start: int, sentence_start: int, following: str = "") -> Tense:
    """What the verb before a phrase tells; what `following` begins is a noun's where it is a possessive."""
    if following[:2] in ("'s", "\u2019s"):
        return "told"
    words = WORD.findall(text[sentence_start:start].replace("\u2019", "'"))[-BEFORE:]
    for distance, word in enumerate(reversed(words)):
        cue = _cue(word)
        if cue == "told":
            return "told" if distance < BESIDE else "open"
        if cue == "ahead":
            return "ahead"
    return "open"


@lru_cache(maxsize=16384)
def _cue(word: str) -> str:
    times, lower = load_times(), word.lower()
    if word in times.ahead:  # in small letters: "May" is a month
        return "ahead"
    if lower in times.told or (lower.endswith("ed") and len(lower) > 4):
        return "told"
    return ""
