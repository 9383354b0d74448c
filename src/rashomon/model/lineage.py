"""Who copied whom: families of copies, passages that one report has of another, and versions of one page."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from rashomon.model.span import Span

CopyKind: TypeAlias = Literal["verbatim", "cut", "reordered", "edited", "passage"]
Direction: TypeAlias = Literal["credited", "dated", "unknown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """Words of one report."""

    report: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One passage as it stands in two reports. `likeness` is the share of its words that are the same, in order."""

    copy: Excerpt
    source: Excerpt
    likeness: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Descent:
    """One report with the one whose text it has.

    `share` is how much of the copy's own words (outside quotation marks) stands in the source. `direction` says how it
    is known which of the two is the source: by a credit, by their dates, or not at all; `reason` says it in a sentence.
    `agency` is the agency that the copy credits: then the source is the fullest text of the agency's report that is
    at hand, not always the one that was copied.
    """

    copy: str
    source: str
    kind: CopyKind
    share: float
    direction: Direction
    reason: str
    agency: str | None = None
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage:
    """Reports that are copies of one story, and the origin where it is known.

    `root` is the report that all others descend from, the origin's own or the earliest or fullest that is at hand.
    """

    reports: tuple[str, ...]
    origin: str | None = None
    root: str | None = None
    descents: tuple[Descent, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A sentence of an older version beside what stands for it in the next; None where it was added or taken out."""

    before: Excerpt | None
    after: Excerpt | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Versions of one page, oldest first, with what was changed from each to the next."""

    url: str
    reports: tuple[str, ...]
    changes: tuple[Change, ...] = ()
