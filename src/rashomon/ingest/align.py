"""Leading a cleaned text back into the original that it was cut from: runs of words that stand there verbatim, in order."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

from rashomon.model import OffsetPiece

WORD = re.compile(r"\S+")
SEARCHED_AT_MOST = 100_000_000
"""Characters looked through in vain before the rest is left unmapped, so that a hostile page can't hold up the run."""


@dataclass(slots=True)
class Trail:
    """The words of an original, white space left out, with where each stands in it; -1 where it is written otherwise."""

    original: str
    words: str = ""
    starts: list[int] = field(default_factory=list)
    origins: list[int] = field(default_factory=list)

    def follow(self, runs: Iterable[tuple[int, int, str | None]]) -> "Trail":
        """Take in the words of some stretches of the original; the third item is what is shown where it differs."""
        pieces, length = [], 0
        for start, end, shown in runs:
            for match in WORD.finditer(self.original, start, end) if shown is None else WORD.finditer(shown):
                self.starts.append(length)
                self.origins.append(match.start() if shown is None else -1)
                pieces.append(match.group())
                length += len(match.group())
        self.words = "".join(pieces)
        return self


def align(text: str, trail: Trail) -> tuple[OffsetPiece, ...]:
    """The map from a text to the original, line by line; lines that do not stand there verbatim are left out."""
    pieces: list[OffsetPiece] = []
    position, searched = 0, 0
    for line in re.finditer(r"[^\n]+", text):
        squeezed = "".join(WORD.findall(line.group()))
        if not squeezed or searched > SEARCHED_AT_MOST:
            continue
        at = trail.words.find(squeezed, position)
        if at < 0:
            searched += len(trail.words) - position
            continue
        searched += at - position
        position = at + len(squeezed)
        for match in WORD.finditer(text, line.start(), line.end()):
            pieces.extend(_word_pieces(match.start(), len(match.group()), at, trail))
            at += len(match.group())
    return _merged(pieces, text, trail.original)


def _word_pieces(start: int, length: int, at: int, trail: Trail) -> Iterable[OffsetPiece]:
    """Where one word of the text comes from; tags inside a word make several pieces of it."""
    index = bisect_right(trail.starts, at) - 1
    done = 0
    while done < length:
        inside = at + done - trail.starts[index]
        ends = trail.starts[index + 1] if index + 1 < len(trail.starts) else len(trail.words)
        taken = min(length - done, ends - at - done)
        if trail.origins[index] >= 0:
            yield OffsetPiece(start=start + done, end=start + done + taken, origin=trail.origins[index] + inside)
        done, index = done + taken, index + 1


def _merged(pieces: list[OffsetPiece], text: str, original: str) -> tuple[OffsetPiece, ...]:
    """Neighbours with the same white space between them on both sides, made one."""
    merged: list[OffsetPiece] = []
    for piece in pieces:
        if merged:
            last = merged[-1]
            ends = last.origin + last.end - last.start
            if ends <= piece.origin and text[last.end : piece.start] == original[ends : piece.origin]:
                merged[-1] = OffsetPiece(start=last.start, end=piece.end, origin=last.origin)
                continue
        merged.append(piece)
    return tuple(merged)
