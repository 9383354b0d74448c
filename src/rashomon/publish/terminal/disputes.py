"""Contradictions on the terminal: the question, and who says what."""

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from rashomon.model import Account, Ledger
from rashomon.publish.disputes import Dispute
from rashomon.publish.words import (
    beside_claimant,
    claimant_words,
    detail_words,
    position_words,
    question_words,
    short_date,
)


def disputes_view(ledger: Ledger, found: Sequence[Dispute]) -> RenderableType:
    """Each dispute under the number of its incident, with the accounts that contradict one another."""
    parts: list[RenderableType] = []
    for dispute in found:
        parts += [Text()] if parts else []
        parts += [_head(dispute), Padding(_accounts(ledger, dispute.accounts), (0, 0, 0, 2))]
    return Group(*parts)


def _head(dispute: Dispute) -> Text:
    return Text.assemble(
        (f"{dispute.number}  ", "letter"),
        (f"{dispute.incident.title} ({short_date(dispute.incident.date)}): ", "title"),
        (question_words(dispute.answered.question), "finding.contradicts"),
        (f"  sharpness {dispute.sharpness:.1f}", "quiet"),
    )


def _accounts(ledger: Ledger, accounts: Sequence[Account]) -> Table:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="value", overflow="fold", max_width=32)
    grid.add_column(overflow="fold")
    for account in accounts:
        who = Text(claimant_words(account.claimant))
        who.append(beside_claimant(account, ledger), "quiet")
        who.append(f" · {' · '.join(detail_words(account))}", "quiet")
        grid.add_row(Text(position_words(account)), who)
    return grid
