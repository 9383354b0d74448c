"""In which order the ledger lists its incidents."""

from dataclasses import replace

from rashomon.model import Incident, ReportRole
from rashomon.reconcile.incidents import listed
from tests.builders import on
from tests.reconcile.test_responses import incident


def told_by(one: Incident, *reports: str) -> Incident:
    return replace(one, reports=tuple(ReportRole(id=report, main=True, local=()) for report in reports))


def order(*incidents: Incident, said: dict[str, int] | None = None) -> str:
    counted = dict.fromkeys((one.id for one in incidents), 1) | (said or {})
    return "".join(one.id for one in listed(incidents, counted))


def test_days_come_first_then_what_has_none_then_series() -> None:
    series = replace(incident("a", on("2024-01-01")), series=True)
    assert order(series, incident("b"), incident("c", on("2024-03-05")), incident("d", on("2024-03-01"))) == "dcba"


def test_of_undated_ones_the_one_that_more_reports_tell_comes_first() -> None:
    assert order(told_by(incident("a"), "r1"), told_by(incident("b"), "r1", "r2")) == "ba"


def test_then_what_answers_or_is_answered_then_what_more_is_said_of() -> None:
    answered, answer = incident("c"), replace(incident("d"), response_to=("c",))
    assert order(incident("a"), incident("b"), answered, answer, said={"b": 3}) == "cdba"
