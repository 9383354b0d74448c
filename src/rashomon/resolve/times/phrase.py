"""What a rule looks at, and what it answers."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from rashomon.codebook.time_phrases import Piece
from rashomon.resolve.calendar import Days

Kind: TypeAlias = Literal["DATE", "TIME", "DURATION", "SET"]

Tense: TypeAlias = Literal["told", "ahead", "open"]
"""What the text tells where a phrase stands: what has been, what is to come, or neither for sure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What a phrase counts from: the day of publication, the tense, and the days last spoken of.

    `fixed` are days whose year the text gives away though it is stated nowhere; they count where `anchor` is unknown.
    """

    anchor: date | None = None
    tense: Tense = "told"
    spoken: Days | None = None
    fixed: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A time phrase with its context; `pieces` are its tokens."""

    pieces: tuple[Piece, ...]
    context: Context

    @property
    def anchor(self) -> date | None:
        """The day of publication, where it is known."""
        return self.context.anchor

    @property
    def past(self) -> bool:
        """Whether the text tells the past here, as reports do unless they say otherwise."""
        return self.context.tense != "ahead"

    @property
    def spoken(self) -> Days | None:
        """The days that were spoken of last before the phrase."""
        return self.context.spoken

    def worths(self, *kinds: str) -> Iterator[str]:
        """What the words of some classes are worth, in their order."""
        return (piece.worth for piece in self.pieces if piece.kind in kinds)

    def worth(self, *kinds: str) -> str | None:
        """What the first word of some classes is worth, or None where none is there."""
        return next(self.worths(*kinds), None)

    def has(self, *words: str) -> bool:
        """Whether one of some words, in small letters, is among its tokens."""
        return any(piece.text.lower() in words for piece in self.pieces)

    def number(self, *kinds: str) -> int | None:
        """`worth` as a whole number."""
        found = self.worth(*kinds)
        return int(found) if found is not None else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What a phrase means: its value in the notation of TIMEX3, and the days where they don't follow from the value.

    `mod` is START, MID or END where only that part of the value is meant, `weekday` the day of a week that isn't known.
    `dated` is False where the value follows TIMEX3's usage and the words don't tell the days ("the month").
    """

    value: str | None
    kind: Kind = "DATE"
    days: Days | None = None
    mod: str = ""
    weekday: int | None = None
    dated: bool = True


Answer: TypeAlias = Meaning | None
Rule: TypeAlias = Callable[[Phrase], Answer]
