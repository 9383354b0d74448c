"""The words of synthetic news: common and rare ones, those that a story has for its own, and a stand-in for the encoder.

After the words of 81 development reports: of those of four letters and more, 23 in a hundred stand everywhere, 30 are
common, 22 frequent, 12 known and 13 rare (`codebook.rarity`). What two reports of one story share of their telling words
and in meaning, and two of different ones, is set to what it is there (`benchmarks/mixture.py` prints both).
"""

import random
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from typing import TypeAlias, get_args

import numpy as np
from numpy.typing import NDArray

from rashomon.codebook.rarity import load_rarity
from rashomon.model import IncidentType
from rashomon.vectors import InMemory, Vectors
from rashomon.vectors.vectors import WIDTH

SYLLABLES = "ba de ki lo mu na po ra su ti ve zo sha kel mar din gor hal qas tur".split()
SHORT, SHARES = 0.37, (0.15, 0.19, 0.14, 0.07, 0.08)
"""Shares of the words of a text: of short ones that tell nothing, and of each band of rarity, the commonest first."""
SHORT_WORDS, RARE_WORDS = 100, 40_000
LENGTH = 15
"""Words of a sentence."""
OWN, OWNED = 0.5, (0, 0, 14, 9, 11)
"""How much of the telling words of a report are its story's own, and how many a story has, by band."""
TRIGGERS, OPEN_TRIGGERS, USUAL = 4, 400, 0.6
"""Words that a kind of incident goes by, those that one of an open kind may, and how often the usual one is taken."""
MEANING = 0.45
"""What all news have in common in meaning, against what their words tell."""
Own: TypeAlias = tuple[tuple[str, ...], ...]
"""The words that are a story's own, by band."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All words with their bands, and how often they come, added up; -1 is the band of short ones."""

    words: tuple[tuple[str, int], ...]
    often: tuple[float, ...]
    by_band: Own


@cache
def vocabulary() -> Vocabulary:
    """Made words of four letters for what is short, the codebook's words for its bands, made ones for what is rare."""
    bands = load_rarity().bands
    short = [f"{one}{other}"[:3] for one in SYLLABLES for other in SYLLABLES][:SHORT_WORDS]
    held = [sorted(word for word, tells in bands.items() if tells == band) for band in range(len(SHARES) - 1)]
    held.append([name(1_000_000 + 7 * n).lower() for n in range(RARE_WORDS)])
    parts = [(short, -1, SHORT), *((words, band, SHARES[band]) for band, words in enumerate(held))]
    words: list[tuple[str, int]] = []
    often: list[float] = []
    for some, band, share in parts:
        # The commonest of a band come some ten times as often as the rarest.
        weights = [1 / (n + len(some) / 10) for n in range(len(some))]
        words += [(word, band) for word in some]
        often += [share * weight / sum(weights) for weight in weights]
    return Vocabulary(tuple(words), tuple(accumulate(often)), tuple(map(tuple, held)))


def own_words(rng: random.Random) -> Own:
    """The telling words that a story's reports have in common."""
    return tuple(tuple(rng.sample(held, count)) for held, count in zip(vocabulary().by_band, OWNED, strict=True))


def line(rng: random.Random, own: Own = ()) -> str:
    """A sentence of words, those of a story among them."""
    known = vocabulary()
    drawn = rng.choices(known.words, cum_weights=known.often, k=LENGTH)
    words = [rng.choice(own[band]) if own and OWNED[band] and band >= 0 and rng.random() < OWN else word for word, band in drawn]  # fmt: skip
    return f"{' '.join(words).capitalize()}."


def trigger_of(rng: random.Random, kind: IncidentType) -> str:
    """A word that an incident goes by."""
    if kind == "other":
        return name(140_000 + rng.randrange(OPEN_TRIGGERS)).lower()
    return name(145_000 + TRIGGERS * get_args(IncidentType).index(kind) + rng.randrange(TRIGGERS)).lower()


def steep(rng: random.Random, below: int, power: int = 2) -> int:
    """A number under a bound, small ones far more often."""
    return int(below * rng.random() ** power)


def name(number: int) -> str:
    """A capitalised name of its own for each number."""
    parts = []
    while True:
        number, digit = divmod(number, len(SYLLABLES))
        parts.append(SYLLABLES[digit])
        if not number and len(parts) > 2:
            return "".join(parts).capitalize()


class Standing:
    """Stands in for the encoder of sentences, whose time is not linking's: what shares words is near in meaning."""

    def vector(self, text: str) -> NDArray[np.float32]:
        """The vector of a text, of shape (`WIDTH`,), of length one."""
        words = [word[:6] for word in text.lower().split() if len(word) > 3] or [text]
        told = np.sum([_of_word(word) for word in words], axis=0) / len(words) ** 0.5
        found: NDArray[np.float32] = told + MEANING * _of_word("")
        return found / np.linalg.norm(found)


@cache
def _of_word(word: str) -> NDArray[np.float32]:
    vector = np.random.default_rng(list(word.encode())).standard_normal(WIDTH).astype(np.float32)
    found: NDArray[np.float32] = vector / np.linalg.norm(vector)
    return found


def standing_vectors() -> Vectors:
    """The vectors of texts by that encoder."""
    return Vectors(Standing(), "standing in", InMemory())
