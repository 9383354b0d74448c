"""Negations and opposites: what turns a statement round, and which words stand against one another."""

import pytest

from rashomon.codebook import opposites
from rashomon.codebook.opposites import load_opposites, words_in_order
from rashomon.errors import CodebookInvalid


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("the bridge was open", False),
        ("the bridge was not open", True),
        ("the bridge wasn't open", True),
        ("nobody said that the bridge wasn\u2019t open", False),
    ],
)
def test_a_negation_turns_a_statement_round_and_two_turn_it_back(text: str, negated: bool) -> None:
    assert load_opposites().is_negated(words_in_order(text)) is negated


def test_opposites_stand_in_one_statement_each() -> None:
    book = load_opposites()
    shut, opened = frozenset({"gate", "closed"}), frozenset({"gate", "open"})
    assert book.apart(shut, opened) == ("closed", "open")
    assert book.apart(opened, shut) == ("open", "closed")
    assert book.apart(shut, opened | shut) is None
    assert book.apart(shut, frozenset({"gate"})) is None


@pytest.mark.parametrize("row", ["open", ["open"], ["open shut", "shut"]])
def test_a_row_that_is_no_pair_of_lists_is_refused(row: object, monkeypatch: pytest.MonkeyPatch) -> None:
    table = {"negations": "no", "denials": "denied", "common": "attack", "antonyms": [row]}
    monkeypatch.setattr(opposites, "read_table", lambda name: table)
    load_opposites.cache_clear()
    with pytest.raises(CodebookInvalid, match="antonyms"):
        load_opposites()
    monkeypatch.undo()
    load_opposites.cache_clear()
