"""A place phrase taken apart: the names in it from small to large, the kind it says it is, and whether it means a part."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rashomon.codebook.actors import load_actors
from rashomon.codebook.names import Word, fold, key_of, words_in
from rashomon.codebook.place_words import load_place_words
from rashomon.codebook.places import load_places
from rashomon.model import Precision

LONGEST_NAME = 6
LEAD = re.compile(
    r"^(?:(?:in|at|on|from|to|into|inside|within|across|through|throughout|of|the|a|an|its|their|his|town|there|nearby"
    r"|and|both|whole)\s+)+",
    re.IGNORECASE,
)
OF_KIND = re.compile(r"^(?P<lead>(?:[a-z][\w-]*\s+){0,4}?)(?P<kind>[a-z]+)\s+of\s+(?=(?:the\s+)?[A-Z\u00c0-\u024f])")
"""The "eastern port city of" in front of a name: it tells the kind, and where in the country the place lies, no part of it."""
NEAR = re.compile(
    r"^(?:near|outside|around|off|along|close to|next to|not far from|some|about|roughly|between|beside|bordering|towards?"
    r"|(?:just\s+)?(?:\d[\d.,]*\s*(?:-\s*)?(?:km|kilomet(?:er|re)s?|miles?|meters?|metres?)|(?:a few|several|dozens of|hundreds of)\s+\w+)"
    r"(?:\s+\([^)]*\))?|(?:to the\s+)?(?:north|south|east|west)[\s-]*(?:east|west)?(?:ern)?(?:\s+(?:of|from))|away from|from|border with|the border with|the)\s+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PlacePhrase:
    """What a phrase says: `names` from the smallest named place to what it is said to lie in, best name first.

    `label` is the phrase for users, `kind` the precision that a noun gives ("province", "air base"); `part` tells that a
    part of the named place is meant ("eastern Syria"), `near` that something beside it is. `whole` are its words.
    """

    whole: str
    label: str
    names: tuple[str, ...]
    kind: Precision | None
    part: bool
    near: bool


@lru_cache(maxsize=4096)
def parse_place(words: str) -> PlacePhrase:
    """A place phrase taken apart; a phrase without a name has its own words as its only name."""
    text = " ".join(words.split()).strip(' ,.;:()"\u201c\u201d')
    text = text if load_places().knows(text) else LEAD.sub("", text)
    rest, near = _without_near(text)
    rest, told = _without_kind(LEAD.sub("", rest) if near else rest)
    text = text if near or rest == text else LEAD.sub("", rest)
    rest, part = _without_direction(rest)
    names, kind = _whole(rest) or _names_in(rest)
    label, kind = _label(text), told or kind
    return PlacePhrase(words, label or words, names or ((rest,) if rest else (words,)), kind, part or near, near)


def _label(text: str) -> str:
    """The phrase up to what its smallest place is said to lie in, without marks at its ends."""
    head = re.split(r",| in (?:the )?(?=[\w\s-]*[A-Z])|\s\(", text, maxsplit=1)[0]
    head = re.sub(r"^(?:the|The)\s+|['\u2019]s$", "", head.strip(' ,.;:"\u201c\u201d'))
    head = re.sub('["\u201c\u201d]', "", head)
    return head.title() if head.isupper() and len(head) > 4 else head


def _without_near(text: str) -> tuple[str, bool]:
    near = False
    while match := NEAR.match(text):
        near = near or match.group().strip().lower() != "the"
        text = text[match.end() :]
    return text, near


def _without_kind(text: str) -> tuple[str, Precision | None]:
    match = OF_KIND.match(text)
    kind = load_place_words().kinds.get(match["kind"]) if match else None
    return (text[match.end() :], kind) if match and kind else (text, None)


def _without_direction(text: str) -> tuple[str, bool]:
    part = False
    if load_places().knows(text.split(",")[0]):
        return text, False
    while text.partition(" ")[0].lower() in load_place_words().direction and " " in text:
        text, part = text.partition(" ")[2], True
    return text.removeprefix("of ").removeprefix("part of "), part


def _whole(text: str) -> tuple[tuple[str, ...], Precision | None] | None:
    """The words as one name of several words, where a place bears it whole ("Kanawha County", "Elbow Lake")."""
    if " " not in text or "," in text or not text[0].isupper() or not load_places().find_all(text):
        return None
    return (text,), load_place_words().kinds.get(fold(text).rpartition(" ")[2])


def _names_in(text: str) -> tuple[tuple[str, ...], Precision | None]:
    """Names of the gazetteer left to right, longest first, those that own the others last ("Iraq's Anbar province").

    A capitalised name before the first of them leads them.
    """
    words = words_in(text)
    names: list[str] = []
    owners: list[str] = []
    kind: Precision | None = None
    position = 0
    while position < len(words):
        size = _known_at(text, words, position)
        if size:
            name = text[words[position].start : words[position + size - 1].end]
            bare = re.sub(r"['\u2019]s$", "", name)
            if bare != name and position + size < len(words):
                owners.append(bare)
            else:
                names.append(bare)
                kind = kind or (_kind_beside(words, position, size) if len(names) == 1 else None)
            position += size
            continue
        size, own_kind = _unknown_at(words, position)
        if size and not names:
            names.append(re.sub(r"['\u2019]s$", "", text[words[position].start : words[position + size - 1].end]))
            kind = own_kind
        position += max(size, 1)
    return (*names, *owners), kind


def _known_at(text: str, words: Sequence[Word], position: int) -> int:
    book, states = load_places(), load_actors().state_index
    if not words[position].text[0].isupper() and not words[position].text[0].isdigit():
        return 0
    for size in book.sizes_at(text, words, position, LONGEST_NAME):
        stretch = text[words[position].start : words[position + size - 1].end]
        if "," in stretch or (size == 1 and key_of(stretch) in states and not book.find_listed(stretch)):
            continue
        if size > 1 or len(fold(stretch)) > 2:
            return size
    return 0


def _unknown_at(words: Sequence[Word], position: int) -> tuple[int, Precision | None]:
    """The length of a run of capitalised words that no gazetteer holds, and the kind that a noun beside it gives."""
    size = 0
    while position + size < len(words) and (words[position + size].text[0].isupper()) and size < LONGEST_NAME:
        if key_of(words[position + size].text) in load_actors().state_index:
            break
        size += 1
    return (size, _kind_beside(words, position, size)) if size else (0, None)


def _kind_beside(words: Sequence[Word], position: int, size: int) -> Precision | None:
    """The kind that the noun after a name gives ("Hilla district"), or one before it ("the district of Hilla")."""
    kinds = load_place_words().kinds
    after = [word.folded for word in words[position + size : position + size + 3]]
    for length in (3, 2, 1):
        kind = kinds.get(" ".join(after[:length])) if len(after) >= length else None
        if kind is not None:
            return kind
    last = kinds.get(words[position + size - 1].folded) if size > 1 else None
    before = [word.folded for word in words[max(0, position - 2) : position]]
    return last or (
        kinds.get(before[0])
        if len(before) == 2 and before[1] in ("of", "the")
        else kinds.get(before[-1])
        if before
        else None
    )
