"""What a report says about where it plays, and which places its names speak for together.

Each name of a report votes for the places that it can mean, by how likely each is; the votes make some of them likelier,
and are taken once more. A name never hears its own vote, and a name that no gazetteer holds has none.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from rashomon.codebook.actor_names import find_actor_names
from rashomon.codebook.actors import load_actors
from rashomon.codebook.names import fold, key_of
from rashomon.codebook.place_points import distance_km
from rashomon.codebook.place_words import load_place_words
from rashomon.codebook.places import CODEBOOK, COUNTRY, PROVINCE, VILLAGE, Candidate, load_places
from rashomon.model import Precision, Span
from rashomon.resolve import place_features
from rashomon.resolve.containment import Said, said_of
from rashomon.resolve.place_features import Around, Key, cells_around, keys_of, score
from rashomon.resolve.place_phrases import parse_place

MEDIA = frozenset({"agency", "outlet"})
ROUNDS = 2
NAMESAKE_KM = 75.0
MOST = 80
"""Candidates of one name that are looked at."""
UNLIKELY = 0.02
"""A place less likely than this has no vote."""


@dataclass(frozen=True, slots=True)
class PlaceContext:
    """What speaks for places in one report.

    `countries` are the shares of countries among its actors, `votes` those of countries, provinces and squares among
    its place names, `own` what each name gave to them; `said` is where its text puts a name; all names are folded.
    """

    countries: Mapping[str, float]
    votes: Mapping[Key, float] = field(default_factory=dict)
    own: Mapping[str, Mapping[Key, float]] = field(default_factory=dict)
    said: Said = field(default_factory=dict)
    dateline: frozenset[Key] = frozenset()

    def around(
        self, name: str, said: frozenset[tuple[str, str | None]] = frozenset(), kind: Precision | None = None
    ) -> Around:
        """What the report says around one name; `said` is what the phrase itself adds."""
        key = fold(name)
        return Around(
            actors=self.countries,
            votes=self.votes,
            own=self.own.get(key, {}),
            said=said | self.said.get(key, frozenset()),
            kind=kind,
            dateline=self.dateline,
        )


def place_context(
    text: str, phrases: Iterable[str] = (), dateline: str | None = None, toponyms: Sequence[Span] = ()
) -> PlaceContext:
    """The context of one report from its text, the place phrases and toponyms in it, and its dateline."""
    return _context(text, tuple(phrases), dateline, tuple(toponyms))


@lru_cache(maxsize=8)
def _context(text: str, phrases: tuple[str, ...], dateline: str | None, toponyms: tuple[Span, ...]) -> PlaceContext:
    names = [span.text for span in toponyms]
    names += [
        name for phrase in (*phrases, *([dateline] if dateline else [])) for name in parse_place(phrase).names[:3]
    ]
    distinct = {fold(name): name for name in reversed(names)}
    base = PlaceContext(_actor_countries(text), said=said_of(text, toponyms))
    context = base
    for _ in range(ROUNDS):
        context = _voted(context, distinct)
    if dateline:
        context = PlaceContext(context.countries, context.votes, context.own, context.said, _home(dateline, context))
    return context


def forget() -> None:
    """Drop what is remembered of earlier reports: the weights have changed."""
    _context.cache_clear()
    place_features.forget()


def _actor_countries(text: str) -> Mapping[str, float]:
    weights: dict[str, float] = defaultdict(float)
    for hit in find_actor_names(text):
        actor = load_actors().by_id[hit.ids[0]] if hit.ids else None
        if actor is not None and actor.country and actor.kind not in MEDIA:
            weights[actor.country] += 1 if actor.kind == "state" and not hit.colours else 0.5
    total = sum(weights.values())
    return {country: weight / total for country, weight in sorted(weights.items())} if total else {}


def _voted(context: PlaceContext, names: Mapping[str, str]) -> PlaceContext:
    """The context with the votes of all names counted anew."""
    own: dict[str, dict[Key, float]] = {}
    for key, name in sorted(names.items()):
        ballot: dict[Key, float] = defaultdict(float)
        for share, place in likelihoods(candidates_of(name), context.around(name)):
            if share >= UNLIKELY:
                for area in keys_of(place):
                    ballot[area] += share
        if ballot:
            own[key] = ballot
    each = 1.0 / max(1, len(own) - 1)
    shares = {key: {area: value * each for area, value in ballot.items()} for key, ballot in own.items()}
    votes: dict[Key, float] = defaultdict(float)
    for ballot in shares.values():
        for area, value in ballot.items():
            votes[area] += value
    return PlaceContext(context.countries, dict(votes), shares, context.said, context.dateline)


def _home(dateline: str, context: PlaceContext) -> frozenset[Key]:
    """The squares around the place that the dateline names."""
    for name in parse_place(dateline).names[:1]:
        ranked = likelihoods(candidates_of(name), context.around(name))
        best = max(ranked, key=lambda item: item[0], default=None)
        if best is not None and best[1].rank not in (COUNTRY, PROVINCE):
            return frozenset(cells_around(best[1]))
    return frozenset()


def likelihoods(places: Sequence[Candidate], around: Around) -> list[tuple[float, Candidate]]:
    """How likely each place is, from 0 to 1, in the order given."""
    scores = [score(place, around) for place in places]
    top = max(scores, default=0.0)
    odds = [math.exp(value - top) for value in scores]
    total = sum(odds)
    return [(value / total, place) for value, place in zip(odds, places, strict=True)]


@lru_cache(maxsize=4096)
def candidates_of(name: str) -> tuple[Candidate, ...]:
    """The places that a name can mean: of a word for a state ("Spanish") the country alone, else all that bear it."""
    book = load_places()
    state = load_actors().state_index.get(key_of(name))
    if state is not None:
        found = book.find_listed(load_actors().by_id[state].name)
        if found and not any(c.rank <= COUNTRY for c in book.find_listed(name)):
            return tuple(c for c in found if c.rank == COUNTRY)
    return _distinct(book.find_all(name) or book.find_all(load_place_words().spelt_out(name)))[:MOST]


def _distinct(found: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Each place once; one that both the codebook and GeoNames hold is the codebook's."""
    listed = [c for c in found if c.rank == CODEBOOK]
    kept: dict[str, Candidate] = {}
    for place in found:
        if place.rank == CODEBOOK or not any(_same(place, one) for one in listed):
            kept.setdefault(place.id, _unpeopled(place) if _has_namesake(place, found) else place)
    return tuple(kept.values())


def _same(place: Candidate, listed: Candidate) -> bool:
    """Whether a place of GeoNames is one that the codebook lists."""
    if (place.country, place.precision) != (listed.country, listed.precision):
        return False
    return place.precision != "town" or _beside(place, listed)


def _has_namesake(place: Candidate, found: Sequence[Candidate]) -> bool:
    """Whether a town of a province's own name lies in it: "Kirkuk" alone is the town, however many live around it."""
    return place.rank == PROVINCE and any(
        town.precision == "town"
        and town.rank != VILLAGE
        and town.country == place.country
        and (town.province == place.province or _beside(town, place))
        and town.alias <= place.alias
        for town in found
    )


def _beside(town: Candidate, place: Candidate) -> bool:
    """Whether a town lies near another place, or where that lies is not known."""
    if town.point is None or place.point is None:
        return True
    return distance_km(town.point, place.point) <= NAMESAKE_KM


def _unpeopled(place: Candidate) -> Candidate:
    return place._replace(population=0)
