"""Which mention is said to answer which."""

import pytest

from tests.read.incidents.reading import mentions


def pairs(text: str) -> list[tuple[str, str]]:
    found = mentions(text)
    trigger = {m.id: m.trigger[0].text for m in found}
    return [(m.trigger[0].text, trigger[answer]) for m in found for answer in m.answers]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The US bombed a depot in response to the ambush on its convoy.",
            [("bombed", "ambush")],
        ),
        (
            "In retaliation for the ambush, jets struck two camps.",
            [("struck", "ambush")],
        ),
        (
            "The air raids answered the assault on the base.",
            [("air raids", "assault")],
        ),
        (
            "Kenyan jets hit a camp days after gunmen attacked a Kenyan college.",
            [("hit", "attacked")],
        ),
        (
            "Gunmen ambushed a patrol in the hills.\n\nIt was in revenge for the shelling of Orsa.",
            [("ambushed", "shelling")],
        ),
        (
            "Israel bombed a depot.\n\nHezbollah retaliated with rocket fire.",
            [("retaliated", "bombed")],
        ),
        ("Gunmen attacked a bank two days after a blast in the market.", []),
        ("Iran reserves the right to respond to attacks on its ships.", []),
    ],
)
def test_answers(text: str, expected: list[tuple[str, str]]) -> None:
    found = pairs(text)
    assert [pair for pair in found if pair in expected] == expected
    assert bool(found) == bool(expected)


def test_what_answers_stands_after_what_is_answered_in_the_story_not_in_the_text() -> None:
    found = mentions("The operation began.\n\nUS jets bombed a store hours after militants attacked US troops.")
    bombed = next(m for m in found if m.trigger[0].text == "bombed")
    attacked = next(m for m in found if m.trigger[0].text == "attacked")
    assert bombed.answers == (attacked.id,)
    assert attacked.answers == ()
