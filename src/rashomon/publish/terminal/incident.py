"""The ledger of one incident: questions down, positions across, findings in colour and in words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.rule import Rule
from rich.segment import Segment
from rich.table import Table
from rich.text import Text

from rashomon.model import Answered, Incident, Ledger
from rashomon.publish.answers import account_words, short_words
from rashomon.publish.copies import copies_words, told_in
from rashomon.publish.positions import Cell, Position, positions
from rashomon.publish.terminal.theme import finding_text
from rashomon.publish.words import (
    beside_claimant,
    claimant_words,
    counted,
    dated_words,
    detail_words,
    disputed,
    judged_words,
    listed,
    question_words,
    short_date,
    verdict_words,
)

NARROWEST = 24
"""Columns that a position needs to stand beside others; narrower than two of them, positions are stacked."""
MOST_ACROSS = 4
INDENT = 2
GAP = 2
MOST_CONTAINED = 6


def incident_view(ledger: Ledger, incident: Incident) -> RenderableType:
    """The head of the incident, then each question with its finding, its reason and its positions."""
    number = ledger.incidents.index(incident) + 1
    open_questions = [answered.question for answered in incident.questions if not answered.accounts]
    parts: list[RenderableType] = [_head(ledger, incident, number)]
    for answered in incident.questions:
        if answered.accounts:
            parts += [Text(), _question(ledger, answered)]
    if open_questions:
        words = " ".join(question_words(question) for question in open_questions)
        parts += [Text(), Text.assemble(("No report answers: ", "quiet"), (words, "quiet"))]
    return Group(*parts)


def _head(ledger: Ledger, incident: Incident, number: int) -> RenderableType:
    title = Text.assemble((incident.title, "title"), "   ", _in_dispute(incident))
    facts = Table.grid(padding=(0, 2))
    facts.add_column(style="label", no_wrap=True)
    facts.add_column(overflow="fold")
    for label, words in _facts(ledger, incident, number):
        facts.add_row(label, Text(words))
    return Group(title, Padding(facts, (0, 0, 0, INDENT)))


def _facts(ledger: Ledger, incident: Incident, number: int) -> Iterator[tuple[str, str]]:
    yield "When", dated_words(incident.date)
    if incident.places:
        yield "Where", listed(incident.places)
    if incident.initiators:
        yield "By", listed(incident.initiators)
    if incident.targets:
        yield "Against", listed(incident.targets)
    yield from _connected(ledger, incident)
    yield "Told in", told_in(ledger, incident)
    for family in copies_words(ledger, incident):
        yield "Copies", family
    for verdict in incident.verdicts:
        yield "Judged", judged_words(verdict)
    yield "Number", f"{number}  (id {incident.id})"


def _in_dispute(incident: Incident) -> Text:
    answered = sum(bool(question.accounts) for question in incident.questions)
    if parted := len(disputed(incident)):
        return Text(f"≠ {parted} of {counted(answered, 'question')} in dispute", "finding.contradicts")
    return Text("nothing in dispute" if answered else "no accounts", "quiet")


def _connected(ledger: Ledger, incident: Incident) -> Iterator[tuple[str, str]]:
    """What it answers and what answers it, on whose word; the series that it is one of, or what it contains."""
    rows = {other.id: (row, other) for row, other in enumerate(ledger.incidents, 1)}
    known = {id: f"no. {row}: {other.title} ({short_date(other.date)})" for id, (row, other) in rows.items()}
    for to in incident.response_to:
        yield "Answers", known.get(to, to) + _said(ledger, incident, to)
    for other in ledger.incidents:
        if incident.id in other.response_to:
            yield "Answered by", known[other.id] + _said(ledger, other, incident.id)
    if incident.vowed:
        yield "Vowed", "; ".join(account_words(ledger, vow) for vow in incident.vowed)
    for series in incident.part_of:
        yield "One of", known.get(series, series)
    if incident.contains:
        yield "Contains", listed([known.get(id, id) for id in incident.contains], MOST_CONTAINED)


def _said(ledger: Ledger, answer: Incident, to: str) -> str:
    link = next((link for link in answer.links if link.to == to), None)
    return f"; {short_words(ledger, link)}" if link else ""


def _question(ledger: Ledger, answered: Answered) -> RenderableType:
    head = Table.grid(expand=True, padding=(0, 1))
    head.add_column(overflow="fold")
    head.add_column(ratio=1)
    head.add_column(justify="right", no_wrap=True)
    name = Text.assemble((question_words(answered.question), "title"))
    head.add_row(name, Rule(style="quiet"), finding_text(answered.finding))
    parts: list[RenderableType] = [head]
    if answered.reason and answered.finding != "single":
        parts.append(Padding(Text(answered.reason, "quiet"), (0, 0, 0, INDENT)))
    style = f"finding.{answered.finding}"
    across = Across([Barred(_position(ledger, position), style) for position in positions(answered)])
    parts.append(Padding(across, (0, 0, 0, INDENT)))
    return Group(*parts)


@dataclass(frozen=True, slots=True)
class Across:
    """Positions side by side where the terminal is wide enough, in as many rows as that takes; else stacked."""

    items: Sequence[RenderableType]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        fitting = max(1, min(MOST_ACROSS, (options.max_width + GAP) // (NARROWEST + GAP)))
        rows = -(-len(self.items) // fitting)
        # Spread evenly: two rows of two read better than a row of three and a widow.
        columns = -(-len(self.items) // rows)
        grid = Table.grid(expand=True, padding=(0, GAP, 0, 0))
        for _ in range(columns):
            grid.add_column(ratio=1, overflow="fold")
        for start in range(0, len(self.items), columns):
            if start:
                grid.add_row("")
            grid.add_row(*self.items[start : start + columns])
        yield grid


@dataclass(frozen=True, slots=True)
class Barred:
    """Something with a bar down its left side."""

    inside: RenderableType
    style: str

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        bar = Segment("| " if options.ascii_only else "│ ", console.get_style(self.style))
        width = max(1, options.max_width - 2)
        for line in console.render_lines(self.inside, options.update(width=width, height=None), pad=False):
            yield from (bar, *line, Segment.line())


def _position(ledger: Ledger, position: Position) -> RenderableType:
    return Group(Text(position.value, "value"), *(_cell(ledger, cell) for cell in position.cells))


def _cell(ledger: Ledger, cell: Cell) -> RenderableType:
    grid = Table.grid(padding=(0, 1))
    grid.add_column(style="letter", no_wrap=True)
    grid.add_column(overflow="fold")
    who = Text(claimant_words(cell.account.claimant))
    who.append(beside_claimant(cell.account, ledger), "quiet")
    grid.add_row(f"{cell.letter})", who)
    grid.add_row("", Text(" · ".join(detail_words(cell.account)), "quiet"))
    for judged in verdict_words(cell.account):
        grid.add_row("", Text(judged, "judged"))
    return grid
