"""Lines that say who wrote, sent or printed a report and when: read part by part, and only where every part is understood."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from rashomon.codebook.furniture import furniture
from rashomon.codebook.outlets import Outlet, outlet_named
from rashomon.ingest.dates import Written, find_date
from rashomon.ingest.gazetteer import known_place
from rashomon.ingest.page import Clue
from rashomon.model import FieldName

LABEL = re.compile(
    r"[-\u2013\u2014(\[* ]{0,4}(?:"
    r"(?P<published>(?:first )?(?:posted|published|released|issued|filed)|publication date|publish(?:ed)? date|date published|pub\.? date"
    r"|date|dated|created)"
    r"|(?P<modified>(?:last |latest )?(?:updated?|modified|edited|changed)|last change|date modified|modified date)"
    r"|(?P<by>by|byline|authors?|(?:written|posted|published|reported) by)"
    r"|(?P<source>sources?|courtesy(?: of)?|via|credits?|agenc(?:y|ies)|originally published (?:by|in|on)|with (?:additional )?(?:inputs?|reporting|reports) (?:from|by)"
    r"|distributed by|first appeared (?:in|on))"
    r")(?:(?<=ed)\s+(?:on|at))?(?:\s*[:|]|\s*[-\u2013\u2014]\s|\s|$)\s*",
    re.IGNORECASE,
)
NOISE = re.compile(
    r"\b\d{1,2}[:.]\d\d(?::\d\d)?(?:\s?[ap]\.?\s?m\b\.?)?|\b\d{1,4}\s?(?:hrs?|hours|h)\b"
    r"|\b\d{1,2}\s?[ap]\.?m\b\.?|\b(?:about\s)?\d{1,2}[\s-]?(?:min|mins|minutes?)\b(?:\s?(?:read|to read))?|\b(?:for\s)?immediate release\b"
    r"|(?:\bUTC|\bGMT)(?:\s?[+-]\d{1,2}(?::?\d\d)?)?|(?-i:\b(?:[ECMPB][SD]T|CES?T|EES?T|[WI]ST|AE[SD]T|PKT|AFT|IRST|GST|MSK|KSA|WAT|CAT|EAT|SAST|JST|HKT|SGT|ET|PT|Z)\b)|\b(?:local|moscow|kabul|tehran) time\b"
    r"|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b",
    re.IGNORECASE,
)
SEPARATOR = re.compile(
    r"\s*[|\u2022\u00b7,;/()\[\]\u2013\u2014\u00a9*]+\s*|\s+-+\s+|^-+\s*|\s*-+$|\s+(?:and|&)\s+", re.IGNORECASE
)
AFTER_BY = re.compile(r"\s+(?:for|with|in|at|of)\s+")
EDGES = re.compile(r"\A(?:at|on)\b|\b(?:at|on)\Z", re.IGNORECASE)
NO_NAME = re.compile(
    r"\b(?:the|a|an|of|to|this|that|in|on|by|was|were|is|are|has|have|had|how|what|who|as|or|not|there|their|its|it|be|been|will|would|against|according|from"
    r"|killed|dead|attacks?|strikes?|says?|said|told)\b",
    re.IGNORECASE,
)
PERSON = re.compile(
    r"(?:[A-Z\u00c0-\u017f][\w'\u2019.\-]*|(?:al|el|de|van|von|bin|da|du|la)\b-?)(?:[ \xa0](?:[A-Z\u00c0-\u017f][\w'\u2019.\-]*|(?:al|el|de|van|von|bin|da|du|la)\b)){1,4}"
)
LABELLED = re.compile(
    r"\b(?:(?P<modified>(?:last )?(?:updated?|modified|edited))|(?P<published>posted|published))\b", re.IGNORECASE
)
LABEL_REACH = 40
Kind = Literal["published", "modified", "by", "source", ""]


@dataclass(slots=True)
class Credit:
    """A credit line as understood: its label, dates each with whether it tells a change, and the names in it."""

    label: Kind = ""
    dates: list[tuple[Written, bool]] = field(default_factory=list)
    outlets: list[Outlet] = field(default_factory=list)
    people: list[str] = field(default_factory=list)
    desks: list[str] = field(default_factory=list)
    empty: bool = False

    @property
    def strong(self) -> bool:
        """Whether the line is a credit by itself, not only a name beside one."""
        return bool(self.label or self.dates or self.outlets or self.desks)


def read_credit(text: str) -> Credit | None:
    """What a line credits, or None where some part of it is not understood (then it is no credit line)."""
    credit, rest = Credit(), text
    label = LABEL.match(text)
    if label is not None:
        credit.label = next(kind for kind in ("published", "modified", "by", "source") if label[kind])
        rest = text[label.end() :]
        if label["published"] or label["modified"]:
            rest = rest.removeprefix("on ").removeprefix("at ")
    rest = _take_dates(text, len(text) - len(rest), credit)
    parts = SEPARATOR.split(NOISE.sub(" ", rest))
    if credit.label == "by":
        parts = [piece for part in parts for piece in AFTER_BY.split(part)]
    for part in parts:
        words = EDGES.sub("", re.sub(r"\s+", " ", part).strip(" .:-")).strip(" .:-")
        if words and not _understood(words, credit):
            return None
    credit.empty = not (credit.dates or credit.outlets or credit.people or credit.desks)
    if credit.empty and not (credit.label == "source" or (credit.label and NOISE.search(text))):
        return None
    return credit


def _take_dates(text: str, start: int, credit: Credit) -> str:
    """Take the dates out of a line; each is a change where "updated" stands nearest before it."""
    pieces, position = [], start
    while (written := find_date(text, position)) is not None:
        before = [match for match in LABELLED.finditer(text, max(0, written.start - LABEL_REACH), written.start)]
        changed = before[-1]["modified"] is not None if before else credit.label == "modified"
        credit.dates.append((written, changed))
        pieces.append(text[position : written.start])
        position = written.end
    pieces.append(text[position:])
    joined = " | ".join(pieces)
    return LABELLED.sub(" ", joined) if credit.dates else joined


def _understood(part: str, credit: Credit) -> bool:
    outlet = outlet_named(part)
    if outlet is not None:
        credit.outlets.append(outlet)
    elif furniture().desk.fullmatch(part):
        credit.desks.append(part)
    elif part.lower() in ("agencies", "wires", "wire services", "the", "by"):
        pass
    elif (split := _with_agency(part)) is not None:
        name, agency = split
        credit.outlets.append(agency)
        (credit.people if _is_person(name, credit) else credit.desks).append(name)
    elif (credit.dates or credit.people) and credit.label in ("", "by") and len(part) <= 50 and known_place(part):
        pass  # the place that an official text is dated from, or that somebody writes from
    elif _is_person(part, credit):
        credit.people.append(part)
    else:
        return False
    return True


def _is_person(words: str, credit: Credit) -> bool:
    """Whether words can be a name; without "by" before it, one of two or three words that are not all capitals."""
    if not PERSON.fullmatch(words) or len(words) > 50 or NO_NAME.search(words):
        return False
    return credit.label == "by" or (words.count(" ") <= 2 and not words.isupper())


def _with_agency(part: str) -> tuple[str, Outlet] | None:
    """A name and the agency behind it, as in "Staff Reuters"."""
    words = part.split(" ")
    for cut in range(max(1, len(words) - 3), len(words)):
        agency, name = outlet_named(" ".join(words[cut:])), " ".join(words[:cut])
        if agency is not None and agency.agency and (PERSON.fullmatch(name) or furniture().desk.fullmatch(name)):
            return name, agency
    return None


def names_in(words: str) -> Iterator[Outlet]:
    """The agencies and outlets named in a short list such as "AFP/Reuters" or "AP and dpa"; nothing where one is unknown."""
    parts = [part.strip(" .") for part in re.split(r"\s*[/,;&]\s*|\s+and\s+", words)]
    found = [outlet_named(part) for part in parts if part]
    if all(found):
        yield from (outlet for outlet in found if outlet is not None)


def outlet_like(words: str, *, words_only: bool = False) -> bool:
    """Whether a name that is not in the codebook looks like an outlet: "ABCD", "Northern Herald"."""
    names = words.split()
    if names[-1].casefold() in furniture().outlet_words and len(names) < 6 and all(name[0].isupper() for name in names):
        return names[0] not in ("In", "A", "An", "On", "Read", "More", "Watch", "See")
    return not words_only and re.fullmatch(r"[A-Z]{3,8}", words.strip()) is not None


def credited(words: str, start: int, basis: str) -> list[Clue]:
    """Clues to the agencies and outlets that words at `start` name; what the codebook does not know names an outlet."""
    end, outlets = start + len(words), list(names_in(words))
    if not outlets:
        return [Clue(field="outlet", value=words.strip(), basis=basis, start=start, end=end)]
    return [
        Clue(field=outlet_field(outlet), value=outlet.name, basis=basis, start=start, end=end) for outlet in outlets
    ]


def outlet_field(outlet: Outlet) -> FieldName:
    """What naming an outlet tells: an agency is credited, any other outlet is the publisher."""
    return "agency" if outlet.agency else "outlet"
