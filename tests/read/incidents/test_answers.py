"""Which mention is said to answer which."""

import pytest

from rashomon.read.incidents.annotator import lines
from rashomon.read.incidents.answers import answer_ties
from rashomon.read.segment import segment
from tests.read.incidents.reading import mentions, report_of


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


@pytest.mark.parametrize(
    ("text", "answer", "answered"),
    [
        # What is answered follows the words of answering, whatever stands between the two.
        ("The raid was revenge, the general said, for the bombing of Orsa.", "raid", "bombing"),
        ("Rebels shelled a post as punishment for an air strike on their camp.", "shelled", "air strike"),
        ("It said the rockets were fired in retribution for the killing of two farmers.", "fired", "killing"),
        ("Jets struck the camps over the mortar attack on Olden.", "struck", "mortar attack"),
        # The act has no word of its own but "response".
        ("The response to the rocket attack will go on, the minister said.", "response", "rocket attack"),
        # What is answered is told by a pronoun or by the place alone.
        ("Rockets hit Orsa on Monday.\n\nThe air strike was a response to it.", "air strike", "hit"),
        ("Rockets hit Orsa on Monday.\n\nJets bombed a depot in revenge for Orsa.", "bombed", "hit"),
        # Those who are struck are those who did it.
        ("Drones struck the militia that it holds responsible for the ambush.", "struck", "ambush"),
        # What is answered comes first.
        ("The ambush prompted air strikes on the valley.", "air strikes", "ambush"),
        ("The shelling was answered with a salvo of rockets.", "salvo", "shelling"),
        (
            "Having said the shelling would not go unpunished, the army of the north on Monday bombed Kyiv.",
            "bombed",
            "shelling",
        ),
        # An act is an answer by its own words.
        ("Rebels shelled a post near Orsa. The army returned fire.", "returned fire", "shelled"),
        ("Rebels bombed a convoy; helicopters strike back.", "strike back", "bombed"),
        (
            "Gunmen stormed a police post. Troops then raided two villages in reply, residents said.",
            "raided",
            "stormed",
        ),
        ("Iran fired missiles at a base. The U.S. launched a counterattack on a depot.", "counterattack", "fired"),
        ("The army hit back on Friday after rebels had bombed its barracks.", "hit back", "bombed"),
        ("Rebels shelled the town; the guns were silenced by answering fire.", "fire", "shelled"),
        # Order in time is an answer where somebody strikes at once, or where those struck strike.
        ("Turkish jets struck camps in Syria a week after the bomb attack in Istanbul.", "struck", "bomb attack"),
        ("The air raid came hours after gunmen attacked a police post.", "air raid", "attacked"),
        ("The air raid came only after rebels had ambushed a patrol.", "air raid", "ambushed"),
    ],
)
def test_words_that_make_an_answer(text: str, answer: str, answered: str) -> None:
    assert (answer, answered) in pairs(text)


@pytest.mark.parametrize(
    "text",
    [
        "The air strikes were not a response to the ambush.",
        "The air strikes had never been in retaliation for the ambush, the ministry said.",
        "The ministry denied that the air strikes were in response to the ambush.",
        "It is unclear whether the air strike was in response to the ambush.",
        "The air raid came three weeks after an ambush on the coast road.",
        "The spokesman answered that rebels had shelled the town after the air strike.",
        "Rebels shelled the town. It reserves the right to respond to attacks.",
        "The group said it was behind the bombing and that it had attacked the post.",
    ],
)
def test_words_that_make_none(text: str) -> None:
    assert pairs(text) == []


def test_a_denied_answer_is_kept_apart_from_one_that_is_said() -> None:
    text = "The air strikes were not a response to the ambush. They were in revenge for the bombing of Orsa."
    document = segment(report_of(text))
    ties = answer_ties(lines(document), mentions(text))
    said = {(tie.answer.trigger[0].text, tie.answered.trigger[0].text): tie.denied for tie in ties}
    assert said == {("air strikes", "ambush"): True, ("air strikes", "bombing"): False}


def test_not_only_is_no_denial() -> None:
    assert pairs("The air strikes were not only a response to the ambush.") == [("air strikes", "ambush")]


def test_what_an_act_answers_has_happened_though_it_is_told_in_general() -> None:
    found = mentions("Jets bombed two camps in response to attacks on its bases.")
    assert [m.reality for m in found] == ["happened", "happened"]


def test_what_answers_stands_after_what_is_answered_in_the_story_not_in_the_text() -> None:
    found = mentions("The operation began.\n\nUS jets bombed a store hours after militants attacked US troops.")
    bombed = next(m for m in found if m.trigger[0].text == "bombed")
    attacked = next(m for m in found if m.trigger[0].text == "attacked")
    assert bombed.answers == (attacked.id,)
    assert attacked.answers == ()
