"""Unnamed speakers of a country: one claimant under both wordings."""

import pytest

from rashomon.resolve.actor_context import actor_context
from rashomon.resolve.bare_nouns import with_nationality
from tests.builders import make_report


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("officials in Cairo", "Egyptian officials"),
        ("a health official in Afghanistan", "an Afghan health official"),
        ("two officials in Baghdad", "two Iraqi officials"),
        ("officials in the room", "officials in the room"),
        ("Cairo's authorities", "Egyptian authorities"),
        ("Afghanistan\u2019s health officials", "Afghan health officials"),
        ("Dorr's officials", "Dorr's officials"),
        ("Cairo's market", "Cairo's market"),
        ("two American officials", "two US officials"),
        ("an American officer", "a US officer"),
        ("U.S. officials", "US officials"),
        ("American planes", "American planes"),
    ],
)
def test_the_adjective_stands_where_english_puts_it(words: str, expected: str) -> None:
    assert with_nationality(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("officials", "Malian officials"),
        ("two local officials", "two local Malian officials"),
        ("an official", "a Malian official"),
        ("security officials", "Malian security officials"),
        ("the authorities", "the Malian authorities"),
        ("hospital officials", "hospital officials"),
        ("villagers", "villagers"),
        ("Norland officials", "Norland officials"),
    ],
)
def test_officials_are_those_of_the_state_that_the_report_is_about(words: str, expected: str) -> None:
    assert with_nationality(words, actor_context(make_report("The road through Mali was shut."))) == expected


def test_without_a_leading_state_officials_stay_nobodys() -> None:
    context = actor_context(make_report("Mali and Niger and Chad shut the road."))
    assert with_nationality("officials", context) == "officials"
