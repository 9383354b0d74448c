"""Names that differ only in transliteration: one skeleton, and letters that are close enough."""

import re
from functools import lru_cache

from rapidfuzz.fuzz import ratio

from rashomon.codebook.actors import load_actors
from rashomon.codebook.names import key_of, skeleton, words_in

CLOSE = 72.0
"""Two spellings of one skeleton share at least so much of their letters, in percent."""
SHORTEST = 7
INITIAL = re.compile(r"(?<=\w)\s+[A-Z]\.?\s+")
SUFFIX = re.compile(r",?\s+(?:Jr|Sr|II|III)\.?$")
SMALL = frozenset("of for the and in de la al el ul wa wal bin".split())


@lru_cache(maxsize=4096)
def same_name(name: str) -> str | None:
    """The actor of the codebook whose name is another spelling of this one, or None where none or several are."""
    name = SUFFIX.sub("", INITIAL.sub(" ", name))
    words, key = words_in(name), key_of(name)
    if len(key) < SHORTEST or not all(word.text[0].isupper() or "-" in name or word.folded in SMALL for word in words):
        return None
    book = load_actors()
    if key in book.alias_index:  # what remains without a middle initial
        return book.alias_index[key][0] if len(book.alias_index[key]) == 1 else None
    found = {
        identity
        for other in book.skeletons.get(skeleton(name), ())
        if ratio(key, other) >= CLOSE and (" " in key) == (" " in other)
        for identity in book.alias_index.get(other, ())
    }
    return found.pop() if len(found) == 1 else None
