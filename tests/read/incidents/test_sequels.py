"""Answers that are told by no word of answering, and those whose words are parted."""

import pytest

from tests.read.incidents.test_answers import pairs


@pytest.mark.parametrize(
    ("text", "answer", "answered"),
    [
        # Aimed at where the fire came from.
        (
            "Rebels shelled Marfa on Monday.\n\nTurkish jets hit the batteries from which the shells had come.",
            "hit",
            "shelled",
        ),
        (
            "Houthi fighters attacked a ship.\n\nAmerican jets bombed the launching site near Orsa.",
            "bombed",
            "attacked",
        ),
        # What came next, by what only states have.
        (
            "Lebanon's Hezbollah attacked a post.\n\nIsraeli helicopters later hit two villages.",
            "hit",
            "attacked",
        ),
        # Parted words.
        (
            "Rebels shelled Orsa, taking revenge on the village for the killing of two farmers.",
            "shelled",
            "killing",
        ),
        ("Jets bombed a monastery in apparent revenge after rebels attacked a post.", "bombed", "attacked"),
        (
            "Israeli jets struck a house in Gaza.\n\nHamas said its men had fired rockets at Israel to avenge the family.",
            "fired",
            "struck",
        ),
        ('It said the strike was "a fitting reply" to the bombing of Orsa.', "strike", "bombing"),
        (
            "US jets struck two camps.\n\nIran denied a hand in the attack on the base, to which the strikes were the answer.",
            "strikes",
            "attack",
        ),
        ("As the first answer to this bombing, our heroes shelled the base.", "shelled", "bombing"),
    ],
)
def test_words_that_make_an_answer(text: str, answer: str, answered: str) -> None:
    assert (answer, answered) in pairs(text)


@pytest.mark.parametrize(
    "text",
    [
        # The same side goes on.
        "Israeli jets struck a house.\n\nIsraeli helicopters later hit two villages.",
        # Nobody is told to have fired from there.
        "Houthi fighters attacked a ship.\n\nGunmen bombed one launcher.",
    ],
)
def test_words_that_make_none(text: str) -> None:
    assert pairs(text) == []
