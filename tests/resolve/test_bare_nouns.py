"""Unnamed speakers of a country: one claimant under both wordings."""

import pytest

from rashomon.resolve.bare_nouns import with_nationality


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
    ],
)
def test_the_adjective_stands_where_english_puts_it(words: str, expected: str) -> None:
    assert with_nationality(words) == expected
