"""How a mention is worded: what presents it, what its sentence turns to, what names stand in its roles."""

import pytest

from rashomon.model import IncidentMention, Span
from rashomon.resolve.wording import Worder, Wording, sentence_at


def worded(text: str, trigger: str, **roles: str) -> Wording:
    def span(words: str) -> Span:
        start = text.index(words)
        return Span(start, start + len(words), words)

    told = {role: (span(words),) for role, words in roles.items()}
    return Worder(text).of(
        IncidentMention(id="m", trigger=(span(trigger),), type="airstrike", reality="happened", **told)
    )


@pytest.mark.parametrize(
    ("text", "trigger", "how"),
    [
        ("The raid killed nine.", "raid", "definite"),
        ("Officials spoke of a heavy raid on Marfa.", "raid", "indefinite"),
        ("Another raid hit Olden.", "raid", "another"),
        ("He condemned last week's earlier raid.", "raid", "another"),
        ("Jets bombed Marfa.", "bombed", "verb"),
        ("It spoke of raids on Marfa.", "raids", "bare"),
        ("The victims of raids were buried.", "raids", "bare"),
    ],
)
def test_what_stands_before_a_trigger_presents_it(text: str, trigger: str, how: str) -> None:
    assert worded(text, trigger).introduced == how


@pytest.mark.parametrize(
    ("text", "elsewhere", "reply", "behind"),
    [
        ("Jets hit a depot near Marfa.", False, False, False),
        ("Separately, a raid killed two in Olden.", True, False, False),
        ("In 2019 a raid killed two there.", True, False, False),
        ("The army hit back with a raid on Olden.", False, True, False),
        ("The shelling came hours after a drone raid on Marfa.", False, False, True),
        ("It called the shelling revenge for the border raid.", False, True, True),
        (
            "After talks in the capital on the budget of the next year, and much delay, a raid hit Olden.",
            False,
            False,
            False,
        ),
    ],
)
def test_a_sentence_tells_what_it_turns_to(text: str, elsewhere: bool, reply: bool, behind: bool) -> None:
    found = worded(text, "raid" if "raid" in text else "hit")
    assert (found.elsewhere, found.reply, found.behind) == (elsewhere, reply, behind)


@pytest.mark.parametrize(
    ("text", "separate", "turned"),
    [
        ("In a separate attack a raid hit Olden.", "opens", True),
        ("“In another incident, a raid hit Olden,” he said.", "opens", True),
        ("A raid hit Olden in a similar attack.", "within", False),
        ("The raid hit Olden.", None, False),
        ("Hours earlier a raid hit Olden.", None, True),
        ("The raid hit Olden hours earlier.", None, False),
    ],
)
def test_how_a_sentence_opens_tells_whether_it_goes_on(text: str, separate: str | None, turned: bool) -> None:
    found = worded(text, "raid")
    assert (found.separate, found.turned) == (separate, turned)


def test_names_meet_across_forms() -> None:
    text = "The raid by Turkish jets hit an American post near Marfa."
    found = worded(text, "raid", initiator="Turkish jets", target="an American post", place="Marfa")
    assert found.doers == {"turk"} and found.struck == {"amer", "us", "marf"}
    assert found.whom == {"american", "post"}


def test_sentences_end_at_stops_and_at_lines() -> None:
    text = "One raid.\nTwo came. Three left"
    assert [text[slice(*sentence_at(text, text.index(word)))] for word in ("raid", "came", "left")] == [
        "One raid.",
        "Two came",
        "Three left",
    ]
