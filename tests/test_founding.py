"""The five founding reports, end to end: what a careful reader finds in them, the ledger must show."""

import json
import random
from pathlib import Path

import pytest

from rashomon.config import Config
from rashomon.model import Account, Claimant, Incident, Ledger, Reading, Report
from rashomon.pipeline import build_ledger, read_inputs
from rashomon.resolve import actor_context, resolve_actor
from tests.builders import make_report
from tests.golden.founding import FILE, founding_text
from tests.link.shelves import MemoryShelf

SHARED = Path(__file__).resolve().parents[2] / "shared"
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not SHARED.is_dir(), reason="the founding reports are not beside the checkout"),
]


def read_all(source: Path) -> tuple[dict[str, Report], list[Reading]]:
    pairs = [item for item in read_inputs([str(source)], Config()) if isinstance(item, tuple)]
    return {report.id: report for report, _ in pairs}, [reading for _, reading in pairs]


@pytest.fixture(scope="module")
def dated() -> tuple[dict[str, Report], list[Reading]]:
    return read_all(SHARED / "gold" / "founding.jsonl")


@pytest.fixture(scope="module")
def ledger(dated: tuple[dict[str, Report], list[Reading]]) -> Ledger:
    return build_ledger(*dated)


def main_incident(ledger: Ledger, name_start: str) -> Incident:
    """The incident that the report whose name starts so is about."""
    report = next(heading.id for heading in ledger.reports if heading.name.startswith(name_start))
    return next(i for i in ledger.incidents if any(role.id == report and role.main for role in i.reports))


def accounts(incident: Incident, question: str) -> tuple[str, tuple[Account, ...]]:
    found = next(q for q in incident.questions if q.question == question)
    return found.finding, found.accounts


def by_name(listed: tuple[Account, ...], words: str) -> Account:
    return next(a for a in listed if a.claimant and words.lower() in a.claimant.name.lower())


def test_the_five_strikes_are_five_incidents(ledger: Ledger) -> None:
    assert len({main_incident(ledger, f"00{n}").id for n in range(5)}) == 5


def test_the_undated_report_stays_apart_and_its_date_is_not_invented(ledger: Ledger) -> None:
    incident = main_incident(ledger, "002")
    assert [role.main for role in incident.reports] == [True]
    assert incident.date.start is None
    assert incident.date.weekday == 2


def test_was_iraq_notified_is_a_contradiction_of_three_accounts(ledger: Ledger) -> None:
    finding, listed = accounts(main_incident(ledger, "000"), "notified")
    assert finding == "contradicts"
    assert "not told before" in (by_name(listed, "State Department").value or "")
    assert "told only after" in (by_name(listed, "State Department").value or "")
    assert by_name(listed, "Kirby").value == "told before"
    assert by_name(listed, "Awadi").value == "not told before"


def test_one_dead_stands_against_at_least_seventeen(ledger: Ledger) -> None:
    finding, listed = accounts(main_incident(ledger, "001"), "killed")
    assert finding == "contradicts"
    official = by_name(listed, "militia official")
    assert (official.low, official.high, official.relayed_by) == (1, 1, ("Reuters",))
    assert official.claimant is not None and official.claimant.anonymous
    assert (by_name(listed, "Kataib").low, by_name(listed, "Kataib").high) == (1, 1)
    sources = by_name(listed, "medical source")
    assert (sources.low, sources.high, sources.status, sources.relayed_by) == (17, None, "unconfirmed", ("Reuters",))


def kirby(readings: list[Reading], report: str) -> Claimant:
    reading = next(reading for reading in readings if reading.report == report)
    return next(a.claimant for a in reading.attributions if a.claimant and "Kirby" in a.claimant.name)


def test_one_spokesman_holds_two_offices_in_two_years(dated: tuple[dict[str, Report], list[Reading]]) -> None:
    reports, readings = dated
    roles = {
        report.name[:3]: kirby(readings, report.id).role
        for report in reports.values()
        if report.name[:3] in ("000", "001")
    }
    assert "Pentagon" in (roles["001"] or "")
    assert "White House" in (roles["000"] or "")


def test_every_name_that_the_gold_gives_an_actor_means_that_actor() -> None:
    gold = json.loads((SHARED / "gold" / "founding.json").read_text(encoding="utf-8"))["actors"]
    text = "BAGHDAD - American planes struck Iraq, and Mohammed Shia al-Sudani and Kataib Hezbollah protested."
    for entry in gold:
        context = actor_context(make_report(text, day="2024-02-05"))
        wanted = resolve_actor(entry["name"], context).actor
        assert wanted is not None, entry["name"]
        for name in entry.get("same_as", ()):
            assert resolve_actor(name, context).actor == wanted, name
        for title, day in entry.get("roles", ()):
            match = resolve_actor(entry["name"], actor_context(make_report(text, day=day)))
            assert match.role == title, (entry["name"], day)
            by_title = resolve_actor(f"the {title}", actor_context(make_report(text, day=day)))
            assert by_title.actor in (wanted, "usa.nsc"), (title, day)


def test_from_the_raw_files_the_incidents_are_the_same_and_dates_are_only_what_the_text_supports() -> None:
    reports, readings = read_all(SHARED / "founding")
    raw = build_ledger(reports, readings)
    mains = {f"00{n}": main_incident(raw, f"00{n}") for n in range(5)}
    assert len({incident.id for incident in mains.values()}) == 5
    assert mains["003"].date.start is not None, "this page states its date"
    for name in ("000", "001", "002"):
        assert mains[name].date.start is None, f"{name} states no date"
    # A copyright line gives 004 its year and nothing more.
    year = mains["004"].date
    assert year.start is None or (year.end is not None and (year.end - year.start).days > 31)


def test_the_ledger_is_the_same_byte_for_byte_in_any_order(dated: tuple[dict[str, Report], list[Reading]]) -> None:
    from rashomon.publish.contract import ledger_json

    reports, readings = dated
    again = build_ledger(dict(reversed(reports.items())), list(reversed(readings)))
    assert json.dumps(ledger_json(again)) == json.dumps(ledger_json(build_ledger(reports, readings)))


def test_all_that_is_found_is_what_a_person_has_checked(ledger: Ledger) -> None:
    kept = FILE.read_text(encoding="utf-8")
    assert founding_text(ledger) == kept, "meant? check it against the reports, then: python -m tests.golden.founding"


def test_founding_and_development_reports_shuffled_together_give_the_same_ledger(
    dated: tuple[dict[str, Report], list[Reading]],
) -> None:
    from rashomon.publish.contract import ledger_json

    reports, readings = dated
    more, more_readings = read_all(SHARED / "gold" / "reports_dev.jsonl")
    reports, readings = reports | more, readings + more_readings
    expected = json.dumps(ledger_json(build_ledger(reports, readings)))
    shelf = MemoryShelf()
    for seed in range(3):
        rng = random.Random(seed)
        names, shuffled = list(reports), readings[:]
        rng.shuffle(names)
        rng.shuffle(shuffled)
        again = {name: reports[name] for name in names}
        assert json.dumps(ledger_json(build_ledger(again, shuffled))) == expected
        # Once more in two runs, of which the second goes on from the first.
        half = shuffled[: len(shuffled) // 2]
        build_ledger(again, half, shelf=shelf, version=str(seed))
        assert json.dumps(ledger_json(build_ledger(again, shuffled, shelf=shelf, version=str(seed)))) == expected
