"""The words of a report without its furniture: hashed, with their places, their sentences and what is quoted."""

import re
from dataclasses import dataclass
from functools import cached_property
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from rashomon.model import Excerpt, Report

Hashes = NDArray[np.uint64]
Flags = NDArray[np.bool_]
Words = NDArray[np.uint32]
Places = NDArray[np.int32]

WORD = re.compile(r"\w+")
SENTENCE_END = re.compile(
    r"\n\s*\n|(?<=[.!?])[\"'\u201d\u2019)\]]*\s+(?=[\"'\u201c\u2018(\[]*[A-Z0-9])|(?<=[.!?:;,\w])\n"
)
QUOTED = re.compile(
    r"\"[^\"]*?(?:\"|\n\s*\n|\Z)|[\u201c\u201e][^\u201c\u201d]*?(?:\u201d|(?=\u201c)|\n\s*\n|\Z)"
    r"|\u00ab[^\u00bb]*?(?:\u00bb|\n\s*\n|\Z)|``[^`]*?(?:''|\n\s*\n|\Z)"
)
"""A quotation, which ends with its paragraph at the latest: one that goes on opens the next paragraph with a mark."""
OPENING = re.compile(r"[\"'\u201c\u2018\u00ab(\[]+$")
CLOSING = re.compile(r"[.!?\"'\u201d\u2019\u00bb)\]]+")
MARKS = 3
"""The most marks that open a sentence."""
LEAST_PROSE = 0.15
"""A report with a smaller share of its words outside quotation marks is one quotation: then all of them count."""
MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
MIXER = np.uint64(0xBF58476D1CE4E5B9)
HALF = np.uint64(31)


class _WordHashes(dict[str, int]):
    """Hashes of words by the word: a text repeats itself, and so do reports of one matter."""

    MOST = 200_000

    def __missing__(self, word: str) -> int:
        if len(self) >= self.MOST:
            self.clear()
        self[word] = found = crc32(word.encode("utf-8", "surrogatepass"))
        return found


_HASHES = _WordHashes()


@dataclass(frozen=True, kw_only=True)
class Prose:
    """What of a report can be copied.

    `words` are hashes, one a word, in the order of the text; word n stands at `starts[n]`..`ends[n]`. Sentence m is the
    words `breaks[m]`..`breaks[m + 1]`. `own` marks words outside quotation marks: two reports that give one man's words
    share no work.
    """

    report: Report
    words: Words
    starts: Places
    ends: Places
    breaks: Places
    own: Flags

    @property
    def triples(self) -> Hashes:
        """The hashes of all runs of three words, in the order of the text."""
        return shingles(self.words, 3)

    @cached_property
    def known(self) -> Hashes:
        """The different runs of three words, sorted."""
        return np.unique(self.triples)

    def excerpt(self, first: int, last: int) -> Excerpt:
        """The words from the first to before the last, with the marks that stand at them."""
        start, end = int(self.starts[first]), int(self.ends[last - 1])
        before, after = OPENING.search(self.report.text[:start][-MARKS:]), CLOSING.match(self.report.text, end)
        start -= len(before[0]) if before else 0
        return Excerpt(report=self.report.id, span=self.report.span(start, after.end() if after else end))

    @property
    def length(self) -> int:
        """How many words are the report's own."""
        return int(self.own.sum())


def plain_words(report: Report) -> Words:
    """The hashes of a report's words alone, which is all that finding candidates needs."""
    found = WORD.findall(_unfurnished(report).lower())
    return np.fromiter(map(_HASHES.__getitem__, found), np.uint32, len(found))


def prose_of(report: Report) -> Prose:
    """A report's words with all that comparing two reports needs."""
    text = _unfurnished(report)
    places = [match.span() for match in WORD.finditer(text)]
    starts = np.array([start for start, _ in places], np.int32)
    hashes = (_HASHES[text[start:end].lower()] for start, end in places)
    return Prose(
        report=report,
        words=np.fromiter(hashes, np.uint32, len(places)),
        starts=starts,
        ends=np.array([end for _, end in places], np.int32),
        breaks=_breaks(text, starts),
        own=_own(text, starts),
    )


def shingles(words: Words, length: int) -> Hashes:
    """The hashes of all runs of so many words; none where there are fewer."""
    count = len(words) - length + 1
    if count < 1:
        return np.empty(0, np.uint64)
    wide = words.astype(np.uint64)
    mixed = wide[:count]
    for n in range(1, length):
        mixed = mixed * MULTIPLIER + wide[n : n + count]
    mixed = (mixed ^ (mixed >> HALF)) * MIXER
    return mixed ^ (mixed >> HALF)


def _unfurnished(report: Report) -> str:
    """The text with its furniture blanked, so that all places stay."""
    pieces, last = [], 0
    for span in sorted(report.furniture, key=lambda span: span.start):
        pieces += [report.text[last : span.start], " " * (span.end - max(last, span.start))]
        last = max(last, span.end)
    return "".join([*pieces, report.text[last:]])


def _breaks(text: str, starts: Places) -> Places:
    ends = np.array([match.end() for match in SENTENCE_END.finditer(text)], np.int32)
    places = np.concatenate(([0], np.searchsorted(starts, ends), [len(starts)]))
    return np.unique(places).astype(np.int32)


def _own(text: str, starts: Places) -> Flags:
    own = np.ones(len(starts), np.bool_)
    for match in QUOTED.finditer(text):
        own[np.searchsorted(starts, match.start()) : np.searchsorted(starts, match.end())] = False
    return own if own.sum() >= LEAST_PROSE * len(own) else np.ones(len(starts), np.bool_)
