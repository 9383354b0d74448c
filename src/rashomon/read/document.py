"""A report cut into what annotators look at: paragraphs, sentences, tokens and quotations.

Everything here is offsets into `Report.text`; furniture is left out, so no annotator can read it.
"""

from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from rashomon.model import Report, Span


class Token(NamedTuple):
    """One word, number or punctuation mark: `text` stands at `[start, end)`; `lower` is what `lowered` makes of it."""

    start: int
    end: int
    text: str
    lower: str

    @property
    def is_word(self) -> bool:
        """Whether it begins with a letter or a digit."""
        return self.text[0].isalnum()


@lru_cache(maxsize=16384)
def lowered(text: str) -> str:
    """A token in lower case, with curly apostrophes made straight."""
    return text.lower().replace("\u2019", "'")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence `[start, end)` with its tokens; `paragraph` and `index` count from 0; `headline` marks titles."""

    start: int
    end: int
    index: int
    paragraph: int
    headline: bool
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation with its marks, `[start, end)`; `closed` is False where the next paragraph carries it on."""

    start: int
    end: int
    closed: bool


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Document:
    """A report as annotators see it."""

    report: Report
    paragraphs: tuple[tuple[int, int], ...]
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]

    @property
    def text(self) -> str:
        """The report's text."""
        return self.report.text

    def span(self, start: int, end: int) -> Span:
        """A span of the report."""
        return self.report.span(start, end)

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds an offset, or None between sentences and inside furniture."""
        position = bisect_right(self.sentences, offset, key=lambda sentence: sentence.start) - 1
        if position < 0 or self.sentences[position].end <= offset:
            return None
        return self.sentences[position]

    def quotation_at(self, offset: int) -> Quotation | None:
        """The quotation that holds an offset, or None outside quotations."""
        position = bisect_right(self.quotations, offset, key=lambda quotation: quotation.start) - 1
        if position < 0 or self.quotations[position].end <= offset:
            return None
        return self.quotations[position]
