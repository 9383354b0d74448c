"""The names of places inside an entity: a location's own parts, the place in front of a body's name, a demonym."""

import re
from collections.abc import Iterator
from functools import lru_cache

from rashomon.codebook.actors import load_actors
from rashomon.codebook.names import Word, key_of, words_in
from rashomon.codebook.place_words import load_place_words
from rashomon.codebook.places import load_places

LONGEST_NAME = 5
PARTS = re.compile(r"\s*(?:[,;/()\n]|\u2013|\u2014|--|\s-\s|\band\b|\bor\b)\s*")
"""What stands between two places named together: "Mosul and Erbil", "Hilla, Babil"."""
LEADING = re.compile(r"^(?:(?:the|in|at|from|of|near)\s+)+", re.IGNORECASE)
BEFORE = frozenset("of in at the for".split())
"""Words of a body's name behind which a place may stand; behind others a name is a person's or a thing's."""
Stretch = tuple[int, int]


def in_location(text: str, start: int, end: int) -> Iterator[Stretch]:
    """A location's parts, each without its article and possessive, and with the dot of a short form ("Ill.")."""
    for left, right in _parts(text, start, end):
        lead = LEADING.match(text[left:right])
        named = load_places().knows(text[left:right]) and text[left : left + 5].istitle()
        left += lead.end() if lead and not named else 0
        left, right = _without_direction(text, left, right)
        if text[right - 2 : right] in ("'s", "\u2019s"):
            right -= 2
        if (
            text[right : right + 1] == "."
            and load_places().find_listed(text[left : right + 1])[:1]
            and _is_short(text[left : right + 1])
        ):
            right += 1
        if right - left > 1 and any(c.isupper() for c in text[left:right]):
            yield left, right


def in_adjective(text: str, start: int, end: int) -> Iterator[Stretch]:
    """A word that tells a state: "Turkish", "Palestinians"."""
    index = load_actors().state_index
    for word in words_in(text, start, end):
        if key_of(word.text) in index:
            yield word.start, word.end


def in_body(text: str, start: int, end: int) -> Iterator[Stretch]:
    """The places that the name of a body holds: "Mansfield" in "Mansfield Police Department", "Iraqi" in "Iraqi army"."""
    words, free = words_in(text, start, end), 0
    for position in range(len(words)):
        if position >= free and (size := _size_at(text, words, position)):
            yield words[position].start, _end(words[position + size - 1])
            free = position + size


def _size_at(text: str, words: tuple[Word, ...], position: int) -> int:
    word = words[position]
    if not word.text[0].isupper() or word.folded in load_place_words().everyday:
        return 0
    if key_of(word.text) in load_actors().state_index:
        return 1
    sizes = load_places().sizes_at(text, words, position, LONGEST_NAME)
    after = words[position + 1].folded if position + 1 < len(words) else ""
    if not sizes and after in ("county", "parish") and load_places().find(f"{word.text} {after}"):
        return 2
    if sizes and after in ("county", "parish"):
        return max(sizes[0], 2)
    if not sizes or len(word.text) < 3 or (position and words[position - 1].folded not in BEFORE):
        return 0
    return sizes[0] if sizes[0] > 1 or _tells_itself(word) else 0


def _tells_itself(word: Word) -> bool:
    """Whether one word of a body's name is a place's main name, and no word of direction or kind ("Western", "City")."""
    lists = load_place_words()
    if word.folded in lists.direction or word.folded in lists.kinds:
        return False
    return any(not candidate.alias for candidate in load_places().find(word.text))


def _end(word: Word) -> int:
    return word.end - (2 if word.text.endswith(("'s", "\u2019s")) else 0)


@lru_cache(maxsize=1024)
def _is_short(words: str) -> bool:
    return any(c.rank for c in load_places().find_listed(words)) and not load_places().knows(words[:-1])


def _parts(text: str, start: int, end: int) -> Iterator[Stretch]:
    position = start
    for match in PARTS.finditer(text, start, end):
        yield position, match.start()
        position = match.end()
    yield position, end


def _without_direction(text: str, left: int, right: int) -> Stretch:
    """A stretch without small words of direction in front ("eastern Syria"); capitals are part of a name ("East Timor")."""
    lists = load_place_words()
    while True:
        word, _, rest = text[left:right].partition(" ")
        if not rest or word[:1].isupper() or word.lower() not in lists.direction:
            return left, right
        left += len(word) + 1
