"""The page of one incident: the history of figures, the way of the words, and the chain of attack and answer."""

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from rashomon import Workspace
from rashomon.model import Incident, Ledger, Response
from rashomon.web.views.descent import families_of, voices_of
from rashomon.web.views.figures import RIGHT, charts_of
from rashomon.web.views.graph import Graph, graph_of
from rashomon.workspace.chaining import chain_view
from tests.web.conftest import Open
from tests.web.sayings import LEDGER, MILL, SECOND, Said, answered, incident, keep_sayings
from tests.web.scattered import TOWN, incident_at
from tests.web.test_pages import words


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A workspace with the ledger of sayings."""
    made = tmp_path / "sayings.db"
    keep_sayings(made)
    return made


@pytest.fixture
def reader(open_workbench: Open, path: Path) -> TestClient:
    """A workbench on it."""
    return open_workbench(path)


def graph(path: Path, id: str) -> Graph | None:
    """The drawing of the chain around an incident."""
    with Workspace(path) as work:
        found = work.chain(id)
    return graph_of(found.chain, found.ledger)


def test_a_chart_has_a_row_a_claimant_in_the_order_of_the_days() -> None:
    (chart,) = charts_of(MILL)
    assert [row.claimant.name if row.claimant else None for row in chart.rows] == [
        "Pentagon", None, "Government of Iraq", "Mill Watch / <Karsa>"
    ]  # fmt: skip
    pentagon = chart.rows[0]
    assert [bar.account.id for bar in pentagon.bars] == ["k1", "k2"]
    assert pentagon.revised and not any(row.revised for row in chart.rows[1:])


def test_a_number_is_a_point_a_range_a_bar_and_at_least_has_an_open_end() -> None:
    (chart,) = charts_of(MILL)
    bars = {bar.account.id: bar for row in chart.rows for bar in row.bars}
    assert bars["k1"].point and not bars["k4"].point
    assert bars["k1"].left < bars["k4"].left < bars["k4"].right < bars["k3"].left <= RIGHT < bars["k3"].right
    assert bars["k3"].open_right and not bars["k3"].open_left
    assert bars["k1"].against and not bars["k4"].against


def test_a_word_for_a_number_has_no_place_on_the_scale() -> None:
    (chart,) = charts_of(incident("x", "Shelling", answered("killed", "single", Said(id="a", who=None, low=3, high=3), Said(id="b", who=None))))  # fmt: skip
    vague = next(bar for row in chart.rows for bar in row.bars if bar.account.id == "b")
    assert vague.vague and vague.open_left and vague.open_right


def test_questions_without_numbers_have_no_chart() -> None:
    assert (
        charts_of(incident("x", "Shelling", answered("notified", "single", Said(id="a", who=None, value="told")))) == ()
    )
    assert charts_of(incident("x", "Shelling", answered("killed", "single", Said(id="a", who=None)))) == ()


@pytest.mark.parametrize("most", [1, 3, 5, 6, 17, 99, 170, 4_321, 1_000_000])
def test_the_scale_has_few_round_numbers(most: int) -> None:
    (chart,) = charts_of(incident("x", "Shelling", answered("killed", "single", Said(id="a", who=None, low=most, high=most))))  # fmt: skip
    numbers = [int(number.replace(",", "")) for _, number in chart.ticks]
    assert numbers[0] == 0 and numbers[-1] <= most and 2 <= len(numbers) <= 7
    assert all(re.fullmatch(r"[125]0*", str(b - a)) for a, b in pairwise(numbers))


def test_the_tree_of_copies_begins_with_its_root() -> None:
    (family,) = families_of(MILL, LEDGER)
    assert (family.origin, family.root.report.outlet) == ("Meridian News", "Mill Gazette")
    (copy,) = family.root.copies
    assert copy.report.id == SECOND.id and not copy.told
    assert copy.how == "80 % of it, cut, credits Meridian News; by the dates"


def test_the_tree_of_quotations_begins_with_whoever_speaks() -> None:
    (ministry,) = voices_of(MILL)
    assert (ministry.name, len(ministry.claims), len(ministry.reports)) == ("the ministry", 2, 2)
    (agency,) = ministry.listeners
    assert [voice.name for voice in agency.listeners] == ["Ford Herald", "Mill Gazette"]


def test_what_came_first_stands_above(path: Path) -> None:
    found = graph(path, "m0")
    assert found is not None
    heights = {node.incident.id: node.y for node in found.nodes}
    assert heights["m1"] < heights["m0"] < heights["m3"]
    assert [node.incident.id for node in found.nodes if node.focus] == ["m0"]
    assert {node.number for node in found.nodes} == {1, 2, 4}
    for node in found.nodes:
        assert 0 <= node.x and node.x + 208 <= found.width and node.y + 84 <= found.height


def test_a_link_says_on_whose_word_and_who_denies_it(path: Path) -> None:
    found = graph(path, "m0")
    assert found is not None
    tie = next(tie for tie in found.ties if tie.then.incident.id == "m0")
    assert tie.denied and tie.look == "stated"
    assert tie.notes == ("said by Government of Iraq", "≠ denied by Pentagon")
    assert tie.said[1] == "≠ denied by Pentagon (Mill Gazette): “answered”"


def test_a_link_that_does_not_stand_is_told_and_not_drawn(path: Path, reader: TestClient) -> None:
    found = graph(path, "m0")
    assert found is not None
    assert "m2" not in {node.incident.id for node in found.nodes}
    assert [(one.id, to.id, link.reason) for one, to, link, _ in found.fallen] == [("m0", "m2", "It came before.")]
    assert "Does not stand: Shelling, the mill answers Bombing, the bridge It came before." in words(
        reader.get("/incidents/m0").text
    )


def test_an_incident_without_answers_has_no_drawing(tmp_path: Path) -> None:
    from tests.web.scattered import TOWN, incident_at, keep_incidents

    keep_incidents(tmp_path / "one.db", [incident_at("x0", TOWN)])
    assert graph(tmp_path / "one.db", "x0") is None


def test_the_page_shows_all_of_it_with_text_beside_the_pictures(reader: TestClient) -> None:
    shown = reader.get("/incidents/m0").text
    said = words(shown)
    assert "↻ says something else later" in said
    assert "≠ contradicted: at least 17" in said
    assert "One story of Meridian News in 2 reports: one origin" in said
    assert "2: Shelling, the mill answers 1: Shelling, the ford said to answer it" in said
    assert 'class="joined"' in shown and 'class="end"' in shown


def test_the_api_gives_the_chain_and_the_lineage(reader: TestClient) -> None:
    (chain,) = reader.get("/api/v1/incidents/m0/chain").json()["chains"]
    assert {one["id"]: one["number"] for one in chain["incidents"]} == {"m0": 2, "m1": 1, "m3": 4}
    assert {(link["answer"], link["to"]) for link in chain["links"]} == {("m0", "m1"), ("m3", "m0")}
    assert reader.get("/api/v1/incidents/m0/lineage").json()["lineage"][0]["origin"] == "Meridian News"
    for path in ("chain", "lineage"):
        assert reader.get(f"/api/v1/incidents/x0/{path}").status_code == 404


def test_no_note_stands_where_a_box_may_be() -> None:
    """Of three in a row the first is tied to both others: the long line runs past the box between them."""

    def at(id: str, *answers: str) -> Incident:
        links = tuple(Response(to=to, basis="stated", asserted=()) for to in answers)
        return replace(incident_at(id, TOWN), response_to=answers, links=links)

    one, two, three, other = at("x1"), at("x2", "x1"), at("x3", "x1", "x2", "x4"), at("x4")
    ledger = Ledger(reports=(), incidents=(one, two, three, other))
    found = graph_of(chain_view(three, ledger, {"x1": 1, "x2": 2, "x3": 3, "x4": 4}).chain, ledger)
    assert found is not None
    long = [tie for tie in found.ties if tie.then.y - tie.first.y > 200]
    assert [(tie.first.incident.id, tie.then.incident.id, tie.notes) for tie in long] == [("x1", "x3", ())]
    assert all(tie.notes for tie in found.ties if tie not in long)
