"""An example as numbers: planted spans become tags, links and sets of possible entity tags."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from rashomon.read.neural.labels import ENTITIES, ENTITY_TAGS, ROLES, STANCES
from rashomon.read.neural.pieces import Pieces
from tests.read.neural.planted import numbered
from training.encoder import tokenizer
from training.example import ALL_TYPES, Entity, Example, Marked, Pairs
from training.targets import ANYTHING, Targets, targets_of
from training.words import BEGIN, INSIDE, NOT_SAID, OUTSIDE, words_of

TEXT = "Port officials said\n\nthe quay was hit. The navy denied firing on Old Karsa."


@pytest.fixture(scope="module")
def own() -> Tokenizer:
    return tokenizer()


def at(words: str) -> Pairs:
    """Where words stand in the text; `//` joins pieces."""
    pieces = [part for part in words.split(" // ") if part]
    return tuple((TEXT.index(part), TEXT.index(part) + len(part)) for part in pieces)


SAID = Marked(source=at("Port officials"), cue=at("said"), content=at("the quay was hit"), stance="asserts")
DENIED = Marked(source=at("The navy"), cue=at("denied"), content=at("firing on Old Karsa"))
WHOLE = Example(corpus="test", name="one", text=TEXT, whole=True, attributions=[SAID, DENIED])


def words(found: Targets, places: np.ndarray) -> list[str]:
    return [TEXT[found.pieces.start[n] : found.pieces.end[n]] for n in places]


def tagged(found: Targets, role: str) -> str:
    """The words of a role, a bar before each that begins."""
    row = found.tags[ROLES.index(role)]
    said = [(TEXT[found.pieces.start[n] : found.pieces.end[n]], tag) for n, tag in enumerate(row.tolist())]
    return " ".join(("|" if tag == BEGIN else "") + word for word, tag in said if tag in (BEGIN, INSIDE))


def test_marked_stretches_become_tags(own: Tokenizer) -> None:
    found = targets_of(WHOLE, own)
    assert tagged(found, "cue") == "|said |denied"
    assert tagged(found, "source") == "|Port officials |The navy"
    assert tagged(found, "content") == "|the quay was hit |firing on Old Karsa"
    assert set(np.unique(found.tags)) == {OUTSIDE, BEGIN, INSIDE}


def test_cues_are_linked_to_the_words_of_source_and_content(own: Tokenizer) -> None:
    found = targets_of(WHOLE, own)
    assert [words(found, link.source) for link in found.links] == [["Port", "officials"], ["The", "navy"]]
    assert [words(found, link.content)[0] for link in found.links] == ["the", "firing"]
    assert words(found, np.array([link.cue for link in found.links])) == ["said", "denied"]
    assert [link.stance for link in found.links] == [STANCES.index("asserts"), NOT_SAID]


def test_a_corpus_that_does_not_mark_all_says_nothing_of_the_rest(own: Tokenizer) -> None:
    found = targets_of(replace(WHOLE, whole=False), own)
    assert (found.tags == NOT_SAID).all()
    assert len(found.links) == 2


def test_what_stands_inside_anothers_content_keeps_its_own_beginning(own: Tokenizer) -> None:
    outer = Marked(source=(), cue=at("said"), content=at("the quay was hit. The navy denied firing on Old Karsa"))
    for order in ([outer, DENIED], [DENIED, outer]):
        found = targets_of(replace(WHOLE, attributions=order), own)
        assert tagged(found, "content") == "|the quay was hit . The navy denied |firing on Old Karsa"


def test_a_broken_content_begins_twice(own: Tokenizer) -> None:
    mark = replace(SAID, content=at("the quay // hit"))
    found = targets_of(replace(WHOLE, attributions=[mark]), own)
    assert tagged(found, "content") == "|the quay |hit"
    assert words(found, found.links[0].content) == ["the", "quay", "hit"]


def test_the_marks_of_a_further_annotator_are_taken_by_number(own: Tokenizer) -> None:
    example = replace(WHOLE, alternatives=[[DENIED], []])
    assert [tagged(targets_of(example, own, annotator=n), "cue") for n in range(3)] == ["|said |denied", "|denied", ""]


def test_a_variant_of_the_text_changes_pieces_and_no_place(own: Tokenizer) -> None:
    plain, loud = targets_of(WHOLE, own), targets_of(WHOLE, own, text=TEXT.upper())
    assert plain.pieces.start.tolist() == loud.pieces.start.tolist()
    assert (plain.tags == loud.tags).all()
    assert plain.pieces.case.tolist() != loud.pieces.case.tolist()


def test_a_cue_without_a_word_makes_no_link(own: Tokenizer) -> None:
    assert targets_of(replace(WHOLE, attributions=[replace(SAID, cue=((19, 21),))]), own).links == ()


def possible(found: Targets, word: str) -> set[str]:
    """The entity tags that are left possible for a word."""
    (place,) = [n for n, start in enumerate(found.pieces.start) if TEXT.startswith(word, start)]
    mask = int(found.entities[place])
    return {tag for bit, tag in enumerate(ENTITY_TAGS) if mask >> bit & 1}


def test_entities_leave_the_tags_possible_that_their_corpus_tells(own: Tokenizer) -> None:
    entities = [
        Entity(start=at("Old Karsa")[0][0], end=at("Old Karsa")[0][1], types=frozenset({"location"})),
        Entity(
            start=at("The navy")[0][0], end=at("The navy")[0][1], types=frozenset({"military_unit", "organisation"})
        ),
        Entity(start=at("quay")[0][0], end=at("quay")[0][1], types=frozenset()),
    ]
    found = targets_of(replace(WHOLE, entities=entities, hidden=frozenset({"weapon"})), own)
    unmarked = {"O", "B-weapon", "I-weapon"}
    assert (possible(found, "Old"), possible(found, "Karsa")) == ({"B-location"}, {"I-location"})
    assert possible(found, "The") == {"B-military_unit", "B-organisation"}
    assert possible(found, "navy") == {"I-military_unit", "I-organisation"}
    assert possible(found, "quay") == set(ENTITY_TAGS)
    assert possible(found, "denied") == unmarked


def test_a_corpus_without_entities_leaves_every_tag_possible(own: Tokenizer) -> None:
    assert set(targets_of(WHOLE, own).entities.tolist()) == {ANYTHING}
    assert ANYTHING == 2 ** len(ENTITY_TAGS) - 1
    hidden = targets_of(replace(WHOLE, hidden=ALL_TYPES), own)
    assert set(hidden.entities.tolist()) == {ANYTHING}, "where every type may stand unmarked, nothing is said"
    assert set(targets_of(replace(WHOLE, hidden=frozenset()), own).entities.tolist()) == {1}
    assert len(ENTITIES) == len(ALL_TYPES)


SPANS = st.lists(st.tuples(st.integers(0, 80), st.integers(1, 20)).map(lambda p: (p[0], p[0] + p[1])), max_size=4)


@given(st.integers(0, 14), SPANS)
def test_the_words_of_spans_are_those_that_share_a_letter_with_one(count: int, spans: list[tuple[int, int]]) -> None:
    pieces: Pieces = numbered(count)
    expected = [
        word
        for word in range(count)
        if any(set(range(6 * word, 6 * word + 5)) & set(range(start, end)) for start, end in spans)
    ]
    assert words_of(pieces, tuple(spans)).tolist() == expected


def test_lines_are_paragraphs_without_the_white_space_around_them() -> None:
    example = Example(corpus="test", name="one", text="\n  One two \r\n\n\tthree\n \nfour")
    assert [example.text[start:end] for start, end in example.paragraphs()] == ["One two", "three", "four"]
    assert Example(corpus="test", name="one", text=" \n").paragraphs() == []
