"""Where the developers' reports put their incidents, against points of public record for the places that gold names."""

import json
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from rashomon.codebook.place_points import distance_km
from rashomon.config import Config
from rashomon.model import Reading, Report
from rashomon.pipeline import read_inputs
from rashomon.resolve import report_places, resolve_place

SHARED = Path(__file__).parents[2] / ".." / "shared"
SETS = {
    "founding": ("gold/founding.jsonl", "gold/founding.json"),
    "dev": ("gold/reports_dev.jsonl", "gold/reports_dev.gold.json"),
}
KEPT = ("id", "text", "title", "outlet", "published", "url")
TOWN_KM = 25.0
Point = tuple[float, float]
COUNTRIES = {"IRQ": "IQ", "IRN": "IR", "AFG": "AF", "UKR": "UA", "YEM": "YE", "KSA": "SA", "BFA": "BF"}
"""By the beginning of the keys of incidents; those that touch two countries stand in `TWO`."""
TWO = {
    "IRQSYR": {"IQ", "SY"},
    "2024-02-02-anbar": {"IQ", "SY"},
    "2021-02-25-east-syria": {"SY", "IQ"},
    "2024-01-28-jordan": {"JO", "SY"},
}
TOWNS: dict[str, Point] = {
    "Erbil International Airport": (36.24, 43.96),
    "Erbil": (36.19, 44.01),
    "Harir base": (36.53, 44.35),
    "Hilla": (32.48, 44.43),
    "Baghdad": (33.31, 44.37),
    "Palestine Street": (33.35, 44.44),
    "Al Asad air base": (33.79, 42.44),
    "Al-Asad Air Base": (33.79, 42.44),
    "al-Qaim": (34.37, 41.09),
    "Al-Qaim": (34.37, 41.09),
    "Qaim": (34.37, 41.09),
    "Jurf al-Nasr": (32.87, 44.21),
    "Jurf al-Sakhar (Jurf al-Nasr)": (32.87, 44.21),
    "Akashat": (33.72, 40.01),
    "K-1 base": (35.51, 44.27),
    "Kirkuk": (35.47, 44.39),
    "Kerman": (30.28, 57.08),
    "Baghdad airport": (33.26, 44.23),
    "Kabul airport": (34.57, 69.21),
    "Abbey Gate": (34.56, 69.22),
    "Kabul": (34.53, 69.17),
    "Bucha": (50.55, 30.22),
    "Kramatorsk railway station": (48.72, 37.54),
    "Hodeida": (14.80, 42.95),
    "Jizan": (16.89, 42.55),
    "Dahyan market": (17.10, 43.60),
    "Solhan": (13.13, 0.41),
}
"""Towns and sites that gold names, with their points: facts, looked up by hand. Tadaryat is in no gazetteer."""


WIDE = frozenset({"country", "province", "region", "area", "sea", "unknown"})
Told = tuple[Report, Reading, dict[str, list[str]]]


@cache
def read(name: str) -> tuple[Told, ...]:
    """The reports of a set, read from what a user would hand in, each with its gold incidents and their places."""
    reports, gold_file = (SHARED / path for path in SETS[name])
    if not gold_file.exists():
        pytest.skip("The developers' gold is not beside the checkout.")
    gold = json.loads(gold_file.read_text(encoding="utf-8"))
    rows = [json.loads(line) for line in reports.read_text(encoding="utf-8").split("\n") if line]
    lines = "".join(json.dumps({key: row[key] for key in KEPT if row.get(key)}) + "\n" for row in rows)
    items = read_inputs(["-"], Config(), stdin=BytesIO(lines.encode()))
    return tuple((*item, _incidents(gold, item[0].name)) for item in items if isinstance(item, tuple))


def _incidents(gold: Any, report: str) -> dict[str, list[str]]:
    keys = [incident["key"] for incident in gold["reports"][report]["incidents"]]
    return {key: gold["incidents"][key]["places"] for key in keys}


def countries(key: str) -> set[str]:
    """The countries of a gold incident; the founding ones are Iraq's but for those of the table."""
    if key in TWO:
        return TWO[key]
    begun = key.partition("_")[0]
    return TWO.get(begun, {COUNTRIES.get(begun, "IQ")})


@pytest.mark.shared
@pytest.mark.parametrize("name", SETS)
def test_each_place_that_gold_names_is_put_where_it_lies(name: str) -> None:
    asked = right_country = near = 0
    for report, reading, incidents in read(name):
        context = report_places(reading, report)
        for place in dict.fromkeys(place for places in incidents.values() for place in places if place in TOWNS):
            if place.partition(" (")[0] in report.text:
                found = resolve_place(place.partition(" (")[0], context).read
                asked += 1
                right_country += any(
                    found.country in countries(key) for key, places in incidents.items() if place in places
                )
                at = (found.latitude, found.longitude)
                near += None not in at and distance_km((at[0] or 0.0, at[1] or 0.0), TOWNS[place]) <= TOWN_KM
    assert asked >= 5
    assert right_country == asked
    assert near / asked >= 0.95


@pytest.mark.shared
@pytest.mark.parametrize("name", SETS)
def test_the_main_incident_lies_in_its_country_and_by_its_town(name: str) -> None:
    """The most exact place of each main incident counts for the country, all of its towns and sites for the distance."""
    abroad, far, towns = [], [], 0
    for report, reading, incidents in read(name):
        allowed: set[str] = set().union(*map(countries, incidents))
        points = [TOWNS[place] for places in incidents.values() for place in places if place in TOWNS]
        for incident in (incident for incident in reading.incidents if incident.main):
            abroad += [(report.name, p) for p in incident.locations[:1] if p.country not in {*allowed, None}]
            for place in (p for p in incident.locations if p.precision not in WIDE and points):
                if place.latitude is not None and place.longitude is not None:
                    towns += 1
                    here = (place.latitude, place.longitude)
                    far += [(report.name, place)] * (min(distance_km(here, point) for point in points) > TOWN_KM)
    assert not abroad
    assert towns and len(far) / towns <= 0.05, far


@pytest.mark.shared
@pytest.mark.parametrize("name", SETS)
def test_what_no_gazetteer_holds_has_no_point(name: str) -> None:
    for _, reading, _ in read(name):
        for place in (place for incident in reading.incidents for place in incident.locations):
            if place.place is None:
                assert place.latitude is None and place.longitude is None
