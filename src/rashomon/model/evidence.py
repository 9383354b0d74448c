"""What a cell or a link of the ledger rests on: words of one report."""

from dataclasses import dataclass

from rashomon.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The sentence that a cell rests on: a span of one report, and what read it.

    `sentence` is the whole sentence; `span` the words that carry the value; `path` is the way that the claim came,
    outlet first ("ESTA", "Reuters", "an Iraqi militia official"); `rule` and `confidence` are the reader's.
    """

    report: str
    span: Span
    sentence: Span
    attribution: str | None = None
    path: tuple[str, ...] = ()
    rule: str = ""
    confidence: float = 0.5
