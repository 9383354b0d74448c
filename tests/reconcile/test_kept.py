"""What is kept of comparing accounts between runs changes how long it takes, never what it gives."""

import json
import logging
import random
from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest

from benchmarks.adding import voiced
from benchmarks.stories import Told, told_readings
from rashomon.link import link
from rashomon.model import Incident, Judgement, Ledger, made
from rashomon.model.anchored import actor_anchor, cell_anchors, incident_anchors, report_anchor
from rashomon.pipeline import build_ledger
from rashomon.publish.contract import ledger_json
from rashomon.reconcile import building, reconcile
from tests.link.shelves import MemoryShelf
from tests.reconcile.telling import story
from tests.reconcile.test_links import BLAST, RAID

KINDS = ("reconcile.incident", "reconcile.heard")


def tolds(count: int) -> list[Told]:
    return [voiced(told, "1") for told in told_readings(count)]


def ledger(
    told: Sequence[Told], judgements: Sequence[Judgement] = (), shelf: MemoryShelf | None = None, version: str = "1"
) -> Ledger:
    reports = {report.id: report for report, _ in told}
    return build_ledger(reports, [reading for _, reading in told], judgements, shelf=shelf, version=version)


def as_bytes(found: Ledger) -> str:
    return json.dumps(ledger_json(found))


def decisions(told: Sequence[Told], seen: Ledger, rng: random.Random, when: str) -> Iterator[Judgement]:
    """One judgement of every kind upon what a ledger shows."""
    reports = {report.id: report for report, _ in told}
    readings = {reading.report: reading for _, reading in told}
    cells = [(i, q, a) for i in seen.incidents for q in i.questions for a in q.accounts if not a.verdicts]
    for decision, value in (("reject", None), ("correct", "7"), ("accept", None)):
        _, question, account = rng.choice(cells)
        on = cell_anchors(question.question, account, reports)
        yield made(decision, who="ana", when=when, on=on, value=value)  # type: ignore[arg-type]

    def anchors(incident: Incident, side: int = 0) -> tuple[object, ...]:
        known = [(r.id, local) for r in incident.reports for local in r.local]
        return incident_anchors(
            ((reports[id], one) for id, local in known for one in readings[id].incidents if one.id == local), side
        )

    for joining in ("same", "not_same"):
        one, other = rng.sample(seen.incidents, 2)
        yield made(joining, who="ana", when=when, on=(*anchors(one), *anchors(other, 1)))  # type: ignore[arg-type]
    one = rng.choice(seen.incidents)
    yield made("side", who="ana", when=when, on=(*anchors(one), actor_anchor("usa", 0)), value="usa: target")  # type: ignore[arg-type]
    pair = rng.sample(sorted(reports), 2)
    yield made("same", who="ana", when=when, on=tuple(report_anchor(id, n) for n, id in enumerate(pair)))
    named = sorted({m.ref for r in readings.values() for m in r.mentions if m.kind == "actor" and m.ref})
    yield made("same", who="ana", when=when, on=tuple(actor_anchor(id, n) for n, id in enumerate(rng.sample(named, 2))))
    first = rng.choice(sorted(readings))
    yield Judgement(
        id=f"j{when}", decision="reject", subjects=(readings[first].attributions[0].id,), who="ana", when=when
    )


@pytest.mark.parametrize("seed", range(3))
def test_a_ledger_that_grows_under_judgements_is_the_one_made_at_once(seed: int) -> None:
    rng, shelf, told = random.Random(seed), MemoryShelf(), tolds(40)
    rng.shuffle(told)
    judgements: list[Judgement] = []
    version = "1"
    for step, held in enumerate((15, 25, 25, 32, 40)):
        seen = ledger(told[:held], judgements, shelf, version)
        assert as_bytes(seen) == as_bytes(ledger(told[:held][::-1], judgements))
        made_now = list(decisions(told[:held], seen, rng, f"2024-06-0{step + 1}T00:00:00Z"))
        for judgement in rng.sample(made_now, 5):
            judgements.append(judgement)
            if rng.random() < 0.3:
                judgements.append(made("withdraw", who="ana", when="2024-07-01T00:00:00Z", on=judgement.id))
        assert as_bytes(ledger(told[:held], judgements, shelf, version)) == as_bytes(ledger(told[:held], judgements))
        version = "2" if step == 2 else version
    fewer = told[:20]
    assert as_bytes(ledger(fewer, judgements, shelf, version)) == as_bytes(ledger(fewer, judgements))
    assert set(shelf.rows[KINDS[1]]) <= {report.id for report, _ in fewer}


