"""Toponyms to places: which of the places of a name a report means, and how exactly its words fix it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from rashomon.codebook.actors import load_actors
from rashomon.codebook.names import fold, key_of
from rashomon.codebook.place_points import distance_km
from rashomon.codebook.place_words import load_place_words
from rashomon.codebook.places import CODEBOOK, COUNTRY, DISTRICT, VILLAGE, Candidate, load_places
from rashomon.model import PlaceRead, Precision, Rival
from rashomon.resolve.containment import Area, areas_of
from rashomon.resolve.place_areas import area_around, radius_of
from rashomon.resolve.place_context import PlaceContext, candidates_of, place_context
from rashomon.resolve.place_features import DYNAMIC, STATIC, Around, score, sentence_of, weighed
from rashomon.resolve.place_phrases import PlacePhrase, parse_place

CAPITAL = re.compile(r"(?:\b[Tt]he )?\b([A-Z][\w.-]+?)(?:[\u2019']s)? capital(?: city)?$")
RIVALS = 3
TELLING = 0.3
"""A feature that adds less is no reason to name."""


@dataclass(frozen=True, slots=True)
class PlaceMatch:
    """What a phrase was resolved to: the place as read, the gazetteer's entry where there is one, rivals and the reason.

    `read.name` is the gazetteer's name where the words are a spelling of it, else the words themselves.
    """

    read: PlaceRead
    candidate: Candidate | None = None
    rivals: tuple[Rival, ...] = ()
    reason: str = ""


def resolve_place(words: str, context: PlaceContext) -> PlaceMatch:
    """The place that a phrase means in a report, with rivals; a name that no gazetteer holds keeps its words.

    A small town that nothing in the report speaks for keeps its words too: its name may be that of a place which no
    gazetteer holds.
    """
    words = _named_capital(words)
    phrase = parse_place(words)
    for position, name in enumerate(phrase.names):
        kind = phrase.kind if position == 0 else None
        ranked = rank_places(name, context, phrase.names[position + 1 :], kind)
        if not ranked:
            continue
        if position and phrase.names[0][:1].isupper():
            return _unlisted(phrase, ranked[0][1])
        if position == 0 and not _supported(phrase, ranked[0][1], context):
            return _unsupported(phrase, ranked)
        return _match(phrase, name, ranked, context, exact=position == 0)
    return _border(phrase) or _unlisted(phrase, None)


def _border(phrase: PlacePhrase) -> PlaceMatch | None:
    """ "The Syrian border": all of Syria with its edge, and no country, since either side of it can be meant."""
    words = phrase.label.split()
    for adjective, noun in pairwise(words):
        state = load_actors().state_index.get(key_of(adjective))
        found = candidates_of(load_actors().by_id[state].name) if state is not None else ()
        if found and found[0].rank == COUNTRY and noun.lower() in load_place_words().borders:
            best = found[0]
            read = PlaceRead(
                name=phrase.label, precision="area", place=best.id,
                latitude=best.latitude, longitude=best.longitude, radius_km=radius_of(best),
            )  # fmt: skip
            return PlaceMatch(read, best, (), f"Somewhere along the border of {best.name}, on either side of it.")
    return None


def _named_capital(words: str) -> str:
    """ "The Syrian capital" by its name."""
    match = CAPITAL.search(words)
    found = _capitals().get(load_actors().state_index.get(key_of(match[1]), "")) if match else None
    return CAPITAL.sub(found, words) if found else words


@cache
def _capitals() -> Mapping[str, str]:
    """The seat of government of each state."""
    return {state: seat.capitalize() for seat, state in reversed(list(load_actors().seats.items()))}


def rank_places(
    name: str, context: PlaceContext, qualifiers: tuple[str, ...] = (), kind: Precision | None = None
) -> list[tuple[float, Candidate]]:
    """The places of a name with their scores, best first; differences of scores are logarithms of odds."""
    around = context.around(name, _qualified(qualifiers), kind)
    scored = [(round(score(place, around), 3), place) for place in candidates_of(name)]
    return sorted(scored, key=lambda item: (-item[0], item[1].rank, -item[1].population, item[1].id))


@lru_cache(maxsize=1024)
def _qualified(qualifiers: tuple[str, ...]) -> frozenset[Area]:
    """Countries, and provinces of countries, that stand behind a name ("Alexandria, Minnesota")."""
    return frozenset().union(*map(areas_of, qualifiers))


def _supported(phrase: PlacePhrase, best: Candidate, context: PlaceContext) -> bool:
    """Whether a place can be meant: it is one that everybody knows, or the report speaks for its country."""
    if best.rank <= COUNTRY:
        return True
    doubtful = best.rank in (VILLAGE, DISTRICT) or best.alias or (phrase.kind == "site" and best.precision != "site")
    if not doubtful and fold(phrase.names[0]) not in load_place_words().direction:
        return True
    around = context.around(phrase.names[0], _qualified(phrase.names[1:]))
    told = {country for country, _ in around.said}
    if told:
        return best.country in told
    return around.share((best.country or "",)) > 0 or context.countries.get(best.country or "", 0.0) > 0


def _match(
    phrase: PlacePhrase, name: str, ranked: list[tuple[float, Candidate]], context: PlaceContext, *, exact: bool
) -> PlaceMatch:
    best = ranked[0][1]
    precision, label = _precision(phrase, name, best, exact=exact)
    latitude, longitude, radius = best.latitude, best.longitude, radius_of(best)
    if phrase.part and exact:
        latitude, longitude, radius = area_around(phrase.whole, best)
    read = PlaceRead(
        name=label, precision=precision, place=best.id, country=best.country,
        latitude=latitude, longitude=longitude, radius_km=radius,
    )  # fmt: skip
    rivals = tuple(Rival(ref=c.id, score=value) for value, c in ranked[1 : RIVALS + 1])
    around = context.around(name, _qualified(phrase.names[phrase.names.index(name) + 1 :]), phrase.kind)
    return PlaceMatch(read, best, rivals, reason_for(name, ranked, around))


def _precision(phrase: PlacePhrase, name: str, best: Candidate, *, exact: bool) -> tuple[Precision, str]:
    """How exactly the words fix the place, and what it is to be called."""
    if phrase.part and exact:
        wide = phrase.near or best.precision in ("country", "province", "region", "area", "sea")
        return ("area" if wide else "district"), phrase.label
    if phrase.kind == "site" and best.precision != "site":
        return "site", phrase.label
    if phrase.kind in ("district", "province") and best.precision == "town":
        return phrase.kind, phrase.label
    return best.precision, _canonical(name, best)


def _unlisted(phrase: PlacePhrase, around: Candidate | None) -> PlaceMatch:
    """A name that no gazetteer holds; its country is that of a listed place named beside it."""
    reason = f"{phrase.label!r} is in no gazetteer" + (f"; it is said to lie in {around.name}." if around else ".")
    return PlaceMatch(_bare(phrase, around.country if around else None), None, (), reason)


def _unsupported(phrase: PlacePhrase, ranked: list[tuple[float, Candidate]]) -> PlaceMatch:
    """A name that only small places bear, none of them where the report plays."""
    rivals = tuple(Rival(ref=c.id, score=value) for value, c in ranked[:RIVALS])
    reason = f"Only small places are named {phrase.names[0]!r}, and nothing in the report speaks for one of them."
    return PlaceMatch(_bare(phrase, None), None, rivals, reason)


def _bare(phrase: PlacePhrase, country: str | None) -> PlaceRead:
    last = phrase.label.rpartition(" ")[2].lower()
    precision: Precision = phrase.kind or load_place_words().kinds.get(last, "unknown")
    return PlaceRead(name=phrase.label, precision=precision, place=None, country=country)


def reason_for(name: str, ranked: list[tuple[float, Candidate]], around: Around) -> str:
    """One sentence that tells why the first of some ranked places is meant: what speaks most for it against the next."""
    best = ranked[0][1]
    if len(ranked) == 1:
        return f"The only place of the gazetteer named {name!r}."
    where = load_places().where(best)
    ahead = [
        (won - lost, feature)
        for (won, feature), (lost, _) in zip(
            weighed((*STATIC, *DYNAMIC), best, around), weighed((*STATIC, *DYNAMIC), ranked[1][1], around), strict=True
        )
    ]
    value, feature = max(ahead, key=lambda item: item[0])
    where = f" in {where}" if where else ""
    why = sentence_of(feature) if value > 0 else "it comes first by its kind and its size."
    return f"Of {len(ranked)} places named {name!r} the one{where} fits best: {why}"


def reason_of(place: Candidate, around: Around) -> str:
    """What in a report speaks most for a place, in words; empty where nothing does."""
    value, feature = max(weighed(DYNAMIC, place, around), key=lambda item: item[0])
    return sentence_of(feature) if value >= TELLING else ""


def _canonical(name: str, best: Candidate) -> str:
    if best.rank in (CODEBOOK, COUNTRY) or fold(best.name) == fold(name):
        return best.name if best.rank in (CODEBOOK, COUNTRY) else _plain(name)
    return _plain(name)


def _plain(name: str) -> str:
    """The words as written, without quotation marks and shouting."""
    name = re.sub(r"^(?:the|The)\s+|['\u2019]s$", "", name.strip(" \"\u201c\u201d'"))
    return name.title() if name.isupper() and len(name) > 3 else name


__all__ = ["PlaceContext", "PlaceMatch", "distance_km", "place_context", "rank_places", "reason_for", "resolve_place"]
