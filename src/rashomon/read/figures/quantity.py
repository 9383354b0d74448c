"""Numbers and what hedges them: "at least seventeen", "5 or 6", "dozens", "no"."""

from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from rashomon.codebook.casualties import Bound
from rashomon.read.figures.line import DASHES, Line
from rashomon.read.figures.numerals import is_label, read_number

Sort: TypeAlias = Literal["number", "vague", "none", "single"]
"""A number; a word that counts without one ("dozens"); nobody at all; one that only its article tells ("a man")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A count over the tokens `[start, end)`: the range `low`..`high`, where None leaves a side open, and its hedge."""

    start: int
    end: int
    low: int | None
    high: int | None
    sort: Sort
    hedge: str | None = None

    def bounded(self, bound: Bound, hedge: str) -> "Quantity":
        """The same count under a hedge: "at least" opens it upwards, "up to" downwards."""
        if self.sort != "number" or self.low is None or self.high is None:
            return self
        if bound == "floor":
            return replace(self, high=None, hedge=hedge)
        if bound == "above":
            return replace(self, low=self.low + 1, high=None, hedge=hedge)
        if bound == "ceiling":
            return replace(self, low=None, hedge=hedge)
        if bound == "below":
            return replace(self, low=None, high=max(self.high - 1, 0), hedge=hedge)
        return replace(self, hedge=hedge) if bound == "about" else self


def read_quantity(line: Line, start: int) -> Quantity | None:
    """The quantity that begins at a token, with the hedges before and after its number; None where none begins."""
    worded = _nobody(line, start) or _vague(line, start)
    if worded is not None:
        return worded
    if line.word(start) == "between":
        return _between(line, start)
    position, bounds = start, []
    while (hedge := line.book.before.at(line.words, position)) is not None:
        bounds.append((hedge[1], " ".join(line.words[position : hedge[0]])))
        position = hedge[0]
    found = _range(line, position) or (_vague(line, position) if bounds else None)
    if found is None:
        return None
    found = replace(found, start=start)
    for bound, text in bounds:
        found = found.bounded(bound, text)
    return hedged_after(line, found)


def hedged_after(line: Line, quantity: Quantity) -> Quantity:
    """The quantity with a hedge that follows at its end ("17 or more", "a hundred or so")."""
    hedge = line.book.after.at(line.words, quantity.end)
    if hedge is None or quantity.sort != "number" or line.word(hedge[0]) == "than":
        return quantity
    text = " ".join(line.words[quantity.end : hedge[0]])
    return replace(quantity.bounded(hedge[1], text), end=hedge[0])


def _nobody(line: Line, start: int) -> Quantity | None:
    book = line.book
    found = book.nobody.at(line.words, start) or book.zero.at(line.words, start)
    if found is not None and line.word(found[0]) not in ("doubt", "longer", "other", "more", "less", "fewer"):
        return Quantity(start=start, end=found[0], low=0, high=0, sort="none")
    if _denied(line, start):
        return Quantity(start=start, end=start + 1, low=0, high=0, sort="none")
    return None


def _denied(line: Line, start: int) -> bool:
    """Whether "any", "nor" or "without" stands before an outcome under a negation, so that it counts nobody."""
    book, word = line.book, line.word(start)
    if word not in book.zero_outcome or not any(book.heads.at(line.words, start + ahead) for ahead in (1, 2)):
        return False
    before = line.words[max(0, start - 8) : start]
    if not {"whether", "if"}.isdisjoint(before) or (word == "without" and line.word(start + 1) in book.only_one):
        return False
    return word != "any" or any(other in book.negations or other.endswith("n't") for other in before)


def _vague(line: Line, start: int) -> Quantity | None:
    """A word that counts without a number."""
    found = line.book.vague.at(line.words, start)
    if found is None or line.word(start - 1) == "how":
        return None
    end, word = found
    if (word == "some" and read_number(line, end) is not None) or (word == "most" and line.word(end) != "of"):
        return None
    return Quantity(start=start, end=end, low=None, high=None, sort="vague", hedge=word)


def _between(line: Line, start: int) -> Quantity | None:
    left = read_number(line, start + 1)
    right = read_number(line, left[1] + 1) if left and line.word(left[1]) in ("and", "to") else None
    if left is None or right is None or right[0] <= left[0]:
        return None
    return Quantity(start=start, end=right[1], low=left[0], high=right[0], sort="number")


def _range(line: Line, position: int) -> Quantity | None:
    """A bare number, or two that bound a range ("5 or 6", "150 to 160", "10-15")."""
    one = read_number(line, position)
    if one is None or is_label(line, position, one[1]):
        return None
    low, end = one
    high = low
    dashed = line.word(end) in DASHES and line.joined(end) and line.joined(end + 1)
    if (line.word(end) in ("to", "or") or dashed) and line.word(position - 1) not in ("from", "rose", "by"):
        other = read_number(line, end + 1)
        if other is not None and other[0] > low:
            high, end = other
    return Quantity(start=position, end=end, low=low, high=high, sort="number")
