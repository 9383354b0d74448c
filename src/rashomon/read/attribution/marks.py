"""Contents and their quotation marks: a quotation that was read nearly whole is taken whole, with its marks."""

from bisect import bisect_right

from rashomon.read.attribution.draft import Piece
from rashomon.read.document import Document

NEARLY = 0.8
"""The share of a quotation that must have been read."""


def with_marks(document: Document, pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The pieces, each widened to the quotations that it nearly covers, and joined where they then meet."""
    merged: list[Piece] = []
    for start, end in sorted(_widened(document, piece) for piece in pieces):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def _widened(document: Document, piece: Piece) -> Piece:
    start, end = piece
    first = bisect_right(document.quotations, start, key=lambda quotation: quotation.end)
    for quotation in document.quotations[first:]:
        if quotation.start >= end:
            break
        shared = min(end, quotation.end) - max(start, quotation.start)
        if shared >= NEARLY * (quotation.end - quotation.start):
            start, end = min(start, quotation.start), max(end, quotation.end)
    return start, end
