"""The words of one sentence that tie two acts: "in retaliation for", "revenge on the village for", "drew"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from rashomon.codebook.triggers import Vocabulary
from rashomon.read.incidents.line import QUOTES, Line

ASIDE = 8
"""How long an aside may be that parts a noun from its preposition: "the answer, he said, to"."""
ON = 7
"""How many words may tell on whom revenge is taken before "for" tells for what."""
WHICH = 8
"""How many words may stand between "to which" and "the answer"."""
Kind: TypeAlias = Literal["forward", "culprits", "drawn", "after", "relative"]
KINDS: tuple[Kind, ...] = ("forward", "culprits", "drawn", "after")
"""How a cue ties two acts: it leads to what is answered, or to its doers, or to the answer; or it only tells the order.

A relative one ("to which they were the answer") is found by its words' places, and has no list."""


@dataclass(frozen=True, slots=True)
class Cue:
    """Words `[first, end)` of a line that tie two acts."""

    first: int
    end: int
    kind: Kind


def cues_in(line: Line) -> Iterator[Cue]:
    """The cues of a line, from left to right; the longest of those that begin with a word."""
    lists = [(kind, line.list(kind)) for kind in KINDS]
    opening = line.list("answering").words.union(*(vocabulary.first for _, vocabulary in lists))
    end = 0
    for position, word in enumerate(line.words):
        found = _cue_at(line, position, lists) if position >= end and word in opening else None
        if found is not None:
            yield found
            end = found.end


def _cue_at(line: Line, position: int, lists: Sequence[tuple[Kind, Vocabulary]]) -> Cue | None:
    which = _which(line, position) if line.has(position, "answering") else None
    if which is not None:
        return Cue(which, position + 1, "relative")
    length, kind = max(
        ((vocabulary.length_at(line.words, position), kind) for kind, vocabulary in lists), key=lambda item: item[0]
    )
    if length and not (length == 1 and line.has(position + 1, "objectless_before")):
        return Cue(position, position + length, kind)
    end = _past_aside(line, position) or _past_victim(line, position) if line.has(position, "answering") else None
    return Cue(position, end, "forward") if end is not None else None


def _which(line: Line, noun: int) -> int | None:
    """Where "to which" stands before "they were the answer"."""
    near = range(noun - 1, max(-1, noun - WHICH), -1)
    return next((p for p in near if line.has(p, "answered_prepositions") and line.word(p + 1) == "which"), None)


def _past_aside(line: Line, noun: int) -> int | None:
    """Where "revenge, he said, for" ends."""
    start = noun + 1
    while line.word(start) in QUOTES:
        start += 1
    if start > noun + 1 and line.has(start, "answered_prepositions"):
        return start + 1  # "a fitting reply" to
    if line.word(start) != ",":
        return None
    for position in range(start + 1, start + ASIDE):
        if line.word(position) == "," and line.has(position + 1, "answered_prepositions"):
            return position + 2
    return None


def _past_victim(line: Line, noun: int) -> int | None:
    """Where "revenge on the village for" ends."""
    if not line.has(noun, "repaying"):
        return None
    for position in range(noun + 1, noun + ON):
        word = line.word(position)
        if word == "for":
            return position + 1
        if not word[:1].isalpha() or line.has(position, "reporting", "be"):
            return None
    return None
