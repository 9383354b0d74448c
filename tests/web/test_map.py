"""The map beside the list: what is drawn of a place, what marks lead to, and that it follows the filters."""

import html
import json
import re
from pathlib import Path

import pytest

from rashomon import Workspace
from rashomon.model import PlaceRead
from rashomon.web.atlas.frame import frame_at
from rashomon.web.views.map import Drawing, drawing_of
from rashomon.web.views.map.marks import marks_in
from tests.web.conftest import Open
from tests.web.scattered import COUNTRY, NEXT_TOWN, NOWHERE, PROVINCE, SEA, TOWN, incident_at, keep_incidents, many
from tests.web.test_pages import words


def drawn(tmp_path: Path, *places: tuple[PlaceRead, ...], at: str | None = None, disputed: bool = False) -> Drawing:
    """The map of incidents at some places, one for each tuple."""
    path = tmp_path / "map.db"
    keep_incidents(path, [incident_at(f"x{n}", *here, disputed=disputed) for n, here in enumerate(places)])
    with Workspace(path) as work:
        return drawing_of(work.placed(), at, {})


def test_a_town_is_a_dot_that_leads_to_its_incident(tmp_path: Path) -> None:
    (mark,) = drawn(tmp_path, (TOWN,)).marks
    assert (mark.mark.shape, mark.to) == ("dot", "/incidents/x0")
    assert mark.name == "1: Shelling, Tel Sarw (Tel Sarw)"


@pytest.mark.parametrize("place", [PROVINCE, SEA])
def test_what_is_known_to_an_area_is_drawn_as_large_as_it_is(tmp_path: Path, place: PlaceRead) -> None:
    found = drawn(tmp_path, (place,))
    (mark,) = found.marks
    assert mark.mark.shape == "area"
    assert place.radius_km is not None
    kilometres = found.scale[1].removesuffix(" km").replace(",", "")
    assert mark.mark.radius * float(kilometres) / found.scale[0] == pytest.approx(place.radius_km, rel=0.05)
    assert "somewhere in this area" in mark.name


def test_a_country_is_its_outline(tmp_path: Path) -> None:
    found = drawn(tmp_path, (COUNTRY,))
    assert [mark.mark.shape for mark in found.marks] == ["country"]
    assert found.whole == {"IQ"}
    assert "somewhere in this country" in found.marks[0].name


def test_the_province_of_a_town_is_not_drawn_beside_it(tmp_path: Path) -> None:
    assert [mark.mark.shape for mark in drawn(tmp_path, (TOWN, PROVINCE)).marks] == ["dot"]


def test_two_towns_are_both_drawn_and_say_so(tmp_path: Path) -> None:
    found = drawn(tmp_path, (TOWN, NEXT_TOWN), at="33.05,44.05,9.0")
    assert len(found.marks) == 2
    assert all("one of 2 places that are named" in mark.name for mark in found.marks)


def test_what_has_no_place_is_counted_and_not_drawn(tmp_path: Path) -> None:
    found = drawn(tmp_path, (TOWN,), (NOWHERE,), ())
    assert len(found.marks) == 1
    assert "2 without a place that is known on the map, in the list only" in found.words


def test_a_group_leads_nearer_until_it_falls_apart(tmp_path: Path) -> None:
    far = PlaceRead(name="Far", precision="town", latitude=-20.0, longitude=20.0)
    found = drawn(tmp_path, (TOWN,), (NEXT_TOWN,), (far,), disputed=True)
    group = next(mark for mark in found.marks if mark.mark.shape == "group")
    assert group.nearer and group.name == "Karsa, Tel Sarw: 2 incidents, 2 in dispute. Zoom in"
    nearer = html.unescape(group.to).split("map=")[1].replace("%2C", ",")
    with Workspace(tmp_path / "map.db") as work:
        shown = drawing_of(work.placed(), nearer, {})
    assert [mark.mark.shape for mark in shown.marks] == ["dot", "dot"]
    assert "1 outside it" in shown.words


def test_incidents_of_one_town_lead_to_their_list(tmp_path: Path) -> None:
    (mark,) = drawn(tmp_path, (TOWN,), (TOWN,)).marks
    assert (mark.nearer, mark.to) == (False, "/incidents?place=Tel+Sarw")


