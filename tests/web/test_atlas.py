"""The projection, the outlines, and the paths that are drawn of them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.web.atlas.clipping import centroid, clipped, path_of
from rashomon.web.atlas.frame import FARTHEST, NEAREST, PATTERN, WORLD, Frame, frame_around, frame_at
from rashomon.web.atlas.labels import labels_in
from rashomon.web.atlas.land import land_in
from rashomon.web.atlas.mercator import project, unit_of, unproject
from rashomon.web.atlas.outlines import Detail, Ring, countries

NUMBERS = st.floats(-500, 500, allow_nan=False)
RINGS = st.lists(st.tuples(NUMBERS, NUMBERS), min_size=3, max_size=12)
FRAMES = st.builds(Frame, x=st.floats(0, 1), y=st.floats(0.1, 0.9), zoom=st.floats(FARTHEST, NEAREST))


def encloses(ring: Ring, at: tuple[float, float]) -> bool:
    """Whether a point lies in a ring: a line from it crosses the ring an odd number of times."""
    x, y = at
    edges = zip(ring, (*ring[1:], ring[0]), strict=True)
    return (
        sum((ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax for (ax, ay), (bx, by) in edges) % 2 == 1
    )


@given(st.floats(-180, 180), st.floats(-85, 85))
def test_what_is_projected_can_be_found_again(longitude: float, latitude: float) -> None:
    assert unproject(*project(longitude, latitude)) == pytest.approx((longitude, latitude), abs=1e-6)


def test_a_distance_on_the_ground_is_as_long_as_on_the_map() -> None:
    degree = project(10, 60.5)[1] - project(10, 59.5)[1]
    assert -degree == pytest.approx(unit_of(111.3, 60), rel=0.01)


@pytest.mark.parametrize("detail", ["110m", "50m"])
@pytest.mark.parametrize(
    ("code", "longitude", "latitude"), [("IQ", 44.4, 33.3), ("AF", 69.2, 34.5), ("YE", 44.2, 15.4), ("BF", -1.5, 12.4)]
)
def test_a_capital_lies_in_its_country_alone(detail: Detail, code: str, longitude: float, latitude: float) -> None:
    at = project(longitude, latitude)
    found = [country.code for country in countries(detail) if any(encloses(ring, at) for _, ring in country.rings)]
    assert found == [code]


@pytest.mark.parametrize("detail", ["110m", "50m"])
def test_no_outline_runs_once_around_the_world(detail: Detail) -> None:
    wide = {country.name for country in countries(detail) for box, _ in country.rings if box.right - box.left > 0.6}
    assert wide == {"Antarctica"}


@given(RINGS)
def test_nothing_is_drawn_beyond_the_edges(ring: list[tuple[float, float]]) -> None:
    for x, y in clipped(ring, (-10.0, -20.0, 100.0, 90.0)):
        assert -10.001 <= x <= 100.001 and -20.001 <= y <= 90.001


@given(RINGS)
def test_what_lies_inside_is_not_changed(ring: list[tuple[float, float]]) -> None:
    assert list(clipped(ring, (-500.0, -500.0, 500.0, 500.0))) == ring


def test_a_square_is_cut_at_the_edge() -> None:
    cut = clipped([(-50, -50), (50, -50), (50, 50), (-50, 50)], (0.0, 0.0, 100.0, 100.0))
    assert set(cut) == {(0, 0), (50, 0), (50, 50), (0, 50)}
    assert centroid(cut) == (25, 25)


def test_a_path_leads_from_point_to_point() -> None:
    assert path_of([(1, 1), (11, 1), (11, 6), (1, 6)]) == "M2 2l20 0 0 10-20 0z"
    assert path_of([(1, 1), (1.1, 1), (1.1, 1.1)]) == ""


@given(FRAMES)
def test_the_address_of_a_frame_leads_back_to_it(frame: Frame) -> None:
    assert re.fullmatch(PATTERN, frame.words)
    back = frame_at(frame.words)
    assert back.zoom == pytest.approx(frame.zoom, abs=0.051)
    assert (back.x, back.y) == pytest.approx((frame.x, frame.y), abs=1e-6)


@given(st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), min_size=1, max_size=9))
def test_a_fitted_frame_shows_everything(points: list[tuple[float, float]]) -> None:
    frame = frame_around(points)
    assert frame.zoom in (FARTHEST,) or all(frame.shows(frame.pixel(point)) for point in points)


def test_steps_stay_in_the_world() -> None:
    frame = WORLD
    for _ in range(20):
        frame = frame.zoomed(1).moved(1, 1)
    assert frame.zoom == NEAREST and frame.x <= 1 and frame.y <= 1
    assert frame.zoomed(-30).zoom == FARTHEST


def test_no_two_names_lie_on_one_another() -> None:
    frame = Frame(x=project(44, 0)[0], y=project(0, 33)[1], zoom=5.0)
    labels = list(labels_in(frame, land_in(frame), []))
    assert {"Iraq"} <= {label.name for label in labels if label.kind == "state"}
    assert any(label.kind == "town" for label in labels)
    for one in labels:
        assert all(
            one is other or abs(one.at[0] - other.at[0]) > 20 or abs(one.at[1] - other.at[1]) > 10 for other in labels
        )


def test_no_name_lies_under_the_scale_or_the_steps() -> None:
    frame = Frame(x=project(35, 0)[0], y=project(0, 15)[1], zoom=2.6)
    for label in labels_in(frame, land_in(frame), []):
        x, y = label.at
        assert not (x < 160 and y > frame.height - 40) and not (x > frame.width - 96 and y < 150)
