"""One reported incident as the link stage compares it: facts folded for comparing, nothing more."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from rashomon.codebook.actors import load_actors, side_of
from rashomon.codebook.linking import load_linking
from rashomon.codebook.names import key_of
from rashomon.link.days import MonthDay, month_days
from rashomon.link.distance import Point, points_of
from rashomon.link.wording import UNWORDED, Wording, wordings
from rashomon.model import Member, Precision, Reading, Report, ReportedIncident, TimeInterval
from rashomon.vectors import Vectors

EXACT: frozenset[Precision] = frozenset({"site", "town", "district"})
"""Precisions at which two different names are two different places."""
WIDE: frozenset[Precision] = frozenset({"country", "area", "sea", "region", "unknown"})
PROPER_NAME = re.compile(r"(?<=[a-z,;:\u2019'\u201d\")] )(?:al-|el-|Al-|El-)?[A-Z][\w\u2019'-]+")
"""A capitalised word inside a sentence; the first word of one is capital for another reason."""
LEAD_SENTENCES = 4
"""Sentences at the head of a report whose names are those of its main incident."""
HEAD_SENTENCES, STEM = 6, 6
SHORTEST = 4
"""Letters of the shortest word that tells something."""
NAMES = frozenset({"person", "organisation", "armed_group", "military_unit", "location", "facility", "vehicle"})
"""Types of entities that bear proper names."""
CAST = frozenset({"person", "armed_group", "organisation", "party"})
WORDS = ("names", "around", "cast", "setting", "vocabulary")
"""The fields of a sighting that hold many words, which only comparing needs."""
NAMED_ALIKE = frozenset({"armed_group", "person", "agency", "outlet", "alliance", "monitor", "organisation", "party"})
"""Kinds of actors whose names say nothing of a place; a ministry's or a command's may."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """A reported incident with its report, folded.

    `exact` holds the names of places fixed to a site, town or district, `towns` those of them that a gazetteer knows
    as towns, `points` the degrees of what has any; `provinces` and `countries` are the wider ones. `days` are days of the year that its undated mentions name.
    `figures` are (outcome, low, high) of whole tolls told of it; `names` the proper names in the sentences that speak
    of it, less states, peoples, days and the codebook's actors; Of what the
    report is about, `around` holds the names of the whole report, `cast` its actors that are no state, `setting` its
    states, and `vocabulary` the words of its head. `wording` is how it is told.
    """

    member: Member
    published: TimeInterval
    incident: ReportedIncident
    exact: frozenset[str]
    towns: frozenset[str]
    points: frozenset[Point]
    provinces: frozenset[str]
    countries: frozenset[str]
    days: frozenset[MonthDay]
    initiators: frozenset[str]
    sides: frozenset[str]
    targets: frozenset[str]
    weapons: frozenset[str]
    figures: frozenset[tuple[str, int | None, int | None]]
    names: frozenset[str]
    around: frozenset[str]
    cast: frozenset[str]
    setting: frozenset[str]
    vocabulary: frozenset[str]
    wording: Wording = UNWORDED


def sightings(
    reports: Mapping[str, Report], readings: Sequence[Reading], vectors: Vectors | None = None
) -> tuple[Sighting, ...]:
    """Every reported incident that is told as having happened, in a stable order; without `vectors`, by words alone."""
    found: list[Sighting] = []
    for reading in sorted(readings, key=lambda reading: reading.report):
        report = reports[reading.report]
        told = [incident for incident in reading.incidents if incident.reality in ("happened", "denied")]
        worded = wordings(report, reading, told, vectors)
        found += [_sighting(report, reading, *pair) for pair in zip(told, worded, strict=True)]
    return tuple(found)


def lean(sighting: Sighting) -> Sighting:
    """A sighting without its mentions: where its words stand is not compared, and would be most of what is held."""
    return replace(sighting, incident=replace(sighting.incident, mentions=()))


def bare(sighting: Sighting) -> Sighting:
    """A sighting with what the rules of `barriers` look at, and without the many words that only comparing needs."""
    none: dict[str, Any] = dict.fromkeys(WORDS, frozenset())
    return replace(sighting, **none, wording=UNWORDED)


def _sighting(report: Report, reading: Reading, incident: ReportedIncident, wording: Wording) -> Sighting:
    figures = frozenset(
        (f.outcome, f.low, f.high)
        for f in reading.figures
        if f.incident == incident.id and not f.partial and (f.low, f.high) != (None, None)
    )
    return Sighting(
        member=Member(reading.report, incident.id),
        published=report.published,
        incident=incident,
        exact=frozenset(fold(place.name) for place in incident.locations if place.precision in EXACT),
        towns=frozenset(fold(p.name) for p in incident.locations if p.precision == "town" and p.place),
        points=points_of(incident.locations),
        provinces=frozenset(fold(place.name) for place in incident.locations if place.precision == "province"),
        countries=frozenset(place.country for place in incident.locations if place.country),
        days=frozenset() if incident.date.known else month_days(incident),
        initiators=frozenset(incident.actors),
        sides=frozenset(side_of(actor) for actor in incident.actors),
        targets=frozenset(incident.target_actors) | words(incident.targets),
        weapons=words(incident.weapons),
        figures=figures,
        names=_names(reading, incident),
        around=_around(reading) if incident.main else frozenset(),
        cast=_cast(report, reading) if incident.main else frozenset(),
        setting=_setting(reading) if incident.main else frozenset(),
        vocabulary=_vocabulary(reading) if incident.main else frozenset(),
        wording=wording,
    )


def _spoken(reading: Reading, incident: ReportedIncident) -> list[str]:
    triggers = [piece for mention in incident.mentions for piece in mention.trigger]
    return [s.text for s in reading.sentences if any(s.covers(piece) for piece in triggers)]


def _names(reading: Reading, incident: ReportedIncident) -> frozenset[str]:
    spoken = _spoken(reading, incident)
    if incident.main:
        spoken += [s.text for s in reading.sentences[:LEAD_SENTENCES]]
    placed = {word for name in incident.places for word in fold(name).split() if name[:1].isupper()}
    return _proper(spoken) | frozenset(filter(_tells, placed))


def _proper(texts: Iterable[str]) -> frozenset[str]:
    found = {part for text in texts for match in PROPER_NAME.finditer(text) for part in _parts(match.group())}
    return frozenset(filter(_tells, found))


def _tells(name: str) -> bool:
    return len(name) >= SHORTEST and name not in load_linking().common and not _is_common(name)


def _around(reading: Reading) -> frozenset[str]:
    named = (e.span.text for e in reading.entities if e.type in NAMES)
    found = {part for text in named for part in _parts(text) if text[:1].isupper()}
    return _proper(s.text for s in reading.sentences) | frozenset(filter(_tells, found))


def _cast(report: Report, reading: Reading) -> frozenset[str]:
    """The actors of a report that are no state, no body of one and no medium."""
    book = load_actors().by_id
    refs = {m.ref for m in reading.mentions if m.kind == "actor" and m.ref}
    return frozenset(ref for ref in refs if (actor := book.get(ref)) is not None and actor.kind in CAST)


def _setting(reading: Reading) -> frozenset[str]:
    """The states that a report names, as sides."""
    book = load_actors().by_id
    sides = (side_of(m.ref) for m in reading.mentions if m.kind == "actor" and m.ref)
    return frozenset(side for side in sides if (actor := book.get(side)) is not None and actor.kind == "state")


def _vocabulary(reading: Reading) -> frozenset[str]:
    """The longer words of the head of a report, cut short so that their endings don't matter."""
    head = " ".join(s.text for s in reading.sentences[:HEAD_SENTENCES])
    return frozenset(word[:STEM] for word in fold(head).split() if len(word) > SHORTEST)


