"""The passages that a report shares with others, and where they come from."""

from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.model import CopyKind, Descent, Ledger, ReportHeading, Span

KINDS: dict[CopyKind, str] = {
    "verbatim": "word for word",
    "cut": "cut",
    "reordered": "in another order",
    "edited": "with words changed",
    "passage": "a passage",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """What a report has in common with another one: `number` marks its passages in the text.

    `taken` tells that this report has it from the other; else the other has it from here. `origin` is the agency behind it.
    """

    number: int
    other: ReportHeading
    taken: bool
    how: str
    share: float
    reason: str
    origin: str | None
    spans: tuple[Span, ...]


def copies_of(report: str, ledger: Ledger) -> tuple[Shared, ...]:
    """Everything that a report shares with others, what it took first."""
    headings = {heading.id: heading for heading in ledger.reports}
    found = [
        (descent, origin)
        for descent, origin in _descents(ledger)
        if report in (descent.copy, descent.source) and {descent.copy, descent.source} <= headings.keys()
    ]
    found.sort(key=lambda pair: (pair[0].copy != report, -pair[0].share, pair[0].source, pair[0].copy))
    return tuple(
        Shared(
            number=number,
            other=headings[descent.source if descent.copy == report else descent.copy],
            taken=descent.copy == report,
            how=KINDS[descent.kind],
            share=descent.share,
            reason=descent.reason,
            origin=descent.agency or origin,
            spans=tuple(
                (passage.copy if descent.copy == report else passage.source).span for passage in descent.passages
            ),
        )
        for number, (descent, origin) in enumerate(found, 1)
    )


def _descents(ledger: Ledger) -> Iterator[tuple[Descent, str | None]]:
    for family in ledger.lineage:
        yield from ((descent, family.origin) for descent in family.descents)
    yield from ((descent, None) for descent in ledger.borrowed)
