"""How much words tell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.codebook import rarity
from rashomon.codebook.rarity import begins, load_rarity, telling
from rashomon.errors import CodebookInvalid

GOOD = {"everywhere": "said", "common": "report", "frequent": "troops", "known": "convoy"}


@pytest.mark.parametrize("wrong", [{"known": "convoys"}, {"known": "said"}, {"known": ["word"]}, {"odd": "word"}])
def test_a_mistake_in_the_file_is_refused(monkeypatch: pytest.MonkeyPatch, wrong: dict[str, object]) -> None:
    monkeypatch.setattr(rarity, "read_table", lambda name: GOOD | wrong)
    with pytest.raises(CodebookInvalid, match="rarity"):
        load_rarity.__wrapped__()


def test_a_rare_word_tells_more_than_one_that_stands_everywhere() -> None:
    tells = load_rarity().of
    assert tells("said") == 0 < tells("milita") < tells("zarzun")


def test_words_are_taken_by_their_beginnings_and_short_ones_left() -> None:
    assert begins("The Zárzunites' convoys, 24 of 30") == ["zarzun", "convoy"]


def test_those_that_tell_most_are_kept() -> None:
    assert telling(["said", "milita", "zarzun"], 1) == {"zarzun"} and "said" not in telling(["said"], 5)


@given(st.frozensets(st.sampled_from(["said", "report", "troops", "convoy", "milita", "zarzun", "quanda"])))
def test_what_words_tell_is_squared_word_by_word(some: frozenset[str]) -> None:
    assert load_rarity().squared(some) == sum(load_rarity().of(word) ** 2 for word in some)
