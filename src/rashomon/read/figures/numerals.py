"""Bare numbers in digits and words, and numbers that are no counts: dates, ages, scores, names."""

import re

from rashomon.read.figures.line import DASHES, Line

DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?")
YEAR = re.compile(r"(?:1[89]|20)\d\d")
LARGEST = 10_000_000
"""No toll of a report is larger; what is larger is money or an identifier."""
LONGEST = 18
"""Characters of the longest number that is looked at."""


def read_number(line: Line, start: int) -> tuple[int, int] | None:
    """The number that begins at a token and where it ends: digits, words, or both ("1.2 thousand", "half a dozen")."""
    word, book = line.word(start), line.book
    if word == "half" and line.words[start + 1 : start + 3] == ("a", "dozen"):
        return 6, start + 3
    if word == "half-dozen":
        return 6, start + 1
    if word == "both":
        return 2, start + 1
    if word in book.grammar.articles and line.word(start + 1) in book.multipliers:
        return _words(line, start + 1, 1)
    return _digits(line, start) if DIGITS.fullmatch(word) else _words(line, start, None)


def _digits(line: Line, start: int) -> tuple[int, int] | None:
    if len(line.word(start)) > LONGEST:
        return None
    value, end = float(line.word(start).replace(",", "")), start + 1
    multiplier = line.book.multipliers.get(line.word(end))
    if multiplier is not None:
        value, end = value * multiplier, end + 1
    whole = round(value)
    if abs(value - whole) > 1e-6 or whole > LARGEST or line.word(start).startswith("00"):
        return None
    return whole, end


def _words(line: Line, start: int, given: int | None) -> tuple[int, int] | None:
    """A number in words: "twenty-three", "two dozen", "one hundred and twenty"; `given` is a one told by "a"."""
    total, current, position = 0, given, start
    while (grown := _grown(line, position, total, current)) is not None:
        total, current = grown
        position += 1
    return (total + (current or 0), position) if current is not None and position > start else None


def _grown(line: Line, position: int, total: int, current: int | None) -> tuple[int, int | None] | None:
    """The sum so far with one more word, or None where the word does not go on with the number."""
    word = line.word(position)
    unit, multiplier = line.book.units.get(word), line.book.multipliers.get(word)
    if unit is not None:
        fresh = current is None or (current == 0 and total > 0)
        fits = fresh or (current and (current % 100 == 0 or (current % 10 == 0 and 0 < unit < 10)))
        return (total, (current or 0) + unit) if fits else None
    if current is None:
        return None
    if multiplier is not None:
        return (total, current * multiplier) if multiplier == 100 else (total + current * multiplier, 0)
    if (
        word == "and"
        and line.word(position - 1) in ("hundred", "thousand")
        and line.word(position + 1) in line.book.units
    ):
        return total, current
    return None


def is_label(line: Line, start: int, end: int) -> bool:
    """Whether a number is a date, an age, a score, a time, a measure or part of a name rather than a count."""
    before, after, grammar = line.word(start - 1), line.word(end), line.grammar
    if after in grammar.months or before in grammar.before_label or (before in grammar.months and _is_day(line, start)):
        return True
    if before == "." and line.word(start - 2) in grammar.months:
        return True
    if before in ("$", "\u20ac", "\u00a3", "#", "/") or after in ("%", "/", "\u00b0"):
        return True
    if line.joined(start) and before[-1:].isalnum():
        return True
    if after in (":", ".") and line.joined(end) and line.joined(end + 1):
        return True
    if after in DASHES and line.joined(end) and not DIGITS.fullmatch(line.word(end + 1)):
        return line.joined(end + 1)
    return before in DASHES and line.joined(start) and line.joined(start - 1)


def _is_day(line: Line, start: int) -> bool:
    """Whether a number behind a month is its day, not a count as in "In August 51 soldiers died"."""
    word = line.word(start)
    return line.capital(start - 1) and (not word.isdigit() or int(word) <= 31) and line.word(start - 2) != "in"


def is_year(line: Line, start: int, end: int) -> bool:
    """Whether a number could as well be a year."""
    return end - start == 1 and YEAR.fullmatch(line.word(start)) is not None


def is_dated(line: Line, start: int, end: int) -> bool:
    """Whether a number is a year by what stands before it ("in October 2017", "since 2003")."""
    before = line.word(start - 1)
    told = before in line.grammar.months or before in line.grammar.before_year or before[:1].isdigit()
    return told and is_year(line, start, end)
