"""How words are folded for full-text search: case, accents, and the letters that Arabic is written with in several ways."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from rashomon.codebook.checks import check_keys, check_words, complain
from rashomon.codebook.tables import read_table

FILE = "folding"


@dataclass(frozen=True, slots=True)
class Folding:
    """What each character counts as; an empty string for one that counts for nothing."""

    table: Mapping[str, str]

    def fold(self, text: str) -> str:
        """The text as it is looked up."""
        return "".join(map(self._folded, text))

    def places(self, text: str) -> tuple[str, list[int]]:
        """The folded text, and for each of its characters the place in the text that it comes from."""
        pairs = [(letter, place) for place, character in enumerate(text) for letter in self._folded(character)]
        return "".join(letter for letter, _ in pairs), [place for _, place in pairs]

    def _folded(self, character: str) -> str:
        if character.isascii():
            return character.lower()
        return self.table[character] if character in self.table else _bare(character.lower(), self.table)


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
def _cached_bare(character: str) -> str:
    decomposed = unicodedata.normalize("NFKD", character)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def _bare(character: str, table: Mapping[str, str]) -> str:
    """A character without its accents; what that leaves is looked up once more ("Ł" becomes "ł" becomes "l")."""
    return "".join(table.get(letter, letter) for letter in _cached_bare(character))
