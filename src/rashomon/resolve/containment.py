"""Where a text says that a named place lies: "Springfield, Ohio", "Hilla, the capital of Babil province", "Iraq's Anbar"."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

from rashomon.codebook.actors import load_actors
from rashomon.codebook.names import fold, key_of
from rashomon.codebook.place_words import load_place_words
from rashomon.codebook.places import COUNTRY, DISTRICT, PROVINCE, load_places
from rashomon.model import Span

LONGEST_GAP = 60
"""Characters between a place and what it lies in."""
Area = tuple[str, str | None]
Said = Mapping[str, frozenset[Area]]
"""By folded name: the countries (province None) and provinces that the text puts it in."""


def said_of(text: str, toponyms: Sequence[Span]) -> dict[str, frozenset[Area]]:
    """What a text says of where its toponyms lie; in one report a name lies in one place, wherever it is told."""
    found: dict[str, set[Area]] = defaultdict(set)
    for inner, outer in _pairs(text, toponyms):
        areas = areas_of(outer.text)
        if areas:
            found[fold(inner.text)] |= areas
    return {name: frozenset(areas) for name, areas in found.items()}


def areas_of(name: str) -> frozenset[Area]:
    """The countries, and provinces of countries, that a name can mean; empty for a town alone."""
    book = load_places()
    state = load_actors().state_index.get(key_of(name))
    if state is not None:
        return frozenset({(load_actors().by_id[state].country or "", None)})
    found: set[Area] = set()
    for place in book.find(name):
        if place.country is not None and (place.rank in (COUNTRY, PROVINCE) or place.precision == "province"):
            found.add((place.country, place.province if place.rank != COUNTRY else None))
        elif place.country is not None and place.rank == DISTRICT and not place.alias:
            found.add((place.country, place.province))
    return frozenset(found)


def _pairs(text: str, toponyms: Sequence[Span]) -> Iterator[tuple[Span, Span]]:
    """Places with the wider one that stands right behind or, as an owner, right before them."""
    ordered = sorted(toponyms)
    for position, (left, right) in enumerate(pairwise(ordered)):
        if right.start - left.end > LONGEST_GAP or right.start < left.end:
            continue
        gap = text[left.end : right.start]
        if _inside().fullmatch(gap):
            yield left, right
            # "Marfa, Presidio County, Texas": the last holds the first too.
            after = ordered[position + 2] if position + 2 < len(ordered) else None
            if after is not None and text[right.end : after.start] == ", ":
                yield left, after
        elif _owner().fullmatch(gap):
            yield right, left


@cache
def _inside() -> re.Pattern[str]:
    """What may stand between a place and the wider one that it lies in."""
    return re.compile("|".join(load_place_words().inside))


@cache
def _owner() -> re.Pattern[str]:
    """What may stand between a wider place and the one that lies in it."""
    return re.compile("|".join(load_place_words().owner))
