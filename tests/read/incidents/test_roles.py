"""Who did what to whom, where, when and with what."""

import pytest

from tests.read.incidents.reading import mention, roles


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        (
            "Gunmen attacked a village near Orsa on Monday.",
            "attacked",
            {"initiator": "Gunmen", "target": "a village", "place": "near Orsa", "time": "on Monday"},
        ),
        (
            "A village in the Sarim district was attacked by masked gunmen on Monday.",
            "attacked",
            {"initiator": "masked gunmen", "target": "A village", "place": "Sarim district", "time": "on Monday"},
        ),
        (
            "US air strikes on militia bases in Iraq came early on Friday.",
            "air strikes",
            {"initiator": "US", "target": "militia bases", "place": "Iraq", "time": "early on Friday"},
        ),
        (
            "The killing of two drivers by rebels in Orsa went unseen.",
            "killing",
            {"initiator": "rebels", "target": "two drivers", "place": "Orsa"},
        ),
        (
            "An attack by separatists on a garrison was reported.",
            "attack",
            {"initiator": "separatists", "target": "a garrison"},
        ),
        ("It was Norland's deadliest attack so far.", "attack", {}),
        ("It was the country's worst attack since the truce.", "attack", {}),
        (
            "Officers said the raid answered the shelling of 3 May on Orsa.",
            "raid",
            {},
        ),
        (
            "Officers said the raid answered the shelling of 3 May on Orsa.",
            "shelling",
            {"time": "3 May", "target": "Orsa"},
        ),
        ("Thursday's attack left six dead.", "attack", {"time": "Thursday's", "target": "six"}),
        ("He defended last night's strikes.", "strikes", {"time": "last night's"}),
        (
            "Israel's bombardment of the port went on.",
            "bombardment",
            {"initiator": "Israel's", "target": "the port"},
        ),
        (
            "Officials said a missile hit a school in Orsa.",
            "hit",
            {"weapon": "a missile", "target": "a school", "place": "Orsa"},
        ),
        (
            "Militants fired rockets at the base.",
            "fired",
            {"initiator": "Militants", "weapon": "rockets", "target": "the base"},
        ),
        ("The ship was struck by a drone.", "struck", {"target": "The ship", "weapon": "a drone"}),
        (
            "Police found the men who attacked the shop.",
            "attacked",
            {"initiator": "the men", "target": "the shop"},
        ),
        (
            "The United States carried out air strikes on depots.",
            "air strikes",
            {"initiator": "The United States", "target": "depots"},
        ),
        ("Clashes between the army and rebels broke out.", "Clashes", {"initiator": "the army", "target": "rebels"}),
        (
            "Kyiv accused Russian forces of shelling the market.",
            "shelling",
            {"initiator": "Russian forces", "target": "the market"},
        ),
        ("The raid was blamed on the junta.", "raid", {"initiator": "the junta"}),
    ],
)
def test_roles(text: str, trigger: str, expected: dict[str, str]) -> None:
    found = roles(mention(text, trigger))
    for name, value in expected.items():
        assert value in found.get(name, ""), (name, found)
    wrong = {name: value for name, value in found.items() if name not in expected}
    assert not wrong


def test_the_time_of_a_statement_is_not_the_time_of_the_incident() -> None:
    found = roles(mention("Jets bombed a camp in Orsa, the ministry said on Tuesday.", "bombed"))
    assert "time" not in found


def test_roles_are_verbatim() -> None:
    text = "On Sunday, insurgents ambushed an army patrol near the town of Kelem with mortars."
    found = mention(text, "ambushed")
    for name in ("trigger", "initiator", "target", "place", "time", "weapon"):
        assert all(text[span.start : span.end] == span.text for span in getattr(found, name))


def test_a_name_before_the_noun_is_a_place_where_the_report_says_so() -> None:
    text = "The Kelem attack was the second. People in Kelem mourn."
    assert roles(mention(text, "attack")) == {"place": "Kelem"}
    other = "A Zaruk attack was the second. Zaruk fighters hold the hills."
    assert roles(mention(other, "attack")) == {"initiator": "Zaruk"}
