"""The words by which reports of one incident are told from those of another."""

import pytest

from rashomon.codebook import linking
from rashomon.codebook.linking import load_linking
from rashomon.errors import CodebookInvalid

GOOD = {name: "word" for name in linking.LISTS} | {
    "months": "january february march april may june july august september october november december"
}


@pytest.mark.parametrize(
    "wrong", [{"months": "january february"}, {"titles": ["word"]}, {"people": " "}, {"odd": "word"}]
)
def test_a_mistake_in_the_file_is_refused(monkeypatch: pytest.MonkeyPatch, wrong: dict[str, object]) -> None:
    monkeypatch.setattr(linking, "read_table", lambda name: GOOD | wrong)
    with pytest.raises(CodebookInvalid, match="linking"):
        load_linking.__wrapped__()


def test_the_shipped_file_is_sound() -> None:
    assert "monday" in load_linking().calendar and "may" in load_linking().calendar
