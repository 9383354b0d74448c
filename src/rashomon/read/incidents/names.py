"""Whether a name before a noun tells who or where: "Houthi attacks", "the Istanbul blast"."""

import re
from bisect import bisect_left

from rashomon.model import Reading
from rashomon.read.document import Document
from rashomon.read.incidents.line import Line, Range
from rashomon.read.incidents.roles import RoleName

PLACED = re.compile(
    r"\b(?:in|near|at|outside|across|around|over)\s+(?:the\s+)?(?:\w+\s+(?:of|city|town|village)\s+)?([A-Z][\w'’-]+)"
)
SETTLED = re.compile(
    r"\b(?:city|town|village|district|province|region|capital|suburb)\s+of\s+(?:the\s+)?([A-Z][\w'’-]+)"
)
ACTING = re.compile(
    r"\b([A-Z][\w'’-]+)\s+(?:fighters|militants|rebels|forces|troops|fighter|group|militia|said|says|movement|army|leader|claimed)\b"
)
BY = re.compile(r"\bby\s+(?:the\s+)?([A-Z][\w'’-]+)")


class Names:
    """What the report shows about its names: earlier annotators' mentions of them first, then the words around them."""

    def __init__(self, document: Document, reading: Reading) -> None:
        self._known = [mention for mention in reading.mentions if mention.kind in ("actor", "place")]
        self._starts = [mention.span.start for mention in self._known]
        self._places = set(PLACED.findall(document.text)) | set(SETTLED.findall(document.text))
        self._actors = set(ACTING.findall(document.text)) | set(BY.findall(document.text))

    def role(self, line: Line, found: Range, *, vague: bool = False) -> RoleName | None:
        """The role of the name in a range of tokens; None where nothing tells. `vague`: its capital tells nothing."""
        first, end = found
        words = [line.tokens[position].text.removesuffix("'s").removesuffix("’s") for position in range(first, end)]
        placed = any(word in self._places for word in words)
        acting = any(word in self._actors for word in words)
        kind = self._kind(line.tokens[first].start, line.tokens[end - 1].end)
        if line.possessive(end - 1) or (acting and kind != "place"):
            return "initiator"
        # A capital stands for its government too: where the report has things happen in it, it is a place.
        if placed or kind == "place":
            return "place"
        if kind == "actor":
            return "initiator"
        if not line.titled and all(word.isupper() and len(word) > 1 for word in words):
            return "initiator"
        return "place" if words[-1][:1].isupper() and not vague else None

    def _kind(self, start: int, end: int) -> str | None:
        """The kind of the last mention that begins inside a stretch of the text."""
        position = bisect_left(self._starts, end) - 1
        return self._known[position].kind if position >= 0 and self._starts[position] >= start else None
