"""Names made comparable: words with their offsets, keys that forgive spelling, skeletons that forgive transliteration."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

WORD = re.compile(r"(?:[^\W\d_]\.){2,}(?:['\u2019]s\b)?|[^\W_]+(?:['\u2019\u02bc\u02bf\u2018`][^\W_]+)*")
APOSTROPHES = str.maketrans("\u2019\u02bc\u02bf\u02be\u2018`\u02bb", "'''''''")
PLAIN = str.maketrans({"ı": "i", "ø": "o", "đ": "d", "ł": "l", "ə": "a", "æ": "ae", "œ": "oe", "'": None, ".": None})
ARTICLES = frozenset("al el ul ar as an ash at az ad aş the wa wal".split())
LONGEST_PHRASE = 300
"""A text of more characters is taken for a report."""
CODE_LENGTH = 5
"""Up to this many characters a name with two capitals is a code: "US" and "us", "WHO" and "who" are two words."""


class Word(NamedTuple):
    """A word as it stands at `[start, end)`; hyphens part words, apostrophes do not."""

    start: int
    end: int
    text: str

    @property
    def folded(self) -> str:
        """The word as `fold_word` folds it."""
        return fold_word(self.text)


@lru_cache(maxsize=256)
def words_in(text: str, start: int = 0, end: int | None = None) -> tuple[Word, ...]:
    """The words of `text[start:end]` with their offsets in `text`."""
    end = len(text) if end is None else end
    if len(text) <= LONGEST_PHRASE:
        return _found(text, start, end)
    # A report is asked for as a whole and sentence by sentence: it is cut once for all.
    words = _words_of(text)
    first, last = (bisect_left(words, bound, key=itemgetter(0)) for bound in (start, end))
    torn = (first > 0 and words[first - 1].end > start) or (last > 0 and words[last - 1].end > end)
    return _found(text, start, end) if torn else words[first:last]


@lru_cache(maxsize=1)
def _words_of(text: str) -> tuple[Word, ...]:
    return _found(text, 0, len(text))


def _found(text: str, start: int, end: int) -> tuple[Word, ...]:
    return tuple([Word(m.start(), m.end(), m[0]) for m in WORD.finditer(text, start, end)])


def beginnings(names: Iterable[str]) -> frozenset[str]:
    """The beginnings of folded names of several words, cut between words: "red" and "red cross" of "red cross society"."""
    words = (name.split() for name in names if " " in name)
    return frozenset(" ".join(parts[:size]) for parts in words for size in range(1, len(parts)))


def stretches(words: Sequence[Word], position: int, begun: frozenset[str]) -> list[str]:
    """The folded stretches of words from a position on that can be names, the shortest first; `begun` are `beginnings`."""
    found = [word.folded for word in words[position : position + 1]]
    while found and found[-1] in begun and position + len(found) < len(words):
        found.append(f"{found[-1]} {words[position + len(found)].folded}")
    return found


class _Folds(dict[int, str]):
    """A table for `str.translate` that folds character by character; what one folds to is worked out once."""

    def __missing__(self, code: int) -> str:
        parts = unicodedata.normalize("NFKD", chr(code).translate(APOSTROPHES))
        folded = "".join(part for part in parts if not unicodedata.combining(part)).casefold()
        self[code] = folded.translate(PLAIN)
        return self[code]


FOLDS = _Folds()
POSSESSIVES = tuple(tuple(f"{mark}{letter}" for mark in "'\u2019\u02bc\u02bf\u02be\u2018`\u02bb") for letter in "sS")


def _folded(word: str) -> str:
    if word.isascii() and word.isalpha():
        return word.lower()
    for endings in POSSESSIVES:
        if word.endswith(endings):
            word = word[:-2]
    return word.translate(FOLDS)


@lru_cache(maxsize=65536)
def fold_word(word: str) -> str:
    """One word without case, accents, dots, apostrophes and possessive."""
    return _folded(word)


@lru_cache(maxsize=16384)
def fold(text: str) -> str:
    """A phrase folded word by word; a leading "the" is dropped."""
    return fold_once(text)


def fold_once(text: str) -> str:
    """`fold` for names that are not seen again, as those of a gazetteer: nothing of them is remembered."""
    return " ".join(map(_folded, WORD.findall(text))).removeprefix("the ")


@lru_cache(maxsize=65536)
def code_of(text: str) -> str | None:
    """The code that a short name with two capitals is ("US" for "U.S."), or None where it is an ordinary word."""
    bare = text.translate(APOSTROPHES).removesuffix("'s").replace(".", "")
    if len(bare) <= CODE_LENGTH and bare.isalnum() and sum(c.isupper() for c in bare) >= 2:
        return bare
    return None


def key_of(text: str) -> str:
    """What a name is looked up by: its code where it is one, else its folded words."""
    return code_of(text) or fold(text)


@lru_cache(maxsize=16384)
def skeleton(text: str) -> str:
    """A name without what transliterations differ in: articles, vowels, doubled letters, h, and k against q against c."""
    bones = []
    for word in fold(text).split():
        if word in ARTICLES:
            continue
        word = word.replace("ph", "f").replace("ck", "k").replace("q", "k").replace("kh", "k").replace("gh", "g")
        word = word.replace("c", "k").replace("z", "s").replace("dh", "d").replace("sh", "s").replace("j", "y")
        body = re.sub(r"[aeiouyhw]", "", word[1:])
        bones.append(re.sub(r"(.)\1+", r"\1", ("a" if word[0] in "aeiou" else word[0]) + body))
    return " ".join(bones)
