"""Toponyms to places: which of the places of a name a report means, and how exactly its words fix it."""

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from rashomon.codebook.actor_names import find_actor_names
from rashomon.codebook.actors import load_actors
from rashomon.codebook.names import fold, key_of
from rashomon.codebook.place_words import load_place_words
from rashomon.codebook.places import CODEBOOK, COUNTRY, PROVINCE, VILLAGE, Candidate, load_places
from rashomon.model import PlaceRead, Precision, Rival
from rashomon.resolve.place_phrases import PlacePhrase, parse_place

NEARBY_KM = 250.0
SETTLED = 0.25
"""A place whose best reading leads by so much is evidence for what its neighbours mean."""
CAPITAL = re.compile(r"(?:\b[Tt]he )?\b([A-Z][\w.-]+?)(?:[\u2019']s)? capital(?: city)?$")
MEDIA = frozenset({"agency", "outlet"})


@dataclass(frozen=True, slots=True)
class PlaceContext:
    """What a report says about where it plays: the weight of each country in [0, 1], provinces named, places settled."""

    countries: Mapping[str, float]
    provinces: frozenset[tuple[str | None, str | None]] = frozenset()
    points: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class PlaceMatch:
    """What a phrase was resolved to: the place as read, the gazetteer's entry where there is one, rivals and the reason.

    `read.name` is the gazetteer's name where the words are a spelling of it, else the words themselves.
    """

    read: PlaceRead
    candidate: Candidate | None = None
    rivals: tuple[Rival, ...] = ()
    reason: str = ""


def place_context(text: str, phrases: Iterable[str] = (), dateline: str | None = None) -> PlaceContext:
    """The context of one report from its text, the place phrases in it and its dateline."""
    return _context(text, tuple(phrases), dateline)


@lru_cache(maxsize=8)
def _context(text: str, phrases: tuple[str, ...], dateline: str | None) -> PlaceContext:
    weights: dict[str, float] = defaultdict(float)
    for hit in find_actor_names(text):
        actor = load_actors().by_id[hit.ids[0]] if hit.ids else None
        if actor is not None and actor.country and actor.kind not in MEDIA:
            weights[actor.country] += 1 if actor.kind == "state" and not hit.colours else 0.5
    names = [*phrases, *([dateline, dateline] if dateline else [])]
    parsed = [(name, load_places().find(name)) for phrase in names for name in parse_place(phrase).names[:3]]
    provinces = {(c.country, c.province) for _, found in parsed for c in found if c.rank == PROVINCE}
    for _, found in parsed:
        sure = {c.country for c in found if c.rank in (CODEBOOK, COUNTRY)} or {c.country for c in found}
        if len(sure) == 1 and (country := sure.pop()) is not None:
            weights[country] += 2
    context = PlaceContext(_shares(weights), frozenset(provinces))
    return PlaceContext(context.countries, context.provinces, tuple(_settled(parsed, context)))


def resolve_place(words: str, context: PlaceContext) -> PlaceMatch:
    """The place that a phrase means in a report, with rivals; a name that no gazetteer holds keeps its words."""
    words = _named_capital(words)
    phrase = parse_place(words)
    for position, name in enumerate(phrase.names):
        ranked = rank_places(name, context, phrase.names[position + 1 :], phrase.kind if position == 0 else None)
        if ranked:
            if position and phrase.names[0][:1].isupper():
                return _unlisted(phrase, ranked[0][1])
            return _match(phrase, name, ranked, exact=position == 0)
    return _unlisted(phrase, None)


def _named_capital(words: str) -> str:
    """ "The Syrian capital" by its name."""
    match = CAPITAL.search(words)
    state = load_actors().state_index.get(key_of(match[1])) if match else None
    found = next((seat.capitalize() for seat, owner in load_actors().seats.items() if owner == state), None)
    return CAPITAL.sub(found, words) if match and found else words


def rank_places(
    name: str, context: PlaceContext, qualifiers: tuple[str, ...] = (), kind: Precision | None = None
) -> list[tuple[float, Candidate]]:
    """The places of a name with their scores, best first; small towns where nothing larger fits the report."""
    book = load_places()
    found = book.find_listed(name) or _country_of(name) or book.find(name)
    if found and found[0].rank > COUNTRY:
        found = book.find(name)
    outer = _qualified(qualifiers)
    if not any(_fits(c, context, outer) for c in found):
        found = (*found, *(c for c in book.find_village(name) if not found or _fits(c, context, outer)))
    scored = [(round(_score(c, context, outer, kind), 4), c) for c in _distinct(found)]
    return sorted(scored, key=lambda item: (-item[0], item[1].rank, -item[1].population, item[1].id))


def _country_of(adjective: str) -> tuple[Candidate, ...]:
    """The country that an adjective names ("Spanish"), which towns of that name only hide."""
    state = load_actors().state_index.get(key_of(adjective))
    return load_places().find_listed(load_actors().by_id[state].name) if state else ()


def _fits(c: Candidate, context: PlaceContext, outer: frozenset[tuple[str, str | None]]) -> bool:
    """Whether a place lies where its name is said to lie, or at least in a country of the report."""
    if c.country is None:
        return True
    if outer:
        return (c.country, None) in outer or (c.country, c.province) in outer
    return context.countries.get(c.country, 0.0) > 0


