"""Statements that answer none of the questions, two by two, below them."""

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from rashomon.model import Ledger, OpenClaim, OpenPair
from rashomon.publish.words import claimant_words, outlets

HEADING = "Said of the same matter, found by similarity"
SIGNS = {"alike": "≈ alike", "opposed": "≠ opposed"}
INDENT = 2
MOST = 12
"""Pairs that are shown; the JSON holds all."""


def open_claims_view(ledger: Ledger, pairs: Sequence[OpenPair]) -> Iterator[RenderableType]:
    """A heading, then each pair: how it is related and how near, and the two statements with who makes them."""
    yield Text(HEADING, "title")
    for pair in pairs[:MOST]:
        grid = Table.grid(padding=(0, 1))
        grid.add_column(no_wrap=True, style="quiet")
        grid.add_column(overflow="fold")
        grid.add_row(f"{pair.likeness:.2f}", Text(f"{SIGNS[pair.relation]}. {pair.reason}", "quiet"))
        for claim in pair.claims:
            grid.add_row("", _claim(ledger, claim))
        yield Padding(grid, (0, 0, 0, INDENT))
    if len(pairs) > MOST:
        yield Padding(Text(f"and {len(pairs) - MOST} more: rashomon ledger --json", "quiet"), (0, 0, 0, INDENT))


def _claim(ledger: Ledger, claim: OpenClaim) -> Text:
    printed = ", ".join(outlets((claim.evidence.report,), ledger))
    words = " ".join(claim.evidence.span.text.split())
    return Text.assemble(f"{claimant_words(claim.claimant)}: {words} ", (f"({printed})", "quiet"))
