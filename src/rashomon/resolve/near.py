"""What a reading has near a place in its text, found without looking at all of it: long reports stay linear."""

from bisect import bisect_left
from collections import defaultdict

from rashomon.model import Attribution, Mention, Reading, Span, Spans, within

BLOCK = 2_000
"""Characters of a block by which attributions are found again."""
REACH = 400
"""Characters around a place in which a mention is near it."""


class Near:
    """One reading, indexed by position."""

    def __init__(self, reading: Reading) -> None:
        self._mentions = sorted(reading.mentions, key=lambda mention: mention.span)
        self._blocks: dict[int, list[Attribution]] = defaultdict(list)
        for attribution in reading.attributions:
            for block in sorted({b for piece in attribution.content for b in _blocks(piece)}):
                self._blocks[block].append(attribution)

    def innermost(self, spans: Spans) -> Attribution | None:
        """The attribution with the shortest content that holds some spans, or None."""
        holding = [a for a in self._blocks.get(spans[0].start // BLOCK, ()) if within(spans, a.content)]
        return min(holding, key=lambda a: sum(piece.end - piece.start for piece in a.content), default=None)

    def mentions(self, span: Span) -> list[Mention]:
        """The mentions that begin near a span, in reading order."""
        first = bisect_left(self._mentions, span.start - REACH, key=lambda mention: mention.span.start)
        last = bisect_left(self._mentions, span.end + REACH, key=lambda mention: mention.span.start)
        return self._mentions[first:last]


def _blocks(piece: Span) -> range:
    return range(piece.start // BLOCK, piece.end // BLOCK + 1)
