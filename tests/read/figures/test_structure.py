"""How figures stand to one another: parts to a whole, a list to its sum, a revised toll to the one before it."""

import pytest

from rashomon.model import Figure, IncidentMention
from tests.read.figures.builders import document_of, figures_of


def _words(figures: tuple[Figure, ...], identity: str | None) -> str | None:
    return next((figure.span.text for figure in figures if figure.id == identity), None)


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("The raid killed 16 people, among them four children.", "four children", "16 people"),
        ("Three people, including a commander, were killed.", "a commander", "Three people"),
        ("Six people died. Two of them were children.", "Two of them", "Six people"),
        ("The raid killed five people: two women and three children.", "three children", "five people"),
        ("Ten died and another five were hurt, two of them seriously.", "two of them", "another five"),
        ("Two women and three children were killed.", "Two women", "Two women and three children"),
        ("Six people were hurt. Several children were among the dead.", "Several children", None),
    ],
)
def test_a_part_is_tied_to_its_whole(text: str, part: str, whole: str | None) -> None:
    figures = figures_of(text)
    [found] = [figure for figure in figures if figure.span.text == part]
    assert found.partial
    assert _words(figures, found.whole) == whole


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two women and three children were killed.", (5, 5)),
        ("At least two women and three children were killed.", (5, None)),
        ("A mother, her baby and four neighbours were killed.", (6, 6)),
        ("Four people were killed in Lira and three others in Gulu.", (7, 7)),
    ],
)
def test_a_list_is_added_up_and_the_sum_marked_derived(text: str, expected: tuple[int, int | None]) -> None:
    raid = f"{text} The raid went on."
    start = raid.index("raid")
    event = IncidentMention(
        id="m1", trigger=(document_of(raid).span(start, start + 4),), type="other", reality="happened"
    )
    figures = figures_of(raid, (), (event,))
    [total] = [figure for figure in figures if figure.addends]
    assert ((total.low, total.high), total.status, total.partial) == (expected, "derived", False)
    assert [figure.id for figure in figures if figure.whole == total.id] == list(total.addends)


@pytest.mark.parametrize(
    "text",
    [
        "The raid killed five people: two women and three children.",
        "The raid killed a woman and wounded three men.",
        "Among the dead were two women and three children.",
        "Dozens of women and three children were killed.",
    ],
)
def test_nothing_is_added_up_where_a_whole_is_told_or_a_number_lacks(text: str) -> None:
    assert [figure for figure in figures_of(text) if figure.addends] == []


@pytest.mark.parametrize(
    ("text", "earlier", "now"),
    [
        ("Officials raised the toll to 22 from 17.", [17], [22]),
        ("The death toll climbed from nine to 12.", [9], [12]),
        ("The blast killed 12 people, up from nine on Monday.", [9], [12]),
        ("The toll, initially given as nine, was raised to 12.", [9], [12]),
        ("An earlier count had put the dead at nine.", [9], []),
        ("Earlier, nine people had been killed in another raid.", [], [9]),
        ("Nine pupils from 12 schools were killed.", [], [9]),
    ],
)
def test_an_updated_toll_keeps_both_values(text: str, earlier: list[int], now: list[int]) -> None:
    figures = figures_of(text)
    assert [figure.low for figure in figures if figure.earlier] == earlier
    assert [figure.low for figure in figures if not figure.earlier] == now


def test_a_revised_toll_keeps_the_words_for_its_time() -> None:
    now, before = figures_of("The toll rose to 12 on Tuesday, up from nine on Monday.")
    assert [figure.as_of and figure.as_of.text for figure in (now, before)] == ["Tuesday", "Monday"]


@pytest.mark.parametrize(
    "text",
    [
        "The raid came as attacks this year have killed 200 people.",
        "The raid is part of a civil war that has killed 900 people.",
    ],
)
def test_a_toll_of_a_year_or_a_war_is_background(text: str) -> None:
    start = text.index("raid")
    event = IncidentMention(
        id="m1", trigger=(document_of(text).span(start, start + 4),), type="other", reality="happened"
    )
    assert [figure.status for figure in figures_of(text, (), (event,))] == ["background"]


def test_a_part_that_is_spoken_of_again_stays_a_part() -> None:
    told, again = figures_of(
        "The army said six of those killed were gunmen. A union said the six named were killed later."
    )
    assert (told.partial, again.span.text, again.partial) == (True, "the six named", True)
    whole, again = figures_of("The raid killed 12 people. Kin of the 12 dead came.")
    assert (whole.partial, again.partial) == (False, False)
