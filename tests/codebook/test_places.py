"""The gazetteer."""

import re
from typing import Any

import pytest

from rashomon.codebook import places
from rashomon.codebook.names import words_in
from rashomon.codebook.place_words import load_place_words
from rashomon.codebook.places import check_places, load_places
from rashomon.codebook.weapons import load_weapons
from rashomon.errors import CodebookInvalid


def test_the_codebook_has_places_all_over_the_world_and_no_name_twice_in_a_country() -> None:
    book = load_places()
    assert len(book.by_id) > 300
    assert len({place.country for place in book.by_id.values()}) > 30
    check_places()


@pytest.mark.parametrize(
    ("words", "precision", "country"),
    [
        ("Ain al-Asad air base", "site", "IQ"),
        ("Jurf al-Nasr", "town", "IQ"),
        ("Anbar province", "province", "IQ"),
        ("Iraq", "country", "IQ"),
        ("Sahel", "region", None),
        ("Mosul", "town", "IQ"),
        ("Oaxaca", "province", "MX"),
    ],
)
def test_a_name_is_found_with_its_precision(words: str, precision: str, country: str | None) -> None:
    assert (precision, country) in {(found.precision, found.country) for found in load_places().find(words)}


def test_an_alternate_name_leads_to_the_town_and_says_so() -> None:
    (found,) = {c for c in load_places().find("Hilla") if c.country == "IQ"}
    assert found.alias and found.population > 100_000


def test_small_towns_are_found_when_asked_for() -> None:
    assert not load_places().knows("Wattenscheidenhausen")
    assert not load_places().find_village("Wattenscheidenhausen")
    assert any(found.country == "AT" for found in load_places().find_village("Hallstatt"))


@pytest.mark.parametrize(
    "text",
    [
        "The Hague court",
        "The Gambia",
        "New York City",
        "San",
        "Ain al-Asad air base",
        "rebels of Sidi Bel Abb\u00e8s",
        "Mosul 's",
        "New York City \u2019s east",
        "is",
    ],
)
def test_the_sizes_of_names_at_a_word_are_those_that_are_known(text: str) -> None:
    """The quick way from word to word against trying every stretch."""
    words, book = words_in(text), load_places()
    for position, word in enumerate(words):
        ends = {size: words[position + size - 1].end for size in range(1, len(words) - position + 1)}
        names = {size: re.sub("['\u2019]s$", "", text[word.start : end]) for size, end in ends.items()}
        known = {size for size, name in names.items() if size <= 5 and book.knows(name)}
        assert set(book.sizes_at(text, words, position, 5)) == known


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ({"name": "A", "precision": "planet"}, "unknown precision"),
        ({"name": "A", "precision": "town", "at": [99.0, 0.0]}, "not \\[latitude, longitude\\]"),
        ({"name": "A", "precision": "town", "country": "ZZ"}, "no country code"),
        ({"name": "A", "precision": "town", "size": 3}, "unknown key 'size'"),
        ({"precision": "town"}, "'name' is missing"),
    ],
)
def test_a_broken_place_is_named(row: Any, told: str) -> None:
    with pytest.raises(CodebookInvalid, match=told):
        places._place("xx.a", row)


def test_word_lists_load() -> None:
    assert load_place_words().kinds["air base"] == "site"
    assert load_weapons().kinds["ballistic missiles"] == "missile"
