"""Words by which two statements of one matter say the contrary of one another; the lists stand in `data/opposites.toml`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from rashomon.codebook.checks import check_keys, check_text, complain
from rashomon.codebook.tables import read_table

FILE = "opposites"
LISTS = frozenset({"negations", "denials", "common"})
WORD = re.compile(r"[^\W\d_]+(?:[-'\u2019][^\W\d_]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Opposites:
    """Word lists and pairs of word lists of `opposites.toml`, for lower-case words; the file says what each is for."""

    negations: frozenset[str]
    denials: frozenset[str]
    common: frozenset[str]
    antonyms: tuple[tuple[frozenset[str], frozenset[str]], ...]

    def is_negated(self, words: list[str]) -> bool:
        """Whether a statement is turned round, once or three times."""
        return sum(word in self.negations or word.endswith(("n't", "n\u2019t")) for word in words) % 2 == 1

    def apart(self, one: frozenset[str], other: frozenset[str]) -> tuple[str, str] | None:
        """The first two opposites of which each stands in one statement alone, in the order of the statements."""
        for left, right in self.antonyms:
            for a, b in ((left, right), (right, left)):
                if one & a and other & b and not one & b and not other & a:
                    return min(one & a), min(other & b)
        return None


def words_in_order(text: str) -> list[str]:
    """The words of a text in lower case."""
    return [match.group().lower() for match in WORD.finditer(text)]


@cache
def load_opposites() -> Opposites:
    """The lists. Raises `CodebookInvalid` where the data file breaks its schema."""
    table = read_table(FILE)
    check_keys(FILE, "the file", table, LISTS | {"antonyms"}, LISTS | {"antonyms"})
    lists = {name: _words(name, table[name]) for name in LISTS}
    return Opposites(**lists, antonyms=tuple(_pairs(table["antonyms"])))


def _words(name: str, text: Any) -> frozenset[str]:
    check_text(FILE, name, text, name)
    return frozenset(text.split())


def _pairs(rows: Any) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    for row in rows if isinstance(rows, list) else [rows]:
        if not isinstance(row, list) or len(row) != 2:
            raise complain(FILE, "antonyms", f"{row!r} is no pair of lists", 'Write ["open opened", "closed shut"].')
        left, right = (_words("antonyms", side) for side in row)
        if left & right:
            raise complain(FILE, "antonyms", f"{min(left & right)!r} is its own opposite")
        yield left, right
