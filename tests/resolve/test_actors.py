"""Names to actors."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from rashomon.resolve.actor_context import actor_context
from rashomon.resolve.actors import resolve_actor
from rashomon.resolve.noun_phrases import person_name, take_apart
from tests.builders import make_report

SHARED = Path(__file__).parents[2] / ".." / "shared"
TEXT = """BAGHDAD - The Iraqi government condemned the raid. The Pentagon's John Kirby told reporters that it was lawful.
Iraqi troops sealed the road, the Iraqi Defence Ministry said. Kataib Hezbollah named its dead.
Ali Hamad al-Rashid, a physician, counted them. The Front for River Towns (FRT) promised revenge, Iraqi police said."""
IRAQ = actor_context(make_report(TEXT, day="2024-02-05"))
SAHEL = actor_context(make_report("Malian soldiers and Mali's government fought in Mali, a French officer said."))


@pytest.mark.parametrize(
    ("words", "actor"),
    [
        ("the Iran-backed Kataib Hezbollah militia", "irq.kataib_hezbollah"),
        ("US forces", "usa.mil"),
        ("the Iraqi military's Joint Operations Command", "irq.mil"),
        ("the U.S.-led coalition that fights IS", "coalition.oir"),
        ("Israeli army", "isr.idf"),
        ("Russian warplanes", "rus.mil"),
        ("suspected Boko Haram militants", "nga.boko_haram"),
        ("Yemeni Houthi fighters", "yem.houthis"),
        ("Iran's Guards", "irn.irgc"),
        ("an Israeli strike", "isr"),
        ("Washington", "usa"),
        ("Germany, which had asked for it,", "deu"),
        ("a statement released by Hamas", "pse.hamas"),
        ("Kata'eb Hizbullah", "irq.kataib_hezbollah"),
        ("the Syrian Democratic Forces (SDF)", "syr.sdf"),
        ("Iran-backed militia", None),
        ("Iraqi security sources", None),
        ("two Afghan officials", None),
        ("Turkish-backed rebels", None),
        ("unidentified gunmen", None),
        ("he", None),
    ],
)
def test_a_phrase_means_its_head_and_never_what_only_colours_it(words: str, actor: str | None) -> None:
    assert resolve_actor(words, IRAQ).actor == actor


def test_a_surname_is_the_person_whom_the_report_names_in_full() -> None:
    kirby = resolve_actor("Kirby", IRAQ)
    assert (kirby.actor, kirby.name) == ("person.john_kirby", "John Kirby")
    assert kirby.role == "White House National Security Council spokesperson"
    assert resolve_actor("al-Rashid", IRAQ).name == "Ali Hamad al-Rashid"
    assert resolve_actor("Rashid", IRAQ).actor is None


def test_a_namesake_with_another_first_name_is_somebody_else() -> None:
    match = resolve_actor("Gen. Hank Taylor", IRAQ)
    assert (match.actor, match.name) == (None, "Hank Taylor")


def test_an_acronym_is_what_the_report_introduces_it_for() -> None:
    assert resolve_actor("FRT", IRAQ).name == "Front for River Towns"


def test_a_bare_institution_is_the_one_that_the_report_speaks_of() -> None:
    assert resolve_actor("the Defence Ministry", IRAQ).actor == "irq.mod"
    assert resolve_actor("the army", SAHEL).actor == "mli.mil"
    nowhere = actor_context(make_report("Nobody knows where."))
    assert resolve_actor("the army", nowhere).actor is None


def test_a_dateline_tells_whose_government_is_meant() -> None:
    text = "American planes came, and American troops. Malian troops fled. The government was silent."
    report = replace(make_report(text), dateline="BAMAKO")
    assert resolve_actor("the government", actor_context(report)).actor == "mli.gov"
    assert resolve_actor("the government", actor_context(make_report(text))).actor != "mli.gov"


def test_what_stays_open_keeps_its_rivals() -> None:
    match = resolve_actor("the coalition", SAHEL)
    assert match.actor is None
    assert {rival.ref for rival in match.rivals} == {"coalition.isaf", "coalition.oir", "coalition.saudi"}
    assert "does not tell which" in match.reason


@pytest.mark.parametrize(
    ("words", "name", "actor", "role"),
    [
        ("a Pentagon spokesperson", "Pentagon", "usa.dod", "spokesperson"),
        (
            "Col Peter Owuor, spokesman for the Kenya Defence Forces,",
            "Peter Owuor",
            "ken.mil",
            "spokesman for the Kenya Defence Forces",
        ),
        ("Amina Bello of Save the Children", "Amina Bello", "ngo.save_the_children", None),
        ("Jean Duval, MSF's director of operations", "Jean Duval", "ngo.doctors_without_borders", "MSF's director of operations"),
        ("a spokesman for Prime Minister Mohammed Shia al-Sudani", "Iraqi Prime Minister's office", "irq.pm_office", "spokesman"),
    ],
)  # fmt: skip
def test_who_speaks_for_a_body(words: str, name: str, actor: str, role: str | None) -> None:
    match = resolve_actor(words, IRAQ)
    assert (match.name, match.actor, match.role) == (name, actor, role)


def test_a_persons_name_is_told_from_titles_and_bodies() -> None:
    assert person_name("US Defense Secretary Joan Smith") == "Joan Smith"
    assert person_name("President Omar al-Hassan") == "Omar al-Hassan"
    assert person_name("the Foreign Ministry") is None


def test_an_unnamed_speaker_is_told() -> None:
    assert take_apart("two Iraqi security sources").anonymous
    assert take_apart("two Iraqi security sources").plural
    assert not take_apart("the Iraqi government").anonymous


@pytest.mark.shared
def test_gold_initiators_keep_their_names() -> None:
    path = SHARED / "gold/world/dev.gold.json"
    if not path.exists():
        pytest.skip("The developers' gold is not beside the checkout.")
    asked = right = 0
    for incident in json.loads(path.read_text(encoding="utf-8"))["incidents"].values():
        context = actor_context(make_report(". ".join(incident["places"])))
        for name in incident["initiators"]:
            words = set(re.findall(r"\w{4,}", name.lower()))
            asked += bool(words)
            right += bool(words & set(re.findall(r"\w{4,}", resolve_actor(name, context).name.lower())))
    assert right / asked >= 0.9


def test_a_body_that_is_described_and_then_named_is_the_one_named() -> None:
    assert resolve_actor("the UN mission, UNIFIL", IRAQ).actor == "unifil"
    assert resolve_actor("the war monitor, Airwars", IRAQ).actor == "monitor.airwars"
    assert resolve_actor("Hamas, Iran", IRAQ).actor != "irn"


@pytest.mark.parametrize("words", ["the UN mission", "UN peacekeepers", "the peacekeeping forces of the UN"])
def test_the_mission_is_that_of_the_country_which_the_report_is_about(words: str) -> None:
    assert resolve_actor(words, SAHEL).actor == "minusma"
    assert resolve_actor("the UN", SAHEL).actor == "un"


def test_a_correspondent_abroad_writes_of_another_country() -> None:
    """The town that a report was sent from says whose ministry is meant only where the report speaks of that country."""
    text = "{}. A shell hit a Sudanese town, the health ministry said. Sudan's army denied it. {}"
    abroad = replace(make_report(text.format("NAIROBI", "Sudan is at war.")), dateline="NAIROBI")
    at_home = replace(make_report(text.format("NAIROBI", "Kenya sent Kenyan medics.")), dateline="NAIROBI")
    assert resolve_actor("the health ministry", actor_context(abroad)).name == "Sudanese Health Ministry"
    assert resolve_actor("the health ministry", actor_context(at_home)).name == "Kenyan Health Ministry"