def _score(
    c: Candidate, context: PlaceContext, outer: frozenset[tuple[str, str | None]], kind: Precision | None
) -> float:
    score = (0.8, 0.9, 0.35, 0.2, 0.0)[c.rank] + math.log10(c.population + 10) / 10
    score += 1.2 * context.countries.get(c.country or "", 0.0)
    score -= 0.25 * c.alias
    if c.country is not None and ((c.country, None) in outer or (c.country, c.province) in outer):
        score += 2.0 if (c.country, c.province) in outer else 1.5
    if c.rank > PROVINCE and (c.country, c.province) in context.provinces:
        score += 0.4
    if c.rank > PROVINCE and c.latitude is not None and c.longitude is not None and context.points:
        near = min(distance_km((c.latitude, c.longitude), point) for point in context.points)
        score += 0.3 if near < NEARBY_KM else 0.0
    if kind is not None:
        score += 0.5 if kind == c.precision else (0.0 if c.precision == "town" and kind != "province" else -0.2)
    elif c.rank == PROVINCE:
        score -= 0.15
    return score


def distance_km(one: tuple[float, float], other: tuple[float, float]) -> float:
    """The great-circle distance of two points in degrees."""
    (a, b), (c, d) = (tuple(map(math.radians, point)) for point in (one, other))
    half = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 12742.0 * math.asin(math.sqrt(min(1.0, half)))


def _match(phrase: PlacePhrase, name: str, ranked: list[tuple[float, Candidate]], *, exact: bool) -> PlaceMatch:
    best = ranked[0][1]
    precision, label = best.precision, _canonical(name, best)
    if phrase.part and exact:
        label = phrase.label
        precision = "region" if best.precision in ("country", "province", "region") else "district"
        precision = precision if not phrase.near else "region"
    elif phrase.kind == "site" and best.precision != "site":
        label, precision = phrase.label, "site"
    elif phrase.kind == "district" and best.precision == "town":
        label, precision = phrase.label, "district"
    elif phrase.kind == "province" and best.precision == "town":
        label, precision = phrase.label, "province"
    read = PlaceRead(name=label, precision=precision, place=best.id, country=best.country)
    rivals = tuple(Rival(ref=c.id, score=score) for score, c in ranked[1:4])
    return PlaceMatch(read, best, rivals, _reason(name, ranked))


def _unlisted(phrase: PlacePhrase, around: Candidate | None) -> PlaceMatch:
    """A name that no gazetteer holds; its country is that of a listed place named beside it."""
    last = phrase.label.rpartition(" ")[2].lower()
    precision: Precision = phrase.kind or load_place_words().kinds.get(last, "unknown")
    read = PlaceRead(name=phrase.label, precision=precision, place=None, country=around.country if around else None)
    reason = f"{phrase.label!r} is in no gazetteer" + (f"; it is said to lie in {around.name}." if around else ".")
    return PlaceMatch(read, None, (), reason)


def _reason(name: str, ranked: list[tuple[float, Candidate]]) -> str:
    best = ranked[0][1]
    if len(ranked) == 1:
        return f"The only place of the gazetteer named {name!r}."
    where = f" in {best.country}" if best.country else ""
    return f"Of {len(ranked)} places named {name!r} the one{where} fits the report best."


def _canonical(name: str, best: Candidate) -> str:
    if best.rank in (CODEBOOK, COUNTRY) or fold(best.name) == fold(name):
        return best.name if best.rank in (CODEBOOK, COUNTRY) else _plain(name)
    return _plain(name)


def _plain(name: str) -> str:
    """The words as written, without quotation marks and shouting."""
    name = re.sub(r"^(?:the|The)\s+|['\u2019]s$", "", name.strip(" \"\u201c\u201d'"))
    return name.title() if name.isupper() and len(name) > 3 else name


def _qualified(qualifiers: tuple[str, ...]) -> frozenset[tuple[str, str | None]]:
    """Countries, and provinces of countries, that stand behind a name ("Alexandria, Minnesota")."""
    found: set[tuple[str, str | None]] = set()
    for name in qualifiers:
        for c in load_places().find(name):
            if c.rank <= PROVINCE and c.country is not None:
                found.add((c.country, c.province if c.rank == PROVINCE else None))
    return frozenset(found)


def _settled(parsed: list[tuple[str, tuple[Candidate, ...]]], context: PlaceContext) -> Iterable[tuple[float, float]]:
    for name, found in parsed:
        if not found or any(c.rank == COUNTRY for c in found):
            continue
        ranked = rank_places(name, context)
        best = ranked[0]
        sure = len(ranked) == 1 or best[0] - ranked[1][0] >= SETTLED
        if sure and best[1].rank != VILLAGE and best[1].latitude is not None and best[1].longitude is not None:
            yield best[1].latitude, best[1].longitude


def _distinct(found: Iterable[Candidate]) -> list[Candidate]:
    return list({candidate.id: candidate for candidate in reversed(tuple(found))}.values())[::-1]


def _shares(weights: Mapping[str, float]) -> dict[str, float]:
    total = sum(weights.values())
    return {country: weight / total for country, weight in sorted(weights.items())} if total else {}


__all__ = ["PlaceContext", "PlaceMatch", "distance_km", "place_context", "rank_places", "resolve_place"]
