"""Finding the names of actors in running text: the longest name from each word on, composed names of states included."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain

from rashomon.codebook.actor_words import load_actor_words
from rashomon.codebook.actors import load_actors
from rashomon.codebook.names import Word, beginnings, code_of, fold_word, stretches, words_in
from rashomon.codebook.states import modifiers

LONGEST_MODIFICATION, LONGEST_STATE = 2, 4
ACRONYM = 4
"""In a headline in capitals a word of at least this many letters is looked up as an ordinary word too."""


@dataclass(frozen=True, slots=True)
class NameHit:
    """A name at `[start, end)` with whom it can mean.

    `ids` are actors it means alone, `shared` such as may bear it among others. `adjective` marks a state's name or
    adjective standing by itself; `colours` one that only colours what follows ("Iran-backed"). `first` and `last`
    count words of the stretch that was searched.
    """

    start: int
    end: int
    text: str
    ids: tuple[str, ...]
    shared: tuple[str, ...] = ()
    adjective: bool = False
    colours: bool = False
    first: int = 0
    last: int = 0


@cache
def _listed_beginnings() -> frozenset[str]:
    book = load_actors()
    # A longer seat of government than of two words is found only where its first word is a name by itself.
    seats = (seat for seat in book.seats if seat.count(" ") < 2 or seat.split()[0] in book.alias_index)
    return beginnings(chain(book.alias_index, book.shared_index, seats))


@cache
def _state_beginnings() -> frozenset[str]:
    return beginnings(load_actors().state_index)


@cache
def _institution_beginnings() -> frozenset[str]:
    return beginnings(load_actors().institutions)


@lru_cache(maxsize=1024)
def find_actor_names(text: str, start: int = 0, end: int | None = None) -> tuple[NameHit, ...]:
    """The names of actors in `text[start:end]`, left to right, none inside another."""
    words = words_in(text, start, end)
    hits: list[NameHit] = []
    for position in [number for number, word in enumerate(words) if _begins_name(word.text)]:
        if hits and position <= hits[-1].last:
            continue
        listed = _listed(text, words, position)
        hit = _composed(text, words, position, listed) or listed
        if hit is not None:
            hits.append(hit)
    return tuple(hits)


def _listed(text: str, words: Sequence[Word], position: int) -> NameHit | None:
    """The longest name of the codebook that begins at a word."""
    book, found = load_actors(), stretches(words, position, _listed_beginnings())
    for size in range(len(found), 0, -1):
        for key in _keys(words[position], found[size - 1]):
            ids, shared = book.alias_index.get(key, ()), book.shared_index.get(key, ())
            seat = book.seats.get(key) if not ids and not shared else None
            if size == 1 and _goes_on(text, words, position):
                continue
            if (ids or shared or seat) and _is_name(words, position, size) and _joined(text, words, position, size):
                known = ids or ((seat,) if seat else ())
                return _hit(text, words, position, size, known, shared, adjective=key in book.state_index)
    return None


def _goes_on(text: str, words: Sequence[Word], position: int) -> bool:
    """Whether an article joins more to the word: the "Jaish" of "Jaish al-Wadi" is not a name by itself."""
    joined = words[position + 1 : position + 3]
    return (
        len(joined) == 2
        and joined[0].text in load_actor_words().joining
        and joined[1].text[0].isupper()
        and text[joined[0].end : joined[1].start] == "-"
        and text[words[position].end : joined[0].start] in ("-", " ")
    )


def _composed(text: str, words: Sequence[Word], position: int, listed: NameHit | None) -> NameHit | None:
    """A state's institution, where that is longer than a listed name: "Iraqi federal police", "Army of Ukraine"."""
    found = _state_first(words, position) or _institution_first(words, position)
    if found is None:
        return None
    body, size = found
    if (listed is not None and listed.last - position + 1 >= size) or not _joined(text, words, position, size):
        return None
    return _hit(text, words, position, size, (body,), ())


def _state_first(words: Sequence[Word], position: int) -> tuple[str, int] | None:
    """ "Iraqi federal police", "Iraq's Foreign Ministry"; a seat of government only with "government"."""
    book = load_actors()
    state, size = state_at(words, position)
    seat = book.seats.get(words[position].folded) if state is None and words[position].text[0].isupper() else None
    if state is None:
        state, size = seat, 1
    found = _institution_after(words, position + size) if state is not None else None
    if state is None or found is None or _colours(words, position + size) or (seat is not None and found[0] != "gov"):
        return None
    return book.institution(state, found[0]), size + found[1]


