"""The annotator `mentions.rules.2`."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.codebook.names import words_in
from rashomon.codebook.time_phrases import phrases_in
from rashomon.model import Reading
from rashomon.read.mentions import MentionRules
from rashomon.read.mentions.times import may_tell_time
from rashomon.read.segment import segment
from tests.builders import make_report


def mentions(text: str) -> list[tuple[str, str]]:
    report = make_report(text)
    reading = MentionRules().annotate(segment(report), Reading(report=report.id, reader="test"))
    return [(mention.kind, mention.span.text) for mention in reading.mentions]


def test_its_name_tells_layer_method_and_version() -> None:
    assert MentionRules().name == "mentions.rules.2"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Rockets fell on Mosul airport in northern Iraq on Sunday night, the Iraqi army said.",
            [
                ("weapon", "Rockets"),
                ("place", "Mosul airport"),
                ("place", "northern Iraq"),
                ("time", "Sunday night"),
                ("actor", "Iraqi army"),
            ],
        ),
        ("Washington said nothing.", [("actor", "Washington")]),
        ("Troops from Mali crossed the Red Sea.", [("place", "Mali"), ("place", "Red Sea")]),
        ("Mali said that it may act.", [("actor", "Mali")]),
        ("He told us who fled, it is said.", []),
        ("Two Iraqi civilians died.", []),
        ("Iraq's Foreign Ministry spoke yesterday.", [("actor", "Iraq's Foreign Ministry"), ("time", "yesterday")]),
        ("A car bomb went off near Kirkuk.", [("weapon", "car bomb"), ("place", "Kirkuk")]),
    ],
)
def test_names_places_times_and_weapons_are_marked(text: str, found: list[tuple[str, str]]) -> None:
    assert mentions(text) == found


def test_a_surname_counts_after_the_full_name_or_a_title() -> None:
    assert ("actor", "Price") not in mentions("The Price of bread rose.")
    assert ("actor", "Price") in mentions("Ned Price spoke to the press. Later Price left.")


@pytest.mark.parametrize(
    "phrase",
    ["9 August 2018", "the day before yesterday", "two weeks ago", "the night of June 4", "June 4-5", "last month"],
)
def test_a_time_phrase_is_marked_whole(phrase: str) -> None:
    assert ("time", phrase) in mentions(f"The bridge fell on {phrase}, they said.")


@given(st.text(max_size=120))
def test_spans_are_the_reports_own_in_order_and_apart(text: str) -> None:
    report = make_report(text)
    reading = MentionRules().annotate(segment(report), Reading(report=report.id, reader="test"))
    spans = [mention.span for mention in reading.mentions]
    assert all(report.holds(span) for span in spans)
    assert all(left.end <= right.start for left, right in pairwise(spans))


@pytest.mark.parametrize(
    "phrase",
    "at dawn|before dawn|overnight|this evening|this afternoon|that morning|at midnight on Friday"
    "|during the night|in the early hours|at the weekend|ten years ago|a decade later|next Tuesday|tonight|tomorrow"
    "|since Sept.|by March|in mid-May|in 2016|5 August|2016-03-04|over the past month|a few weeks earlier".split("|"),
)
def test_a_phrase_alone_is_enough_to_look_for_it(phrase: str) -> None:
    assert phrases_in(phrase) and may_tell_time(words_in(phrase))


TIME_WORDS = st.sampled_from(
    "on Monday May march Sept. 5 24 2016 1990s last this earlier the week night ago two days since in of by mid- late "
    "overnight at before dawn hours yesterday's marines mayor decade Sundays 10am , -".split()
)


@given(st.lists(TIME_WORDS, max_size=6).map(" ".join))
def test_a_sentence_that_is_passed_over_holds_no_time_phrase(text: str) -> None:
    assert not phrases_in(text) or may_tell_time(words_in(text))
