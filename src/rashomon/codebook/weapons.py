"""The weapons that reports name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from rashomon.codebook.checks import check_keys, check_words
from rashomon.codebook.names import Word, fold, fold_word
from rashomon.codebook.tables import read_table

FILE = "weapons"
TABLES = frozenset({"weapons"})


@dataclass(frozen=True, slots=True)
class Weapons:
    """`kinds` maps a folded name, singular or plural, to its kind ("ballistic missiles" to "missile").

    `longest` maps the first word of a name to the number of words of the longest name that begins with it.
    """

    kinds: Mapping[str, str]
    longest: Mapping[str, int]

    def size_at(self, words: Sequence[Word], position: int) -> int:
        """How many words the longest name that begins at a word has; 0 where none begins."""
        folded = [word.folded for word in words[position : position + longest_from(words[position].text)]]
        sizes = range(len(folded), 0, -1)
        return next((size for size in sizes if " ".join(folded[:size]) in self.kinds), 0)


@lru_cache(maxsize=16384)
def longest_from(word: str) -> int:
    """How many words the longest name of a weapon that begins with a word has; 0 where none does, as with most words."""
    return load_weapons().longest.get(fold_word(word), 0)


@cache
def load_weapons() -> Weapons:
    """The weapons. Raises `CodebookInvalid` where the data file breaks its schema."""
    table = read_table(FILE)
    check_keys(FILE, "the file", table, TABLES, TABLES)
    kinds: dict[str, str] = {}
    for kind, names in table["weapons"].items():
        for name in check_words(FILE, kind, names):
            key = fold(name)
            kinds |= {key: kind, f"{key}s": kind, f"{key}es": kind}
    longest: dict[str, int] = {}
    for words in map(str.split, kinds):
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return Weapons(kinds, longest)
