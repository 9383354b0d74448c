"""Quotations that run on: into the next sentences, over paragraphs, and those that stand alone."""

from bisect import bisect_right
from dataclasses import replace

from rashomon.model import Speech
from rashomon.read.attribution.draft import Draft, Piece
from rashomon.read.document import Document, Quotation, Sentence


def carried_on(document: Document, draft: Draft) -> Draft:
    """The draft with the rest of its speech: quotations that follow at once, in this paragraph or the next.

    A sentence that is wholly a quotation goes on with the speech before it; so does a paragraph that opens with a mark
    where the one before it left its quotation open.
    """
    if not draft.content:
        return draft
    last = document.quotation_at(max(end for _, end in draft.content) - 1)
    if last is None and not _spoke(document, draft):
        return draft
    pieces = list(draft.content)
    if last is not None and not last.closed:
        pieces.extend(_next_paragraphs(document, last))
    else:
        pieces.extend(_next_sentences(document, draft))
    return replace(draft, content=tuple(_merged(pieces)))


def _spoke(document: Document, draft: Draft) -> bool:
    return any(document.quotation_at(start) is not None for start, _ in draft.content)


def introduced(document: Document, sentence: Sentence) -> Piece | None:
    """The quotation that a paragraph ending in a colon announces: the one that opens the next paragraph."""
    if sentence.tokens[-1].text != ":" or sentence.index + 1 >= len(document.sentences):
        return None
    following = document.sentences[sentence.index + 1]
    found = document.quotation_at(following.start)
    return (found.start, found.end) if found is not None and found.start == following.start else None


def _next_paragraphs(document: Document, last: Quotation) -> list[Piece]:
    found: list[Piece] = []
    position = bisect_right(document.quotations, last.start, key=lambda quotation: quotation.start)
    while not last.closed and position < len(document.quotations):
        last = document.quotations[position]
        found.append((last.start, last.end))
        position += 1
    return found


def _next_sentences(document: Document, draft: Draft) -> list[Piece]:
    """Sentences of the same paragraph that hold nothing but quotations."""
    reached = max(end for _, end in (*draft.content, *draft.cue, *draft.source))
    sentence = document.sentence_at(reached - 1) or document.sentences[draft.sentence]
    found: list[Piece] = []
    for index in range(sentence.index + 1, len(document.sentences)):
        later = document.sentences[index]
        if later.paragraph != sentence.paragraph or not is_quoted(document, later):
            break
        found.append((later.start, later.end))
        quotation = document.quotation_at(later.end - 1)
        if quotation is not None and not quotation.closed:
            found.extend(_next_paragraphs(document, quotation))
            break
    return found


def speech_of(document: Document, pieces: tuple[Piece, ...]) -> Speech:
    """Direct where quotation marks hold all of the content, indirect where they hold none of it, else mixed."""
    total = sum(end - start for start, end in pieces)
    quoted = sum(_quoted(document, piece) for piece in pieces)
    if total and quoted >= total - 2 * len(pieces):
        return "direct"
    return "mixed" if quoted else "indirect"


def _quoted(document: Document, piece: Piece) -> int:
    """Characters of a piece that stand in quotation marks."""
    start, end = piece
    first = bisect_right(document.quotations, start, key=lambda quotation: quotation.end)
    covered = 0
    for position in range(first, len(document.quotations)):
        quotation = document.quotations[position]
        if quotation.start >= end:
            break
        covered += max(0, min(end, quotation.end) - max(start, quotation.start))
    return covered


def is_quoted(document: Document, sentence: Sentence) -> bool:
    """Whether every word of a sentence stands in quotation marks."""
    return all(document.quotation_at(token.start) is not None for token in sentence.tokens if token.is_word)


def _merged(pieces: list[Piece]) -> list[Piece]:
    merged: list[Piece] = []
    for start, end in sorted(pieces):
        if merged and start <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
