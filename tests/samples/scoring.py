"""How far a ledger and its readings meet what a careful reader finds: small scores in [0, 1]."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from rashomon.model import Finding, Incident, Ledger, Reading


def f1(hits: int, found: int, wanted: int) -> float:
    """The harmonic mean of precision and recall; 1 where nothing is wanted and nothing found."""
    return 2 * hits / (found + wanted) if found + wanted else 1.0


def figure_f1(expected: Mapping[str, Any], readings: Mapping[str, Reading]) -> float:
    """F1 over outcome, low and high of the figures of each report; a repeated figure counts once, a vague one not at all."""
    hits = found = wanted = 0
    for name, report in expected["reports"].items():
        gold = {_value(**row) for row in report["figures"]} - {None}
        read = {(f.outcome, f.low, f.high) for f in readings[name].figures if (f.low, f.high) != (None, None)}
        hits, found, wanted = hits + len(gold & read), found + len(read), wanted + len(gold)
    return f1(hits, found, wanted)


def _value(
    *, outcome: str, low: int | None, high: int | None, **_: object
) -> tuple[str, int | None, int | None] | None:
    return None if (low, high) == (None, None) else (outcome, low, high)


def main_b_cubed(expected: Mapping[str, Any], ledger: Ledger) -> float:
    """B-cubed F1 over reports grouped by their main incident; one without stands alone on either side."""
    names = {heading.id: heading.name for heading in ledger.reports}
    gold = {name: _main(row["incidents"]) or f"alone {name}" for name, row in expected["reports"].items()}
    mine = {name: f"alone {name}" for name in gold}
    mine.update(
        {names[role.id]: incident.id for incident in ledger.incidents for role in incident.reports if role.main}
    )
    shares = [(_group(gold, name), _group(mine, name)) for name in gold]
    precision = sum(len(one & other) / len(other) for one, other in shares) / len(shares)
    recall = sum(len(one & other) / len(one) for one, other in shares) / len(shares)
    return 2 * precision * recall / (precision + recall)


def _main(rows: Iterable[Mapping[str, Any]]) -> str | None:
    return next((row["key"] for row in rows if row["main"]), None)


def _group(grouping: Mapping[str, str], name: str) -> set[str]:
    return {other for other, label in grouping.items() if label == grouping[name]}


def incident_of(key: str, expected: Mapping[str, Any], ledger: Ledger) -> Incident:
    """The incident of the ledger that shares most main reports with an expected one.

    Raises `AssertionError` where none shares any.
    """
    names = {heading.id: heading.name for heading in ledger.reports}
    wanted = {name for name, row in expected["reports"].items() if _main(row["incidents"]) == key}
    shared = Counter(
        {
            incident.id: sum(role.main and names[role.id] in wanted for role in incident.reports)
            for incident in ledger.incidents
        }
    )
    best, count = shared.most_common(1)[0]
    assert count, f"no incident of the ledger has a main report of {key}"
    return next(incident for incident in ledger.incidents if incident.id == best)


def finding_of(incident: Incident, question: str) -> Finding | None:
    """What the ledger finds for a question of an incident, or None where it has no answer at all."""
    return next((answered.finding for answered in incident.questions if answered.question == question), None)
