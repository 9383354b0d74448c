"""Contents and quotation marks: quotations are taken whole, and nothing else moves."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.read.attribution.marks import NEARLY, PARTLY, with_marks
from rashomon.read.document import Document, Quotation
from tests.builders import make_report
from tests.read.attribution.reading import document_of

TEXT = 'The mayor said "the bridge is gone" and that "no one will build it again" this year.'


def widened(text: str, *pieces: str, cues: tuple[str, ...] = ("is", "no")) -> list[str]:
    """The contents, given and returned as words of a text; in either quotation of `TEXT` somebody else speaks."""
    document = document_of(text)
    here, there = ([(text.index(w), text.index(w) + len(w)) for w in words if w in text] for words in (pieces, cues))
    found = with_marks(document, tuple(here), there)
    return [text[start:end] for start, end in found]


@pytest.mark.parametrize(
    ("read", "expected"),
    [
        (("the bridge is gone",), ['"the bridge is gone"']),
        (("the bridge is",), ["the bridge is"]),
        (("he bridge is gon",), ['"the bridge is gone"']),
        (('"the bridge is gone"',), ['"the bridge is gone"']),
        (("that",), ["that"]),
        (
            ("the bridge is gone", "no one will build it again"),
            ['"the bridge is gone"', '"no one will build it again"'],
        ),
        (('bridge is gone" and that "no one will build',), ['bridge is gone" and that "no one will build']),
        (('the bridge is gone" and that "no one will build it again',), [TEXT[15:73]]),
        (("no one will build it again", "this year"), ['"no one will build it again"', "this year"]),
        ((), []),
    ],
)
def test_a_content_takes_the_quotations_that_it_nearly_covers(read: tuple[str, ...], expected: list[str]) -> None:
    assert widened(TEXT, *read) == expected


@pytest.mark.parametrize("read", ["the bridge", "is gone", "gone"])
def test_a_part_stands_for_a_quotation_in_which_nobody_else_speaks(read: str) -> None:
    assert widened(TEXT, read, cues=()) == ['"the bridge is gone"']
    assert widened(TEXT, read, cues=("said", "that", "build")) == ['"the bridge is gone"']
    assert widened(TEXT, read, cues=("bridge",)) == [read]


def test_a_speck_does_not_stand_for_a_quotation() -> None:
    assert widened(TEXT, "is", cues=()) == ["is"]


def test_pieces_that_meet_are_one() -> None:
    assert widened(TEXT, '"the bridge is ', "the bridge is gone") == ['"the bridge is gone"']
    assert widened(TEXT, "this ", "year") == ["this year"]


def test_a_quotation_that_is_not_closed_is_taken_to_its_end() -> None:
    text = 'The mayor said: "The bridge is gone.\n\n"Nobody will build it again," he said.'
    assert widened(text, "The bridge is gone.") == ['"The bridge is gone.']


TWENTY = Document(
    report=make_report("x" * 60),
    paragraphs=((0, 60),),
    sentences=(),
    quotations=tuple(Quotation(start, start + 10, True) for start in (5, 20, 40)),
)


@given(
    st.lists(st.tuples(st.integers(0, 59), st.integers(1, 40)).map(lambda p: (p[0], min(60, p[0] + p[1]))), max_size=4)
)
def test_every_content_is_kept_and_grows_by_nothing_but_quotations(pieces: list[tuple[int, int]]) -> None:
    found = with_marks(TWENTY, tuple(pieces), [(q.start, q.end) for q in TWENTY.quotations if q.start == 20])
    asked = {offset for start, end in pieces for offset in range(start, end)}
    given_back = {offset for start, end in found for offset in range(start, end)}
    assert asked <= given_back
    quotations = [set(range(q.start, q.end)) for q in TWENTY.quotations]
    grown = [q for q in quotations if q - asked and q <= given_back]
    assert given_back - asked <= {offset for q in grown for offset in q}
    needed = {id(q): NEARLY if 20 in q else PARTLY for q in grown}
    assert all(any(len(q & set(range(*piece))) >= needed[id(q)] * len(q) for piece in pieces) for q in grown)
    assert all(left[1] < right[0] for left, right in pairwise(found))
