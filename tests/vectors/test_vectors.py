"""Vectors are computed once a text, kept small, and near where texts are near in meaning."""

from collections.abc import Iterable, Mapping

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from rashomon.errors import WorkspaceDamaged
from rashomon.vectors import InMemory, Vectors, at_hand, likeness, likenesses, load_vectors
from rashomon.vectors.vectors import WIDTH
from tests.link.shelves import MemoryShelf

TOLD = "The ministry said that 17 soldiers were killed in the strike."
TOLD_OTHERWISE = "At least seventeen troops died in the raid, according to the ministry."
ELSEWHERE = "The central bank left interest rates unchanged on Thursday."


class Counting:
    """An encoder that draws a direction by the text's own letters and counts how often it is asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def vector(self, text: str) -> NDArray[np.float32]:
        self.asked.append(text)
        chance = np.random.default_rng([ord(letter) for letter in text])
        vector = chance.normal(size=WIDTH).astype(np.float32)
        found: NDArray[np.float32] = vector / np.linalg.norm(vector)
        return found


@pytest.fixture(scope="module")
def real() -> Vectors:
    return load_vectors()


def test_a_text_is_computed_once_however_often_it_is_asked_for() -> None:
    encoder, memory = Counting(), InMemory()
    vectors = Vectors(encoder, "v1", memory)
    vectors.of(("a", "b", "a"))
    vectors.of(("b", "c"))
    again = Vectors(encoder, "v1", memory)
    again.likeness("a", "c")
    assert encoder.asked == ["a", "b", "c"]


def test_another_encoder_remembers_nothing_of_the_first() -> None:
    encoder, memory = Counting(), InMemory()
    Vectors(encoder, "v1", memory).of(("a",))
    Vectors(encoder, "v2", memory).of(("a",))
    assert encoder.asked == ["a", "a"]


def test_a_shelf_remembers_for_the_next_process_and_for_the_same_encoder_alone() -> None:
    encoder, shelf = Counting(), MemoryShelf()
    for version, asked in (("v1", 2), ("v1", 2), ("v2", 4), ("v1", 6)):
        vectors = Vectors(encoder, version, InMemory()).kept_on(shelf)
        first = vectors.of(("a", "b"))
        assert (vectors.of(("a", "b")) == first).all()
        assert len(encoder.asked) == asked
    assert len(shelf.rows["vectors"]) == 3


def test_a_damaged_shelf_is_forgotten() -> None:
    class Damaged(MemoryShelf):
        def kept(self, kind: str, keys: Iterable[str] | None = None) -> Mapping[str, bytes]:
            if b"damaged" in self.rows[kind].values():
                raise WorkspaceDamaged("It is damaged.", "Make it anew.")
            return super().kept(kind, keys)

    encoder, shelf = Counting(), Damaged()
    made = Vectors(encoder, "v1", InMemory()).kept_on(shelf).of(("a",))
    shelf.rows["vectors"] = dict.fromkeys(shelf.rows["vectors"], b"damaged")
    assert (Vectors(encoder, "v1", InMemory()).kept_on(shelf).of(("a",)) == made).all()
    assert b"damaged" not in shelf.rows["vectors"].values()


@given(st.lists(st.text(max_size=12), max_size=5))
def test_what_is_kept_is_the_vector_up_to_its_rounding(texts: list[str]) -> None:
    encoder = Counting()
    kept = Vectors(encoder, "v", InMemory()).of(texts)
    assert kept.shape == (len(texts), WIDTH)
    for row, text in zip(kept, texts, strict=True):
        assert likeness(row, encoder.vector(text)) > 0.995
        assert np.linalg.norm(row) == pytest.approx(1, abs=1e-5)


def test_likenesses_are_those_of_the_pairs() -> None:
    made = Vectors(Counting(), "v", InMemory()).of(("a", "b", "c"))
    table = likenesses(made, made[:2])
    assert table.shape == (3, 2)
    assert table[2, 1] == pytest.approx(likeness(made[2], made[1]), abs=1e-6)


def test_near_in_meaning_is_near(real: Vectors) -> None:
    assert real.likeness(TOLD, TOLD) > 0.99
    assert real.likeness(TOLD, TOLD_OTHERWISE) > 0.6
    assert real.likeness(TOLD, ELSEWHERE) < 0.2


def test_a_vector_does_not_depend_on_the_texts_beside_it(real: Vectors) -> None:
    together = load_vectors().of((ELSEWHERE, TOLD))
    alone = load_vectors().of((TOLD,))
    assert (together[1] == alone[0]).all()


@pytest.mark.parametrize("text", ["", "\ud800 half", "خبر عاجل", "word " * 5000])
def test_any_text_has_a_vector(real: Vectors, text: str) -> None:
    (vector,) = real.of((text,))
    assert np.isfinite(vector).all()
    assert np.linalg.norm(vector) == pytest.approx(1, abs=1e-5)


def test_the_encoder_is_at_hand() -> None:
    assert at_hand()
