"""The table of incidents: date, place, incident, reports, accounts, disputes."""

from collections.abc import Iterable

from rich import box
from rich.table import Table
from rich.text import Text

from rashomon.model import Incident
from rashomon.publish.words import account_count, dispute_words, disputed, in_passing, kind_words, revised, short_date


def incidents_table(numbered: Iterable[tuple[int, Incident]]) -> Table:
    """One row an incident, under the number that it goes by in `show` and `why`."""
    rows = list(numbered)
    dates = [short_date(incident.date) for _, incident in rows]
    disputes = [dispute_words(incident) for _, incident in rows]
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0), header_style="label")
    table.add_column("#", justify="right", style="letter", no_wrap=True)
    table.add_column("date", min_width=_longest_word(dates), overflow="fold")
    table.add_column("place", min_width=8, max_width=28, overflow="fold")
    table.add_column("incident", min_width=12, max_width=48, overflow="fold")
    table.add_column("reports", justify="right", no_wrap=True)
    table.add_column("accounts", justify="right", no_wrap=True)
    table.add_column("disputes", min_width=_longest_word(disputes), overflow="fold")
    for (number, incident), date, dispute in zip(rows, dates, disputes, strict=True):
        table.add_row(
            str(number),
            date,
            Text(incident.places[0] if incident.places else "not stated"),
            Text(kind_words(incident)),
            f"({len(incident.reports)})" if in_passing(incident) else str(len(incident.reports)),
            str(account_count(incident)),
            Text(dispute, style=_dispute_style(incident)),
            style="quiet" if in_passing(incident) else None,
        )
    if any(in_passing(incident) for _, incident in rows):
        table.caption = Text("In parentheses: only in passing.", "quiet")
        table.caption_justify = "left"
    return table


def _longest_word(texts: Iterable[str]) -> int:
    return max((len(word) for text in texts for word in text.split()), default=0)


def _dispute_style(incident: Incident) -> str:
    if disputed(incident):
        return "finding.contradicts"
    return "finding.revised" if revised(incident) else "quiet"