def _parts(name: str) -> list[str]:
    """The folded words of a capitalised word: "Kabul's" is Kabul, "Iranian-backed" falls apart."""
    return fold(re.sub(r"['\u2019]s$", "", name)).split()


@cache
def _is_common(name: str) -> bool:
    """A state, a seat of government, a day or an actor of the codebook: they turn up in reports of any incident."""
    book, listed = load_actors(), load_linking()
    key = key_of(name)
    known = key in book.state_index or key in book.seats or key in book.alias_index
    return known or name in listed.calendar or name in listed.titles or name in _actor_words()


@cache
def _actor_words() -> frozenset[str]:
    actors = (actor for actor in load_actors().by_id.values() if actor.kind in NAMED_ALIKE)
    names = (name for actor in actors for name in (actor.name, *actor.aliases))
    return frozenset(word for name in names for word in fold(name).split())


def fold(name: str) -> str:
    """A place name without case, diacritics, hyphens and the article that transliterations differ in."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"\b(?:al|el|ul|ain|the)\b|[^a-z0-9]+", " ", plain).strip().replace("  ", " ")


def words(names: Iterable[str]) -> frozenset[str]:
    """The telling words of some names: those that say who or what, not what kind of place or people."""
    found = {word for name in names for word in fold(name).split() if len(word) >= SHORTEST}
    return frozenset(found - load_linking().common - load_linking().people)
