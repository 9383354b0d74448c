"""One published text, as it came."""

from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from rashomon.errors import SpanMistaken
from rashomon.model.interval import UNKNOWN_TIME, TimeInterval
from rashomon.model.span import Span, Spans

FieldName: TypeAlias = Literal[
    "title", "outlet", "byline", "dateline", "agency", "published", "modified", "language", "url"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One thing that ingest found about a report, and on what basis.

    `basis` is one sentence for users ("the dateline in the first paragraph", "the field 'published' of the input");
    `span` is where it stands in the text, if it stands there.
    """

    field: FieldName
    value: str
    basis: str
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OffsetPiece:
    """A run of text that stands unchanged in the decoded original: `text[start:end] == original[origin:origin + end - start]`."""

    start: int
    end: int
    origin: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One published text with what ingest found about it; kept for ever, never changed.

    `id` is a hash of the original bytes, `sha256` that hash in full, `name` what the user called it. `text` is what
    spans count in, in code points; `furniture` marks the parts that are page furniture and are not read.
    `language` is an ISO 639-1 code or None; a report in a language that can't be read is kept, and `readable` is False.
    """

    id: str
    name: str
    sha256: str
    text: str
    media_type: str
    origin: str
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    dateline: str | None = None
    agency: str | None = None
    url: str | None = None
    language: str | None = None
    readable: bool = True
    published: TimeInterval = UNKNOWN_TIME
    modified: TimeInterval = UNKNOWN_TIME
    furniture: Spans = ()
    found: tuple[Found, ...] = ()
    offset_map: tuple[OffsetPiece, ...] = ()

    def span(self, start: int, end: int) -> Span:
        """The span `[start, end)` of this report's text: the only way to make one.

        Raises `SpanMistaken` where the offsets leave the text or hold nothing.
        """
        if not 0 <= start < end <= len(self.text):
            raise SpanMistaken(f"Report {self.name!r} has {len(self.text)} characters; [{start}, {end}) is not in it.")
        return Span(start, end, self.text[start:end])

    def trimmed(self, start: int, end: int) -> Span | None:
        """The span without white space at its ends, or None where nothing is left."""
        piece = self.text[start:end]
        start += len(piece) - len(piece.lstrip())
        end -= len(piece) - len(piece.rstrip())
        return self.span(start, end) if start < end else None

    def holds(self, span: Span) -> bool:
        """Whether the span's text is what stands at its place in this report."""
        return self.text[span.start : span.end] == span.text

    def with_furniture(self, furniture: Spans) -> "Report":
        """The same report with other parts marked as furniture."""
        return replace(self, furniture=furniture)


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """A report together with the bytes that it came as."""

    report: Report
    original: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """Something that was not read, where it stood, why, and what to do about it; every drop is counted.

    `where` names the input and the place in it ("reports.jsonl, line 3"). `kept` is True where the report itself is in
    the workspace (a report in another language, say) and only its reading was left out.
    """

    where: str
    reason: str
    next_step: str = ""
    kept: bool = False
