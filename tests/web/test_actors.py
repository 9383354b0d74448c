"""One actor: the offices, the accounts of each kind, the standing against others, the silence; and the list."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from rashomon import Workspace
from tests.web.conftest import Open
from tests.web.sayings import keep_sayings
from tests.web.test_pages import words


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A workspace with the ledger of sayings."""
    made = tmp_path / "sayings.db"
    keep_sayings(made)
    return made


@pytest.fixture
def work(path: Path) -> Iterator[Workspace]:
    """The workspace, opened."""
    with Workspace(path) as opened:
        yield opened


@pytest.fixture
def reader(open_workbench: Open, path: Path) -> TestClient:
    """A workbench on it."""
    return open_workbench(path)


def accounts(work: Workspace, who: str, kind: str) -> set[str]:
    """The accounts of a kind."""
    return {one.account.id for one in work.actor(who, kind).statements.rows}  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("who", "kind", "found"),
    [
        ("usa.dod", "all", {"k1", "k2", "n1"}),
        ("usa.dod", "claimed", {"k1", "k2", "n1"}),
        ("usa.dod", "denied", set()),
        ("usa.dod", "revised", {"k2"}),
        ("usa.dod", "disputed", {"k1", "k2"}),
        ("irq.gov", "denied", {"n3"}),
        ("irq.gov", "disputed", {"k3"}),
        ("name Mill Watch / <Karsa>", "all", {"k5", "n2"}),
    ],
)
def test_accounts_are_listed_by_what_was_done_with_them(work: Workspace, who: str, kind: str, found: set[str]) -> None:
    assert accounts(work, who, kind) == found


def test_a_revision_shows_what_was_said_before(work: Workspace) -> None:
    (one,) = work.actor("usa.dod", "revised").statements.rows
    assert (one.before, one.others) == (("2",), 1)


def test_it_is_counted_who_says_the_same_and_who_the_contrary(work: Workspace) -> None:
    standings = {one.name: (one.answers, one.same, one.against) for one in work.actor("usa.dod").standings}
    assert standings == {"Government of Iraq": (2, 0, 1), "Mill Watch / <Karsa>": (2, 1, 0)}


def test_the_standing_is_the_same_from_both_sides(work: Workspace) -> None:
    for one in work.actor("usa.dod").standings:
        (back,) = (other for other in work.actor(one.speaker).standings if other.speaker == "usa.dod")
        assert (back.answers, back.same, back.against) == (one.answers, one.same, one.against)


def test_who_is_named_and_says_nothing_is_silent(work: Workspace) -> None:
    assert [(one.incident, one.role) for one in work.actor("usa.dod").silent] == [("m1", "target")]
    assert [one.incident for one in work.actor("irq.gov").silent] == ["m1"]
    assert work.actor("name Mill Watch / <Karsa>").silent == ()


def test_offices_come_from_the_codebook_with_their_days(work: Workspace) -> None:
    kirby = work.actor("person.john_kirby")
    assert ("Pentagon press secretary", "Pentagon", "2022-05") in {
        (held.office.title, held.body, held.office.until) for held in kirby.offices
    }
    assert kirby.statements.total == 0


def test_of_whom_nothing_is_known_is_missing(work: Workspace) -> None:
    for who in ("name Nobody", "usa.nothing", "name "):
        with pytest.raises(KeyError):
            work.actor(who)


@pytest.mark.parametrize(
    ("sought", "found"),
    [
        ("", 3),
        ("pentagon", 1),
        ("department defense", 1),
        ("WATCH mill", 1),
        ("zebra", 0),
        ("%", 0),
        ("'", 0),
    ],
)
def test_actors_are_found_by_any_of_their_names(work: Workspace, sought: str, found: int) -> None:
    assert work.actors(sought).total == found


def test_the_page_tells_all_of_it(reader: TestClient) -> None:
    shown = reader.get("/actor?who=usa.dod&said=revised").text
    said = words(shown)
    assert "Also called" in said and "Quoted as spokesman" in said
    assert "revised 1" in said and "revised, before: 2" in said
    assert "Government of Iraq both answer 2" in said
    assert "named as hit" in said
    assert "/incidents/m0?cell=k2#evidence" in shown


def test_a_name_with_signs_leads_to_its_page(reader: TestClient) -> None:
    shown = reader.get("/actors?q=karsa").text
    assert "<Karsa>" not in shown
    address = shown.split('class="what"><a href="')[1].split('"')[0]
    assert "Mill Watch / <Karsa>" in words(reader.get(address).text)


def test_htmx_gets_the_list_alone(reader: TestClient) -> None:
    part = reader.get("/actors?q=pentagon", headers={"HX-Request": "true"})
    assert part.text.lstrip().startswith('<section id="found"')
    assert part.headers["HX-Push-Url"] == "/actors?q=pentagon"


def test_the_api_gives_stretches_of_its_accounts(reader: TestClient) -> None:
    first = reader.get("/api/v1/actor?who=usa.dod&limit=2").json()
    assert (first["schema"], first["total"], len(first["statements"])) == ("rashomon.statements/1", 3, 2)
    second = reader.get(first["next"]).json()
    assert second["next"] is None and len(second["statements"]) == 1
    assert first["standings"][0]["against"] == 1
    assert reader.get("/api/v1/actor?who=zebra").status_code == 404
    assert reader.get("/api/v1/actor?who=usa.dod&said=x").status_code == 422
    assert reader.get("/api/v1/actors?q=pentagon").json()["total"] == 1
