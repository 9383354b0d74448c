"""Toponyms to places."""

import json
from pathlib import Path

import pytest

from rashomon.resolve.place_phrases import parse_place
from rashomon.resolve.places import PlaceContext, distance_km, place_context, resolve_place

SHARED = Path(__file__).parents[2] / ".." / "shared"
IRAQ = place_context("The Iraqi army said that Iraq and Syria had closed their border.", ["Kirkuk", "Mosul"])
NOWHERE = PlaceContext({})


@pytest.mark.parametrize(
    ("words", "name", "precision", "country"),
    [
        ("Kirkuk", "Kirkuk", "town", "IQ"),
        ("Kirkuk province", "Kirkuk", "province", "IQ"),
        ("the eastern port city of Basra", "Basra", "town", "IQ"),
        ("eastern Syria", "eastern Syria", "region", "SY"),
        ("northeastern Jordan", "northeastern Jordan", "region", "JO"),
        ("south of Baghdad", "south of Baghdad", "region", "IQ"),
        ("20 km west of Mosul", "20 km west of Mosul", "region", "IQ"),
        ("eastern Mosul", "eastern Mosul", "district", "IQ"),
        ("Ain al-Asad base in Anbar province", "Al Asad air base", "site", "IQ"),
        ("Mosul airport", "Mosul airport", "site", "IQ"),
        ("Iraq's Anbar province", "Anbar", "province", "IQ"),
        ("the Syrian capital", "Damascus", "town", "SY"),
        ("MOSUL", "Mosul", "town", "IQ"),
        ("the Sahel", "Sahel", "region", None),
    ],
)
def test_a_phrase_becomes_a_place_as_exact_as_its_words(
    words: str, name: str, precision: str, country: str | None
) -> None:
    read = resolve_place(words, IRAQ).read
    assert (read.name, read.precision, read.country) == (name, precision, country)
    assert read.place is not None


def test_a_name_that_no_gazetteer_holds_keeps_its_words_and_the_country_around_it() -> None:
    match = resolve_place("the village of Zzyzxabad in Nineveh province", IRAQ)
    assert (match.read.name, match.read.precision, match.read.place) == ("Zzyzxabad", "town", None)
    assert match.read.country == "IQ"
    assert "no gazetteer" in match.reason


def test_the_report_decides_between_places_of_one_name_and_the_rivals_stay() -> None:
    libya = place_context("Libyan forces shelled the Libyan coast of Libya.", ["Tripoli", "Benghazi"])
    lebanon = place_context("The Lebanese army and Lebanon's police were there.", ["Tripoli", "Beirut"])
    assert resolve_place("Tripoli", libya).read.country == "LY"
    match = resolve_place("Tripoli", lebanon)
    assert match.read.country == "LB"
    assert {rival.ref for rival in match.rivals} >= {"geonames:2210247"}
    assert "fits the report best" in match.reason


def test_what_stands_behind_a_name_outweighs_its_size() -> None:
    assert resolve_place("Alexandria", NOWHERE).read.country == "EG"
    assert resolve_place("Alexandria, Minnesota", NOWHERE).read.country == "US"


def test_an_adjective_is_its_country_and_no_town_of_that_name() -> None:
    assert resolve_place("Spanish", NOWHERE).read.country == "ES"


def test_a_phrase_is_taken_apart_from_small_to_large() -> None:
    phrase = parse_place("Baghdad's Palestine Street, Iraq")
    assert phrase.names == ("Palestine Street", "Iraq", "Baghdad")
    assert parse_place("near Damascus").near and not parse_place("Damascus").near


def test_the_context_weighs_countries_and_ignores_where_agencies_are_at_home() -> None:
    context = place_context("Reuters said that the Kenyan army was in Kenya.", ["Nairobi"])
    assert context.countries == {"KE": 1.0}
    assert place_context("", dateline="NAIROBI").countries == {"KE": 1.0}


def test_distances_are_great_circles() -> None:
    assert distance_km((0.0, 0.0), (0.0, 180.0)) == pytest.approx(20015, rel=0.001)
    assert distance_km((33.3, 44.4), (33.3, 44.4)) == 0.0


@pytest.mark.shared
def test_gold_places_are_found() -> None:
    path = SHARED / "gold/world/dev.gold.json"
    if not path.exists():
        pytest.skip("The developers' gold is not beside the checkout.")
    incidents = json.loads(path.read_text(encoding="utf-8"))["incidents"].values()
    asked = [(name, place_context(" ".join(i["places"]), i["places"])) for i in incidents for name in i["places"]]
    found = [resolve_place(name, context).read.place for name, context in asked]
    assert sum(place is not None for place in found) / len(found) >= 0.9
