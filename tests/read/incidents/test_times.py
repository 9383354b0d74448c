"""The grammar of time phrases."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.read.incidents import time_phrases
from rashomon.read.incidents.times import NEVER_FIRST, PATTERNS
from rashomon.read.segment import segment
from tests.read.incidents.reading import report_of


def phrases(text: str) -> list[str]:
    return [span.text for span in time_phrases(segment(report_of(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The depot burned on Thursday.", ["on Thursday"]),
        ("Jets came early on Friday local time over the hills.", ["early on Friday local time"]),
        ("It fell at 00:15 local time on Wednesday.", ["at 00:15 local time on Wednesday"]),
        ("The bus burned on 9 August 2018 near Dahyan.", ["on 9 August 2018"]),
        ("The camp fell in December 2017.", ["in December 2017"]),
        ("Thursday's attack was the first.", ["Thursday's"]),
        ("The minister spoke of last night’s strikes.", ["last night’s"]),
        ("A day earlier two men had died.", ["A day earlier"]),
        ("They left the day before, in silence.", ["the day before"]),
        ("More than 90 raids since mid-October, he counted.", ["since mid-October"]),
        ("Over the last month the road was closed.", ["Over the last month"]),
        ("It happened late on Tuesday (July 2) in the town.", ["late on Tuesday (July 2)"]),
        ("A blast at about 2.30pm on Monday shook it.", ["at about 2.30pm on Monday"]),
        ("He was shot at 7:20 p.m. Baghdad time.", ["at 7:20 p.m. Baghdad time"]),
        ("In the night to Saturday sirens went off.", ["In the night to Saturday"]),
        ("The toll of Oct. 10, 2015, still stands.", ["Oct. 10, 2015"]),
        ("It rang overnight and again early Wednesday.", ["overnight", "early Wednesday"]),
        ("In recent days and weeks they returned.", ["In recent days and weeks"]),
        ("Two weeks ago the bridge fell.", ["Two weeks ago"]),
        ("At dawn the tanks moved.", ["At dawn"]),
    ],
)
def test_a_time_is_cut_as_people_say_it(text: str, expected: list[str]) -> None:
    assert phrases(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "They may march to the palace.",
        "He may be the second to die.",
        "The worst flood in years hit the north.",
        "Mr May and the March family were there.",
        "About 40 people were hurt.",
    ],
)
def test_what_is_no_time(text: str) -> None:
    assert phrases(text) == []


def test_phrases_stand_where_they_say() -> None:
    text = "On Sunday it began.\n\nA day later, on 3 May, it ended."
    spans = time_phrases(segment(report_of(text)))
    assert [text[s.start : s.end] for s in spans] == ["On Sunday", "A day later", "on 3 May"]


@given(st.sampled_from(sorted(NEVER_FIRST)), st.text("wupretoTnqabf&hzivmycdkxX,.:()-", max_size=12))
def test_no_phrase_begins_where_none_is_tried(first: str, rest: str) -> None:
    assert not any(pattern.match(first + rest) for pattern in PATTERNS)
