"""The type of an incident, from its trigger, its neighbours and the mentions around it."""

import pytest

from tests.read.incidents.reading import mention, mentions


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("An air strike flattened the store.", "air strike", "airstrike"),
        ("Warplanes attacked the ridge.", "attacked", "airstrike"),
        ("A helicopter gunship attacked the ridge.", "attacked", "airstrike"),
        ("A drone strike killed a commander.", "drone strike", "drone_strike"),
        ("A rocket attack hit the embassy.", "rocket attack", "missile_or_rocket"),
        ("Militants fired missiles at the port.", "fired", "missile_or_rocket"),
        ("The army shelled the suburb.", "shelled", "shelling"),
        ("Mortars were fired at the market.", "fired", "shelling"),
        ("A roadside bomb blast killed a farmer.", "bomb blast", "bombing"),
        ("A car bomb exploded in Orsa.", "exploded", "bombing"),
        ("A suicide bomber attacked the gate.", "attacked", "suicide_bombing"),
        ("A suicide attack killed nine.", "suicide attack", "suicide_bombing"),
        ("Gunmen attacked a church.", "attacked", "armed_attack"),
        ("Militants fired on an oil tanker.", "fired", "ship_attack"),
        ("The vessel was attacked in the strait.", "attacked", "ship_attack"),
        ("The army bombed a village.", "bombed", "airstrike"),
    ],
)
def test_type(text: str, trigger: str, expected: str) -> None:
    assert mention(text, trigger).type == expected


def test_a_bare_word_takes_the_type_of_what_it_refers_to() -> None:
    text = "A drone strike killed a man in Orsa on Monday.\n\nThe attack was condemned. The strike was the second."
    assert [m.type for m in mentions(text)] == ["drone_strike"] * 3
