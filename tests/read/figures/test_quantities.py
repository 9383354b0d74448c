"""Planted numbers are read back: figures, words, hedges, ranges."""

from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.codebook.casualties import casualty_words
from rashomon.read.figures.line import lines_of
from rashomon.read.figures.people import all_people, read_people
from tests.read.figures.builders import document_of, figures_of, told

UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()

Hedge = Literal["", "at least ", "more than ", "up to ", "fewer than ", "about ", "as many as ", "no fewer than "]
HEDGES: dict[str, tuple[int | None, int | None]] = {
    "": (0, 0),
    "at least ": (0, None),
    "no fewer than ": (0, None),
    "more than ": (1, None),
    "over ": (1, None),
    "up to ": (None, 0),
    "as many as ": (None, 0),
    "fewer than ": (None, -1),
    "about ": (0, 0),
    "around ": (0, 0),
}
CLAUSES = [
    ("{} civilians were killed in the strike.", "killed"),
    ("The strike killed {} people.", "killed"),
    ("The strike left {} dead.", "killed"),
    ("Officials put the death toll at {}.", "killed"),
    ("Shells hit the camp, wounding {}.", "wounded"),
    ("{} soldiers were injured in the ambush.", "wounded"),
    ("{} sailors are missing.", "missing"),
    ("The rebels kidnapped {} villagers.", "captured"),
]


def words_for(number: int) -> str:
    """An English cardinal up to 999,999."""
    if number < 20:
        return UNITS[number]
    if number < 100:
        tens, unit = divmod(number, 10)
        return TENS[tens - 2] + (f"-{UNITS[unit]}" if unit else "")
    if number < 1000:
        hundreds, rest = divmod(number, 100)
        return f"{UNITS[hundreds]} hundred" + (f" and {words_for(rest)}" if rest else "")
    thousands, rest = divmod(number, 1000)
    return f"{words_for(thousands)} thousand" + (f" {words_for(rest)}" if rest else "")


def bound(number: int, shift: int | None) -> int | None:
    return None if shift is None else number + shift


@given(number=st.integers(2, 99_999), clause=st.sampled_from(CLAUSES), hedge=st.sampled_from(sorted(HEDGES)))
def test_a_planted_number_is_read_back(number: int, clause: tuple[str, str], hedge: str) -> None:
    for spelled in {words_for(number), f"{number:,}"}:
        text = clause[0].format(hedge + spelled)
        figure = figures_of(text[0].upper() + text[1:])[0]
        assert (figure.outcome, figure.low, figure.high) == (
            clause[1],
            bound(number, HEDGES[hedge][0]),
            bound(number, HEDGES[hedge][1]),
        )
        assert text[figure.span.start : figure.span.end].lower() == figure.span.text.lower()


@given(
    low=st.integers(2, 60), more=st.integers(1, 40), form=st.sampled_from(["between {} and {}", "{} to {}", "{}-{}"])
)
def test_a_range_is_read_back(low: int, more: int, form: str) -> None:
    figure = figures_of(f"Doctors said {form.format(low, low + more)} people were wounded.")[0]
    assert (figure.low, figure.high) == (low, low + more)


@pytest.mark.parametrize(
    ("phrase", "low", "high"),
    [
        ("5 or 6 people", 5, 6),
        ("two dozen people", 24, 24),
        ("half a dozen people", 6, 6),
        ("a hundred or so people", 100, 100),
        ("1.2 thousand people", 1200, 1200),
        ("seventeen people or more", 17, None),
        ("17 or more people", 17, None),
        ("six people at least", 6, None),
        ("over 60 people", 61, None),
        ("nearly 150 people", None, 150),
        ("only one guard", 1, 1),
        ("all 33 hijackers", 33, 33),
        ("a total of 67 people", 67, 67),
    ],
)
def test_a_hedge_bounds_the_range(phrase: str, low: int | None, high: int | None) -> None:
    assert told(f"The army said {phrase} died.") == [(phrase, "killed", low, high)]


def test_a_hedge_is_kept_where_it_does_not_bound() -> None:
    assert figures_of("About 50 people were killed.")[0].hedge == "about"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("In August 51 soldiers died.", 51),
        ("A raid in October 2017 killed 587 people.", 587),
        ("At 8:30 the M23 rebels killed 9 people.", 9),
        ("On 29 August a raid killed 10 people.", 10),
        ("The twelve teenagers below 16 were killed.", 12),
    ],
)
def test_dates_times_names_and_ages_are_not_taken_for_counts(text: str, number: int) -> None:
    assert [(figure.low, figure.high) for figure in figures_of(text)] == [(number, number)]


@given(st.text(alphabet="0123456789 killed.,-:()“” of at least people were and\n", max_size=120))
def test_any_text_is_read_and_spans_are_the_texts_own(text: str) -> None:
    for figure in figures_of(text):
        assert text[figure.span.start : figure.span.end] == figure.span.text
        assert figure.low is None or figure.high is None or 0 <= figure.low <= figure.high


COUNTING = st.sampled_from(
    "at least seventeen 5 or 6 dozens of no half a dozen another his wife people killed between three and nine , : "
    "scores dead both brothers any nobody the 1,200 without more than soldiers some most".split()
)


@given(st.lists(COUNTING, min_size=1, max_size=12).map(" ".join))
def test_people_are_counted_wherever_they_can_be(text: str) -> None:
    """Only some words are tried as the first of a count: no other word begins one."""
    for sentence in document_of(text).sentences:
        for line in lines_of(sentence, casualty_words()):
            starts = {position for position in range(len(line.words)) if read_people(line, position)}
            reached = {position for group in all_people(line) for position in range(group.start, group.end + 1)}
            assert not starts or min(starts) in reached
