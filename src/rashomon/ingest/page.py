"""A report's text as lines, and what reading them for headings brings to light."""

import re
from dataclasses import dataclass
from functools import cached_property

from rashomon.model import FieldName, TimeInterval

LINE = re.compile(r"[^\n\r\u2028\u2029]+")
ENDS_SENTENCE, CLOSERS = (".", "!", "?", "\u2026"), "\"'\u201d\u00bb\u2019)]"
LONG_LINE, SENTENCE_LINE, SENTENCE_WORDS = 160, 60, 9
HEAD_LINES, TAIL_LINES = 12, 15


@dataclass(frozen=True, slots=True)
class Line:
    """A line with something in it, less the white space at its ends: `text` stands at `[start, end)`."""

    start: int
    end: int
    text: str

    @property
    def prose(self) -> bool:
        """Whether it reads like running text rather than like a heading, a credit or a button."""
        if len(self.text) >= LONG_LINE:
            return True
        long_enough = len(self.text) >= SENTENCE_LINE and self.text.count(" ") + 1 >= SENTENCE_WORDS
        return long_enough and self.ends_sentence

    @property
    def ends_sentence(self) -> bool:
        """Whether it ends with a full stop or its like, quotation marks and brackets aside."""
        return self.text.rstrip(CLOSERS).endswith(ENDS_SENTENCE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clue:
    """One thing that a report tells about itself; `[start, end)` is where it stands in the text, empty where it does not.

    `when` is the time of a clue to `published` or `modified`; it may be known only in part.
    """

    field: FieldName
    value: str
    basis: str
    start: int = 0
    end: int = 0
    when: TimeInterval | None = None


@dataclass(frozen=True, slots=True)
class Findings:
    """What one finder brings to light: clues, best first, and the stretches that are furniture."""

    clues: tuple[Clue, ...] = ()
    marks: tuple[tuple[int, int], ...] = ()

    def __add__(self, other: "Findings") -> "Findings":
        return Findings(self.clues + other.clues, self.marks + other.marks)


class Page:
    """The lines of a text, with the stretch of prose told from what stands above and below it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = tuple(_lines(text))

    @cached_property
    def shouting(self) -> bool:
        """Whether the text is in capitals throughout, so that a capital letter tells nothing."""
        return self.text[:2000].isupper()

    @cached_property
    def head(self) -> range:
        """Indices of the lines above the first prose."""
        first = next((index for index, line in enumerate(self.lines) if line.prose), len(self.lines))
        return range(min(first, HEAD_LINES))

    @cached_property
    def tail(self) -> range:
        """Indices of the lines below the last prose."""
        last = next((index for index in range(len(self.lines) - 1, -1, -1) if self.lines[index].prose), -1)
        return range(max(last + 1, len(self.lines) - TAIL_LINES), len(self.lines))


def _lines(text: str) -> list[Line]:
    found = []
    for match in LINE.finditer(text):
        stripped = match.group().strip(" \t\xa0\u200b\ufeff\x0b\x0c")
        if stripped and not stripped.isspace():
            start = match.start() + match.group().index(stripped)
            found.append(Line(start, start + len(stripped), stripped))
    return found
