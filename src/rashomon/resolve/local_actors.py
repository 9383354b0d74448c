"""Actors that the codebook lacks: whoever is named in full becomes a local actor of the workspace.

The id is made of the name alone, so that all reports give the same person or body the same one; accounts are laid side
by side within one incident, and that incident is the context in which a name means one.
"""

from functools import cache

from rashomon.codebook.actors import load_actors
from rashomon.codebook.names import fold, words_in
from rashomon.resolve.noun_phrases import PARTICLES

PREFIX = "local."
SMALL = PARTICLES | frozenset("of for the and in to".split())
FEWEST_WORDS = 2


def local_actor(name: str) -> str | None:
    """The id of the local actor that a full name makes, or None where the words are no full name.

    A name has several words, each with a capital but for small ones; a surname by itself and "the Defence Ministry" of
    no known state are names of too many.
    """
    words = words_in(name)
    if len(words) < FEWEST_WORDS or not words[0].text[0].isupper() or not words[-1].text[0].isupper():
        return None
    if any(not word.text[0].isupper() and word.folded not in SMALL for word in words) or fold(name) in _common_names():
        return None
    return PREFIX + "_".join(fold(name).split())


@cache
def _common_names() -> frozenset[str]:
    return frozenset(load_actors().institutions)
