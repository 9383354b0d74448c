"""The ledger of one incident: questions down, positions across, findings in colour and in words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.rule import Rule
from rich.segment import Segment
from rich.table import Table
from rich.text import Text

from rashomon.model import Answered, Finding, Incident, Ledger
from rashomon.publish.positions import Cell, Position, positions
from rashomon.publish.terminal.theme import finding_text
from rashomon.publish.weights import LEGEND, captions, default_rule, harm_words, weight_lines
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
    report_words,
    short_date,
    verdict_words,
)

NARROWEST = 30
"""Columns that a position needs to stand beside others; narrower than two of them, positions are stacked."""
MOST_ACROSS = 4
FIRST: tuple[Finding, ...] = ("contradicts", "revised", "compatible", "agrees", "single", "silent")
"""The findings in the order in which they are shown."""
INDENT = 2
GAP = 2


def incident_view(ledger: Ledger, incident: Incident, rule: str | None = None) -> RenderableType:
    """The head of the incident, then each question with its finding, its reason and its positions.

    What is in dispute comes first, then what was revised, what agrees, and single accounts. Tolls are estimated by `rule`.
    """
    number = ledger.incidents.index(incident) + 1
    open_questions = [answered.question for answered in incident.questions if not answered.accounts]
    parts: list[RenderableType] = [_head(ledger, incident, number)]
    for answered in sorted(incident.questions, key=lambda question: FIRST.index(question.finding)):
        if answered.accounts:
            parts += [Text(), _question(ledger, incident, answered, rule or default_rule())]
    if any(account.grade for answered in incident.questions for account in answered.accounts):
        parts += [Text(), Text(LEGEND, "quiet")]
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
    if harm := harm_words(incident):
        yield "Harm", harm
    rows = {other.id: (row, other) for row, other in enumerate(ledger.incidents, 1)}
    for label, ids in (("Answers", incident.response_to), ("Answered by", _answered_by(ledger, incident))):
        for id in ids:
            if id in rows:
                row, other = rows[id]
                yield label, f"no. {row}: {other.title} ({short_date(other.date)})"
    yield "Told in", f"{report_words(incident)}{_copies(ledger, incident)}"
    for verdict in incident.verdicts:
        yield "Judged", judged_words(verdict)
    yield "Number", f"{number}  (id {incident.id})"


def _in_dispute(incident: Incident) -> Text:
    answered = sum(bool(question.accounts) for question in incident.questions)
    if parted := len(disputed(incident)):
        return Text(f"≠ {parted} of {counted(answered, 'question')} in dispute", "finding.contradicts")
    return Text("nothing in dispute" if answered else "no accounts", "quiet")


def _answered_by(ledger: Ledger, incident: Incident) -> list[str]:
    return [other.id for other in ledger.incidents if incident.id in other.response_to]


def _copies(ledger: Ledger, incident: Incident) -> str:
    """Which of its reports are copies of one story: they are no witnesses of their own."""
    here = {role.id for role in incident.reports}
    names = {heading.id: heading.outlet or heading.name for heading in ledger.reports}
    told = []
    for lineage in ledger.lineage:
        family = [names.get(report, report) for report in lineage.reports if report in here]
        if len(family) > 1:
            told.append(f"{', '.join(family)}: one story{f' of {lineage.origin}' if lineage.origin else ''}")
    for one in ledger.borrowed:
        if one.copy in here and one.source in here:
            told.append(f"{names.get(one.copy, one.copy)} shares a passage with {names.get(one.source, one.source)}")
    return f" ({'; '.join(told)})" if told else ""


def _question(ledger: Ledger, incident: Incident, answered: Answered, rule: str) -> RenderableType:
    head = Table.grid(expand=True, padding=(0, 1))
    head.add_column(overflow="fold")
    head.add_column(ratio=1)
    head.add_column(justify="right", no_wrap=True)
    name = Text.assemble((question_words(answered.question), "title"))
    head.add_row(name, Rule(style="quiet"), finding_text(answered.finding))
    parts: list[RenderableType] = [head]
    if answered.reason and answered.finding != "single":
        reason = answered.reason[:1].upper() + answered.reason[1:]
        parts.append(Padding(Text(reason, "quiet"), (0, 0, 0, INDENT)))
    for words in weight_lines(answered, rule):
        parts.append(Padding(Text(words, "quiet"), (0, 0, 0, INDENT)))
    style, laid_out = f"finding.{answered.finding}", positions(answered)
    heads = captions(incident, [position.side for position in laid_out])
    views = [_position(ledger, position, head) for position, head in zip(laid_out, heads, strict=True)]
    parts.append(Padding(Across([Barred(view, style) for view in views]), (0, 0, 0, INDENT)))
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


def _position(ledger: Ledger, position: Position, head: str) -> RenderableType:
    """The value with its cells, under the side that they stand with where the accounts have several."""
    side = (Text(head, "side"),) if head else ()
    return Group(*side, Text(position.value, "value"), *(_cell(ledger, cell) for cell in position.cells))


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
