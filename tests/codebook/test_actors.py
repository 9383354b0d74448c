"""The actors of the codebook."""

from datetime import date
from typing import Any

import pytest

from rashomon.codebook import actor_files
from rashomon.codebook.actor_names import find_actor_names
from rashomon.codebook.actors import kind_of, load_actors, office_on, side_of
from rashomon.errors import CodebookInvalid
from rashomon.model import TimeInterval


def day(text: str) -> TimeInterval:
    found = date.fromisoformat(text)
    return TimeInterval(start=found, end=found, basis="stated")


def test_every_state_of_the_world_and_enough_bodies_and_persons_are_there() -> None:
    kinds = [actor.kind for actor in load_actors().by_id.values()]
    assert kinds.count("state") > 190
    written = [entry.actor for entry in actor_files.entries()]
    assert len(written) > 500
    assert all(actor.source for actor in written)


def test_every_office_is_of_a_known_body_and_in_order() -> None:
    for actor in load_actors().by_id.values():
        for office in actor.offices:
            assert office.of in load_actors().by_id
            assert office.since is None or office.until is None or office.since <= office.until


@pytest.mark.parametrize(
    ("on", "title"),
    [
        ("2021-02-27", "Pentagon press secretary"),
        ("2024-02-05", "White House National Security Council spokesperson"),
        ("2018-06-01", None),
    ],
)
def test_an_office_is_that_of_the_day(on: str, title: str | None) -> None:
    office = office_on(load_actors().by_id["person.john_kirby"], day(on))
    assert (office.title if office else None) == title


def test_a_date_that_is_unknown_tells_no_office() -> None:
    assert office_on(load_actors().by_id["person.john_kirby"], TimeInterval()) is None


def test_sides_are_states_or_groups() -> None:
    assert side_of("usa.centcom") == "usa"
    assert side_of("irn.irgc.quds") == "irn"
    assert side_of("irq.kataib_hezbollah") == "irq.pmf"
    assert side_of("person.john_kirby") == "usa"
    assert side_of("nobody.known") == "nobody.known"
    assert kind_of("irq.gov") == "government"
    assert kind_of("nobody.known") is None


def test_a_shared_name_keeps_its_rivals_and_the_context_decides() -> None:
    book = load_actors()
    in_lebanon = book.find("Hezbollah", context=["LB"])
    assert in_lebanon[0].ref == "lbn.hezbollah"
    assert "irq.kataib_hezbollah" in {rival.ref for rival in in_lebanon}
    in_iraq = book.find("Hezbollah", context=["IQ", "irq.kataib_hezbollah"])
    assert in_iraq[0].ref == "irq.kataib_hezbollah"
    assert {rival.ref for rival in book.find("the coalition")} == {"coalition.oir", "coalition.isaf", "coalition.saudi"}


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Kenyan federal police were there", ["ken.police"]),
        ("the Ministry of Defence of Ukraine said", ["ukr.mod"]),
        ("Iraq's Foreign Ministry", ["irq.mfa"]),
        ("a U.S.-led coalition raid", ["coalition.oir"]),
        ("he told us that they were there", []),
        ("people who fled", []),
        ("ISIS-K and the IRGC Quds Force", ["isis.khorasan", "irn.irgc.quds"]),
        ("The Kabul government fell", ["afg.gov"]),
    ],
)
def test_names_are_found_in_running_text(text: str, ids: list[str]) -> None:
    assert [hit.ids[0] for hit in find_actor_names(text) if hit.ids] == ids


def test_a_name_that_only_colours_says_so() -> None:
    (hit,) = find_actor_names("Iran-backed militias")
    assert hit.colours
    assert not find_actor_names("Iran said")[0].colours


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ({"name": "A", "kind": "club"}, "unknown kind 'club'"),
        ({"name": "A", "kind": "party", "colour": "red"}, "unknown key 'colour'"),
        ({"kind": "party"}, "'name' is missing"),
        ({"name": "A", "kind": "party", "aliases": "B"}, "a list of words"),
        ("A", "not a table"),
    ],
)
def test_a_broken_body_is_named(row: Any, told: str) -> None:
    with pytest.raises(CodebookInvalid, match=r"x\.a") as caught:
        actor_files._body("actors_groups", "x.a", row, "")
    assert told in str(caught.value)


@pytest.mark.parametrize("office", [["Mayor", "usa", "2020-13", ""], ["Mayor", "usa", "soon", ""], ["Mayor", "usa"]])
def test_a_broken_office_is_named(office: list[str]) -> None:
    with pytest.raises(CodebookInvalid, match=r"person\.a"):
        actor_files._person("actors_persons", "person.a", {"name": "A B", "offices": [office]}, "")


def test_a_body_that_is_part_of_nothing_known_is_refused() -> None:
    entry = actor_files._body("actors_groups", "x.a", {"name": "A", "kind": "party", "part_of": "x.none"}, "")
    with pytest.raises(CodebookInvalid, match=r"x\.none"):
        actor_files.check_references(dict(load_actors().by_id), [entry])
