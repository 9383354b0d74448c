"""How words are folded for full-text search: case, accents, and the letters that Arabic is written with in several ways."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from rashomon.codebook.checks import check_keys, check_words, complain
from rashomon.codebook.tables import read_table

FILE = "folding"
BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")


@dataclass(frozen=True, slots=True)
class Folding:
    """What each character counts as; an empty string for one that counts for nothing."""

    table: Mapping[str, str]

    def fold(self, text: str) -> str:
        """The text as it is looked up."""
        return BEYOND_ASCII.sub(lambda found: self._bare(found[0]), text.lower())

    def places(self, text: str) -> tuple[str, list[int]]:
        """The folded text, and for each of its characters the place in the text that it comes from."""
        pairs = [(letter, place) for place, character in enumerate(text) for letter in self.fold(character)]
        return "".join(letter for letter, _ in pairs), [place for _, place in pairs]

    def _bare(self, character: str) -> str:
        """A small letter without its accents; what that leaves is looked up once more."""
        known = self.table.get(character)
        if known is not None:
            return known
        return "".join(self.table.get(letter, letter) for letter in _without_accents(character))


@cache
def load_folding() -> Folding:
    """The table. Raises `CodebookInvalid` where the data file breaks its schema."""
    table = read_table(FILE)
    known = frozenset({"drop", "to"})
    check_keys(FILE, "the file", table, known, known)
    dropped = dict.fromkeys(map(_one, check_words(FILE, "drop", table["drop"])), "")
    return Folding({**dropped, **{_one(letter): _one(other) for letter, other in table["to"].items()}})


def _one(character: Any) -> str:
    if not isinstance(character, str) or len(character) != 1:
        raise complain(FILE, str(character), "one character was expected")
    return character


@cache
def _without_accents(character: str) -> str:
    decomposed = unicodedata.normalize("NFKD", character)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
