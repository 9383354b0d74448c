"""The stretch of a text around what was searched for, with the places of the words in it."""

import re
from collections.abc import Sequence

from rashomon.codebook.folding import load_folding
from rashomon.workspace.rows import Excerpted

AROUND = 110
"""Characters before and after the first word found."""
STEP = 4_000
"""Characters that are looked through at once; one of these stretches alone is marked."""
LONGEST_TERM = 300
LOOKED_THROUGH = 500_000
"""Characters of a text in which the words are looked for to mark them."""


def excerpt(text: str, terms: Sequence[re.Pattern[str]]) -> Excerpted:
    """The text around the first place of any of the terms, or its beginning."""
    found = _first(text, terms)
    shown = text[max(0, found - AROUND) : found + STEP + LONGEST_TERM + 2 * AROUND]
    folded, places = load_folding().places(shown)
    places.append(len(shown))
    hits = sorted({(places[m.start()], places[m.end()]) for term in terms for m in term.finditer(folded)})
    first = hits[0][0] if hits else 0
    start, end = _at_word(shown, max(0, first - AROUND), -1), _at_word(shown, min(len(shown), first + 2 * AROUND), 1)
    inside = [(max(a, start) - start, min(b, end) - start) for a, b in _apart(hits) if a < end and b > start]
    return Excerpted(text=shown[start:end], found=tuple(inside))


def _first(text: str, terms: Sequence[re.Pattern[str]]) -> int:
    """Where the stretch begins in which a term is found first; 0 where none is."""
    fold = load_folding().fold
    for start in range(0, min(len(text), LOOKED_THROUGH), STEP):
        folded = fold(text[start : start + STEP + LONGEST_TERM])
        if any(term.search(folded) for term in terms):
            return start
    return 0


def _apart(hits: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Stretches that overlap taken together."""
    joined: list[tuple[int, int]] = []
    for start, end in hits:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _at_word(text: str, place: int, step: int) -> int:
    """A place moved outwards to the next white space, so that no word is cut."""
    while 0 < place < len(text) and not text[place - 1 if step < 0 else place].isspace():
        place += step
    return place
