from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.errors import SpanMistaken
from rashomon.model import Span, within, words_of
from tests.builders import find, make_report
from tests.strategies import TEXTS

REPORT = make_report("  Two soldiers were hurt near Erbil.\n", name="erbil")
OFFSETS = st.integers(-5, 65)


@given(TEXTS, OFFSETS, OFFSETS)
def test_a_report_makes_exactly_the_spans_that_stand_in_it(text: str, start: int, end: int) -> None:
    report = replace(REPORT, text=text)
    if 0 <= start < end <= len(text):
        assert report.span(start, end).text == text[start:end]
        assert report.holds(report.span(start, end))
    else:
        with pytest.raises(SpanMistaken, match="'erbil' has"):
            report.span(start, end)


@given(TEXTS, OFFSETS.filter(lambda n: n >= 0), OFFSETS)
def test_a_trimmed_span_has_no_white_space_at_its_ends(text: str, start: int, end: int) -> None:
    start, end = min(start, len(text)), min(max(start, end), len(text))
    span = replace(REPORT, text=text).trimmed(start, end)
    assert (span.text if span else "") == text[start:end].strip()
    assert span is None or start <= span.start < span.end <= end


@pytest.mark.parametrize(("start", "end", "text"), [(0, 0, ""), (3, 2, "x"), (-1, 1, "ab"), (0, 3, "ab"), (0, 1, "ab")])
def test_a_span_whose_parts_disagree_can_not_be_made(start: int, end: int, text: str) -> None:
    with pytest.raises(SpanMistaken):
        Span(start, end, text)


def test_a_report_does_not_hold_the_span_of_another() -> None:
    other = make_report("  Ten soldiers were hurt near Erbil.\n")
    assert REPORT.holds(find(other, "Erbil"))
    assert not REPORT.holds(find(other, "Ten"))


@given(st.tuples(OFFSETS, OFFSETS), st.tuples(OFFSETS, OFFSETS))
def test_overlap_and_cover_are_those_of_the_characters(left: tuple[int, int], right: tuple[int, int]) -> None:
    report = replace(REPORT, text="x" * 70)
    one, other = (report.span(abs(min(pair)), abs(min(pair)) + abs(max(pair)) % 5 + 1) for pair in (left, right))
    mine, theirs = set(range(one.start, one.end)), set(range(other.start, other.end))
    assert one.overlaps(other) == bool(mine & theirs)
    assert one.covers(other) == (theirs <= mine)


def test_pieces_lie_within_and_read_in_order() -> None:
    two, hurt, sentence = find(REPORT, "Two"), find(REPORT, "hurt"), REPORT.trimmed(0, len(REPORT.text))
    assert sentence is not None
    assert within((two, hurt), (sentence,))
    assert not within((two, sentence), (two, hurt))
    assert not within((), (sentence,))
    assert words_of((two, hurt)) == "Two hurt"


def test_marking_furniture_changes_nothing_else() -> None:
    marked = REPORT.with_furniture((find(REPORT, "Erbil"),))
    assert marked.furniture == (find(REPORT, "Erbil"),)
    assert replace(marked, furniture=()) == REPORT
