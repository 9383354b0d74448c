"""The questions as data: what a row must say, and how a mistake in it is told."""

from typing import Any

import pytest

from rashomon.codebook import questions as module
from rashomon.codebook.questions import questions
from rashomon.errors import CodebookInvalid


def test_the_questions_are_these_and_each_asks() -> None:
    found = {entry.question.id: entry.question for entry in questions()}
    assert {"killed", "wounded", "missing", "captured", "munitions"} <= set(found)
    assert all(question.words.endswith("?") for question in found.values())


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"words": "How?", "kind": "guess"}, "unknown kind 'guess'"),
        ({"words": "How?", "kind": "number"}, "key 'outcome' is missing"),
        ({"words": "How?", "kind": "number", "outcome": "fired"}, "unknown outcome 'fired'"),
        ({"words": "How?", "kind": "count", "outcome": "fired", "things": "spell"}, "no counted thing"),
        ({"words": "How?", "kind": "number", "outcome": "killed", "mood": "sad"}, "unknown key 'mood'"),
        ({"words": "How?", "kind": "polarity", "concepts": [{"pattern": "(", "value": "x"}]}, "not complete"),
    ],
)
def test_a_mistake_is_told_with_its_place(monkeypatch: pytest.MonkeyPatch, row: dict[str, Any], said: str) -> None:
    monkeypatch.setattr(module, "read_table", lambda _: {"odd": row})
    questions.cache_clear()
    try:
        with pytest.raises(CodebookInvalid, match="odd") as caught:
            questions()
    finally:
        questions.cache_clear()
    assert said in str(caught.value)
