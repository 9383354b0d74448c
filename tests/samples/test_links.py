"""The chains and series of the samples, held against what a careful reader finds in them."""

from collections.abc import Mapping
from functools import cache
from typing import Any

import pytest

from rashomon.config import Config
from rashomon.model import Incident, Ledger, Skipped
from rashomon.pipeline import build_ledger, read_inputs
from tests.samples.expected import REPORTS, expected

EXPECTED = expected()
UNSAID = " (only the order in time)"


@cache
def ledger(reverse: bool = False) -> Ledger:
    items = list(read_inputs([str(REPORTS)], Config()))
    pairs = [item for item in items if not isinstance(item, Skipped)][:: -1 if reverse else 1]
    return build_ledger({report.id: report for report, _ in pairs}, [reading for _, reading in pairs])


def meant(key: str) -> list[Incident]:
    """The incidents of the ledger that fall on an expected one's days in some report that tells of it."""
    names = {heading.id: heading.name for heading in ledger().reports}
    telling = {name for name, row in EXPECTED["reports"].items() if any(i["key"] == key for i in row["incidents"])}
    gold = EXPECTED["incidents"][key]
    days = gold["date"]
    return [
        incident
        for incident in ledger().incidents
        if incident.series == bool(gold.get("series"))
        and {names[role.id] for role in incident.reports} & telling
        and (incident.series or (incident.date.start and days[0] <= str(incident.date.start) <= days[1]))
    ]


def told(row: Mapping[str, Any], side: str) -> set[str]:
    """The names of those who assert or deny an expected link, as the ledger has them."""
    names = {heading.id: heading.outlet or heading.name for heading in ledger().reports}
    ids = {incident.id for incident in meant(row["to"])}
    links = [link for incident in meant(row["answer"]) for link in incident.links if link.to in ids and link.stands]
    found = set()
    for account in (account for link in links for account in getattr(link, side)):
        mark = UNSAID if account.basis == "order_only" else ""
        found |= {(account.claimant.name if account.claimant else names[report]) + mark for report in account.reports}
    return found


def known_as(name: str) -> set[str]:
    """The words of a name that tell who it is, whatever the office is called."""
    return {
        word
        for word in name.lower().replace("pakistani", "pakistan").split()
        if word not in ("the", "of", "government")
    }


def test_who_asserts_and_who_denies_each_link_is_found() -> None:
    wanted = [(row, side, name) for row in EXPECTED["links"] for side in ("asserted", "denied") for name in row[side]]
    missed = []
    for row, side, name in wanted:
        found = [one for one in told(row, side) if one.endswith(UNSAID) == name.endswith(UNSAID)]
        if not any(known_as(name.removesuffix(UNSAID)) & known_as(one.removesuffix(UNSAID)) for one in found):
            missed.append((row["answer"], side, name))
    assert len(missed) <= len(wanted) / 6, missed


@pytest.mark.parametrize("row", EXPECTED["links"], ids=lambda row: row["answer"])
def test_each_link_stands_and_only_the_order_in_time_is_marked_as_that(row: Mapping[str, Any]) -> None:
    ids = {incident.id for incident in meant(row["to"])}
    bases = {
        link.basis for incident in meant(row["answer"]) for link in incident.links if link.to in ids and link.stands
    }
    assert row["basis"] in bases
    assert row["basis"] == "stated" or "stated" not in bases


@pytest.mark.parametrize("row", EXPECTED["series"], ids=lambda row: row["series"])
def test_a_series_contains_what_a_report_puts_into_it(row: Mapping[str, Any]) -> None:
    contained = {id for incident in meant(row["series"]) for id in incident.contains}
    for key in row["contains"]:
        assert {incident.id for incident in meant(key)} & contained


def test_every_series_covers_its_incidents_and_is_joined_with_none() -> None:
    known = {incident.id: incident for incident in ledger().incidents}
    for incident in ledger().incidents:
        for part in incident.parts:
            series = known[part.series]
            assert series.series and not incident.series
            assert incident.date.meets(series.date)


def test_the_order_of_the_reports_changes_no_link() -> None:
    assert ledger() == ledger(reverse=True)
