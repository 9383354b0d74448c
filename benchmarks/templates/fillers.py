"""What fills a slot, and the head noun that it is known by."""

import re
from dataclasses import dataclass
from typing import Final

SLOTS: Final = ("type", "organisation", "weapon", "target", "victim", "effect", "number")
"""Type of incident, perpetrating organisation, weapon, physical target, victim, what became of a victim, and how many."""
VALUED: Final = frozenset({"type", "effect", "number"})
"""Slots whose fillers have a value; the last two also say whose it is, the first has nothing but its value."""

WORD: Final = re.compile(r"[^\W_]+(?:['’.\-][^\W_]+)*")
STOP: Final = re.compile(
    r"[,;:()\[\]]|(?<!\w)(?:about|after|against|along|among|around|at|before|behind|belonging|between|by|during|for|from"
    r"|in|inside|into|near|of|off|on|outside|over|that|through|to|toward|towards|under|which|who|whose|with)(?!\w)"
)
"""What ends the part of a phrase that holds its head: a comma, a bracket, a preposition, a relative pronoun."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filler:
    """One filler of a slot of the keys: any of `heads`, with any of `values` where the slot has values.

    An `optional` one is right where it is found and not missed where it is not.
    """

    heads: frozenset[str] = frozenset()
    values: frozenset[str] = frozenset()
    optional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """One filler that was read: its words, and its value where the slot has values."""

    words: str = ""
    value: str = ""

    @property
    def head(self) -> str:
        """The head noun of its words."""
        return head_of(self.words)


def head_of(phrase: str) -> str:
    """The head noun of a phrase, in lower case; empty where it has no word.

    It is the last word with a letter before the first comma, bracket, preposition or relative pronoun that has such a
    word before it ("Military Detachment No. 4" is "no", "mayor of a town" is "mayor"), without a possessive "'s".
    """
    text = re.sub(r"\s+", " ", phrase).lower().replace("’", "'")
    words: list[str] = []
    start = 0
    for stop in [*STOP.finditer(text), None]:
        part = text[start : stop.start()] if stop else text[start:]
        words = [word for word in WORD.findall(part) if any(letter.isalpha() for letter in word)]
        if words or stop is None:
            break
        start = stop.end()
    return words[-1].removesuffix("'s").strip(".'-") if words else ""


def matches(filler: Filler, guess: Guess) -> bool:
    """Whether a guess names a filler: the same head, and the same value where the slot has values."""
    return (not filler.heads or guess.head in filler.heads) and (not filler.values or guess.value in filler.values)
