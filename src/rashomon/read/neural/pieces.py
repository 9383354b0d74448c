"""A document cut into word pieces for the encoder, with the case that its uncased vocabulary forgets."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

Integers: TypeAlias = NDArray[np.int64]
Flags: TypeAlias = NDArray[np.bool_]

PARAGRAPH: Final = "[unused0]"
"""The piece that stands for the break between two paragraphs."""
CASES: Final = ("none", "lower", "title", "upper", "mixed", "digit")
"""What the letters of a word look like; the encoder gets the number of the case beside each piece."""
NONE, LOWER, TITLE, UPPER, MIXED, DIGIT = range(len(CASES))
HIGHEST_LETTER: Final = 0x2000
"""Code points from here on have no case that matters to an English vocabulary."""
HALF: Final = re.compile("[\ud800-\udfff]")
"""Half a surrogate pair, which JSON lines can bring in and the tokenizer does not take."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """The pieces of one document, paragraph breaks between them.

    `ids` and `case` have one entry a piece; `first` holds the position of each word's first piece, `start` and `end`
    its half-open character offsets, `paragraph` the number of its paragraph.
    """

    ids: Integers
    case: Integers
    first: Integers
    start: Integers
    end: Integers
    paragraph: Integers

    def __len__(self) -> int:
        return len(self.ids)

    def characters(self, first: int, after: int) -> tuple[int, int]:
        """The half-open character offsets of the words `[first, after)`."""
        return int(self.start[first]), int(self.end[after - 1])


def cut(text: str, paragraphs: Sequence[tuple[int, int]], tokenizer: Tokenizer) -> Pieces:
    """The pieces of the paragraphs of a text; what lies between paragraphs (furniture, blank lines) is left out."""
    encoding = tokenizer.encode(HALF.sub("\ufffd", text), add_special_tokens=False)
    ids = np.array(encoding.ids, dtype=np.int64)
    offsets = np.array(encoding.offsets, dtype=np.int64).reshape(-1, 2)
    bounds = np.array(paragraphs, dtype=np.int64).reshape(-1, 2)
    number = np.searchsorted(bounds[:, 0], offsets[:, 0], side="right") - 1
    inside = (number >= 0) & (offsets[:, 0] < bounds[number, 1]) if len(bounds) else np.zeros(len(ids), dtype=bool)
    ids, offsets, number = ids[inside], offsets[inside], number[inside]
    if not len(ids):
        empty = np.zeros(0, dtype=np.int64)
        return Pieces(empty, empty, empty, empty, empty, empty)
    head = ~continuations(tokenizer)[ids]
    head[0] = True
    head[1:] |= number[1:] != number[:-1]
    first = np.flatnonzero(head)
    start = offsets[first, 0]
    end = offsets[np.append(first[1:], len(ids)) - 1, 1]
    case = np.repeat(cases(text, start, end), np.diff(np.append(first, len(ids))))
    return _with_breaks(Pieces(ids, case, first, start, end, number[first]), number, id_of(PARAGRAPH, tokenizer))


def _with_breaks(pieces: Pieces, number: Integers, mark: int) -> Pieces:
    """The pieces with a mark wherever a new paragraph begins."""
    breaks = np.flatnonzero(number[1:] != number[:-1]) + 1
    return Pieces(
        np.insert(pieces.ids, breaks, mark),
        np.insert(pieces.case, breaks, NONE),
        pieces.first + np.searchsorted(breaks, pieces.first, side="right"),
        pieces.start,
        pieces.end,
        pieces.paragraph,
    )


def cases(text: str, start: Integers, end: Integers) -> Integers:
    """The number in `CASES` of each word `[start, end)`."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    kinds = letter_kinds()[np.minimum(codes, HIGHEST_LETTER)]
    lowers = np.concatenate(([0], np.cumsum(kinds == LOWER)))
    uppers = np.concatenate(([0], np.cumsum(kinds == UPPER)))
    lower, upper = lowers[end] - lowers[start], uppers[end] - uppers[start]
    opening = kinds[start]
    found = np.full(len(start), NONE, dtype=np.int64)
    found[(upper == 0) & (lower > 0)] = LOWER
    found[upper > 0] = MIXED
    found[(opening == UPPER) & (upper == 1)] = TITLE
    found[(upper > 1) & (lower == 0)] = UPPER
    found[opening == DIGIT] = DIGIT
    return found


@cache
def letter_kinds() -> NDArray[np.uint8]:
    """By code point: lower, upper, digit or none."""
    table = np.zeros(HIGHEST_LETTER + 1, dtype=np.uint8)
    for code in range(HIGHEST_LETTER):
        letter = chr(code)
        table[code] = LOWER if letter.islower() else UPPER if letter.isupper() else DIGIT if letter.isdigit() else NONE
    return table


def id_of(piece: str, tokenizer: Tokenizer) -> int:
    """The number of a piece that every vocabulary of this reader has."""
    found = tokenizer.token_to_id(piece)
    if found is None:
        raise ValueError(f"The vocabulary has no piece {piece!r}.")
    return found


_CONTINUATIONS: dict[int, tuple[Tokenizer, Flags]] = {}
"""By identity of a tokenizer, which stays its own as long as the tokenizer is kept here too."""


def continuations(tokenizer: Tokenizer) -> Flags:
    """By piece id: whether it goes on with the word before it."""
    known = _CONTINUATIONS.get(id(tokenizer))
    if known is None:
        vocabulary = tokenizer.get_vocab()
        found = np.zeros(max(vocabulary.values()) + 1, dtype=bool)
        found[[identity for piece, identity in vocabulary.items() if piece.startswith("##")]] = True
        known = _CONTINUATIONS[id(tokenizer)] = tokenizer, found
    return known[1]
