"""The large workspace that the workbench is timed on, and the timing itself, on few reports."""

from pathlib import Path

import pytest

from benchmarks.large import large_workspace
from benchmarks.served import Server
from benchmarks.visited import addresses_of
from benchmarks.workbench import Figures, lone, middle, together
from rashomon.store import open_store
from rashomon.workspace import IncidentFilter, Workspace

REPORTS = 60


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace of few reports, made as the large one is."""
    return large_workspace(REPORTS, folder=tmp_path_factory.mktemp("large"))


def test_it_holds_what_pages_show_and_is_sound(path: Path) -> None:
    with Workspace(path) as work:
        assert work.reports().total == REPORTS
        assert max(len(row.incident.reports) for row in work.incidents(limit=200).rows) == 15
        assert work.incidents(IncidentFilter(disputed=True)).total > 5
        assert len(work.placed().rows) > 10 and sum(one.date.known for one in work.dated()) > 10
        assert work.lineage(*(row.id for row in work.reports().rows)).lineage
        assert work.judgements() and {one.state for one in work.judgements()} == {"in force"}
        assert any(row.actor and row.actor.startswith("local.") for row in work.actors(limit=200).rows)
        first = work.reports(limit=1).rows[0].id
        assert work.reading(first) is not None
        known = {one.id for one in work.ledger().reports}
    with open_store(path, read_only=True) as store:
        assert known == set(store.ids())
        assert [fault for check in store.verify() for fault in check.faults] == []


def test_every_kind_of_address_is_asked_and_readers_at_once_get_what_a_lone_one_gets(path: Path) -> None:
    with Server(path) as server:
        addresses = {kind: asked[:1] for kind, asked in addresses_of(path).items()}
        figures = lone(server, addresses, repeats=1)
        _, well = together(server, addresses, each=3)
        assert server.work() > 0 and server.peak() > 0
    assert [one.kind for one in figures] == [*addresses, "a page that has not changed"]
    assert {"incident, the largest", "map, a step", "/api queue", "take out, csv"} <= set(addresses)
    assert all(one.p95 >= one.median > 0 for one in figures[:-1])
    assert well


def test_what_is_over_a_goal_is_said(path: Path) -> None:
    assert not Figures(kind="report", median=190, p95=490, work=9, size=490).missed
    assert Figures(kind="report", median=210, p95=490, work=9, size=490).missed
    assert Figures(kind="report", median=190, p95=490, work=9, size=510).missed
    assert not Figures(kind="/api report", median=190, p95=490, work=9, size=510).missed
    assert not Figures(kind="take out, csv", median=900, p95=990, work=9, size=510).missed
    assert (middle([1, 2, 3], 0.5), middle(list(range(100)), 0.95)) == (2, 94)
