"""A verbatim piece of a report's text."""

from dataclasses import dataclass
from typing import TypeAlias

from rashomon.errors import SpanMistaken


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch `[start, end)` of a report's text, in code points, with the text that stands there.

    Only `Report.span` makes one, so that the text is the report's own. Raises `SpanMistaken` where the three disagree.
    """

    start: int
    end: int
    text: str

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end or len(self.text) != self.end - self.start:
            raise SpanMistaken(f"A span [{self.start}, {self.end}) can't hold {self.text!r}.")

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """Whether the other lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end


Spans: TypeAlias = tuple[Span, ...]
"""A role that may be discontinuous: its pieces in reading order; empty where the role is not stated."""


def within(inner: Spans, outer: Spans) -> bool:
    """Whether every piece of `inner` lies inside some piece of `outer`; no pieces lie nowhere."""
    return bool(inner) and all(any(o.covers(i) for o in outer) for i in inner)


def words_of(spans: Spans) -> str:
    """The text of the pieces in reading order, joined by one space."""
    return " ".join(piece.text for piece in spans)


def whole_quotes(words: str) -> str:
    """Words cut out of a text without a quotation mark whose partner was cut off."""
    if words.count("\u201c") != words.count("\u201d"):
        words = words.replace("\u201c", "").replace("\u201d", "")
    return words.replace('"', "") if words.count('"') % 2 else words
