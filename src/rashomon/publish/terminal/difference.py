"""What is new since a day: incidents, then what changed in those that were known, disputes first."""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from rashomon.model import Account, Ledger
from rashomon.publish.difference import Changed, Difference, News, account_name
from rashomon.publish.words import counted, in_passing, position_words, question_words, report_words, short_date

Row = tuple[str, str, str]
"""The style, what it is, and who says what."""


def difference_view(ledger: Ledger, found: Difference) -> RenderableType:
    """A sentence that counts, the new incidents, and the changes in the others."""
    parts: list[RenderableType] = [Text(_counts(found))]
    fresh = [news for news in found.incidents if not news.before]
    if fresh:
        parts += [Text(), Text("New incidents", "title"), Padding(_incidents(fresh), (0, 0, 0, 2))]
    for news in found.incidents:
        if news.before:
            parts += [Text(), *_changes(ledger, news)]
    if found.lost:
        parts += [Text(), Text(f"No more there: {'; '.join(found.lost)}", "quiet")]
    return Group(*parts)


def _counts(found: Difference) -> str:
    fresh = sum(not news.before for news in found.incidents)
    known = [changed for news in found.incidents if news.before for changed in news.questions]
    parts = (
        counted(len(found.reports), "new report"),
        counted(len(found.judgements), "new judgement"),
        counted(fresh, "new incident"),
        f"{sum(changed.newly_disputed for changed in known)} newly disputed",
        f"{sum(bool(changed.revised) for changed in known)} revised",
    )
    return f"Since {found.since}: {', '.join(parts)}."


def _incidents(fresh: Sequence[News]) -> RenderableType:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(justify="right", style="letter", no_wrap=True)
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    for news in sorted(fresh, key=lambda one: in_passing(one.incident)):
        incident = news.incident
        grid.add_row(
            str(news.number),
            short_date(incident.date),
            Text(f"{incident.title} ({report_words(incident)})", "quiet" if in_passing(incident) else ""),
        )
    return grid


def _changes(ledger: Ledger, news: News) -> Iterator[RenderableType]:
    joined = f"  ({len(news.before)} incidents, joined now)" if len(news.before) > 1 else ""
    yield Text.assemble((f"{news.number}  ", "letter"), (news.incident.title, "title"), (joined, "quiet"))
    grid = Table.grid(padding=(0, 2))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    for changed in sorted(news.questions, key=lambda one: not one.newly_disputed):
        for style, what, said in _rows(ledger, changed):
            grid.add_row(Text(what, style), Text(f"{question_words(changed.answered.question)} {said}"))
    yield Padding(grid, (0, 0, 0, 2))


def _rows(ledger: Ledger, changed: Changed) -> Iterator[Row]:
    if changed.newly_disputed:
        yield "finding.contradicts", "≠ newly disputed", changed.answered.reason
    elif changed.settled:
        yield "finding.agrees", "= disputed no more", changed.answered.reason
    for one in changed.revised:
        yield "finding.revised", "↻ revised", f"{_says(ledger, one.account)} (before: {', '.join(one.before)})"
    for account in changed.new:
        yield "finding.single", "+ new", _says(ledger, account)
    for gone in changed.gone:
        yield "quiet", "- gone", f"{gone.claimant}: {gone.value}"


def _says(ledger: Ledger, account: Account) -> str:
    who = f" {account.who}" if account.who and account.value is None else ""
    return f"{account_name(account, ledger)}: {position_words(account)}{who}"
