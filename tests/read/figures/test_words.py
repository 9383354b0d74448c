"""The codebook's casualty words load, and a damaged file is told clearly."""

import pytest

from rashomon.codebook import casualties
from rashomon.codebook.casualties import casualty_words
from rashomon.errors import CodebookInvalid


def test_plurals_follow_from_the_singular() -> None:
    words = casualty_words()
    assert words.people["policemen"] == words.people["policeman"] == "police"
    assert words.people["families"] == words.people["family"]
    assert "policeman" in words.singular and "policemen" not in words.singular


def test_the_longest_phrase_wins() -> None:
    assert casualty_words().before.at(("no", "more", "than", "nine"), 0) == (3, "ceiling")
    assert casualty_words().before.at(("nine",), 0) is None


def test_numbers_in_words_are_known_below_a_hundred() -> None:
    assert casualty_words().units["ninety-nine"] == 99


@pytest.mark.parametrize("table", [{}, {"grammar": {}}, {"grammar": 3}])
def test_a_broken_file_is_named(monkeypatch: pytest.MonkeyPatch, table: dict[str, object]) -> None:
    casualty_words.cache_clear()
    monkeypatch.setattr(casualties, "read_table", lambda name: table)
    try:
        with pytest.raises(CodebookInvalid, match=r"casualties\.toml"):
            casualty_words()
    finally:
        casualty_words.cache_clear()
