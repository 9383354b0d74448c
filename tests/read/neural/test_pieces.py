"""Cutting a text into pieces: offsets are those of the text, paragraphs stay apart, and case is not forgotten."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

from rashomon.model import Report
from rashomon.read.neural.pieces import (
    CASES,
    HIGHEST_LETTER,
    PARAGRAPH,
    Pieces,
    cases,
    continuations,
    cut,
    id_of,
)
from rashomon.read.segment import segment
from rashomon.shipped import models_folder
from tests.strategies import TEXTS

OWN = Tokenizer.from_file(str(models_folder() / "tokenizer.json"))
LETTERS = st.text(st.sampled_from("abzABZ019.-'éÉßǅñ\u0628\u2019\U0001f4a5\ud83d中"), max_size=12)
LINES = st.lists(st.text(st.sampled_from("abcÄé \t-.9\u0628\U0001f4a5\ud83d\u0301"), max_size=12), max_size=6)


def read(text: str, *, furniture: tuple[tuple[int, int], ...] = (), tokenizer: Tokenizer = OWN) -> Pieces:
    """The pieces of a report's paragraphs."""
    bare = Report(id="r1", name="test", sha256="", text=text, media_type="text/plain", origin="test.txt")
    spans = tuple(bare.span(start, end) for start, end in furniture)
    report = Report(
        id="r1", name="test", sha256="", text=text, media_type="text/plain", origin="test.txt", furniture=spans
    )
    return cut(text, segment(report).paragraphs, tokenizer)


def words(text: str, pieces: Pieces) -> list[str]:
    return [text[start:end] for start, end in zip(pieces.start, pieces.end, strict=True)]


def case_of(word: str) -> str:
    """The case of a word as one would tell it by looking at it."""
    looked_at = [letter for letter in word if ord(letter) < HIGHEST_LETTER]
    lower = [letter for letter in looked_at if letter.islower()]
    upper = [letter for letter in looked_at if letter.isupper()]
    if word[0] in looked_at and word[0].isdigit():
        return "digit"
    if not lower and not upper:
        return "none"
    if not upper:
        return "lower"
    if len(upper) == 1 and word[0] in upper:
        return "title"
    return "mixed" if lower or len(upper) == 1 else "upper"


@pytest.mark.parametrize(
    ("word", "case"),
    [
        ("strike", "lower"), ("Strike", "title"), ("A", "title"), ("NATO", "upper"), ("McKay", "mixed"),
        ("iPad", "mixed"), ("aB", "mixed"), ("12th", "digit"), ("T-72", "title"), ("BM-21", "upper"), ("-", "none"),
        ("\u0628\u0627", "none"), ("Éire", "title"), ("\U0001f4a5", "none"), ("'n", "lower"),
    ],
)  # fmt: skip
def test_the_case_of_a_word(word: str, case: str) -> None:
    assert case_of(word) == case
    assert CASES[cases(word, np.array([0]), np.array([len(word)]))[0]] == case


@given(st.lists(LETTERS.filter(bool), min_size=1, max_size=8))
def test_cases_are_those_that_one_sees(drawn: list[str]) -> None:
    text = " ".join(drawn)
    ends = np.cumsum([len(word) + 1 for word in drawn]) - 1
    starts = ends - [len(word) for word in drawn]
    assert [CASES[case] for case in cases(text, starts, ends)] == [case_of(word) for word in drawn]


def test_every_piece_of_a_word_has_the_words_case() -> None:
    text = "the Tatarigami shouted"
    pieces = read(text)
    assert words(text, pieces) == text.split()
    of_second = pieces.case[pieces.first[1] : pieces.first[2]]
    assert len(of_second) > 1
    assert set(of_second) == {CASES.index("title")}


def test_words_are_cut_at_marks_and_stand_where_they_stood() -> None:
    text = 'Police said: "We don\'t know."'
    found = words(text, read(text))
    assert found == ["Police", "said", ":", '"', "We", "don", "'", "t", "know", ".", '"']


def test_paragraphs_are_numbered_and_kept_apart_by_a_mark_of_their_own() -> None:
    text = "One here.\n\nTwo there.\nThree"
    pieces = read(text)
    assert pieces.paragraph.tolist() == [0, 0, 0, 1, 1, 1, 2]
    mark = id_of(PARAGRAPH, OWN)
    (marks,) = np.nonzero(pieces.ids == mark)
    assert len(marks) == 2
    assert not set(marks) & set(pieces.first)
    assert [int(np.sum(pieces.first < place)) for place in marks] == [3, 6]
    assert pieces.case[marks].tolist() == [CASES.index("none")] * 2


