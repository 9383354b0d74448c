"""The words by which a report ties one incident to another."""

import pytest

from rashomon.codebook import ties
from rashomon.codebook.ties import load_ties
from rashomon.errors import CodebookInvalid

GOOD = {section: {key: ["word"] for key in keys} for section, keys in ties.SECTIONS.items()}


@pytest.mark.parametrize(
    "wrong",
    [
        {"stated": {"forward": ["word"]}},
        {"order": {"forward": "after", "backward": ["later"]}},
        {"vow": {"announcing": ["("], "acting": ["word"]}},
        {"odd": {}},
    ],
)
def test_a_mistake_in_the_file_is_refused(monkeypatch: pytest.MonkeyPatch, wrong: dict[str, object]) -> None:
    monkeypatch.setattr(ties, "read_table", lambda name: GOOD | wrong)
    with pytest.raises(CodebookInvalid, match="ties"):
        load_ties.__wrapped__()


@pytest.mark.parametrize(
    ("text", "cue", "form", "stated"),
    [
        ("The raid was in retaliation for the bombing.", "in retaliation for", "forward", True),
        ("The raid came hours after the bombing.", "came hours after", "forward", False),
        ("The bombing prompted a raid.", "prompted", "backward", True),
        ("A bombing, followed by a raid.", "followed by", "backward", False),
        ("The army hit back at once.", "hit back", "alone", True),
        ("A raid\nin response\nto the bombing.", "in response\nto", "forward", True),
    ],
)
def test_words_of_answering_and_words_of_order_are_told_apart(text: str, cue: str, form: str, stated: bool) -> None:
    found = [(text[c.start : c.end], c.form, c.stated) for c in load_ties().cues(text)]
    assert (cue, form, stated) in found


def test_the_longest_words_at_a_place_count() -> None:
    (cue,) = load_ties().cues("jets struck in response to it")
    assert cue.form == "forward"
