"""Counts of things find their incident."""

from dataclasses import replace

from rashomon.model import Count, IncidentMention, Reading, ReportedIncident
from rashomon.resolve.counts import tie_counts
from tests.builders import find, make_report

REPORT = make_report("The raid destroyed 12 homes. An earlier blast damaged two shops.")
RAID = IncidentMention(id="m1", trigger=(find(REPORT, "raid"),), type="other", reality="happened")
BLAST = IncidentMention(id="m2", trigger=(find(REPORT, "blast"),), type="bombing", reality="happened")
HOMES = Count(
    id="c1", incident=None, outcome="destroyed", what="homes", low=12, high=12, partial=False,
    span=find(REPORT, "12 homes"), mention="m1",
)  # fmt: skip


def _tied(*counts: Count) -> list[str | None]:
    raid = ReportedIncident(id="i1", type="other", main=True, mentions=(RAID,))
    blast = ReportedIncident(id="i2", type="bombing", main=False, mentions=(BLAST,))
    reading = Reading(report=REPORT.id, reader="test", incidents=(blast, raid), counts=counts)
    return [count.incident for count in tie_counts(reading).counts]


def test_a_count_belongs_to_the_incident_of_its_mention_else_to_the_main_one() -> None:
    assert _tied(HOMES, replace(HOMES, mention="m2"), replace(HOMES, mention=None)) == ["i1", "i2", "i1"]


def test_a_count_over_a_war_belongs_to_none() -> None:
    assert _tied(replace(HOMES, status="background")) == [None]
