"""Every form in which a toll is told, one sentence a form: outcome, range, who, whole or part, and hedge."""

import pytest

from tests.read.figures.builders import figures_of

Form = tuple[str, int | None, int | None, str, bool, str | None]
"""Outcome, low, high, who, partial, hedge."""

FORMS: list[tuple[str, list[Form]]] = [
    ("The blast killed seventeen people.", [("killed", 17, 17, "people", False, None)]),
    ("Some 1.2 thousand people were wounded.", [("wounded", 1200, 1200, "people", False, "some")]),
    ("A dozen shepherds were killed.", [("killed", 12, 12, "people", False, None)]),
    ("Half a dozen shepherds died.", [("killed", 6, 6, "people", False, None)]),
    ("Scores of miners were injured.", [("wounded", None, None, "civilians", False, "scores")]),
    ("Dozens were killed.", [("killed", None, None, "people", False, "dozens")]),
    ("No one was killed.", [("killed", 0, 0, "people", False, None)]),
    ("Nobody was hurt.", [("wounded", 0, 0, "people", False, None)]),
    ("Both pilots died.", [("killed", 2, 2, "soldiers", False, None)]),
    ("A family of five was killed.", [("killed", 5, 5, "civilians", False, None)]),
    (
        "His wife and two children were killed.",
        [("killed", 1, 1, "women", True, None), ("killed", 2, 2, "children", True, None)],
    ),
    (
        "Three people, including a commander, were killed.",
        [("killed", 3, 3, "people", False, None), ("killed", 1, 1, "soldiers", True, None)],
    ),
    (
        "The raid killed 16 people, among them four children.",
        [("killed", 16, 16, "people", False, None), ("killed", 4, 4, "children", True, None)],
    ),
    (
        "Officials raised the toll to 22 from 17.",
        [("killed", 22, 22, "people", False, None), ("killed", 17, 17, "people", False, None)],
    ),
    ("At least nine miners died.", [("killed", 9, None, "civilians", False, "at least")]),
    ("More than 40 miners died.", [("killed", 41, None, "civilians", False, "more than")]),
    ("Up to 20 fishermen are missing.", [("missing", None, 20, "civilians", False, "up to")]),
    ("Nearly 300 students were abducted.", [("captured", None, 300, "civilians", False, "nearly")]),
    ("About 50 porters were wounded.", [("wounded", 50, 50, "people", False, "about")]),
    ("Between 10 and 15 guards were killed.", [("killed", 10, 15, "soldiers", False, None)]),
    (
        "An unspecified number of guards were wounded.",
        [("wounded", None, None, "soldiers", False, "an unspecified number")],
    ),
    ("There were no civilian casualties.", [("killed", 0, 0, "civilians", False, None)]),
    (
        "Twenty-three porters and a nurse were killed.",
        [("killed", 23, 23, "people", True, None), ("killed", 1, 1, "medical staff", True, None)],
    ),
    ("Hundreds of villagers were wounded.", [("wounded", None, None, "civilians", False, "hundreds")]),
    ("Several children were among the dead.", [("killed", None, None, "children", True, "several")]),
    ("Fewer than 10 soldiers died.", [("killed", None, 9, "soldiers", False, "fewer than")]),
    ("Not a single soldier was killed.", [("killed", 0, 0, "soldiers", False, None)]),
    ("Two of the wounded later died.", [("killed", 2, 2, "people", True, None)]),
    ("A hundred and twenty people were killed.", [("killed", 120, 120, "people", False, None)]),
    ("Five or six people were killed.", [("killed", 5, 6, "people", False, None)]),
    ("10-15 people were wounded.", [("wounded", 10, 15, "people", False, None)]),
    (
        "Killed were three guards and a nurse.",
        [("killed", 3, 3, "soldiers", True, None), ("killed", 1, 1, "medical staff", True, None)],
    ),
    ("The killing of four teachers shocked the town.", [("killed", 4, 4, "civilians", False, None)]),
    ("Gunmen shot dead two nurses.", [("killed", 2, 2, "medical staff", False, None)]),
    ("Gunmen kidnapped 30 pupils.", [("captured", 30, 30, "children", False, None)]),
    ("Twelve divers remain missing.", [("missing", 12, 12, "people", False, None)]),
    ("As many as 60 traders were killed.", [("killed", None, 60, "civilians", False, "as many as")]),
    ("An estimated 70 traders were killed.", [("killed", 70, 70, "civilians", False, "an estimated")]),
    ("Four more people died in hospital.", [("killed", 4, 4, "people", True, None)]),
    (
        "Sixteen died, seven of them women.",
        [("killed", 16, 16, "people", False, None), ("killed", 7, 7, "women", True, None)],
    ),
    (
        "Six people died. Two of them were children.",
        [("killed", 6, 6, "people", False, None), ("killed", 2, 2, "children", True, None)],
    ),
    (
        "One soldier was killed and three others were wounded.",
        [("killed", 1, 1, "soldiers", False, None), ("wounded", 3, 3, "people", False, None)],
    ),
    (
        "The attack left eight dead and 20 wounded.",
        [("killed", 8, 8, "people", False, None), ("wounded", 20, 20, "people", False, None)],
    ),
    ("The army lost 12 men.", [("killed", 12, 12, "men", False, None)]),
    ("No fewer than 14 farmers were slain.", [("killed", 14, None, "civilians", False, "no fewer than")]),
    (
        "A couple and their daughter were killed.",
        [("killed", 2, 2, "civilians", True, None), ("killed", 1, 1, "children", True, None)],
    ),
    ("Eight bodies were pulled from the rubble.", [("killed", 8, 8, "people", False, None)]),
    ("A bomb claimed the lives of 11 worshippers.", [("killed", 11, 11, "civilians", False, None)]),
    ("A teacher was killed.", [("killed", 1, 1, "civilians", False, None)]),
    ("The toll stands at 33.", [("killed", 33, 33, "people", False, None)]),
    ("It killed three, all of them police.", [("killed", 3, 3, "people", False, None)]),
    ("Roughly two dozen rebels were captured.", [("captured", 24, 24, "fighters", False, "roughly")]),
    ("The raid killed only one fighter.", [("killed", 1, 1, "fighters", False, None)]),
    ("Over a hundred people have been injured.", [("wounded", 101, None, "people", False, "over")]),
    (
        "Seven fighters, three of whom were commanders, died.",
        [("killed", 7, 7, "fighters", False, None), ("killed", 3, 3, "soldiers", True, None)],
    ),
    (
        "The number of dead rose to 12, up from nine on Monday.",
        [("killed", 12, 12, "people", False, None), ("killed", 9, 9, "people", False, None)],
    ),
    ("A total of 18 police officers were taken hostage.", [("captured", 18, 18, "police", False, None)]),
    ("Twenty or so goatherds were hurt.", [("wounded", 20, 20, "people", False, "or so")]),
    ("Upwards of 200 people perished.", [("killed", 201, None, "people", False, "upwards of")]),
    ("The mayor and five of his guards were killed.", [("killed", 5, 5, "soldiers", False, None)]),
    (
        "Nine people, four of them children, were killed.",
        [("killed", 9, 9, "people", False, None), ("killed", 4, 4, "children", True, None)],
    ),
    (
        "The victims were two sisters and their brother.",
        [("killed", 2, 2, "women", True, None), ("killed", 1, 1, "civilians", True, None)],
    ),
    (
        "The blast killed a mother, her baby and four neighbours.",
        [
            ("killed", 1, 1, "women", True, None),
            ("killed", 1, 1, "children", True, None),
            ("killed", 4, 4, "civilians", True, None),
        ],
    ),
    ("Tens of thousands have been killed in the war.", [("killed", None, None, "people", False, "tens of thousands")]),
]

NONE = [
    "A third of the porters died.",
    "The third soldier killed this week was a cook.",
    "Some 900 troops are based there, 40 of them medics.",
    "They could kill 300 people.",
]


@pytest.mark.parametrize(("text", "expected"), FORMS)
def test_a_form_is_read(text: str, expected: list[Form]) -> None:
    stated = [figure for figure in figures_of(text) if not figure.addends]
    assert [(f.outcome, f.low, f.high, f.who, f.partial, f.hedge) for f in stated] == expected


@pytest.mark.parametrize("text", NONE)
def test_a_share_an_ordinal_and_a_force_are_no_toll(text: str) -> None:
    assert figures_of(text) == ()
