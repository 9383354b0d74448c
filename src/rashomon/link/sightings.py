"""One reported incident as the link stage compares it: facts folded for comparing, nothing more."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from rashomon.codebook.actors import load_actors, side_of
from rashomon.codebook.names import key_of
from rashomon.model import Member, Precision, Reading, Report, ReportedIncident

EXACT: frozenset[Precision] = frozenset({"site", "town", "district"})
"""Precisions at which two different names are two different places."""
WIDE: frozenset[Precision] = frozenset({"country", "area", "sea", "region", "unknown"})
COMMON_WORDS = frozenset(
    "the and for from with near base bases city town village airport province governorate district area region "
    "north south east west northern southern eastern western central site sites area areas positions".split()
)
PROPER_NAME = re.compile(r"(?<=[a-z,;:\u2019'\u201d\")] )(?:al-|el-|Al-|El-)?[A-Z][\w\u2019'-]+")
"""A capitalised word inside a sentence; the first word of one is capital for another reason."""
CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september "
    "october november december".split()
)
TITLES = frozenset(
    "twitter telegram facebook president minister general colonel major captain admiral prime secretary spokesman "
    "spokesperson spokeswoman ministry security state defense defence foreign council court human rights street backed "
    "aligned affiliated linked church mosque hospital university hotel international united national central command".split()
)
LEAD_SENTENCES = 4
"""Sentences at the head of a report whose names are those of its main incident."""
NAMED_ALIKE = frozenset({"armed_group", "person", "agency", "outlet", "alliance", "monitor", "organisation", "party"})
"""Kinds of actors whose names say nothing of a place; a ministry's or a command's may."""
PEOPLE = frozenset("people civilians fighters soldiers forces troops police children women men militants".split())


@dataclass(frozen=True, slots=True)
class Sighting:
    """A reported incident with its report, folded.

    `exact` holds the names of places fixed to a site, town or district, `towns` those of them that a gazetteer knows
    as towns; `provinces` and `countries` are the wider ones.
    `figures` are (outcome, low, high) of whole tolls told of it; `names` the proper names in the sentences that speak
    of it, less states, peoples, days and the codebook's actors.
    """

    member: Member
    report: Report
    incident: ReportedIncident
    exact: frozenset[str]
    towns: frozenset[str]
    provinces: frozenset[str]
    countries: frozenset[str]
    initiators: frozenset[str]
    sides: frozenset[str]
    targets: frozenset[str]
    figures: frozenset[tuple[str, int | None, int | None]]
    names: frozenset[str]


def sightings(reports: Mapping[str, Report], readings: Sequence[Reading]) -> tuple[Sighting, ...]:
    """Every reported incident that is told as having happened, in a stable order."""
    found = []
    for reading in sorted(readings, key=lambda reading: reading.report):
        for incident in reading.incidents:
            if incident.reality in ("happened", "denied"):
                found.append(_sighting(reports[reading.report], reading, incident))
    return tuple(found)


def _sighting(report: Report, reading: Reading, incident: ReportedIncident) -> Sighting:
    figures = frozenset(
        (f.outcome, f.low, f.high)
        for f in reading.figures
        if f.incident == incident.id and not f.partial and (f.low, f.high) != (None, None)
    )
    return Sighting(
        member=Member(reading.report, incident.id),
        report=report,
        incident=incident,
        exact=frozenset(fold(place.name) for place in incident.locations if place.precision in EXACT),
        towns=frozenset(fold(p.name) for p in incident.locations if p.precision == "town" and p.place),
        provinces=frozenset(fold(place.name) for place in incident.locations if place.precision == "province"),
        countries=frozenset(place.country for place in incident.locations if place.country),
        initiators=frozenset(incident.actors),
        sides=frozenset(side_of(actor) for actor in incident.actors),
        targets=frozenset(incident.target_actors) | words(incident.targets),
        figures=figures,
        names=_names(report, reading, incident),
    )


def _names(report: Report, reading: Reading, incident: ReportedIncident) -> frozenset[str]:
    triggers = [piece for mention in incident.mentions for piece in mention.trigger]
    spoken = [s.text for s in reading.sentences if any(s.covers(piece) for piece in triggers)]
    if incident.main:
        spoken += [s.text for s in reading.sentences[:LEAD_SENTENCES]]
    found = {part for text in spoken for match in PROPER_NAME.finditer(text) for part in _parts(match.group())}
    found |= {word for name in incident.places for word in fold(name).split() if name[:1].isupper()}
    return frozenset(name for name in found if len(name) >= 4 and name not in COMMON_WORDS and not _is_common(name))


def _parts(name: str) -> list[str]:
    """The folded words of a capitalised word: "Kabul's" is Kabul, "Iranian-backed" falls apart."""
    return fold(re.sub(r"['\u2019]s$", "", name)).split()


@cache
def _is_common(name: str) -> bool:
    """A state, a seat of government, a day or an actor of the codebook: they turn up in reports of any incident."""
    book = load_actors()
    key = key_of(name)
    listed = key in book.state_index or key in book.seats or key in book.alias_index
    return listed or name in CALENDAR or name in TITLES or name in _actor_words()


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
    found = {word for name in names for word in fold(name).split() if len(word) >= 4}
    return frozenset(found - COMMON_WORDS - PEOPLE)
