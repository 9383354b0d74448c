"""One sentence as the rules for incidents look at it: words, word classes, time phrases and clauses.

Positions count tokens; ranges are half-open.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from rashomon.codebook.triggers import Triggers, Vocabulary
from rashomon.model import Span
from rashomon.read.document import Document, Sentence, Token

QUOTES = frozenset('"“”‘«»')
DASHES = frozenset("–—") | {"--"}
STOPS = frozenset(".,;:!?()[]…•|/'’") | DASHES
BOUNDARIES = frozenset(
    "that which who after when while as because before although though whether if but where until than so".split()
)
"""Words between which a clause stands."""
LONGEST = 80
"""Rules look at most this many words away, so that a text without sentence ends costs no more than another."""
Range: TypeAlias = tuple[int, int]


@dataclass(frozen=True)
class Line:
    """A sentence of a document with its time phrases as token ranges, and the word lists of the codebook."""

    document: Document
    sentence: Sentence
    times: tuple[Range, ...]
    codebook: Triggers

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The sentence's tokens."""
        return self.sentence.tokens

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The tokens in lower case, with curly apostrophes made straight."""
        return tuple(token.lower for token in self.sentence.tokens)

    @cached_property
    def nominal(self) -> dict[int, bool]:
        """What `phrases.nominal` has told of positions so far; many rules ask for the same ones."""
        return {}

    @cached_property
    def timed(self) -> frozenset[int]:
        """The positions inside time phrases."""
        return frozenset(position for first, end in self.times for position in range(first, end))

    def list(self, name: str) -> Vocabulary:
        """A word list of the codebook."""
        return self.codebook.lists[name]

    def word(self, position: int) -> str:
        """The word there, or nothing outside the sentence."""
        return self.words[position] if 0 <= position < len(self.words) else ""

    def has(self, position: int, *names: str) -> bool:
        """Whether the word there is in one of the lists."""
        if not 0 <= position < len(self.words):
            return False
        word, lists = self.words[position], self.codebook.lists
        for name in names:  # a plain loop: this is asked for most, and a generator takes thrice as long
            if word in lists[name].words:
                return True
        return False

    def any_of(self, positions: Iterable[int], *names: str) -> bool:
        """Whether an entry of one of the lists begins at some of these positions."""
        vocabularies = [self.codebook.lists[name] for name in names]
        return any(vocabulary.length_at(self.words, position) for position in positions for vocabulary in vocabularies)

    def capital(self, position: int) -> bool:
        """Whether the token there begins with a capital letter."""
        return 0 <= position < len(self.tokens) and self.tokens[position].text[0].isupper()

    @cached_property
    def titled(self) -> bool:
        """Whether most words are capitalised, so that a capital tells nothing."""
        words = [token for token in self.tokens if token.is_word]
        return sum(token.text[0].isupper() for token in words) > 0.6 * len(words)

    def stem(self, position: int) -> str:
        """The word there without a possessive ending."""
        return self.word(position).removesuffix("'s")

    def possessive(self, position: int) -> bool:
        """Whether the word there ends a possessor: "Israel's", "the rebels'"."""
        return self.word(position).endswith("'s") or (
            self.word(position) in ("'", "’") and self.word(position - 1).endswith("s")
        )

    def left(self, position: int) -> int:
        """The nearest position to the left that is in no time phrase and no quotation mark; -1 at the start."""
        position -= 1
        while position >= 0 and (position in self.timed or self.words[position] in QUOTES):
            position -= 1
        return position

    def right(self, position: int) -> int:
        """`position`, or the nearest one to its right that is in no time phrase and no quotation mark."""
        while position < len(self.tokens) and (
            position in self.timed or self.words[position] in QUOTES or self.words[position] in "'’"
        ):
            position += 1
        return position

    def near(self, position: int) -> range:
        """The positions that rules may look at from there."""
        return range(max(0, position - LONGEST), min(len(self.tokens), position + LONGEST))

    def clause(self, position: int) -> Range:
        """The clause around a position."""
        start, first, last = position, max(0, position - LONGEST), min(len(self.tokens), position + LONGEST)
        while start > first and start - 1 not in self._bounds:
            start -= 1
        end = position + 1
        while end < last and end not in self._bounds:
            end += 1
        return (start, end)

    @cached_property
    def _bounds(self) -> frozenset[int]:
        """The positions where one clause ends and another begins."""
        return frozenset(position for position in range(len(self.words)) if self._bound(position))

    def _bound(self, position: int) -> bool:
        word = self.words[position]
        if word == ";" or word == ":" or word in DASHES:
            return True
        if position in self.timed:
            return word in ("after", "before") and self._opens_clause(position)
        if word in BOUNDARIES:
            return True
        return word in ("and", "but") and self.word(position - 1) == ","

    def _opens_clause(self, position: int) -> bool:
        """Whether a time phrase ends there and something follows that it is counted from: "hours after gunmen ..."."""
        ends = any(end == position + 1 for _, end in self.times)
        return ends and position + 1 < len(self.tokens) and self.tokens[position + 1].is_word

    def span(self, found: Range) -> Span | None:
        """The characters of a range of tokens, without quotation marks and stops at its ends; None where none is left."""
        first, end = found
        while first < end and not self.tokens[first].is_word:
            first += 1
        while end > first and not self.tokens[end - 1].is_word and self.words[end - 1] != ")":
            end -= 1
        return self.document.span(self.tokens[first].start, self.tokens[end - 1].end) if first < end else None
