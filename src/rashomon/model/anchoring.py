"""Finding again where an anchor stands in its report, and which of the things read today stands there."""

import re
from collections.abc import Iterator
from typing import TypeAlias

from rashomon.model.judgement import Anchor
from rashomon.model.report import Report
from rashomon.model.span import Span

CONTEXT = 40
"""Characters kept on either side of a quote."""
SHORTEST_MOVED = 12
"""A quote that is shorter stands for itself in one place only: "17" elsewhere is another figure."""

RANGE = re.compile(r"(?P<low>[0-9]{1,9})(?:(?P<open>\+)|\s*[-\u2013]\s*(?P<high>[0-9]{1,9}))?")

Stretch: TypeAlias = tuple[int, int]


def context_of(report: Report, span: Span) -> tuple[str, str]:
    """What stands before and after a span."""
    return report.text[max(0, span.start - CONTEXT) : span.start], report.text[span.end : span.end + CONTEXT]


def stretches(anchor: Anchor, report: Report) -> Iterator[Stretch]:
    """Where the quote of an anchor stands: in its old place first, then elsewhere, the most alike around it first."""
    length, text = len(anchor.quote), report.text
    if length and text[anchor.start : anchor.start + length] == anchor.quote:
        yield anchor.start, anchor.start + length
    starts = [at for at in _occurrences(text, anchor.quote) if at != anchor.start]
    for start in sorted(starts, key=lambda at: (-_alike(anchor, text, at), at)):
        if length >= SHORTEST_MOVED or _alike(anchor, text, start) == len(anchor.before) + len(anchor.after):
            yield start, start + length


def shared(span: Span, stretch: Stretch) -> int:
    """How many characters a span and a stretch have in common."""
    return max(0, min(span.end, stretch[1]) - max(span.start, stretch[0]))


def _occurrences(text: str, quote: str) -> Iterator[int]:
    at = text.find(quote) if quote else -1
    while at >= 0:
        yield at
        at = text.find(quote, at + 1)


def _alike(anchor: Anchor, text: str, start: int) -> int:
    """How many characters around a place are those around the anchor, counted outwards from the quote."""
    end = start + len(anchor.quote)
    before, after = text[max(0, start - len(anchor.before)) : start], text[end : end + len(anchor.after)]
    return _run(anchor.before[::-1], before[::-1]) + _run(anchor.after, after)


def _run(one: str, other: str) -> int:
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def figure_said(low: int | None, high: int | None, hedge: str | None = None) -> str:
    """A range as an anchor keeps it and as a correction is typed: "17", "5-6", "17+", "0-10"; or its word ("dozens")."""
    if low is None and high is None:
        return hedge or ""
    if high is None:
        return f"{low}+"
    return f"{low}" if low == high else f"{low or 0}-{high}"


def figure_from(words: str) -> tuple[int, int | None] | None:
    """The range that "17", "5-6" or "17+" stands for, both ends included; None for anything else."""
    match = RANGE.fullmatch(words.strip())
    if match is None:
        return None
    low = int(match["low"])
    high = None if match["open"] else int(match["high"] or low)
    return (low, high) if high is None or low <= high else None
