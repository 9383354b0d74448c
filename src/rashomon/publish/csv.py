"""The ledger as a spreadsheet: one row an account, its sentences beside it."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from rashomon.model import Account, Answered, Incident, Ledger
from rashomon.publish.backing import Backing
from rashomon.publish.weights import default_rule, estimates_of
from rashomon.publish.words import claimant_words, judged_words, outlets, value_words

COLUMNS = (
    "number", "incident", "title", "type", "date_start", "date_end", "date_basis", "places", "initiators", "targets",
    "question", "finding", "reason", "claimant", "role", "anonymous", "plural", "stance", "value", "low", "high",
    "hedge", "who", "partial", "status", "relayed_by", "reported_start", "reported_end", "reports", "outlets",
    "independent_origins", "evidence", "spans", "account", "rejected", "as_read", "judged",
    "source_kinds", "side", "source_grade", "information", "information_why", "question_reports", "question_origins",
    "question_sources", "rule", "toll_low", "toll_best", "toll_high", "toll_why", "harm", "harm_why", "silent", "declined",
)  # fmt: skip
FORMULA = "=+-@\t\r＝＋－＠"
"""A cell that begins like this is run by spreadsheet programs; reports are written by strangers."""
SEPARATOR = " | "


def ledger_csv(ledger: Ledger, backing: Backing, rule: str | None = None) -> str:
    """The accounts of the ledger as CSV (RFC 4180) with a header; lists are joined by " | ".

    A cell that a spreadsheet would run as a formula gets an apostrophe in front. Tolls are estimated by `rule`.
    """
    estimated_by = rule or default_rule()
    return rows_csv(COLUMNS, _rows(ledger, backing, estimated_by))


def rows_csv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Rows as CSV (RFC 4180) with a header; a cell that a spreadsheet would run gets an apostrophe in front."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(columns)
    writer.writerows([_safe(value) for value in row] for row in rows)
    return file.getvalue()


def _rows(ledger: Ledger, backing: Backing, rule: str) -> Iterator[Sequence[object]]:
    for number, incident in enumerate(ledger.incidents, 1):
        for answered in incident.questions:
            for account in answered.accounts:
                yield (
                    *_incident(number, incident),
                    *_account(ledger, answered, account),
                    *_evidence(backing, account),
                    *_weight(incident, answered, account, rule),
                )


def _incident(number: int, incident: Incident) -> Iterator[object]:
    yield from (number, incident.id, incident.title, incident.type)
    yield from (incident.date.start, incident.date.end, incident.date.basis)
    yield from (incident.places, incident.initiators, incident.targets)


def _account(ledger: Ledger, answered: Answered, account: Account) -> Iterator[object]:
    claimant = account.claimant
    yield from (answered.question, answered.finding, answered.reason)
    yield from (claimant_words(claimant), claimant.role if claimant else None)
    yield from (bool(claimant and claimant.anonymous), bool(claimant and claimant.plural))
    yield from (account.stance, value_words(account), account.low, account.high, account.hedge, account.who)
    yield from (account.partial, account.status, account.relayed_by, account.said.start, account.said.end)
    yield from (account.reports, outlets(account.reports, ledger), account.independent_origins)


def _evidence(backing: Backing, account: Account) -> Iterator[object]:
    names = {id: report.name for id, report in backing.reports.items()}
    yield tuple(dict.fromkeys(evidence.sentence.text for evidence in account.evidence))
    yield tuple(f"{names.get(e.report, e.report)} {e.span.start}-{e.span.end}" for e in account.evidence)
    yield from (account.id, account.rejected, account.as_read)
    yield tuple(judged_words(verdict) for verdict in account.verdicts)


def _weight(incident: Incident, answered: Answered, account: Account, rule: str) -> Iterator[object]:
    grade, weight = account.grade, answered.weight
    yield from (account.sources, account.side)
    yield from (grade.source, grade.value, grade.why) if grade is not None else (None, None, None)
    yield from (weight.reports, weight.independent_origins) if weight is not None else (None, None)
    yield tuple(f"{row.kind} {row.claimants}" for row in weight.sources) if weight is not None else None
    estimate = next(iter(estimates_of(answered, rule)), None)
    yield from (rule, estimate.low, estimate.best, estimate.high, estimate.why) if estimate else (None,) * 5
    yield from (incident.grade.value, incident.grade.why) if incident.grade is not None else (None, None)
    yield tuple(one.name for one in answered.silent if not one.declined)
    yield tuple(one.name for one in answered.silent if one.declined)


def _safe(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    words = SEPARATOR.join(value) if isinstance(value, tuple) else str(value)
    words = " ".join(words.split())
    return f"'{words}" if words.startswith(tuple(FORMULA)) else words
