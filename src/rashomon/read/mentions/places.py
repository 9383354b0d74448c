"""Places: names of the gazetteer behind a preposition or beside a noun of place, with the direction that belongs to them."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from rashomon.codebook.actor_names import find_actor_names
from rashomon.codebook.actors import load_actors
from rashomon.codebook.names import Word, code_of, fold, fold_word, words_in
from rashomon.codebook.place_words import load_place_words
from rashomon.codebook.places import load_places
from rashomon.model import Span
from rashomon.read.document import Document, Sentence

LONGEST_NAME = 5
NAME_PARTICLES = frozenset("al el de la of the bin and az ez ash as ad del do da".split())


def place_spans(document: Document) -> Iterator[Span]:
    """The spans that name a place: "eastern Syria", "Ain al-Asad air base", "Hilla", "the village of Xyz" without its article."""
    for sentence in document.sentences:
        words = words_in(document.text, sentence.start, sentence.end)
        blocked = _actors(document, sentence)
        free = 0  # the first word behind the last place
        for position in [number for number, word in enumerate(words) if _begins_like_name(word.text)]:
            size = _name_at(document, words, position, blocked) if position >= free else 0
            if size:
                first, last = _grown(document, words, position, position + size - 1)
                end = words[last].end - (2 if words[last].text.endswith(("'s", "\u2019s")) else 0)
                yield document.span(words[first].start, end)
                free = last + 1


@lru_cache(maxsize=16384)
def _begins_like_name(word: str) -> bool:
    return word[0].isupper() or word[0].isdigit() or fold_word(word) in ("al", "el")


def _actors(document: Document, sentence: Sentence) -> list[tuple[int, int]]:
    """Stretches that name bodies and persons; a state's bare name may be a place."""
    hits = find_actor_names(document.text, sentence.start, sentence.end)
    book = load_places()
    return [
        (hit.start, hit.end)
        for hit in hits
        if (hit.colours or not hit.adjective) and not (book.find_listed(hit.text) and not hit.colours and " " not in hit.text)
        and not (len(hit.ids) == 1 and "." not in hit.ids[0] and book.knows(hit.text) and not hit.colours)
    ]  # fmt: skip


def _name_at(document: Document, words: Sequence[Word], position: int, blocked: Sequence[tuple[int, int]]) -> int:
    """How many words from here on are a place's name, 0 for none."""
    word, book = words[position], load_places()
    for size in book.sizes_at(document.text, words, position, LONGEST_NAME):
        start, end = word.start, words[position + size - 1].end
        stretch = re.sub(r"['\u2019]s$", "", document.text[start:end])
        if (
            any(a < end and start < b for a, b in blocked)
            or re.search(r"[,;:()\n\"]", stretch)
            or len(fold(stretch)) < 3
        ):
            continue
        if code_of(stretch) is not None and not book.find_listed(stretch):
            continue
        if any(c.isupper() for c in stretch) and _is_place(document, words, position, size, stretch):
            return size
    return 0


def _is_place(document: Document, words: Sequence[Word], position: int, size: int, name: str) -> bool:
    """Whether its surroundings let a name be a place: a preposition before it, a noun of place beside it, or sure itself."""
    lists = load_place_words()
    before = words[position - 1].folded if position else ""
    after = words[position + size].folded if position + size < len(words) else ""
    placed = before in lists.prepositions or before in lists.direction or after in lists.kinds or before in lists.kinds
    if _part_of_person(document, words, position, size) and after not in lists.kinds:
        return False
    if fold(name) in lists.everyday or (fold(name) in load_actors().seats and not placed):
        return False
    listed = load_places().find_listed(name)
    if any(candidate.precision == "country" for candidate in listed):
        return placed and not name.isupper()
    if " " in name or any(candidate.rank == 0 for candidate in listed):
        return True
    largest = max((candidate.population for candidate in load_places().find(name)), default=0)
    return placed or _dateline(document, words, position) or (position > 0 and largest > 200_000)


def _part_of_person(document: Document, words: Sequence[Word], position: int, size: int) -> bool:
    """A capitalised word joined to it by a space alone makes it part of a longer name, a person's as a rule."""
    after = words[position + size : position + size + 1]
    if (
        not after
        or not after[0].text[0].isupper()
        or document.text[words[position + size - 1].end : after[0].start] != " "
    ):
        return False
    return not after[0].text.isupper() and after[0].folded not in load_place_words().kinds


def _dateline(document: Document, words: Sequence[Word], position: int) -> bool:
    return position == 0 and words[0].text.isupper() and len(words[0].text) > 3


def _grown(document: Document, words: Sequence[Word], first: int, last: int) -> tuple[int, int]:
    """The name with the direction before it ("eastern"), and the noun of place behind it ("province", "air base")."""
    lists = load_place_words()
    while first and words[first - 1].folded in lists.direction and _joined(document, words, first - 1):
        first -= 1
    while size := _kind_after(document, words, last):
        last += size
    return first, last


def _kind_after(document: Document, words: Sequence[Word], last: int) -> int:
    """How many words behind a name are a noun of place joined to it ("refugee camp")."""
    if re.search(r"['\u2019]s$", words[last].text):
        return 0
    for size in (3, 2, 1):
        after = words[last + 1 : last + 1 + size]
        kind = " ".join(word.folded for word in after)
        if len(after) == size and kind in load_place_words().kinds:
            return size if all(_joined(document, words, last + i) for i in range(size)) else 0
    return 0


def _joined(document: Document, words: Sequence[Word], position: int) -> bool:
    return document.text[words[position].end : words[position + 1].start] in (" ", "-")
