"""The codebook's counted things load, and a damaged file is told clearly."""

import pytest

from rashomon.codebook import counted
from rashomon.codebook.counted import counted_words
from rashomon.codebook.tables import read_table
from rashomon.errors import CodebookInvalid


def test_a_noun_has_its_kind_in_either_form() -> None:
    words = counted_words()
    assert words.plurals["batteries"] == words.singulars["battery"] == "site"
    assert words.names["rocket"] == words.names["rockets"] == "rockets"


def test_a_word_can_tell_several_things() -> None:
    _, told = counted_words().telling.at(("hit",), 0) or (0, ())
    assert {(one.outcome, one.side) for one in told} >= {("struck", "either"), ("fired", "subject")}


@pytest.mark.parametrize(
    "change", [{"outcomes": {}}, {"things": {"site": "base", "building": "base"}}, {"traps": None}, {"irregular": {}}]
)
def test_a_broken_file_is_named(monkeypatch: pytest.MonkeyPatch, change: dict[str, object]) -> None:
    broken = {**read_table("counted"), **change}
    counted_words.cache_clear()
    monkeypatch.setattr(counted, "read_table", lambda name: broken)
    try:
        with pytest.raises(CodebookInvalid, match=r"counted\.toml"):
            counted_words()
    finally:
        counted_words.cache_clear()
