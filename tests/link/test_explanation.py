"""Why reported incidents are one, or are not: the table of a pair, the pairs that hang together, the rivals."""

from typing import Any

import pytest
from hypothesis import given, settings

from rashomon.link import link
from rashomon.link.barriers import barrier, is_forbidden
from rashomon.link.comparison import FORBIDDEN, compare, table
from rashomon.link.explaining import explain_joining
from rashomon.link.sightings import sightings
from rashomon.model import Incident, Joining, Judgement, Ledger, Reading, Report
from rashomon.reconcile import reconcile
from tests.builders import at, on
from tests.link.test_clusters import Told, told
from tests.link.test_linker import ROWS


def ledger_of(tolds: list[Told], judgements: tuple[Judgement, ...] = ()) -> Ledger:
    reports, readings = {report.id: report for report, _ in tolds}, [reading for _, reading in tolds]
    return reconcile(reports, readings, link(reports, readings, judgements), judgements)


def explained(
    tolds: list[Told], of: Told, report: Report | None = None, judgements: tuple[Judgement, ...] = ()
) -> tuple[Ledger, Joining]:
    ledger = ledger_of(tolds, judgements)
    incident = incident_of(ledger, of)
    readings = {reading.report: (made, reading) for made, reading in tolds}

    def read(ids: Any) -> tuple[dict[str, Report], list[Reading]]:
        return {id: readings[id][0] for id in ids}, [readings[id][1] for id in ids]

    found = explain_joining(ledger, incident, read, judgements, report.id if report else None)
    assert found is not None
    return ledger, found


def incident_of(ledger: Ledger, of: Told) -> Incident:
    return next(i for i in ledger.incidents if any(role.id == of[0].id for role in i.reports))


STRIKE: dict[str, Any] = {
    "date": on("2024-03-05"),
    "locations": (at("Marfa", country="XX"),),
    "type": "airstrike",
    "main": True,
}


@settings(max_examples=40, deadline=None)
@given(ROWS)
def test_the_rows_add_up_and_a_barrier_is_named_where_there_is_one(rows: list[list[dict[str, object]]]) -> None:
    tolds = [told(str(n), *facts) for n, facts in enumerate(rows)]
    found = sightings({report.id: report for report, _ in tolds}, [reading for _, reading in tolds])
    for left in found:
        for right in found:
            assert bool(barrier(left, right)) == is_forbidden(left, right)
            score = compare(left, right).score
            total = sum(points for *_, points in table(left, right))
            assert score == FORBIDDEN or score <= total + 1e-9


def test_the_pairs_of_an_incident_hang_its_reports_together() -> None:
    tolds = [told(name, STRIKE) for name in "abcd"]
    _, found = explained(tolds, tolds[0])
    assert len(found.joins) == 3
    assert {m.report for pair in found.joins for m in (pair.left, pair.right)} == {report.id for report, _ in tolds}
    for pair in found.joins:
        assert pair.total == pytest.approx(sum(row.points for row in pair.rows))
        assert pair.total >= pair.threshold and not pair.missing and not pair.barrier


def test_a_rival_says_how_many_points_were_missing() -> None:
    dated = told("a", STRIKE)
    undated = told("b", {"type": "airstrike", "locations": (), "main": False})
    ledger, found = explained([dated, undated], undated)
    (rival,) = found.rivals
    assert rival.incident == incident_of(ledger, dated).id
    assert rival.compared.missing > 0
    assert rival.reason == f"{rival.compared.missing:.1f} points are missing."
    assert any("Nothing of it is evidence" in row.sentence for row in rival.compared.rows) == (
        rival.compared.total == -3.0
    )


def test_of_a_report_that_is_elsewhere_it_is_told_what_keeps_it_apart() -> None:
    here, later = told("a", STRIKE), told("b", {**STRIKE, "date": on("2024-05-05")})
    _, found = explained([here, later], here, later[0])
    (rival,) = found.rivals
    assert rival.reason == rival.compared.barrier == "Their days are apart."


def test_of_a_report_that_belongs_to_it_each_pair_is_told() -> None:
    tolds = [told(name, STRIKE) for name in "abc"]
    _, found = explained(tolds, tolds[0], tolds[1][0])
    assert len(found.joins) == 2
    assert all(tolds[1][0].id in (pair.left.report, pair.right.report) for pair in found.joins)


def test_a_judgement_is_told_in_words() -> None:
    tolds = [told("a", STRIKE), told("b", STRIKE)]
    subjects = tuple(f"{report.id}/{reading.incidents[0].id}" for report, reading in tolds)
    apart = Judgement(id="j1", decision="not_same", subjects=subjects, who="ana", when="2024-06-01T00:00:00Z")
    _, found = explained(tolds, tolds[0], judgements=(apart,))
    (rival,) = found.rivals
    assert rival.reason == "A person judged that they are not the same."


def test_nothing_can_be_told_where_the_readings_are_others() -> None:
    tolds = [told("a", STRIKE)]
    ledger = ledger_of(tolds)
    assert explain_joining(ledger, ledger.incidents[0], lambda ids: None, ()) is None
    empty = Reading(report=tolds[0][0].id, reader="another")
    assert (
        explain_joining(ledger, ledger.incidents[0], lambda ids: ({tolds[0][0].id: tolds[0][0]}, [empty]), ()) is None
    )


def test_a_distant_rival_is_none() -> None:
    tolds = [told("a", STRIKE), told("b", {**STRIKE, "locations": (at("Siwa", country="YY"),), "type": "bombing"})]
    _, found = explained(tolds, tolds[0])
    assert all(rival.compared.missing <= 4 for rival in found.rivals)
