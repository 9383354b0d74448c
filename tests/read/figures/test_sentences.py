"""Golden sentences: one way of telling a toll each."""

import pytest

from tests.read.figures.builders import Told, figures_of, told

K, W, M, C = "killed", "wounded", "missing", "captured"

VERBS: list[tuple[str, list[Told]]] = [
    (
        "Two farmers were killed and seven others injured in the raid.",
        [("Two farmers", K, 2, 2), ("seven others injured", W, 7, 7)],
    ),
    ("The strike killed one fighter and wounded four.", [("one fighter", K, 1, 1), ("four", W, 4, 4)]),
    ("Shells fell on the market, killing six and wounding 12.", [("six", K, 6, 6), ("12", W, 12, 12)]),
    (
        "Nine sailors of the tanker died and 11 more were hurt.",
        [("Nine sailors", K, 9, 9), ("11 more", W, 11, 11)],
    ),
    ("Thirty-one people, a monitor said, lost their lives.", [("Thirty-one people", K, 31, 31)]),
    ("The ambush left 25 dead and 55 wounded.", [("25 dead", K, 25, 25), ("55 wounded", W, 55, 55)]),
    ("The ambush left three gendarmes dead.", [("three gendarmes", K, 3, 3)]),
    ("A contractor was killed by a rocket.", [("A contractor", K, 1, 1)]),
    ("A rocket killed a civilian contractor.", [("a civilian contractor", K, 1, 1)]),
    ("Police shot dead two robbers and arrested five men.", [("two robbers", K, 2, 2), ("five men", C, 5, 5)]),
    ("A teenager was shot dead at a checkpoint.", [("A teenager", K, 1, 1)]),
    ("The rebels abducted 20 pupils and two teachers.", [("20 pupils", C, 20, 20), ("two teachers", C, 2, 2)]),
    ("Two crewmen are missing and one is in hospital.", [("Two crewmen", M, 2, 2), ("one", W, 1, 1)]),
    ("A man wounded in the blast died overnight.", [("A man", K, 1, 1)]),
    ("As result perished 35 persons.", [("35 persons", K, 35, 35)]),
    ("The gunmen killed Mayor Ruiz and two guards.", [("two guards", K, 2, 2)]),
    ("It killed a family of nine.", [("a family of nine", K, 9, 9)]),
    ("Both soldiers died at the scene.", [("Both soldiers", K, 2, 2)]),
    ("One man died and another was injured.", [("One man", K, 1, 1), ("another", W, 1, 1)]),
    ("The bombs killed or wounded more than 150 people.", [("more than 150 people", K, 151, None)]),
]

NOUNS: list[tuple[str, list[Told]]] = [
    ("He confirmed 16 fatalities and 25 injuries.", [("16 fatalities", K, 16, 16), ("25 injuries", W, 25, 25)]),
    (
        "It led to the martyrdom of one guard and the injury of 18 others.",
        [("one guard", K, 1, 1), ("18 others", W, 18, 18)],
    ),
    ("The group confirmed the death of one of its fighters.", [("one of its fighters", K, 1, 1)]),
    ("The killing of three policemen set off a riot.", [("three policemen", K, 3, 3)]),
    ("The attack took the lives of eight nurses.", [("eight nurses", K, 8, 8)]),
    ("Rescuers pulled out 29 bodies.", [("29 bodies", K, 29, 29)]),
    ("The hospital took in 17 wounded passengers.", [("17 wounded passengers", W, 17, 17)]),
    ("The blast led to nine civilian deaths.", [("nine civilian deaths", K, 9, 9)]),
    ("Local sources put the dead at 17 or more.", [("17 or more", K, 17, None)]),
    ("The ministry raised the toll to 22 from 17.", [("22", K, 22, 22), ("17", K, 17, 17)]),
    ("The death toll rose to 9.", [("9", K, 9, 9)]),
    ("The number of people killed has reached 81.", [("81", K, 81, 81)]),
    ("The dead numbered 53 and the injured 75.", [("53", K, 53, 53), ("75", W, 75, 75)]),
]

HEADLINES: list[tuple[str, list[Told]]] = [
    ("Strike kills 5: ministry\n\nMore soon, the ministry said.", [("5", K, 5, 5)]),
    ("30 dead and 100 wounded in blast", [("30 dead", K, 30, 30), ("100 wounded", W, 100, 100)]),
    ("STRIKE ON PORT: AT LEAST 7 DEAD\n\nMore soon, the police said.", [("AT LEAST 7 DEAD", K, 7, None)]),
    ("Contractor killed in rocket attack\n\nMore soon, the army said.", [("Contractor", K, 1, 1)]),
    ("Three killed, six hurt in Quetta", [("Three killed", K, 3, 3), ("six hurt", W, 6, 6)]),
]

NOBODY: list[tuple[str, list[Told]]] = [
    ("There were no casualties.", [("no casualties", K, 0, 0)]),
    ("There were no civilian casualties.", [("no civilian casualties", K, 0, 0)]),
    ("No one was hurt.", [("No one", W, 0, 0)]),
    ("None of the passengers was hurt.", [("None of the passengers", W, 0, 0)]),
    ("The army denied that there had been any casualties.", [("any casualties", K, 0, 0)]),
    ("It fell in a field without causing casualties.", [("without causing casualties", K, 0, 0)]),
    ("No soldier was killed or injured.", [("No soldier", K, 0, 0), ("No soldier", W, 0, 0)]),
]

