"""The ledger as one self-contained page: no script, nothing fetched, fit to be mailed and printed."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from rashomon.model import Answered, Evidence, Incident, Ledger, Report
from rashomon.publish import weights, words
from rashomon.publish.answers import connected
from rashomon.publish.backing import Backing
from rashomon.publish.marks import outside, pieces
from rashomon.publish.positions import Position, positions
from rashomon.version import __version__

LINKED = ("https://", "http://")
"""Only addresses like these become links; others stay words."""


def ledger_page(ledger: Ledger, backing: Backing, rule: str | None = None) -> str:
    """The whole ledger as HTML: contents, each incident, the reports with their hashes, and what was skipped.

    Tolls are estimated by `rule`. A pure function with no clock in it: the same ledger gives the same page.
    """
    page: str = template("ledger.html").render(
        ledger=ledger,
        backing=backing,
        incidents=[
            _incident(ledger, number, incident, rule or weights.default_rule())
            for number, incident in enumerate(ledger.incidents, 1)
        ],
        numbers={incident.id: number for number, incident in enumerate(ledger.incidents, 1)},
        reports=[_report(heading.id, backing) for heading in ledger.reports],
        version=__version__,
    )
    return page


def template(name: str) -> Template:
    """One of the templates of pages that are taken out; every value in it is escaped."""
    return _environment().get_template(name)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("rashomon.publish"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    shown = (
        words.beside_claimant, words.claimant_words, words.counted, words.date_words, words.dated_words,
        words.detail_words, words.dispute_words, words.account_count, words.kind_words, words.question_words,
        words.report_words, words.short_date, words.disputed, words.revised, words.judged_words, words.verdict_words,
        words.in_passing, words.listed,
    )  # fmt: skip
    environment.globals.update({function.__name__: function for function in shown})
    environment.globals.update(FINDINGS=words.FINDINGS, evidence_view=_evidence, LEGEND=weights.LEGEND)
    environment.globals.update(harm_words=weights.harm_words, arithmetic=weights.arithmetic)
    return environment


def _incident(ledger: Ledger, number: int, incident: Incident, rule: str) -> dict[str, Any]:
    return {
        "number": number,
        "incident": incident,
        "connected": list(connected(ledger, incident)),
        "copies": list(_copies(ledger, incident)),
        "questions": [
            (
                answered,
                words.FINDINGS[answered.finding],
                _captioned(incident, answered),
                tuple(weights.weight_lines(answered, rule)),
            )
            for answered in incident.questions
            if answered.accounts
        ],
        "unanswered": [answered.question for answered in incident.questions if not answered.accounts],
    }


def _captioned(incident: Incident, answered: Answered) -> list[tuple[str, Position]]:
    """The positions of a question, each with the side that it stands under."""
    held = positions(answered)
    return list(zip(weights.captions(incident, [position.side for position in held]), held, strict=True))


def _copies(ledger: Ledger, incident: Incident) -> Iterator[tuple[Sequence[str], str | None]]:
    here = {role.id for role in incident.reports}
    for lineage in ledger.lineage:
        family = [report for report in lineage.reports if report in here]
        if len(family) > 1:
            yield words.outlets(family, ledger), lineage.origin


def _evidence(backing: Backing, account: str, evidence: Evidence) -> dict[str, Any]:
    attribution = backing.attributions.get(evidence.attribution or "")
    rules = dict.fromkeys(rule for rule in (evidence.rule, attribution.rule if attribution else "") if rule)
    return {
        "report": backing.reports[evidence.report],
        "span": evidence.span,
        "pieces": pieces(evidence, attribution),
        "speaker": [span.text for span in outside(evidence, attribution)],
        "path": evidence.path,
        "rules": ", ".join(rules) or backing.reader,
        "confidence": f"{evidence.confidence:.2f}",
        "judgements": backing.judged(account, evidence.attribution),
    }


def _report(id: str, backing: Backing) -> tuple[Report, str | None]:
    """A report with its address, if that is one that may be followed."""
    report = backing.reports[id]
    url = report.url or ""
    return report, url if url.lower().startswith(LINKED) else None