def test_moving_the_map_does_not_group_anew(tmp_path: Path) -> None:
    path = tmp_path / "many.db"
    keep_incidents(path, many(300))
    with Workspace(path) as work:
        rows = work.placed().rows
    frame = frame_at("0,10,3.0")
    groups = [
        {frozenset(one.incident for one in mark.incidents) for mark in marks_in(rows, moved) if inside(mark.at)}
        for moved in (frame, frame.moved(0.031, 0.017))
    ]
    assert groups[0] & groups[1] and not {g for g in groups[0] for o in groups[1] if g & o and g != o}


def inside(at: tuple[float, float]) -> bool:
    """Whether a mark is well inside the frame, also after a small move."""
    return 80 < at[0] < 640 and 80 < at[1] < 360


def test_the_map_follows_the_filters(open_workbench: Open, tmp_path: Path) -> None:
    path = tmp_path / "two.db"
    keep_incidents(path, [incident_at("x0", TOWN), incident_at("x1", PROVINCE)])
    client = open_workbench(path)
    both, one = client.get("/incidents").text, client.get("/incidents?place=tel").text
    assert "2 incidents in this part of the map" in words(both)
    assert "1 incident in this part of the map" in words(one)
    steps = re.findall(r'id="map-\w+" href="([^"]*)"', one)
    assert len(steps) == 7
    assert all("place=tel" in html.unescape(step) for step in steps)
    for step in steps:
        assert client.get(html.unescape(step)).status_code == 200


def test_htmx_gets_the_map_alone_and_others_the_list(open_workbench: Open, tmp_path: Path) -> None:
    path = tmp_path / "one.db"
    keep_incidents(path, [incident_at("x0", TOWN)])
    client = open_workbench(path)
    part = client.get("/map?place=tel&map=33,44,5.0", headers={"HX-Request": "true"})
    assert part.text.lstrip().startswith('<section id="map"')
    assert part.headers["HX-Push-Url"] == "/incidents?place=tel&map=33%2C44%2C5.0"
    led = client.get("/map?place=tel", follow_redirects=False)
    assert (led.status_code, led.headers["Location"]) == (303, "/incidents?place=tel#map")


@pytest.mark.parametrize("at", ["x", "1,2", "33,44,5,6", "99999,0,1", "1e3,0,1", "33,44,'"])
def test_a_frame_that_is_none_is_refused(open_workbench: Open, at: str) -> None:
    assert open_workbench().get("/incidents", params={"map": at}).status_code == 422


@pytest.mark.parametrize("at", ["99,999,99", "-99,-999,0", "0,0,0", "85,180,11.0"])
def test_the_ends_of_the_world_can_be_asked_for(open_workbench: Open, at: str) -> None:
    assert open_workbench().get("/incidents", params={"map": at}).status_code == 200


def test_two_thousand_incidents_make_a_page_that_can_be_read(open_workbench: Open, tmp_path: Path) -> None:
    path = tmp_path / "many.db"
    keep_incidents(path, many(2000))
    client = open_workbench(path)
    shown = client.get("/incidents").text
    assert len(shown.encode()) < 500_000
    assert 20 < shown.count('class="mark ') < 700
    told = [int(n.replace(",", "")) for n in re.findall(r">([0-9,]+) incidents? in this part", shown)]
    assert told and told[0] > 1500
    assert client.get("/api/v1/map").json()["unplaced"] == 200


def test_the_api_gives_geojson_with_a_tag(open_workbench: Open, tmp_path: Path) -> None:
    path = tmp_path / "two.db"
    keep_incidents(path, [incident_at("x0", TOWN, disputed=True), incident_at("x1", NOWHERE)])
    client = open_workbench(path)
    answer = client.get("/api/v1/map")
    assert answer.headers["Content-Type"] == "application/geo+json"
    found = json.loads(answer.text)
    assert (found["type"], found["total"], found["unplaced"]) == ("FeatureCollection", 2, 1)
    (feature,) = found["features"]
    assert feature["geometry"] == {"type": "Point", "coordinates": [44.0, 33.0]}
    assert feature["properties"]["precision"] == "town" and feature["properties"]["disputed"] is True
    assert client.get("/api/v1/map", headers={"If-None-Match": answer.headers["ETag"]}).status_code == 304
