"""All that the ledger finds about the founding reports, kept in `founding.txt` for a person to check against them.

usage: python -m tests.golden.founding    (writes it anew; then read the difference before you commit it)

Figures, values, names and days stand as the ledger has them; of words out of a report only the first few, with the place
where they stand (the beginning of the report's name, and characters from its start).
"""

from collections.abc import Iterator
from pathlib import Path

from rashomon.config import Config
from rashomon.model import Account, Incident, Ledger
from rashomon.pipeline import build_ledger, read_inputs
from rashomon.publish.words import figure_words

SHARED = Path(__file__).resolve().parents[3] / "shared"
FILE = Path(__file__).with_suffix(".txt")
SHORT = 28
"""Characters of a report's own words that are shown."""


def founding_ledger() -> Ledger:
    """The ledger of the founding reports with the days on which they were published."""
    items = read_inputs([str(SHARED / "gold" / "founding.jsonl")], Config())
    pairs = [item for item in items if isinstance(item, tuple)]
    return build_ledger({report.id: report for report, _ in pairs}, [reading for _, reading in pairs])


def founding_text(ledger: Ledger) -> str:
    """The incidents that a report is about, then the others; every question with its finding and accounts."""
    names = {heading.id: heading.name[:3] for heading in ledger.reports}
    ordered = sorted(ledger.incidents, key=lambda incident: not any(role.main for role in incident.reports))
    return "\n".join(line for incident in ordered for line in _incident(incident, names))


def _incident(incident: Incident, names: dict[str, str]) -> Iterator[str]:
    told = ", ".join(f"{names[role.id]}{'' if role.main else ' in passing'}" for role in incident.reports)
    yield f"{incident.title} ({incident.date.start or 'no date'}; {told})"
    for answered in incident.questions:
        yield f"  {answered.question}: {answered.finding}"
        numbers = {account.id: n for n, account in enumerate(answered.accounts, 1)}
        for account in answered.accounts:
            yield f"    {numbers[account.id]}. {_account(account, names)}"
        for one, other in answered.between:
            yield f"    {numbers[one]} can't be true with {numbers[other]}"
    yield ""


def _account(account: Account, names: dict[str, str]) -> str:
    who = account.claimant.name if account.claimant else "(own voice)"
    part = ", a part" if account.partial else ""
    figure = figure_words(account.low, account.high, account.hedge)
    value = f"{figure} ({account.who}{part})" if account.value is None else _cut(account.value)
    places = ", ".join(f"{names[e.report]}:{e.span.start}-{e.span.end}" for e in account.evidence)
    return f"{who} [{account.stance}]: {value} @ {places}"


def _cut(value: str) -> str:
    return "; ".join(part if len(part) <= SHORT else f"{part[:SHORT].rstrip()}…" for part in value.split("; "))


if __name__ == "__main__":
    FILE.write_text(founding_text(founding_ledger()), encoding="utf-8")
