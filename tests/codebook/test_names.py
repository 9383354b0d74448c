"""Names made comparable."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.codebook.names import WORD, beginnings, code_of, fold, key_of, skeleton, stretches, words_in


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Al-Qa\u2019im", "al Qaim"),
        ("Iraq's Foreign Ministry", "IRAQ FOREIGN MINISTRY"),
        ("M\u00e9decins Sans Fronti\u00e8res", "Medecins sans Frontieres"),
        ("The Guardian", "guardian"),
        ("U.S.-led coalition", "US led coalition"),
    ],
)
def test_fold_forgives_case_accents_hyphens_and_possessives(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_a_short_name_with_two_capitals_is_a_code_and_no_word() -> None:
    assert key_of("U.S.") == key_of("US") == "US"
    assert key_of("us") == "us"
    assert code_of("Who") is None and code_of("WHO") == "WHO"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kata'ib Hizballah", "Kataib Hezbollah"),
        ("Qassem Soleimani", "Qasim Sulaimani"),
        ("Yahya Saree", "Yahia Sarea"),
    ],
)
def test_skeleton_forgives_transliteration(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)


def test_skeleton_keeps_different_names_apart() -> None:
    assert skeleton("Kataib Hezbollah") != skeleton("Kataib al-Imam Ali")


@given(st.text(max_size=60))
def test_words_stand_where_they_say(text: str) -> None:
    for word in words_in(text):
        assert text[word.start : word.end] == word.text


@given(st.text(alphabet=st.characters(codec="utf-8", categories=("L", "Zs")), max_size=40))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)).removeprefix("the ") == fold(fold(text))
    assert " ".join(fold(text).split()) == fold(text)


PIECES = st.sampled_from(["U.S.", "'s", "\u2019s", " ", "rebel", "J.", "x", "-", "\u00c9", ". ", "2016", "_", "`"])


@given(st.lists(PIECES, min_size=100, max_size=200).map("".join), st.data())
def test_the_words_of_a_part_are_those_of_the_part_alone(text: str, data: st.DataObject) -> None:
    """A report is cut once as a whole; whatever part is asked for, its words are those that the pattern finds in it."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = [(word.start, word.end, word.text) for word in words_in(text, start, end)]
    assert found == [(match.start(), match.end(), match.group()) for match in WORD.finditer(text, start, end)]


def test_a_stretch_grows_while_a_name_begins_with_it() -> None:
    begun = beginnings(["red cross society", "red lake", "cross"])
    assert begun == {"red", "red cross"}
    assert stretches(words_in("a Red Cross Society clinic"), 1, begun) == ["red", "red cross", "red cross society"]
    assert stretches(words_in("Red Cross"), 1, begun) == ["cross"]
    assert stretches(words_in("Red"), 1, begun) == []
