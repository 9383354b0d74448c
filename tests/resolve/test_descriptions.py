"""Actors that are described: by whose they are, by being alone of their kind, by the day; and namesakes in private life."""

import pytest

from rashomon.resolve.actor_context import actor_context
from rashomon.resolve.actors import resolve_actor
from rashomon.resolve.bare_nouns import only_of_its_kind, with_nationality
from tests.builders import make_report

KYIV = actor_context(
    make_report("Ukrainian gunners fired at Russian tanks near Izium, Ukraine's defence ministry said.")
)
TWO_STATES = actor_context(
    make_report("Indian jets and Pakistani jets met. India blamed Pakistan, Pakistan blamed India.")
)
MALI = actor_context(make_report("Boko Haram struck in Nigeria, and the Nigerian Ministry of Health counted the dead."))


@pytest.mark.parametrize(
    ("words", "actor"),
    [
        ("the General Staff of Ukraine's Armed Forces", "ukr.mil"),
        ("the Foreign Ministry in Moscow", "rus.mfa"),
        ("the army in Cairo", "egy.mil"),
        ("the army of the valley", None),
        ("the Afghan branch of Islamic State", "isis.khorasan"),
        ("the Norwegian branch of Islamic State", None),
        ("the association of hunters Dan Na Ambassagou", "mli.dan_na_ambassagou"),
        ("a raid against Dan Na Ambassagou", None),
        ("an inquiry by the Kenyan army", "ken.mil"),
        ("Boko Haram members", "nga.boko_haram"),
    ],
)
def test_a_body_is_told_by_whose_it_is(words: str, actor: str | None) -> None:
    assert resolve_actor(words, KYIV).actor == actor


def test_an_office_of_an_unnamed_body_is_nobodys() -> None:
    assert resolve_actor("the General Staff of the Armed Forces", TWO_STATES).actor is None


def test_a_namesake_in_private_life_is_somebody_else() -> None:
    assert resolve_actor("Qais al-Khazali, a baker,", KYIV).actor is None
    assert resolve_actor("Qais al-Khazali, leader of Asaib Ahl al-Haq,", KYIV).actor == "person.qais_khazali"


@pytest.mark.parametrize(
    ("words", "actor"),
    [
        ("the Azov Hotel", None),
        ("the New Dawn Party", None),
        ("Jaish al-Zorvek", None),
        ("Lashkar-e-Zorvek", None),
        ("the Lashkar", "pak.let"),
    ],
)
def test_a_longer_name_is_not_the_short_one_in_it(words: str, actor: str | None) -> None:
    assert resolve_actor(words, TWO_STATES).actor == actor


def test_a_bare_noun_is_the_only_one_of_its_kind() -> None:
    for words, actor in (("the group", "nga.boko_haram"), ("the ministry", "nga.health"), ("the charity", None)):
        match = only_of_its_kind(words, MALI)
        assert (match.actor if match else None) == actor


def test_bare_officials_belong_to_no_state_where_two_are_named_alike() -> None:
    assert with_nationality("officials", TWO_STATES) == "officials"
    assert resolve_actor("the authorities", TWO_STATES).actor is None
    assert with_nationality("officials", MALI) == "Nigerian officials"


def test_a_name_is_no_evidence_for_itself() -> None:
    alone = actor_context(make_report("Hezbollah fired rockets in Iraq, Iraqi police said. Hezbollah was silent."))
    match = resolve_actor("Hezbollah", alone)
    assert match.actor is None
    assert {rival.ref for rival in match.rivals} == {"irq.kataib_hezbollah", "lbn.hezbollah"}
    told = actor_context(
        make_report("Kataib Hezbollah fired rockets in Iraq. Hezbollah was silent, Iraqi police said.")
    )
    assert resolve_actor("Hezbollah", told).actor == "irq.kataib_hezbollah"


def test_which_un_mission_it_is_stays_open_where_the_report_names_two() -> None:
    two = actor_context(make_report("MINUSMA and UNIFIL lost men."))
    match = resolve_actor("the UN mission", two)
    assert match.actor is None
    assert {rival.ref for rival in match.rivals} == {"minusma", "unifil"}
