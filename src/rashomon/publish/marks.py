"""A sentence of a report cut at the ends of its marks: who speaks, the word that says so, what is said, the value."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, TypeAlias

from rashomon.model import Attribution, Evidence, Span

Mark: TypeAlias = Literal["content", "source", "cue", "value"]
SIGNS: dict[Mark, tuple[str, str]] = {
    "content": ("‹", "›"),
    "source": ("[", "]"),
    "cue": ("{", "}"),
    "value": ("»", "«"),
}
"""How marks look where there is no colour; outer marks before inner ones."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of verbatim text with the marks that it carries; `opens` and `closes` begin or end at it."""

    text: str
    marks: tuple[Mark, ...]
    opens: tuple[Mark, ...] = ()
    closes: tuple[Mark, ...] = ()

    @property
    def signed(self) -> str:
        """The text with the signs of the marks that begin and end at it."""
        before = "".join(SIGNS[mark][0] for mark in self.opens)
        return before + self.text + "".join(SIGNS[mark][1] for mark in reversed(self.closes))


def pieces(evidence: Evidence, attribution: Attribution | None) -> tuple[Piece, ...]:
    """The sentence of some evidence as pieces; joined together their texts are the sentence, unchanged."""
    sentence = evidence.sentence
    marked = list(_marked(evidence, attribution))
    ends = {edge for _, start, end in marked for edge in (start, end)} | {sentence.start, sentence.end}
    edges = sorted(ends)
    return tuple(_piece(sentence, marked, start, end) for start, end in pairwise(edges))


def outside(evidence: Evidence, attribution: Attribution | None) -> tuple[Span, ...]:
    """The spans of the source and the cue that stand in other sentences (a pronoun led back, say)."""
    if attribution is None:
        return ()
    return tuple(s for s in (*attribution.source, *attribution.cue) if not s.overlaps(evidence.sentence))


def _marked(evidence: Evidence, attribution: Attribution | None) -> Iterator[tuple[Mark, int, int]]:
    """The marks inside the sentence; a value that is all that is said is marked as the content alone."""
    roles: dict[Mark, tuple[Span, ...]] = {}
    if attribution is not None:
        roles = {"content": attribution.content, "source": attribution.source, "cue": attribution.cue}
    span = evidence.span
    covers_content = any(span.covers(piece) for piece in roles.get("content", ()))
    if not covers_content:
        roles["value"] = (span,)
    for mark in SIGNS:
        for piece in roles.get(mark, ()):
            start, end = max(piece.start, evidence.sentence.start), min(piece.end, evidence.sentence.end)
            if start < end:
                yield mark, start, end


def _piece(sentence: Span, marked: list[tuple[Mark, int, int]], start: int, end: int) -> Piece:
    here = [(mark, a, b) for mark, a, b in marked if a <= start and end <= b]
    return Piece(
        text=sentence.text[start - sentence.start : end - sentence.start],
        marks=tuple(mark for mark, _, _ in here),
        opens=tuple(mark for mark, a, _ in here if a == start),
        closes=tuple(mark for mark, _, b in here if b == end),
    )
