"""How many munitions were used: like with like, wholes with wholes, and one claimant's salvos apart."""

from typing import Any

import pytest

from rashomon.link import link
from rashomon.model import Claimant, Count, Ledger, Mention, Reading, Report, content_id
from rashomon.reconcile import reconcile
from tests.builders import at, find, make_incident, make_mention, make_reading, make_report, on

ARMY, REBELS = Claimant(name="the army"), Claimant(name="the rebels")
Telling = tuple[Report, Reading]


def salvo(name: str, *counted: tuple[str, int, int | None], claimant: Claimant | None = ARMY, **fields: Any) -> Telling:
    """A report of one attack with counts of what was fired: ("12 rockets", 12, 12)."""
    words = " and ".join(said for said, _, _ in counted)
    day, elsewhere = fields.pop("day", "2024-03-06"), fields.pop("elsewhere", "")
    text = f"An attack hit Marfa. They fired {words}{elsewhere}."
    report = make_report(text, name, day=day, outlet=f"Outlet {name}")
    mention = make_mention(report, "attack", "missile_or_rocket")
    series = fields.pop("series", False)
    incident = make_incident(
        report, [mention], type="missile_or_rocket", date=on("2024-03-05"), locations=(at("Marfa", country="XX"),),
        series=series,
    )  # fmt: skip
    counts = tuple(
        Count(
            id=content_id("c", report.id, said), incident=incident.id, outcome=fields.get("outcome", "fired"),
            what=said.split()[-1], low=low, high=high, partial=fields.get("partial", False), span=find(report, said),
            claimant=claimant,
        )
        for said, low, high in counted
    )  # fmt: skip
    times = ()
    if elsewhere:
        times = (Mention(span=find(report, elsewhere.strip()), kind="time", ref="2024-02-01/2024-02-01"),)
    reading = make_reading(report, [incident], counts=counts, mentions=times)
    return report, reading


def ledger(*told: Telling) -> Ledger:
    reports = {report.id: report for report, _ in told}
    readings = [reading for _, reading in told]
    return reconcile(reports, readings, link(reports, readings))


def finding(*told: Telling) -> str:
    found = ledger(*told)
    (incident,) = found.incidents
    return next((q.finding for q in incident.questions if q.question == "munitions"), "unasked")


TWELVE = salvo("a", ("12 rockets", 12, 12))


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (salvo("b", ("12 rockets", 12, 12), claimant=REBELS), "agrees"),
        (salvo("b", ("30 rockets", 30, 30), claimant=REBELS), "contradicts"),
        (salvo("b", ("at least ten rockets", 10, None), claimant=REBELS), "compatible"),
        (salvo("b", ("three drones", 3, 3), claimant=REBELS), "compatible"),
        (salvo("b", ("20 projectiles", 20, 20), claimant=REBELS), "compatible"),
        (salvo("b", ("ten projectiles", 10, 10), claimant=REBELS), "contradicts"),
        (salvo("b", ("three rockets", 3, 3), claimant=REBELS, partial=True), "compatible"),
        (salvo("b", ("three rockets", 3, 3), ("12 rockets", 12, 12), claimant=REBELS), "compatible"),
        (salvo("b", ("30 rockets", 30, 30), day="2024-03-07"), "revised"),
        (salvo("b", ("30 rockets", 30, 30), claimant=REBELS, elsewhere=" on another day"), "single"),
        (salvo("b", ("30 rockets", 30, 30), claimant=REBELS, outcome="intercepted"), "single"),
    ],
)
def test_two_counts_are_compared_like_with_like(other: Telling, expected: str) -> None:
    assert finding(TWELVE, other) == expected


def test_one_claimant_tells_of_two_salvos_and_takes_nothing_back() -> None:
    assert finding(salvo("a", ("12 rockets", 12, 12), ("30 rockets", 30, 30))) == "single"


def test_things_that_are_no_munitions_are_not_counted_as_such() -> None:
    assert finding(salvo("a", ("12 sites", 12, 12))) == "unasked"


def test_of_a_series_no_count_is_read() -> None:
    assert finding(salvo("a", ("12 rockets", 12, 12), series=True)) == "unasked"


def test_a_reason_says_what_was_counted() -> None:
    (incident,) = ledger(TWELVE, salvo("b", ("30 rockets", 30, 30), claimant=REBELS)).incidents
    (answered,) = (q for q in incident.questions if q.question == "munitions")
    assert "the army says 12 rockets" in answered.reason
    assert "the rebels says 30 rockets" in answered.reason
