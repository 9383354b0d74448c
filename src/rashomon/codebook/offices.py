"""Who held an office on a day, found by its title: "the Pentagon press secretary", "Israel's defence minister"."""

from collections.abc import Iterator
from functools import cache

from rashomon.codebook.actor_names import state_at
from rashomon.codebook.actor_words import load_actor_words
from rashomon.codebook.actors import load_actors, office_on
from rashomon.codebook.names import words_in
from rashomon.model import TimeInterval

FEWEST_WORDS = 2


def holders(title: str, on: TimeInterval) -> tuple[str, ...]:
    """The ids of the persons who held an office of that title on a known day, in the order of the codebook."""
    if on.days != 1:
        return ()
    book, key = load_actors(), title_key(title)
    found = (identity for identity in _by_title().get(key, ()))
    return tuple(
        identity
        for identity in found
        if (office := office_on(book.by_id[identity], on)) is not None and title_key(office.title) == key
    )


def title_key(title: str) -> frozenset[str]:
    """A title as a set: states by their ids, words in one spelling, without the small ones."""
    return frozenset(_tokens(title))


def _tokens(title: str) -> Iterator[str]:
    lists, words, place = load_actor_words(), words_in(title), 0
    while place < len(words):
        word = words[place]
        state, size = state_at(words, place)
        place += size or 1
        if state is not None:
            yield state
        elif word.folded not in lists.title_fillers:
            yield lists.title_spellings.get(word.folded, word.folded)


@cache
def _by_title() -> dict[frozenset[str], tuple[str, ...]]:
    found: dict[frozenset[str], dict[str, None]] = {}
    for actor in load_actors().by_id.values():
        for office in actor.offices:
            key = title_key(office.title)
            if len(key) >= FEWEST_WORDS:
                found.setdefault(key, {})[actor.id] = None
    return {key: tuple(ids) for key, ids in found.items()}
