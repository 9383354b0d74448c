"""The scorer of toponyms, on counts that were made by hand."""

import pytest

from benchmarks.maps.corpus import Marked, marked
from benchmarks.maps.scoring import Tally
from rashomon.model import PlaceRead, Report, Toponym
from tests.builders import find, make_report

REPORT: Report = make_report("Marfa and Alpine are in Texas, and Ojinaga is not, says Brewster.")
MARFA = (30.31, -104.02)


def gold(words: str, point: tuple[float, float] | None, *, area: bool = False) -> Marked:
    span = find(REPORT, words)
    return Marked(start=span.start, end=span.end, point=point, geonames="7", area=area)


def made(
    words: str, point: tuple[float, float] | None, *, precision: str = "town", ref: str | None = "geonames:1"
) -> Toponym:
    latitude, longitude = point or (None, None)
    read = PlaceRead(name=words, precision=precision, place=ref, latitude=latitude, longitude=longitude)  # type: ignore[arg-type]
    return Toponym(span=find(REPORT, words), place=read)


def figures(right: list[Marked], found: list[Toponym]) -> dict[str, float]:
    tally = Tally()
    tally.add(right, found)
    return tally.figures()


def test_found_and_right_and_found_and_led_nowhere() -> None:
    told = figures(
        [
            gold("Marfa", MARFA),
            gold("Alpine", (30.36, -103.66)),
            gold("Ojinaga", (29.56, -104.42)),
            gold("Brewster", None),
        ],
        [made("Marfa", MARFA), made("Alpine", None), made("Brewster", MARFA), made("Texas", (31.0, -99.0))],
    )
    assert told["span.precision"] == 3 / 4 and told["span.recall"] == 3 / 4
    assert told["within161"] == 1 / 2 and told["unplaced"] == 1 / 2
    assert told["end_to_end"] == pytest.approx(1 / 3)
    assert told["error.mean"] == pytest.approx(0.0)


def test_a_wider_span_is_found_and_not_exact() -> None:
    told = figures([gold("Marfa", MARFA)], [made("Marfa and Alpine", MARFA)])
    assert told["span.recall"] == 1.0 and told["span.exact.f1"] == 0.0


@pytest.mark.parametrize(
    ("found", "same"),
    [
        (made("Marfa", (30.36, -103.9)), True),
        (made("Marfa", (31.3, -104.0)), False),
        (made("Marfa", (31.3, -104.0), ref="geonames:7"), True),
    ],
)
def test_the_same_place_is_the_same_id_or_a_point_beside_it(found: Toponym, same: bool) -> None:
    assert figures([gold("Marfa", MARFA)], [found])["end_to_end"] == same


def test_an_administrative_area_has_no_one_middle() -> None:
    texas = gold("Texas", (31.25, -99.25), area=True)
    assert figures([texas], [made("Texas", (31.9, -98.6), precision="province")])["end_to_end"] == 1.0
    assert figures([texas], [made("Texas", (31.9, -98.6), precision="town")])["end_to_end"] == 0.0


def test_a_row_of_a_corpus_becomes_its_marks() -> None:
    row = {
        "toponyms": [
            {"start": 0, "end": 5, "lat": 1, "lon": 2, "geonameid": "3", "fclass": "P"},
            {"start": 6, "end": 9, "lat": None, "lon": None, "type": "A"},
        ]
    }
    assert marked(row) == [
        Marked(start=0, end=5, point=(1.0, 2.0), geonames="3", area=False),
        Marked(start=6, end=9, point=None, geonames="", area=True),
    ]
