"""The readings that reconciling is timed on."""

from benchmarks.reconciling import told_again
from rashomon.link import link
from rashomon.reconcile import reconcile
from tests.reconcile.weight.strikes import PENTAGON, SOHR, toll

TOLD = [toll("Ember", 3, PENTAGON), toll("Flint", 9, SOHR)]
LINKED = link({report.id: report for report, _ in TOLD}, [reading for _, reading in TOLD])


def test_they_are_so_many_the_same_each_time_and_joined_as_the_ones_they_are_made_from() -> None:
    reports, readings, linked = told_again(TOLD, LINKED, 200)
    assert len(reports) >= 200
    assert [reading.report for reading in readings] == list(reports)
    assert told_again(TOLD, LINKED, 200) == (reports, readings, linked)
    assert sorted(m.report for group in linked.incidents for m in group.members) == sorted(reports)


def test_each_incident_has_the_accounts_of_the_one_that_it_is_made_from() -> None:
    ledger = reconcile(*told_again(TOLD, LINKED, 200))
    assert len(ledger.incidents) > 10
    for incident in ledger.incidents:
        (killed,) = (answered for answered in incident.questions if answered.question == "killed")
        assert (killed.finding, len(killed.accounts)) == ("contradicts", 2)