def compared(told: Sequence[Told], shelf: MemoryShelf, judgements: Sequence[Judgement] = ()) -> tuple[int, Ledger]:
    """How many incidents are compared anew in a run, and its ledger."""
    anew = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(building, "unweighed", lambda *given: anew.append(1) or UNWEIGHED(*given))
        found = ledger(told, judgements, shelf)
    return len(anew), found


UNWEIGHED = building.unweighed


def test_only_incidents_are_compared_again_that_something_new_concerns() -> None:
    told, shelf = tolds(60), MemoryShelf()
    first, before = compared(told[:59], shelf)
    assert first == len(before.incidents)
    assert compared(told[:59], shelf)[0] == 0
    again, after = compared(told, shelf)
    concerned = [i for i in after.incidents if any(role.id == told[59][0].id for role in i.reports)]
    assert 0 < again <= len(concerned) + 2 < first / 2
    account = next((q, a) for i in after.incidents for q in i.questions for a in q.accounts)
    on = cell_anchors(account[0].question, account[1], {report.id: report for report, _ in told})
    judged, _ = compared(told, shelf, [made("reject", who="ana", when="2024-06-01T00:00:00Z", on=on)])
    assert 0 < judged < first / 2


def test_a_run_over_the_same_reports_writes_nothing() -> None:
    told, shelf = tolds(30), MemoryShelf()
    before = ledger(told, (), shelf)
    shelf.written = 0
    assert ledger(told, (), shelf) == before
    assert shelf.written == 0


def test_what_ties_incidents_goes_by_the_ids_that_they_have_now() -> None:
    told = [
        story(
            "The army said that its raid on Marfa was in retaliation for the blast in Olden.",
            {"raid": RAID, "blast": BLAST},
            {"raid": "blast"},
        ),
        story("The strike was one of a string of raids.", {"strike": {}, "raids": {"series": True, "main": False}}),
    ]
    reports, readings = {report.id: report for report, _ in told}, [reading for _, reading in told]
    first, shelf = link(reports, readings), MemoryShelf()
    renamed = replace(first, incidents=tuple(replace(i, id=f"x{n}") for n, i in enumerate(first.incidents)))
    assert any(i.response_to for i in reconcile(reports, readings, first, shelf=shelf).incidents)
    again = reconcile(reports, readings, renamed, shelf=shelf)
    assert again == reconcile(reports, readings, renamed)
    assert [i.part_of for i in again.incidents if i.part_of]


def test_reports_that_a_person_joins_as_copies_are_one_origin_from_then_on() -> None:
    told, shelf = tolds(40), MemoryShelf()
    seen = ledger(told, (), shelf)
    pair = next(
        sorted(told_by)
        for incident in seen.incidents
        for question in incident.questions
        if question.weight is not None and question.weight.independent_origins > 1
        if len(told_by := {report for account in question.accounts for report in account.reports}) == 2
    )
    on = tuple(report_anchor(id, n) for n, id in enumerate(pair))
    judgement = made("same", who="ana", when="2024-06-01T00:00:00Z", on=on)
    joined = ledger(told, [judgement], shelf)
    assert as_bytes(joined) == as_bytes(ledger(told, [judgement])) != as_bytes(seen)
    assert as_bytes(ledger(told, (), shelf)) == as_bytes(seen)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("spoilt", [b"", b"\x00{", b"[1,2]"])
def test_what_is_damaged_is_made_anew_with_a_warning(
    kind: str, spoilt: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    told, shelf = tolds(20), MemoryShelf()
    ledger(told[:15], (), shelf)
    for key in list(shelf.rows[kind]):
        shelf.rows[kind][key] = spoilt
    with caplog.at_level(logging.WARNING):
        assert as_bytes(ledger(told, (), shelf)) == as_bytes(ledger(told))
    assert [r.getMessage() for r in caplog.records if "comparing accounts" in r.getMessage()]
    caplog.clear()
    assert as_bytes(ledger(told, (), shelf)) == as_bytes(ledger(told))
    assert not caplog.records


def test_a_run_that_is_killed_while_it_writes_spoils_nothing() -> None:
    told = tolds(16)
    whole = as_bytes(ledger(told))
    for after in range(0, 120, 9):
        shelf = MemoryShelf()
        ledger(told[:8], (), shelf)
        shelf.left = after
        try:
            ledger(told, (), shelf)
        except KeyboardInterrupt:
            pass
        shelf.left = None
        assert as_bytes(ledger(told, (), shelf)) == whole
