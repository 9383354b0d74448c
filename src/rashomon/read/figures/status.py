"""Whether a figure stands as stated, is doubted by the report itself, or belongs to no single incident."""

from rashomon.read.figures.line import Line
from rashomon.read.figures.numerals import YEAR

NEAR = 6
"""How many words may stand between a lack and the checking that is lacking ("could not be independently verified")."""


def doubts(line: Line) -> bool:
    """Whether the sentence says that a toll, or a report of one, could not be confirmed."""
    book, words = line.book, line.words
    if not book.doubt_words.isdisjoint(words):
        return True
    for position in [number for number, word in enumerate(words) if word in book.doubt_checks]:
        before = words[max(0, position - NEAR) : position]
        if not book.doubt_lacks.isdisjoint(before) or any(other.endswith("n't") for other in before):
            return not book.doubt_pointers.isdisjoint(words)
    return False


def is_of_period(line: Line) -> bool:
    """Whether the sentence counts over a war, a year or a disaster ("since 2009", "the civil war has")."""
    book, words = line.book, line.words
    for position, word in enumerate(words):
        if book.period.at(words, position) is not None:
            return True
        if word.endswith(("-year", "-month", "-week")) and line.word(position + 1) in book.period_since:
            return True
        if word == "since" and _is_span_of_time(line, position):
            return True
    return False


def _is_span_of_time(line: Line, position: int) -> bool:
    """Whether "since" opens a period that is counted over, not one that a record is held in ("the worst since 2003")."""
    book, words = line.book, line.words
    ahead, before = words[position + 1 : position + 6], words[max(0, position - 5) : position]
    if any(other.endswith("est") or other in ("worst", "most", "first") for other in before):
        return False
    dated = any(other in book.period_since or YEAR.fullmatch(other) for other in ahead)
    return dated and book.people.keys().isdisjoint(ahead)