AGAINST: list[tuple[str, list[Told]]] = [
    ("Nine miners died, not 30, the mayor said.", [("Nine miners", K, 9, 9), ("30", K, 30, 30)]),
    ("The number of dead is 12 and not the 19 at first given.", [("12", K, 12, 12), ("the 19", K, 19, 19)]),
    ("Nine miners died, not in the pit but on the road to 30 Mile Camp.", [("Nine miners", K, 9, 9)]),
    ("Five drivers were hurt, two of them seriously.", [("Five drivers", W, 5, 5), ("two of them", W, 2, 2)]),
]

RETOLD: list[tuple[str, list[Told]]] = [
    ("Nine miners died. The owner puts it at 12.", [("Nine miners", K, 9, 9), ("12", K, 12, 12)]),
    ("Nine miners died. He doubted the figure of 30.", [("Nine miners", K, 9, 9), ("30", K, 30, 30)]),
    ("The toll stands at 22, up from 17.", [("22", K, 22, 22), ("17", K, 17, 17)]),
    ("The owner puts it at 12.", []),
    ("Nine miners died. Prices went up from 17.", [("Nine miners", K, 9, 9)]),
    ("The shell killed an old couple.", [("an old couple", K, 2, 2)]),
]

LISTS: list[tuple[str, list[Told]]] = [
    (
        "It killed 142 students, three policemen and a soldier.",
        [("142 students", K, 142, 142), ("three policemen", K, 3, 3), ("a soldier", K, 1, 1)],
    ),
    ("A driver and two guards were killed.", [("A driver", K, 1, 1), ("two guards", K, 2, 2)]),
    ("The strikes killed his wife and two children.", [("his wife", K, 1, 1), ("two children", K, 2, 2)]),
    (
        "Four people were killed in Lira and three others in Gulu.",
        [("Four people", K, 4, 4), ("three others", K, 3, 3)],
    ),
    (
        "Three relatives, a mother and two sons, were killed.",
        [("Three relatives", K, 3, 3)],
    ),
]

NOT_FIGURES = [
    "Some 2,500 troops are deployed there, and 900 across the border.",
    "The killing in 2020 of a general angered many.",
    "An earlier war, in October 2017, killed a dream.",
    "The 12-year-old was seen near brigades 45 and 46.",
    "More than 125 munitions hit 85 targets on 2 February.",
    "The second strike hit three houses and cost 4 million dollars.",
    "The army gave no casualty figures.",
    "They threatened to kill 20 villagers, and a bomb could kill hundreds.",
    "How many died is not known.",
    "Police seized two batteries and four pistols.",
    "He escaped without injury.",
    "Turnout was 40 percent in 7 of 12 districts.",
]


@pytest.mark.parametrize(("text", "expected"), VERBS + NOUNS + HEADLINES + NOBODY + AGAINST + RETOLD + LISTS)
def test_a_toll_is_read_as_it_is_told(text: str, expected: list[Told]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize("text", NOT_FIGURES)
def test_other_numbers_are_no_figures(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("It killed 12 people, three of them children.", ["three of them children"]),
        ("It killed 12 people, including five children.", ["five children"]),
        ("It killed 12 people, among them two women and a nurse.", ["two women", "a nurse"]),
        ("Fourteen people died, two of them women, and 108 others were hurt.", ["two of them women"]),
        ("Six of the dead were women.", ["Six of the dead"]),
        ("Two nurses were among the dead.", ["Two nurses"]),
        ("One more soldier has died.", ["One more soldier"]),
        ("One soldier and two guards of the embassy were killed, it said.", ["One soldier", "two guards"]),
        ("It killed 12 people.", []),
    ],
)
def test_a_part_of_a_toll_is_marked(text: str, parts: list[str]) -> None:
    assert [figure.span.text for figure in figures_of(text) if figure.partial] == parts


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Five policemen were killed.", "police"),
        ("Five police officers were killed.", "police"),
        ("Five Hezbollah fighters were killed.", "fighters"),
        ("Five were killed.", "people"),
        ("It killed one fighter and wounded four.", "fighters"),
        ("Five schoolchildren were killed.", "children"),
    ],
)
def test_who_is_a_short_word(text: str, who: str) -> None:
    assert figures_of(text)[-1].who == who


def test_a_part_takes_the_outcome_of_its_whole() -> None:
    text = "It killed 12 people and wounded 40, 16 of them children."
    assert told(text)[-1] == ("16 of them children", W, 16, 16)


def test_a_vague_word_is_kept_and_its_range_stays_open() -> None:
    killed, wounded = figures_of("Dozens were killed and several hundred wounded.")
    assert (killed.low, killed.high, killed.hedge) == (None, None, "dozens")
    assert (wounded.low, wounded.high, wounded.hedge) == (None, None, "several hundred")


def test_a_quotation_mark_inside_a_figure_is_closed() -> None:
    assert told("The channel spoke of more than 100 “martyrs” in the hall.")[0][0] == "more than 100 “martyrs”"


def test_a_part_does_not_say_whom_the_next_whole_counts() -> None:
    found = figures_of("The toll rose to 65, including 12 children, from an earlier count of 31, the ministry said.")
    assert [(figure.span.text, figure.who, figure.partial) for figure in found] == [
        ("65", "people", False),
        ("12 children", "children", True),
        ("31", "people", False),
    ]