def _institution_first(words: Sequence[Word], position: int) -> tuple[str, int] | None:
    """ "Ministry of Defence of Ukraine"."""
    found = _institution_at(words, position) if words[position].text[0].isupper() else None
    after = position + found[1] if found is not None else len(words)
    if found is None or after >= len(words) or words[after].folded != "of":
        return None
    after += 2 if after + 1 < len(words) and words[after + 1].folded == "the" else 1
    state, size = state_at(words, after)
    return (load_actors().institution(state, found[0]), after + size - position) if state is not None else None


def state_at(words: Sequence[Word], position: int) -> tuple[str | None, int]:
    """The state that is named from a word on, by name or adjective, and how many words name it."""
    if position >= len(words) or not words[position].text[0].isupper():
        return None, 0
    index, found = load_actors().state_index, stretches(words, position, _state_beginnings())[:LONGEST_STATE]
    for size in range(len(found), 0, -1):
        for key in _keys(words[position], found[size - 1]):
            if key in index:
                return index[key], size
    return None, 0


def _institution_after(words: Sequence[Word], position: int) -> tuple[str, int] | None:
    for skipped in range(LONGEST_MODIFICATION + 1):
        if any(word.folded not in modifiers() for word in words[position : position + skipped]):
            return None
        found = _institution_at(words, position + skipped)
        if found is not None:
            return found[0], found[1] + skipped
    return None


def _institution_at(words: Sequence[Word], position: int) -> tuple[str, int] | None:
    if position >= len(words):
        return None
    institutions, found = load_actors().institutions, stretches(words, position, _institution_beginnings())
    for size in range(len(found), 0, -1):
        institution = institutions.get(found[size - 1])
        if institution is not None:
            return institution, size
    return None


@lru_cache(maxsize=65536)
def _begins_name(word: str) -> bool:
    """Whether a listed or a composed name can begin with a word: most words of a text need no further look."""
    book, folded = load_actors(), fold_word(word)
    if folded in _listed_beginnings() or (word[0].isupper() and folded in _institution_beginnings()):
        return True
    known = (book.alias_index, book.shared_index, book.seats, book.institutions)
    return any(key in names for key in _keys(Word(0, len(word), word), folded) for names in known)


def _keys(word: Word, stretch: str) -> tuple[str, ...]:
    """What a folded stretch that begins with a word is looked up by: a single word may be a code."""
    code = code_of(word.text) if " " not in stretch else None
    if code is None:
        return (stretch,)
    return (code, stretch) if len(code) >= ACRONYM and code.isupper() else (code,)


def _is_name(words: Sequence[Word], position: int, size: int) -> bool:
    """A name has a capital; a codebook phrase without one ("the coalition") is one only where it is several words."""
    stretch = words[position : position + size]
    return any(word.text[0].isupper() or word.text[0].isdigit() for word in stretch) or (
        size == 1 and words[position].text in ("coalition", "junta")
    )


def _joined(text: str, words: Sequence[Word], position: int, size: int) -> bool:
    """Nothing but spaces, hyphens, slashes and brackets parts the words of one name."""
    for left, right in zip(words[position : position + size - 1], words[position + 1 : position + size], strict=True):
        gap = text[left.end : right.start]
        if len(gap) > 3 or any(mark in gap for mark in ',;:!?"\n\u201c\u201d') or ("." in gap and len(left.text) > 2):
            return False
    return True


def _colours(words: Sequence[Word], position: int) -> bool:
    return position < len(words) and words[position].folded in load_actor_words().attributive


def _hit(
    text: str,
    words: Sequence[Word],
    position: int,
    size: int,
    ids: tuple[str, ...],
    shared: tuple[str, ...],
    *,
    adjective: bool = False,
) -> NameHit:
    start, end, last = words[position].start, words[position + size - 1].end, position + size - 1
    if text[start:end].endswith(("'s", "\u2019s")):
        end -= 2
    colours = (_colours(words, last + 1) and _close(text, words, last)) or (
        position > 0 and words[position - 1].folded in load_actor_words().prefixes and _close(text, words, position - 1)
    )
    return NameHit(start, end, text[start:end], ids, shared, adjective, colours, position, last)


def _close(text: str, words: Sequence[Word], position: int) -> bool:
    """Whether a word is joined to the next by a hyphen or a space alone."""
    return text[words[position].end : words[position + 1].start] in ("-", " ", "\u2010", "\u2011")
