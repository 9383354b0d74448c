"""Actors by the codebook's names; a surname or a short name counts only where the report or a title backs it."""

from collections.abc import Iterator

from rashomon.codebook.actor_names import NameHit, find_actor_names
from rashomon.codebook.actor_words import load_actor_words
from rashomon.codebook.names import code_of, fold, words_in
from rashomon.codebook.places import load_places
from rashomon.model import Span
from rashomon.read.document import Document, Sentence


def actor_spans(document: Document) -> Iterator[Span]:
    """The spans that name an actor, sentence by sentence; a state's adjective alone ("Iraqi civilians") names none."""
    hits = [(s, hit) for s in document.sentences for hit in find_actor_names(document.text, s.start, s.end)]
    full = {actor for _, hit in hits if hit.ids and not hit.shared for actor in hit.ids if " " in hit.text}
    for sentence, hit in hits:
        if not _is_adjective(hit) and (hit.ids or _is_backed(document, sentence, hit, full)):
            yield document.span(hit.start, hit.end)


def _is_adjective(hit: NameHit) -> bool:
    named = bool(load_places().find_listed(hit.text)) or code_of(hit.text) is not None
    return hit.adjective and (hit.colours or not named)


def _is_backed(document: Document, sentence: Sentence, hit: NameHit, full: set[str]) -> bool:
    """A shared name: its full form stands elsewhere, a title stands before it, or it is no everyday word."""
    if any(actor in full for actor in hit.shared):
        return True
    lists = load_actor_words()
    before = words_in(document.text, sentence.start, hit.start)
    if before and before[-1].folded in lists.titles:
        return True
    return fold(hit.text) not in lists.common and hit.text[0].isupper()
