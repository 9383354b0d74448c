"""Time phrases: dates, weekdays, months, lengths of time, and words that count from publication or another event."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from rashomon.codebook.names import Word, words_in
from rashomon.codebook.time_phrases import phrases_in
from rashomon.codebook.times import load_times
from rashomon.model import Span
from rashomon.read.document import Document

WEAK = frozenset({"article", "some", "count", "large", "roughly", "half", "that", "ordinal", "couple", "era"})
"""Classes of words that stand in time phrases and make none."""


def time_spans(document: Document) -> Iterator[Span]:
    """The time phrases of each sentence, without the prepositions before them."""
    for sentence in document.sentences:
        if may_tell_time(words_in(document.text, sentence.start, sentence.end)):
            for found in phrases_in(document.text, sentence.start, sentence.end):
                yield document.span(found.start, found.end)


def may_tell_time(words: Sequence[Word]) -> bool:
    """Whether a sentence can hold a phrase at all: most hold none, and trying the forms takes longer than a look."""
    return any(_is_core(word.text) for word in words)


@lru_cache(maxsize=16384)
def _is_core(word: str) -> bool:
    if word[0].isdigit():
        return len(word) == 4 or not word.isdigit()
    lower, times = word.lower().partition("\u2019")[0].partition("'")[0], load_times()
    known = times.words.get(lower)
    if known is not None and known.kind in times.capitalised and not word[0].isupper():
        return False
    return (known is not None and bool(known.kind) and known.kind not in WEAK) or lower in times.names