def test_furniture_has_no_pieces() -> None:
    text = "Share this page\nShells fell on Karsa."
    assert words(text, read(text, furniture=((0, 15),))) == ["Shells", "fell", "on", "Karsa", "."]
    after = "Shells fell on Karsa. Share this page\nThe end"
    assert words(after, read(after, furniture=((22, 37),))) == ["Shells", "fell", "on", "Karsa", ".", "The", "end"]
    cut_through = read("Shells fell on Karsa.", furniture=((0, 9),))
    assert (cut_through.start.min(), len(cut_through.first)) == (12, 3)


@pytest.mark.parametrize("text", ["", " \n\t\r\n", "\u0301", "\x00\x07"])
def test_a_text_without_words_has_no_pieces(text: str) -> None:
    pieces = read(text)
    assert len(pieces) == 0
    assert [len(part) for part in (pieces.case, pieces.first, pieces.start, pieces.end, pieces.paragraph)] == [0] * 5


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("blast 💥 here", ["blast", "💥", "here"]),
        ("قال الجيش ok", ["قال", "الجيش", "ok"]),
        ("half \ud83d a pair", ["half", "a", "pair"]),
        ("one\r\ntwo\r\n", ["one", "two"]),
        ("w" * 5000 + " end", ["w" * 5000, "end"]),
        ("ab" * 60 + "-x", ["ab" * 60, "-", "x"]),
        ("İzmir çok", ["İzmir", "çok"]),
        ("\ufeffKarsa", ["\ufeffKarsa"]),
    ],
)
def test_odd_letters_move_no_offset(text: str, expected: list[str]) -> None:
    assert [word.strip("\ufeff") for word in words(text, read(text))] == [word.strip("\ufeff") for word in expected]


@given(TEXTS | LINES.map("\n".join) | LINES.map("\r\n".join))
def test_words_stand_in_their_paragraphs_in_order(text: str) -> None:
    paragraphs = [(number, bounds) for number, bounds in enumerate(read_paragraphs(text))]
    pieces = read(text)
    last = 0
    for start, end, number in zip(pieces.start, pieces.end, pieces.paragraph, strict=True):
        left, right = paragraphs[number][1]
        assert max(last, left) <= start < end <= right
        last = start
    assert (np.diff(pieces.first) > 0).all()
    assert (np.diff(pieces.paragraph) >= 0).all()
    assert len(pieces.ids) == len(pieces.case)
    marks = pieces.ids == id_of(PARAGRAPH, OWN)
    assert marks.sum() == (np.diff(pieces.paragraph) > 0).sum()
    assert not marks[pieces.first].any()


def read_paragraphs(text: str) -> tuple[tuple[int, int], ...]:
    report = Report(id="r1", name="test", sha256="", text=text, media_type="text/plain", origin="test.txt")
    return segment(report).paragraphs


def small(*pieces: str) -> Tokenizer:
    """A tokenizer of few pieces."""
    vocabulary = {piece: number for number, piece in enumerate(("[UNK]", PARAGRAPH, *pieces))}
    found = Tokenizer(WordPiece(vocabulary, unk_token="[UNK]"))
    found.normalizer, found.pre_tokenizer = BertNormalizer(), BertPreTokenizer()
    return found


def test_what_is_left_of_a_word_behind_furniture_is_a_word() -> None:
    pieces = read("tokens", furniture=((2, 5),), tokenizer=small("to", "##ken", "##s"))
    assert words("tokens", pieces) == ["to", "s"]
    assert pieces.paragraph.tolist() == [0, 1]


def test_two_vocabularies_are_not_mixed_up() -> None:
    """Not even where the second tokenizer lies where the first one lay before it was freed."""
    for _ in range(20):
        one = small("##ken", "to")
        assert continuations(one).tolist() == [False, False, True, False]
        del one
        other = small("to", "##ken", "##s")
        assert words("tokens to", read("tokens to", tokenizer=other)) == ["tokens", "to"]
        assert continuations(other).tolist() == [False, False, False, True, True]
        del other


def test_a_vocabulary_without_a_needed_piece_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match=r"no piece '\[SEP\]'"):
        id_of("[SEP]", small("to"))
