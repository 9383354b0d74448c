"""Toponyms to places."""

import json
from pathlib import Path

import pytest

from rashomon.resolve.place_phrases import parse_place
from rashomon.resolve.places import PlaceContext, distance_km, place_context, rank_places, resolve_place
from tests.builders import find, make_report

SHARED = Path(__file__).parents[2] / ".." / "shared"
IRAQ = place_context("The Iraqi army said that Iraq and Syria had closed their border.", ["Kirkuk", "Mosul"])
NOWHERE = PlaceContext({})


@pytest.mark.parametrize(
    ("words", "name", "precision", "country"),
    [
        ("Kirkuk", "Kirkuk", "town", "IQ"),
        ("Kirkuk province", "Kirkuk", "province", "IQ"),
        ("the eastern port city of Basra", "Basra", "town", "IQ"),
        ("eastern Syria", "eastern Syria", "area", "SY"),
        ("northeastern Jordan", "northeastern Jordan", "area", "JO"),
        ("south of Baghdad", "south of Baghdad", "area", "IQ"),
        ("20 km west of Mosul", "20 km west of Mosul", "area", "IQ"),
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
    assert match.reason.startswith("Of 5 places named 'Tripoli' the one in") and "Lebanon fits best: " in match.reason


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


@pytest.mark.parametrize(
    ("text", "name", "country", "province"),
    [
        ("The plant in Springfield, Ohio, will close.", "Springfield", "US", "OH"),
        ("A fire broke out in Paris, Texas.", "Paris", "US", "TX"),
        ("She flew to London, Ont. on Friday.", "London", "CA", "08"),
        ("A bomb hit Hilla, the capital of Babil province.", "Hilla", "IQ", "06"),
        ("Clashes went on in Tripoli in northern Lebanon.", "Tripoli", "LB", None),
        ("Lebanon's Tripoli was quiet.", "Tripoli", "LB", None),
    ],
)
def test_where_a_text_says_that_a_place_lies_is_where_it_lies(
    text: str, name: str, country: str, province: str | None
) -> None:
    report = make_report(text)
    outer = next(words for words in ("Ohio", "Texas", "Ont.", "Babil", "Lebanon") if words in text)
    context = place_context(text, toponyms=[find(report, name), find(report, outer)])
    best = rank_places(name, context)[0][1]
    assert best.country == country
    assert province is None or best.province == province


def test_a_name_lies_in_one_place_wherever_the_report_tells_it() -> None:
    report = make_report("Athens was calm. The sheriff of Athens, Georgia, came late.")
    context = place_context(
        report.text, toponyms=[find(report, "Athens"), find(report, "Athens", 1), find(report, "Georgia")]
    )
    assert resolve_place("Athens", context).read.country == "US"


def test_names_of_one_region_settle_one_another() -> None:
    alone = resolve_place("Springfield", place_context("", ["Springfield"])).candidate
    among = resolve_place(
        "Springfield", place_context("", ["Springfield", "Eugene", "Salem", "Portland, Oregon"])
    ).candidate
    assert alone is not None and among is not None
    assert among.province == "OR" != alone.province


def test_a_small_town_far_from_the_report_is_no_place_of_it() -> None:
    match = resolve_place("Hallstatt", place_context("Nigerian troops were in Nigeria.", ["Hallstatt", "Maiduguri"]))
    assert match.read.place is None and match.read.latitude is None
    assert match.rivals and "nothing in the report speaks for" in match.reason
    assert (
        resolve_place("Hallstatt", place_context("", ["Hallstatt", "Vienna", "Graz", "Austria"])).read.country == "AT"
    )


@pytest.mark.parametrize("words", ["Kharkiv", "Kirkuk", "Kyiv", "Kabul", "Belgorod"])
def test_a_bare_name_is_the_town_and_not_the_province_around_it(words: str) -> None:
    context = place_context("", [words, "Mosul", "Lviv", "Herat", "Kursk"])
    assert resolve_place(words, context).read.precision == "town"


@pytest.mark.parametrize(
    ("words", "north", "east", "radius"),
    [
        ("Mosul", 0, 0, (5, 20)),
        ("12 km south of Mosul", -12, 0, (2, 5)),
        ("30 miles north-east of Mosul", 34, 34, (10, 15)),
        ("near Mosul", 0, 0, (15, 40)),
        ("south of Mosul", -15, 0, (15, 40)),
        ("20 km from Mosul", 0, 0, (20, 30)),
        ("eastern Mosul", 0, 15, (15, 40)),
    ],
)
def test_an_area_lies_where_its_words_put_it(words: str, north: float, east: float, radius: tuple[int, int]) -> None:
    town, read = resolve_place("Mosul", IRAQ).read, resolve_place(words, IRAQ).read
    assert None not in (read.latitude, read.longitude, town.latitude, town.longitude, read.radius_km)
    assert ((read.latitude or 0) - (town.latitude or 0)) * 111.2 == pytest.approx(north, abs=1)
    assert ((read.longitude or 0) - (town.longitude or 0)) * 111.2 * 0.806 == pytest.approx(east, abs=1)
    assert radius[0] <= (read.radius_km or 0) <= radius[1]


@pytest.mark.parametrize("words", ["the Syrian border", "near the Syrian border", "along the Syrian frontier"])
def test_a_border_is_an_area_of_no_country_since_either_side_can_be_meant(words: str) -> None:
    read = resolve_place(words, IRAQ).read
    assert (read.precision, read.place, read.country) == ("area", "country:SY", None)
    assert (read.radius_km or 0) > 200


def test_a_part_of_a_country_lies_on_its_side_of_the_middle() -> None:
    whole, east = resolve_place("Syria", IRAQ).read, resolve_place("eastern Syria", IRAQ).read
    assert (east.longitude or 0) > (whole.longitude or 0) + 0.5
    assert (east.radius_km or 0) < (whole.radius_km or 0)


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
