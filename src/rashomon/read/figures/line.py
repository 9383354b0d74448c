"""One sentence as the grammar of figures sees it: its words without quotation marks, and where each stands."""

from dataclasses import dataclass

from rashomon.codebook.casualties import CasualtyWords, Grammar
from rashomon.read.document import Sentence, Token, lowered

QUOTES = frozenset("\"'\u201c\u201d\u2018\u2019\u00ab\u00bb\u201e`")
LONGEST = 200
"""Tokens of a line; the rules compare groups with one another, so a table run into one line must not grow."""
DASHES = frozenset(("-", "--", "\u2013", "\u2014"))


@dataclass(frozen=True, slots=True)
class Line:
    """The tokens of a sentence less its quotation marks, and the codebook that they are read by.

    `words` are the tokens' lower-case forms, one for one; all positions of the grammar count tokens of a line.
    """

    tokens: tuple[Token, ...]
    words: tuple[str, ...]
    headline: bool
    book: CasualtyWords

    @property
    def grammar(self) -> Grammar:
        """The closed classes of words."""
        return self.book.grammar

    @property
    def in_capitals(self) -> bool:
        """Whether the line is all in capitals, so that a capital tells nothing."""
        return all(token.text.upper() == token.text for token in self.tokens)

    def word(self, position: int) -> str:
        """The word at a position, or nothing outside the sentence."""
        return self.words[position] if 0 <= position < len(self.words) else ""

    def joined(self, position: int) -> bool:
        """Whether the token at `position` stands right after the one before it, with no space between."""
        return 0 < position < len(self.tokens) and self.tokens[position].start == self.tokens[position - 1].end

    def capital(self, position: int) -> bool:
        """Whether the token begins with a capital letter."""
        return 0 <= position < len(self.tokens) and self.tokens[position].text[0].isupper()

    def past(self, position: int, words: frozenset[str]) -> int:
        """The first position from `position` on whose word is none of these."""
        while self.word(position) in words:
            position += 1
        return position


def lines_of(sentence: Sentence, book: CasualtyWords) -> list[Line]:
    """The sentence as a line; one that is longer than any sentence that people write, as several."""
    tokens = _without_quotes(sentence)
    pieces = [tokens[start : start + LONGEST] for start in range(0, len(tokens), LONGEST)]
    return [Line(tuple(piece), tuple(t.lower for t in piece), sentence.headline, book) for piece in pieces]


def _without_quotes(sentence: Sentence) -> list[Token]:
    """The tokens less quotation marks, compounds with a number made one."""
    tokens: list[Token] = []
    for token in sentence.tokens:
        if token.text in QUOTES:
            continue
        if tokens and tokens[-1].text in DASHES and _ends_compound(tokens, token):
            first = tokens[-2]
            text = f"{first.text}-{token.text}"
            tokens[-2:] = [Token(first.start, token.end, text, lowered(text))]
        else:
            tokens.append(token)
    return tokens


def _ends_compound(before: list[Token], token: Token) -> bool:
    """Whether the token behind a dash ends a compound like "53-year-old" or "14-strong", which is no count."""
    if len(before) < 2 or not token.text[0].isalpha():
        return False
    touching = before[-2].end == before[-1].start and before[-1].end == token.start
    return touching and before[-2].text[0].isdigit()
