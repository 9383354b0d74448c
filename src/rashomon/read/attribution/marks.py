"""Contents and their quotation marks: quotations are taken whole, with their marks."""

from bisect import bisect_right
from collections.abc import Sequence

from rashomon.read.attribution.draft import Piece
from rashomon.read.document import Document

NEARLY, PARTLY = 0.8, 0.2
"""The share of a quotation that must have been read, and the share that does where nobody else speaks in it."""


def with_marks(document: Document, pieces: tuple[Piece, ...], cues: Sequence[Piece] = ()) -> tuple[Piece, ...]:
    """The pieces, each widened to the quotations that it covers, and joined where they then meet.

    A quotation in which no other cue stands is one speaker's, so a part of it stands for the whole.
    """
    merged: list[Piece] = []
    for start, end in sorted(_widened(document, piece, cues) for piece in pieces):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def _widened(document: Document, piece: Piece, cues: Sequence[Piece]) -> Piece:
    start, end = piece
    first = bisect_right(document.quotations, start, key=lambda quotation: quotation.end)
    for quotation in document.quotations[first:]:
        if quotation.start >= end:
            break
        shared = min(end, quotation.end) - max(start, quotation.start)
        shared_by_others = any(quotation.start < right and left < quotation.end for left, right in cues)
        if shared >= (NEARLY if shared_by_others else PARTLY) * (quotation.end - quotation.start):
            start, end = min(start, quotation.start), max(end, quotation.end)
    return start, end
