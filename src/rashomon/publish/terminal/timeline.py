"""The timeline on the terminal: a line an incident, and an arrow to what it answers."""

from collections.abc import Iterator, Sequence

from rich import box
from rich.table import Table
from rich.text import Text

from rashomon.publish.timeline import Moment, Toll
from rashomon.publish.words import in_passing, kind_words, short_date


def timeline_table(moments: Sequence[Moment]) -> Table:
    """One row an incident, under the number that it goes by in `show`: → what it answers, ← what answers it."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0), header_style="label")
    table.add_column("date", min_width=10, overflow="fold")
    table.add_column("#", justify="right", style="letter", no_wrap=True)
    table.add_column("incident", min_width=12, overflow="fold")
    table.add_column("place", max_width=24, overflow="fold")
    table.add_column("toll", overflow="fold")
    table.add_column("answers", overflow="fold")
    for moment in moments:
        incident = moment.incident
        table.add_row(
            short_date(incident.date),
            str(moment.number),
            Text(kind_words(incident)),
            Text(incident.places[0] if incident.places else "not stated"),
            Text("\n").join(_toll(toll) for toll in moment.tolls),
            Text(" ".join(_arrows(moment))),
            style="quiet" if in_passing(incident) else None,
        )
    return table


def _toll(toll: Toll) -> Text:
    low = f"{toll.low:,}" if toll.low == toll.high else f"{toll.low:,}–{toll.high:,}"
    words = f"{low}{' or more' if toll.open else ''} {toll.question}"
    return Text(f"{words} ≠", "finding.contradicts") if toll.disputed else Text(words)


def _arrows(moment: Moment) -> Iterator[str]:
    yield from (f"→ {number}" for number in moment.answers)
    yield from (f"← {number}" for number in moment.answered_by)
