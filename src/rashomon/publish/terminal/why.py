"""Why a cell says what it says: the verbatim sentences with their marks, and the way by which they came."""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from rashomon.model import Account, Attribution, Evidence, Incident, Ledger
from rashomon.publish.backing import Backing
from rashomon.publish.marks import SIGNS, Mark, outside, pieces
from rashomon.publish.positions import Cell
from rashomon.publish.words import (
    STANCES,
    beside_claimant,
    claimant_words,
    date_words,
    detail_words,
    judged_words,
    position_words,
    question_words,
    verdict_words,
)

LEGEND: tuple[tuple[Mark, str], ...] = (
    ("source", "who speaks"),
    ("cue", "the word that says so"),
    ("content", "what is said"),
    ("value", "the value"),
)


def why_view(ledger: Ledger, backing: Backing, incident: Incident, asked: Sequence[tuple[str, Cell]]) -> RenderableType:
    """Each cell asked for, as (question, cell): its value and claimant, then its evidence sentence by sentence."""
    parts: list[RenderableType] = [Text(incident.title, "title")]
    for question, cell in asked:
        parts += [Text(), _cell_head(ledger, question, cell)]
        for evidence in cell.account.evidence:
            parts += [Text(), Padding(_evidence(backing, cell.account, evidence, incident), (0, 0, 0, 2))]
    parts += [Text(), legend()]
    return Group(*parts)


def legend() -> Text:
    """What the marks mean."""
    line = Text("Marks: ", "quiet")
    for place, (mark, words) in enumerate(LEGEND):
        before, after = SIGNS[mark]
        line.append("  " if place else "").append(f"{before}{words}{after}", f"mark.{mark}")
    return line


def _cell_head(ledger: Ledger, question: str, cell: Cell) -> RenderableType:
    account = cell.account
    who = claimant_words(account.claimant) + beside_claimant(account, ledger)
    return Group(
        Text.assemble((question_words(question), "label"), "  ", (position_words(account), "value")),
        Text.assemble((f"{cell.letter}) ", "letter"), who),
        Padding(Text(" · ".join(detail_words(account)), "quiet"), (0, 0, 0, 3)),
        *(Padding(Text(f"Judged: {words}", "judged"), (0, 0, 0, 3)) for words in verdict_words(account)),
    )


def _evidence(backing: Backing, account: Account, evidence: Evidence, incident: Incident) -> RenderableType:
    report = backing.reports[evidence.report]
    heading = Text.assemble((report.outlet or report.name, "title"), ", " if report.title else "")
    heading.append(f"“{report.title}”" if report.title else "")
    heading.append(f"  {date_words(report.published)}", "quiet")
    facts = Table.grid(padding=(0, 2))
    facts.add_column(style="label", no_wrap=True)
    facts.add_column(overflow="fold")
    for label, words in _facts(backing, account, evidence):
        facts.add_row(label, words)
    for words in _placed(backing, evidence, incident):
        facts.add_row("Placed", words)
    return Group(heading, Padding(sentence_of(backing, evidence), (0, 0, 0, 2)), Padding(facts, (0, 0, 0, 2)))


def sentence_of(backing: Backing, evidence: Evidence) -> Text:
    """The sentence of some evidence on one line, with the marks of who speaks and of the words that count."""
    line = Text()
    attribution = backing.attributions.get(evidence.attribution or "")
    for piece in pieces(evidence, attribution):
        innermost = piece.marks[-1] if piece.marks else None
        line.append(" ".join(piece.signed.splitlines()), f"mark.{innermost}" if innermost else "")
    return line


def _placed(backing: Backing, evidence: Evidence, incident: Incident) -> Iterator[Text]:
    """What each name of the incident's places in the sentence was taken for, and why."""
    refs = {place.place for place in incident.locations if place.place}
    told: set[str] = set()
    for toponym in backing.toponyms.get(evidence.report, ()):
        ref = toponym.place.place if toponym.place is not None else None
        if ref in refs and toponym.span.overlaps(evidence.sentence) and toponym.span.text not in told:
            told.add(toponym.span.text)
            yield Text(f"“{toponym.span.text}” as {ref}. {toponym.reason}")


def _facts(backing: Backing, account: Account, evidence: Evidence) -> Iterator[tuple[str, Text]]:
    attribution = backing.attributions.get(evidence.attribution or "")
    elsewhere = outside(evidence, attribution)
    if elsewhere:
        yield "Speaker", Text("; ".join(f"“{' '.join(s.text.split())}”" for s in elsewhere) + " in another sentence")
    if evidence.path:
        yield "Came by", Text(" ← ".join(evidence.path))
    if attribution is not None:
        yield "Said", Text(f"{STANCES[attribution.stance]}, in {attribution.speech} speech")
    if attribution is not None and attribution.reason:
        yield "Taken for", Text(_taken_for(attribution))
    report = backing.reports[evidence.report]
    yield "Stands in", Text(f"{report.name}, characters {evidence.span.start}–{evidence.span.end}")
    rules = dict.fromkeys(r for r in (evidence.rule, attribution.rule if attribution else "") if r)
    yield "Read by", Text(f"{', '.join(rules) or backing.reader}; confidence {evidence.confidence:.2f}")
    for judgement in backing.judged(account.id, evidence.attribution):
        yield "Judged", Text(judged_words(judgement))


def _taken_for(attribution: Attribution) -> str:
    """Whom the claimant was taken for, why, and who else could be meant."""
    claimant = attribution.claimant
    known = f" ({claimant.actor})" if claimant is not None and claimant.actor else ""
    rivals = ", ".join(f"{rival.ref} {rival.score:.2f}" for rival in attribution.rivals)
    return f"{claimant.name if claimant else 'nobody'}{known}: {attribution.reason}" + (
        f" Rivals: {rivals}." if rivals else ""
    )
