"""Why an incident is one: the table of each pair of reports that was joined, its links with their sentences, and its rivals."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from rashomon.model import Compared, Evidence, Incident, Joining, JoinRow, Ledger, Member, RivalIncident
from rashomon.publish.answers import BASES, SIGNS, short_words
from rashomon.publish.backing import Backing
from rashomon.publish.copies import copies_words, told_in
from rashomon.publish.terminal.why import sentence_of
from rashomon.publish.words import date_words, short_date

INDENT = 2
MOST_JOINS = 8
"""Pairs whose tables are shown at once."""
MOST_NAMED = 3
"""Features that are named for and against a rival."""
LEAST = 0.05
"""Points that are worth a line."""
PARTS = {"stated": "a report says so", "fits": "all that is known fits"}


@dataclass(frozen=True, slots=True)
class Sources:
    """What the view looks things up in: the ledger, and the reports and attributions that links rest on."""

    ledger: Ledger
    backing: Backing

    def report(self, member: Member) -> str:
        """The outlet or name of a member's report."""
        known = {heading.id: heading.outlet or heading.name for heading in self.ledger.reports}
        return known.get(member.report, member.report)

    def named(self, id: str) -> str:
        """An incident by its number, title and day."""
        rows = {incident.id: (row, incident) for row, incident in enumerate(self.ledger.incidents, 1)}
        if id not in rows:
            return id
        row, incident = rows[id]
        return f"no. {row}: {incident.title} ({short_date(incident.date)})"


def joining_view(sources: Sources, incident: Incident, joining: Joining | None) -> RenderableType:
    """Everything about how an incident came together and what it is tied to; `joining` is None where it can't be told."""
    parts: list[RenderableType] = [Text(incident.title, "title"), _line(told_in(sources.ledger, incident))]
    parts += [_line(f"Copies: {words}") for words in copies_words(sources.ledger, incident)]
    if joining is not None:
        parts += _joins(sources, joining)
    parts += [*_links(sources, incident), *_series(sources, incident)]
    if joining is not None and joining.rivals:
        parts += [Text(), Text("It might also be", "label")]
        parts += [_rival(sources, rival) for rival in joining.rivals]
    return Group(*parts)


def report_view(sources: Sources, incident: Incident, joining: Joining, name: str) -> RenderableType:
    """What one report has to do with an incident: the table of each pair, or of what it tells instead."""
    parts: list[RenderableType] = [Text(incident.title, "title")]
    for pair in joining.joins:
        parts += [Text(), _pair(sources, pair)]
    for rival in joining.rivals:
        parts += [
            Text(),
            Text(f"{name} tells of {sources.named(rival.incident)}. {rival.reason}"),
            _pair(sources, rival.compared),
        ]
    if not joining.joins and not joining.rivals:
        parts.append(_line(f"{name} is the only report of it, or tells of nothing that could be compared."))
    return Group(*parts)


def _joins(sources: Sources, joining: Joining) -> Iterator[RenderableType]:
    for pair in joining.joins[:MOST_JOINS]:
        yield from (Text(), _pair(sources, pair))
    if (more := len(joining.joins) - MOST_JOINS) > 0:
        yield from (Text(), _line(f"And {more} more pairs; name a report to see those with it."))


def _pair(sources: Sources, pair: Compared) -> RenderableType:
    """Two reports with the rows of the table, those that speak for one incident first."""
    names = f"{sources.report(pair.left)} and {sources.report(pair.right)}"
    head = Text.assemble((names, "title"), f"  {_points(pair.total)} points, {_points(pair.threshold)} are needed")
    lines: list[RenderableType] = [head]
    lines += [_line(words) for words in (pair.judged, pair.barrier and f"Kept apart: {pair.barrier}") if words]
    grid = Table.grid(padding=(0, 2))
    grid.add_column(justify="right", no_wrap=True)
    grid.add_column(overflow="fold")
    for row in sorted(pair.rows, key=lambda row: (-row.points, row.feature)):
        if abs(row.points) >= LEAST:
            style = "finding.agrees" if row.points > 0 else "finding.contradicts"
            grid.add_row(Text(_points(row.points), style), _row_words(row))
    return Group(*lines, Padding(grid, (0, 0, 0, INDENT)))


def _row_words(row: JoinRow) -> str:
    return f"{row.sentence.removesuffix('.')}: {row.sees}" if row.sees not in ("", "yes") else row.sentence


def _points(points: float) -> str:
    return f"{points:+.2f}".replace("-", "−")


def _rival(sources: Sources, rival: RivalIncident) -> RenderableType:
    rows = [row for row in rival.compared.rows if abs(row.points) >= LEAST]
    speaking = sorted((row for row in rows if row.points > 0), key=lambda row: (-row.points, row.feature))
    against = sorted((row for row in rows if row.points < 0), key=lambda row: (row.points, row.feature))
    lines: list[RenderableType] = [Text(f"{sources.named(rival.incident)}. {rival.reason}")]
    lines += [
        _line(f"{label}: {'; '.join(_row_words(row).removesuffix('.') for row in named[:MOST_NAMED])}")
        for label, named in (("For", speaking), ("Against", against))
        if named
    ]
    return Padding(Group(*lines), (0, 0, 0, INDENT))


def _links(sources: Sources, incident: Incident) -> Iterator[RenderableType]:
    """Each link of the incident, who asserts and who denies it, with the sentences."""
    incoming = [(other, link) for other in sources.ledger.incidents for link in other.links if link.to == incident.id]
    outgoing = [(incident, link) for link in incident.links]
    for answer, link in (*outgoing, *incoming):
        verb = "Answers" if answer is incident else "Answered by"
        fallen = "" if link.stands else f" Does not stand: {link.reason}"
        other = sources.named(link.to if answer is incident else answer.id)
        yield from (
            Text(),
            Text.assemble((f"{verb} ", "label"), f"{other}; {short_words(sources.ledger, link)}.{fallen}"),
        )
        for account in link.asserted:
            yield from _sentences(sources, f"{SIGNS[account.basis]} {BASES[account.basis]}", account.evidence)
        for account in link.denied:
            yield from _sentences(sources, "≠ denied", account.evidence)
    for vow in incident.vowed:
        yield from (Text(), Text("An answer is vowed", "label"))
        yield from _sentences(sources, BASES[vow.basis], vow.evidence)


def _series(sources: Sources, incident: Incident) -> Iterator[RenderableType]:
    for part in incident.parts:
        yield from (Text(), Text.assemble(("One of ", "label"), f"{sources.named(part.series)}: {PARTS[part.basis]}."))
        yield _line(" ".join(part.reasons))
        yield from _sentences(sources, "", part.evidence)
    if incident.contains:
        yield from (Text(), Text("Contains", "label"), *(_line(sources.named(id)) for id in incident.contains))


def _sentences(sources: Sources, label: str, found: Sequence[Evidence]) -> Iterator[RenderableType]:
    for evidence in found:
        report = sources.backing.reports[evidence.report]
        facts = " · ".join(part for part in (label, " ← ".join(evidence.path), date_words(report.published)) if part)
        lines = (Text(facts, "quiet"), Padding(sentence_of(sources.backing, evidence), (0, 0, 0, INDENT)))
        yield Padding(Group(*lines), (0, 0, 0, INDENT))


def _line(words: str) -> RenderableType:
    return Padding(Text(words, "quiet"), (0, 0, 0, INDENT))
