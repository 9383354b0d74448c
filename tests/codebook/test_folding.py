"""Words folded for the search: what counts as the same."""

import pytest

from rashomon.codebook.folding import load_folding


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Ḥizbullāh", "hizbullah"),
        ("Łódź", "lodz"),
        ("Ağrı", "agri"),
        ("İzmir", "izmir"),
        ("كَتَائِب", "كتايب"),
        ("أربيل", "اربيل"),
        ("الإسلامية", "الاسلاميه"),
        ("مستشفى", "مستشفي"),
        ("العـــراق", "العراق"),
        ("کردستان", "كردستان"),
        ("Iran’s", "Iran's"),
    ],
)
def test_two_spellings_of_one_word_are_the_same(written: str, typed: str) -> None:
    fold = load_folding().fold
    assert fold(written) == fold(typed)


def test_different_letters_stay_different() -> None:
    fold = load_folding().fold
    assert fold("حلب") != fold("جلب")
    assert fold("Basra") != fold("Bosra")


def test_each_folded_character_knows_its_place() -> None:
    text = "Ağrı الـقَصف"
    folded, places = load_folding().places(text)
    assert folded == load_folding().fold(text)
    start = folded.index("قصف")
    assert text[places[start]] == "ق"
    assert places == sorted(places)
