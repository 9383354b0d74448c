"""How much a word tells: the rarer it is in news, the more two texts have in common that share it."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from rashomon.codebook.checks import check_keys
from rashomon.codebook.tables import read_table
from rashomon.errors import CodebookInvalid

FILE = "rarity"
BANDS = ("everywhere", "common", "frequent", "known")
"""Bands of `rarity.toml`, the commonest first. A word tells as much as its band is far down; one in none, the most."""
RARE = len(BANDS) ** 2
"""What a word in none of them tells, squared."""
BEGIN = 6
"""Letters by which words are taken for one, so that their endings don't matter."""
SHORTEST = 4
WORD = re.compile(rf"[a-z][a-z0-9]{{{SHORTEST - 1},}}")


@dataclass(frozen=True, slots=True)
class Rarity:
    """What words tell, by their beginnings; `lacking` is what the square of a word's lacks to that of a rare one's,
    `banded` all words that stand in a band."""

    bands: dict[str, int]
    lacking: dict[str, int]
    banded: frozenset[str]

    def of(self, begin: str) -> int:
        """0 for a word that stands everywhere, up to 4 for one that is rare."""
        return self.bands.get(begin, len(BANDS))

    def squared(self, begins: frozenset[str]) -> int:
        """What some words tell, each squared, added up."""
        lacking = sum(map(self.lacking.__getitem__, begins & self.banded))
        return RARE * len(begins) - lacking


@cache
def load_rarity() -> Rarity:
    """The bands. Raises `CodebookInvalid` where the data file breaks its schema."""
    table = read_table(FILE)
    check_keys(FILE, "the file", table, frozenset(BANDS), frozenset(BANDS))
    bands: dict[str, int] = {}
    for tells, name in enumerate(BANDS):
        words = table[name]
        if not isinstance(words, str):
            raise CodebookInvalid(f"The codebook file {FILE}.toml: {name} must be words in one string.")
        for word in words.split():
            if word in bands or word != word[:BEGIN]:
                raise CodebookInvalid(f"The codebook file {FILE}.toml, {name}: {word} is too long or stands twice.")
            bands[word] = tells
    return Rarity(bands, {begin: RARE - tells**2 for begin, tells in bands.items()}, frozenset(bands))


def begins(text: str) -> list[str]:
    """The beginnings of the longer words of a text, without case and diacritics."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return [word[:BEGIN] for word in WORD.findall(plain)]


def telling(begin_words: Iterable[str], most: int) -> frozenset[str]:
    """The words among some that tell most, no more than `most`; none that stands everywhere."""
    rarity = load_rarity()
    tells = sorted({word for word in begin_words if rarity.of(word)}, key=lambda word: (-rarity.of(word), word))
    return frozenset(tells[:most])
