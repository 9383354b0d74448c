"""The whole ledger in a few lines."""

from collections import Counter

from rich.table import Table
from rich.text import Text

from rashomon.model import Ledger
from rashomon.publish.words import FINDINGS, account_count, counted, disputed, outlets


def ledger_summary(ledger: Ledger) -> Table:
    """How many reports, incidents and accounts there are, what the findings are, and which reports are copies."""
    named = {heading.id: heading.outlet or heading.name for heading in ledger.reports}
    findings = Counter(answered.finding for incident in ledger.incidents for answered in incident.questions)
    parted = sum(bool(disputed(incident)) for incident in ledger.incidents)
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="label", no_wrap=True)
    grid.add_column(overflow="fold")
    grid.add_row("Reports", f"{len(ledger.reports):,} of {counted(len(set(outlets(tuple(named), ledger))), 'outlet')}")
    grid.add_row("Incidents", f"{len(ledger.incidents):,}, {parted:,} of them in dispute")
    grid.add_row("Accounts", f"{sum(map(account_count, ledger.incidents)):,}")
    grid.add_row(
        "Findings", ", ".join(f"{words} {findings[name]}" for name, (_, words) in FINDINGS.items() if findings[name])
    )
    for lineage in ledger.lineage:
        family = ", ".join(named.get(report, report) for report in lineage.reports)
        grid.add_row("Copies", Text(f"{family}{f': one story of {lineage.origin}' if lineage.origin else ''}"))
    return grid
