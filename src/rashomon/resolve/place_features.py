"""What speaks for one of several places of a name: a table of features, one row a feature, with weights kept as data.

A feature is a function of a candidate and of what the report says around the name, from 0 to 1; the first sentence of its
docstring goes on from "Of 3 places named 'Hilla' the one in Iraq fits best: ".
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache

from rashomon.codebook.place_weights import load_place_weights
from rashomon.codebook.places import CODEBOOK, COUNTRY, DISTRICT, PROVINCE, TOWN, VILLAGE, Candidate
from rashomon.model import Precision

CELL = 1.5
"""Degrees of the squares in which places count as near: a place votes for its own and the eight around it."""
PEOPLE = 8.0
"""The common logarithm of the largest population that counts."""
CODEBOOK_PEOPLE = 4.5
"""The same for a place of the codebook, whose people nobody counted."""
Key = tuple[str, ...] | tuple[int, int]
"""What votes are counted by: a country, a country's province, a square."""


@dataclass(frozen=True, slots=True)
class Around:
    """What a report says around one name: shares in [0, 1] by `Key`, and where the name is said to lie.

    `actors` are the shares of countries among the actors named, `said` the countries, and provinces of countries,
    that the text puts the name in; `kind` is what a noun beside it tells.
    """

    actors: Mapping[str, float] = field(default_factory=dict)
    votes: Mapping[Key, float] = field(default_factory=dict)
    own: Mapping[Key, float] = field(default_factory=dict)
    said: frozenset[tuple[str, str | None]] = frozenset()
    kind: Precision | None = None
    dateline: frozenset[Key] = frozenset()

    def share(self, key: Key) -> float:
        """The share of the report's other names that speak for a country, a province or a square."""
        given = self.votes.get(key)
        return max(0.0, given - self.own.get(key, 0.0)) if given else 0.0


Feature = Callable[[Candidate, Around], float]


def main_name(place: Candidate, around: Around) -> float:
    """that is its main name."""
    return 0.0 if place.alias else 1.0


def population(place: Candidate, around: Around) -> float:
    """it is the largest."""
    people = CODEBOOK_PEOPLE if place.rank == CODEBOOK else math.log10(place.population + 10)
    return min(1.0, people / PEOPLE) if place.rank != COUNTRY else 0.0


def codebook(place: Candidate, around: Around) -> float:
    """it is one that news of conflict names."""
    return float(place.rank == CODEBOOK)


def country(place: Candidate, around: Around) -> float:
    """it is a country."""
    return float(place.rank == COUNTRY)


def province(place: Candidate, around: Around) -> float:
    """it is a province."""
    return float(place.rank == PROVINCE)


def district(place: Candidate, around: Around) -> float:
    """it is a district."""
    return float(place.rank == DISTRICT)


def village(place: Candidate, around: Around) -> float:
    """it is a small town."""
    return float(place.rank == VILLAGE)


def kind(place: Candidate, around: Around) -> float:
    """it is of the kind that the words tell."""
    if around.kind is None:
        return 0.0
    return 1.0 if around.kind == place.precision else 0.0


def actors(place: Candidate, around: Around) -> float:
    """the report's actors are of that country."""
    return around.actors.get(place.country or "", 0.0)


def country_of_others(place: Candidate, around: Around) -> float:
    """the report's other places lie in that country."""
    return around.share((place.country or "",))


def province_of_others(place: Candidate, around: Around) -> float:
    """the report's other places lie in that province."""
    return around.share((place.country or "", place.province)) if place.province else 0.0


def near_others(place: Candidate, around: Around) -> float:
    """other places of the report are near it."""
    if place.rank in (COUNTRY, PROVINCE):
        return 0.0
    cell = cell_of(place)
    return min(1.0, around.share(cell)) if cell is not None else 0.0


def said_country(place: Candidate, around: Around) -> float:
    """the text says that it lies in that country."""
    return float((place.country, None) in around.said)


def said_province(place: Candidate, around: Around) -> float:
    """the text says that it lies in that province."""
    return float(
        place.province is not None and place.rank != PROVINCE and (place.country, place.province) in around.said
    )


def dateline(place: Candidate, around: Around) -> float:
    """the report was written near it."""
    return float(cell_of(place) in around.dateline)


STATIC: tuple[Feature, ...] = (main_name, population, codebook, country, province, district, village)
"""Features of the place alone."""
DYNAMIC: tuple[Feature, ...] = (
    actors, country_of_others, province_of_others, near_others, said_country, said_province, kind, dateline,
)  # fmt: skip
"""Features of the place in a report."""


def weighed(features: tuple[Feature, ...], place: Candidate, around: Around) -> list[tuple[float, Feature]]:
    """What each feature adds to a place's score."""
    weights = load_place_weights()
    return [(weights[feature.__name__] * feature(place, around), feature) for feature in features]


def score(place: Candidate, around: Around) -> float:
    """The score of a place in a report; differences of scores are logarithms of odds."""
    return static_score(place) + sum([weight * feature(place, around) for weight, feature in _weights()])


@cache
def _weights() -> tuple[tuple[float, Feature], ...]:
    return tuple((load_place_weights()[feature.__name__], feature) for feature in DYNAMIC)


def forget() -> None:
    """Drop what rests on the weights: they have changed."""
    static_score.cache_clear()
    _weights.cache_clear()


@lru_cache(maxsize=32768)
def static_score(place: Candidate) -> float:
    """What speaks for a place whatever the report."""
    return sum(value for value, _ in weighed(STATIC, place, NOTHING))


@lru_cache(maxsize=32768)
def cells_around(place: Candidate) -> tuple[Key, ...]:
    """The square of a place and the eight around it; none where its point is not known."""
    cell = cell_of(place)
    if cell is None:
        return ()
    return tuple((cell[0] + i, cell[1] + j) for i in (-1, 0, 1) for j in (-1, 0, 1))


@lru_cache(maxsize=32768)
def cell_of(place: Candidate) -> tuple[int, int] | None:
    """The square that a place lies in."""
    if place.latitude is None or place.longitude is None:
        return None
    return math.floor(place.latitude / CELL), math.floor(place.longitude / CELL)


def keys_of(place: Candidate) -> list[Key]:
    """What a place votes for: its country, its province, and its square and those around where it is no wide place."""
    keys: list[Key] = [(place.country,)] if place.country else []
    if place.country and place.province:
        keys.append((place.country, place.province))
    if place.rank in (CODEBOOK, DISTRICT, TOWN, VILLAGE):
        keys += cells_around(place)
    return keys


NOTHING = Around()


@cache
def sentence_of(feature: Feature) -> str:
    """The words of a feature for users."""
    return (feature.__doc__ or "").strip().splitlines()[0]
