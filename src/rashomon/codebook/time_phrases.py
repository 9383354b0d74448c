"""A text cut into the tokens of time phrases, and the phrases that stand in it."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from rashomon.codebook.times import SHAPES, Form, Known, load_times

TOKEN = re.compile(
    r"(?P<iso>\d{4}-\d\d-\d\d(?!\d))|(?P<slashed>\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d\d)(?!\d|\.\d))|(?P<clock>\d{1,2}:\d\d(?!\d))"
    r"|(?P<dated>\d{1,2}\.\d\d(?!\d))|(?P<decade>(?:\d\d\d0|['\u2019]?\d0)['\u2019]?s\b)|(?P<nth>\d{1,2}(?:st|nd|rd|th)\b)"
    r"|(?P<figures>\d+(?:,\d{3})*)|(?P<halfday>[ap]\.\s?m\b\.?)|(?P<possessive>['\u2019]s\b)"
    r"|(?P<word>[^\W\d_]+(?:['\u2019](?!s\b)[^\W\d_]+)*)|(?P<mark>\S)",
    re.IGNORECASE,
)
SHORT = frozenset({"abbreviated", "short"})
"""Classes of words that a full stop belongs to."""
DASHES = "-\u2010\u2011\u2013\u2014"
MARKS = {"$": "money", "\u00a3": "money", "\u20ac": "money", "(": "open", ")": "close"}
PLAIN, CAPITAL = "x", "X"


class Piece(NamedTuple):
    """One token of a time phrase; `kind` is a class of `times.toml`, or empty; `worth` is what the word is worth."""

    start: int
    end: int
    text: str
    kind: str
    worth: str
    sign: str


class Found(NamedTuple):
    """A time phrase: its form and its tokens."""

    form: Form
    pieces: tuple[Piece, ...]

    @property
    def start(self) -> int:
        """Where it begins in the text that was searched."""
        return self.pieces[0].start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.pieces[-1].end


@lru_cache(maxsize=1024)
def phrases_in(text: str, start: int = 0, end: int | None = None) -> tuple[Found, ...]:
    """The time phrases of `text[start:end]` from left to right; of those that begin at one place, the longest."""
    # Remembered, because what is found to be marked is asked for again to be understood.
    return tuple(_found(_pieces(text, start, len(text) if end is None else end)))


def _found(pieces: Sequence[Piece]) -> Iterator[Found]:
    times, signs, position = load_times(), "".join([piece.sign for piece in pieces]), 0
    while match := times.any_form.search(signs, position):
        first = match.start()
        longest, form = -1, times.forms[0]
        for candidate in times.forms:
            fits = candidate.pattern.match(signs, first)
            if fits is not None and fits.end() > longest:
                longest, form = fits.end(), candidate
        if longest > first:
            yield Found(form, tuple(pieces[first:longest]))
        position = max(longest, first + 1)


def _pieces(text: str, start: int, end: int) -> list[Piece]:
    found: list[Piece] = []
    names = load_times().names
    for match in TOKEN.finditer(text, start, end):
        word = match[0]
        if word == "." and found and found[-1].end == match.start() and found[-1].kind in SHORT:
            found[-1] = _with_stop(found[-1], match.end())
            continue
        known = _known(word, match.lastgroup or "")
        found.append(Piece(match.start(), match.end(), word, *known))
    return _joined(found) if any(piece.text.lower() in names for piece in found) else found


def _with_stop(piece: Piece, end: int) -> Piece:
    """A word with the full stop that belongs to it; what is short for a month is one then."""
    if piece.kind == "abbreviated":
        piece = piece._replace(kind="month", sign=load_times().signs["month"])
    return piece._replace(end=end, text=f"{piece.text}.")


def _joined(pieces: list[Piece]) -> list[Piece]:
    """The pieces with names of several words made one."""
    times, found, position = load_times(), [], 0
    lower = [piece.text.lower().replace("\u2019", "'") for piece in pieces]
    while position < len(pieces):
        for parts, known in times.names.get(lower[position], ()):
            # The hyphen of "al-Awwal" is a token of the text and none of the name.
            stretch = _stretch(lower, position, parts)
            if stretch and (known.kind not in times.capitalised or pieces[position].text[0].isupper()):
                first, last = pieces[position], pieces[stretch - 1]
                text = " ".join(lower[position:stretch])
                found.append(Piece(first.start, last.end, text, known.kind, known.worth, known.sign))
                position = stretch
                break
        else:
            found.append(pieces[position])
            position += 1
    return found


def _stretch(lower: Sequence[str], position: int, parts: Sequence[str]) -> int:
    """Where a name that begins at a position ends, or 0."""
    for part in parts:
        while position < len(lower) and lower[position] in DASHES:
            position += 1
        if position == len(lower) or lower[position] != part:
            return 0
        position += 1
    return position


@lru_cache(maxsize=32768)
def _known(word: str, group: str) -> Known:
    """What one token is."""
    times, lower = load_times(), word.lower().replace("\u2019", "'")
    if group == "figures":
        return _figures(word)
    if group in SHAPES:
        return Known(group, lower, times.signs[group])
    if group == "mark":
        kind = MARKS.get(word, "")
        return Known(
            kind, word, times.signs[kind] if kind else "-" if word in DASHES else word if word in ",.%/" else PLAIN
        )
    known = times.words.get("a.m." if lower[:2] == "a." else "p.m.") if group == "halfday" else times.words.get(lower)
    if known is None or (known.kind in times.capitalised and not word[0].isupper()):
        return Known("", "", CAPITAL if word[0].isupper() else PLAIN)
    return known


def _figures(word: str) -> Known:
    times, number = load_times(), int(word.replace(",", ""))
    kind = "number"
    if len(word) <= 2 and 1 <= number <= 31:
        kind = "day"
    elif len(word) == 4 and 1300 <= number < 2100:
        kind = "lunar" if number < 1500 else "year"
    return Known(kind, word.replace(",", ""), times.signs[kind])
