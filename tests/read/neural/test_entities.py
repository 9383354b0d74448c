"""From scores to entities: what was planted comes out with its type and how sure it is."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model import EntityType
from rashomon.read.neural.decode import Run
from rashomon.read.neural.entities import entities_of
from rashomon.read.neural.labels import ENTITIES, ENTITY_TAGS, ROLES, TAGS
from rashomon.read.neural.scores import Scores
from tests.read.neural.planted import PlantedEntity, numbered, planted

FIRST = len(ROLES) * len(TAGS)
"""The column of the tag of a word that belongs to no entity."""


def found(scores: Scores) -> list[tuple[Run, EntityType]]:
    return [(one.run, ENTITIES[one.type]) for one in entities_of(scores)]


def tagged(*tags: str, breaks: tuple[int, ...] = ()) -> Scores:
    """Words that each have one tag for sure."""
    scores = planted(numbered(len(tags), breaks=breaks))
    for word, tag in enumerate(tags):
        scores.tags[word, FIRST] = 0
        scores.tags[word, FIRST + ENTITY_TAGS.index(tag)] = 9
    return scores


@pytest.mark.parametrize("type", ENTITIES)
def test_an_entity_of_each_type_comes_out_as_it_was_planted(type: EntityType) -> None:
    scores = planted(numbered(8), entities=[PlantedEntity(run=(2, 5), type=type), PlantedEntity(run=(7, 8))])
    assert found(scores) == [((2, 5), type), ((7, 8), "person")]
    assert all(one.sure > 0.99 for one in entities_of(scores))


@pytest.mark.parametrize("words", [0, 3])
def test_nothing_planted_nothing_found(words: int) -> None:
    assert entities_of(planted(numbered(words))) == []


def test_neighbours_of_one_type_are_told_apart_by_the_tag_that_begins() -> None:
    assert found(tagged("B-person", "I-person", "B-person", "O")) == [((0, 2), "person"), ((2, 3), "person")]


def test_a_word_that_goes_on_with_another_type_begins_an_entity() -> None:
    assert found(tagged("B-person", "I-location", "I-location")) == [((0, 1), "person"), ((1, 3), "location")]


def test_an_entity_may_begin_with_the_tag_of_a_later_word() -> None:
    assert found(tagged("O", "I-weapon", "I-weapon", "O")) == [((1, 3), "weapon")]


def test_an_entity_ends_with_its_paragraph() -> None:
    tags = ("B-facility", "I-facility", "I-facility")
    assert found(tagged(*tags)) == [((0, 3), "facility")]
    assert found(tagged(*tags, breaks=(2,))) == [((0, 2), "facility"), ((2, 3), "facility")]


def test_both_tags_of_a_type_count_for_how_sure_it_is() -> None:
    scores = planted(numbered(1))
    scores.tags[0, FIRST:] = -50
    for tag, chance in (("O", 0.2), ("B-vehicle", 0.4), ("I-vehicle", 0.3), ("B-weapon", 0.1)):
        scores.tags[0, FIRST + ENTITY_TAGS.index(tag)] = np.log(chance)
    (one,) = entities_of(scores)
    assert (ENTITIES[one.type], pytest.approx(one.sure)) == ("vehicle", 0.7)


def test_bodies_are_one_family_whose_likeliest_kind_is_told() -> None:
    """Where a body begins and ends does not hang on the kind of each of its words."""
    scores = planted(numbered(3))
    for word, tags in enumerate(
        [{"B-armed_group": 0.5, "B-organisation": 0.4}, {"I-organisation": 0.6, "I-armed_group": 0.35}, {"O": 0.9}]
    ):
        scores.tags[word, FIRST:] = -50
        for tag, chance in tags.items():
            scores.tags[word, FIRST + ENTITY_TAGS.index(tag)] = np.log(chance)
    (one,) = entities_of(scores)
    assert (one.run, ENTITIES[one.type]) == ((0, 2), "organisation")
    assert one.sure == pytest.approx(1.0)


def test_the_kinds_of_a_body_together_outweigh_what_is_no_entity() -> None:
    scores = planted(numbered(1))
    scores.tags[0, FIRST:] = -50
    tags = {"O": 0.4, "B-armed_group": 0.2, "B-military_unit": 0.25, "B-person": 0.15}
    for tag, chance in tags.items():
        scores.tags[0, FIRST + ENTITY_TAGS.index(tag)] = np.log(chance)
    (one,) = entities_of(scores)
    assert (ENTITIES[one.type], pytest.approx(one.sure)) == ("military_unit", 0.45)


def slow(tags: list[str], breaks: set[int]) -> list[tuple[Run, str]]:
    """Entities word by word."""
    runs: list[tuple[Run, str]] = []
    for word, tag in enumerate(tags):
        if tag == "O":
            continue
        mark, kind = tag.split("-")
        if mark == "I" and runs and runs[-1][0][1] == word and runs[-1][1] == kind and word not in breaks:
            runs[-1] = ((runs[-1][0][0], word + 1), kind)
        else:
            runs.append(((word, word + 1), kind))
    return runs


@given(
    st.lists(st.sampled_from(("O", "B-person", "I-person", "B-number", "I-number")), max_size=12),
    st.sets(st.integers(1, 11), max_size=3),
)
def test_entities_are_those_of_the_slow_way(tags: list[str], breaks: set[int]) -> None:
    assert found(tagged(*tags, breaks=tuple(sorted(breaks)))) == slow(tags, breaks)
