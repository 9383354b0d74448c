"""The trigger table of the codebook and what breaks it."""

from typing import Any

import pytest

from rashomon.codebook import triggers as module
from rashomon.codebook.triggers import triggers, vocabulary
from rashomon.errors import CodebookInvalid


def broken(**changes: Any) -> dict[str, Any]:
    sections = ("sentence", "topics", "people", "names", "grammar", "nominal", "reality", "series", "answers")
    table: dict[str, Any] = {section: {} for section in sections}
    row = {"type": "bombing", "needs": "nothing"}
    table |= {"nouns": [row | {"words": "blast"}], "exceptions": [], "weapons": {}}
    table["verbs"] = [row | {"rows": ["bomb bombs bombed bombed bombing"]}]
    return table | changes


@pytest.mark.parametrize(
    "changes",
    [
        {"nouns": [{"type": "picnic", "needs": "nothing", "words": "blast"}]},
        {"nouns": [{"type": "", "needs": "luck", "words": "blast"}]},
        {"verbs": [{"type": "", "needs": "nothing", "rows": ["bomb bombs bombed"]}]},
        {"grammar": {"articles": "The"}},
        {"nouns": [{"type": "", "words": "blast"}]},
    ],
)
def test_a_table_that_breaks_its_schema_is_refused(monkeypatch: pytest.MonkeyPatch, changes: dict[str, Any]) -> None:
    monkeypatch.setattr(module, "read_table", lambda name: broken(**changes))
    with pytest.raises(CodebookInvalid, match=r"triggers\.toml"):
        triggers.__wrapped__()


def test_the_smallest_table_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "read_table", lambda name: broken())
    assert set(triggers.__wrapped__().by_first) == {"blast", "bomb", "bombs", "bombed", "bombing"}


def test_every_trigger_is_known_by_its_first_word_in_lower_case() -> None:
    for first, found in triggers().by_first.items():
        assert all(trigger.words[0] == first == first.lower() for trigger in found)


def test_the_longest_phrase_wins() -> None:
    found = triggers().at(("air", "strikes", "on"), 0)
    assert [trigger.words for trigger in found] == [("air", "strikes")]


def test_vocabulary_finds_phrases_and_words() -> None:
    known = vocabulary("in_response_to answer")
    assert known.length_at(("in", "response", "to"), 0) == 3
    assert known.length_at(("in", "reply", "to"), 0) == 0
    assert known.ends_at(("an", "answer"), 2)
    assert "answer" in known
