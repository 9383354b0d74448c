"""What a speaker does with the content: by the cue, and by the content where the cue is neutral."""

import pytest

from tests.read.attribution.reading import only, read


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The army said the bridge was open.", "asserts"),
        ("The army denied any part in the raid.", "denies"),
        ("The army said it did not use the airfield.", "denies"),
        ("The mayor said residents were not told about the raid.", "denies"),
        ("The army confirmed that two soldiers died.", "confirms"),
        ("The ministry condemned the raid on the village.", "condemns"),
        ('The ministry called the raid "a heinous crime".', "condemns"),
        ("The ministry accused Norland of shelling the port.", "accuses"),
        ("The Norland army said its jets bombed two camps.", "claims_responsibility"),
        ("The Northern Front claimed responsibility for the bombing.", "claims_responsibility"),
        ("The army vowed to strike the camps again.", "threatens"),
        ("The army said it would retaliate for the raid.", "threatens"),
        ("The council called for a ceasefire.", "calls_for"),
        ("The premier praised the rescuers of Port Elan.", "supports"),
        ("The toll could not be independently verified.", "doubts"),
        ("The army did not immediately comment, and gave no comment later.", "declines_to_comment"),
    ],
)
def test_stance(text: str, stance: str) -> None:
    assert stance in {found.attribution.stance for found in read(text)}


def test_a_doubt_of_the_outlets_own_has_neither_source_nor_claimant() -> None:
    found = only("That toll could not be independently verified.")
    assert (found.source, found.content, found.attribution.claimant) == ("", "That toll", None)


def test_hearsay_has_no_source_and_is_not_the_outlets_own_word() -> None:
    found = only("Nine people were reportedly killed in the raid.")
    assert (found.source, found.claimant) == ("", "unspecified reports")
    assert found.attribution.claimant is not None and found.attribution.claimant.anonymous
    assert [piece.text for piece in found.attribution.content] == ["Nine people were", "killed in the raid"]


def test_a_negation_deep_inside_denies_nothing() -> None:
    found = only("The army said the soldiers reached a village that had not been named on any of the older maps.")
    assert found.attribution.stance == "asserts"
