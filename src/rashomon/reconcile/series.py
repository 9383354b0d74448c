"""Which single incidents a series contains ("more than 100 attacks since mid-October"): told so, or fitting on all grounds.

A series is of a coarser kind: it is never joined with one incident, its figures stay its own, and it contains no series.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeAlias

from rashomon.codebook.actors import side_of
from rashomon.codebook.names import fold
from rashomon.model import Incident, Part, Precision
from rashomon.reconcile.answers import Told
from rashomon.reconcile.belonging import told_so

WIDE: frozenset[Precision] = frozenset({"country", "province", "region", "area", "sea", "unknown"})
OPEN = frozenset({"other", "armed_attack"})
"""Types that any attack can have."""
NEEDED = 2
"""Grounds that have to speak for it, where no report says so."""
SAYS_SO = "A report says so."
FALLS = "It falls in the days of the series."


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """One incident of the ledger, folded for comparing; `first` to `last` are its days, as far as they are known.

    `towns` are names of places fixed to a town or better, `wide` those of wider ones, `countries` their codes.
    """

    incident: Incident
    first: date | None
    last: date | None
    doers: frozenset[str]
    struck: frozenset[str]
    towns: frozenset[str]
    wide: frozenset[str]
    countries: frozenset[str]
    kinds: frozenset[str]


Ground: TypeAlias = Callable[[Facts, Facts], bool | None]
"""Looks at a series and an incident: True speaks for it, False forbids it, None says nothing."""


def doer(series: Facts, single: Facts) -> bool | None:
    """The same side is said to have done it."""
    return bool(series.doers & single.doers) if series.doers and single.doers else None


def target(series: Facts, single: Facts) -> bool | None:
    """The same was struck."""
    return True if series.struck & single.struck else None


def place(series: Facts, single: Facts) -> bool | None:
    """It lies where the series was."""
    if series.towns & (single.towns | single.wide) or series.wide & single.wide:
        return True
    if series.countries and single.countries and not series.countries & single.countries:
        return False
    if series.towns and single.towns:
        return False
    return True if not series.towns and series.countries & single.countries else None


def kind(series: Facts, single: Facts) -> bool | None:
    """It is of the kind of which the series is told."""
    return True if series.kinds & single.kinds else None


GROUNDS: tuple[Ground, ...] = (doer, target, place, kind)


def with_parts(incidents: Sequence[Incident], told: Mapping[str, Sequence[Told]]) -> tuple[Incident, ...]:
    """The incidents with the series that they belong to, and the series with what they contain."""
    facts = {incident.id: _facts(incident, told[incident.id]) for incident in incidents}
    parts: dict[str, list[Part]] = defaultdict(list)
    contained: dict[str, list[str]] = defaultdict(list)
    for series, single, part in sorted(_parts(facts, told), key=lambda found: found[:2]):
        parts[single].append(part)
        contained[series].append(single)
    return tuple(
        replace(
            incident,
            contains=tuple(contained.get(incident.id, ())),
            part_of=tuple(part.series for part in parts.get(incident.id, ())),
            parts=tuple(parts.get(incident.id, ())),
        )
        for incident in incidents
    )


def _parts(facts: Mapping[str, Facts], told: Mapping[str, Sequence[Told]]) -> Iterator[tuple[str, str, Part]]:
    said = told_so(told, {id for id, one in facts.items() if one.incident.series})
    for (series, single), evidence in said.items():
        found = facts[series], facts[single]
        if _covers(*found) is not False and not _tied(*found):
            reasons = (SAYS_SO, *(_sentences(*found) or ()))
            yield series, single, Part(series=series, basis="stated", reasons=reasons, evidence=tuple(evidence))
    for series, single in _candidates(facts):
        if (series, single) not in said and _fits(facts[series], facts[single]):
            grounds = _sentences(facts[series], facts[single]) or ()
            yield series, single, Part(series=series, basis="fits", reasons=(FALLS, *grounds))


def _candidates(facts: Mapping[str, Facts]) -> Iterator[tuple[str, str]]:
    """Each dated series with the single incidents of its days that share a side, a target or a town with it."""
    posted: dict[str, list[tuple[date, str]]] = defaultdict(list)
    for id, one in facts.items():
        if not one.incident.series and one.first and one.last:
            for key in _keys(one):
                posted[key].append((one.first, id))
    for id, one in facts.items():
        if one.incident.series and one.first and one.last and one.first < one.last:
            near = {single for key in _keys(one) for day, single in posted[key] if one.first <= day <= one.last}
            yield from ((id, single) for single in sorted(near))


def _keys(facts: Facts) -> frozenset[str]:
    return facts.doers | facts.struck | facts.towns | facts.wide


def _fits(series: Facts, single: Facts) -> bool:
    """Whether an incident falls in the days of a series, and enough speaks for its being one of it."""
    return bool(_covers(series, single)) and not _tied(series, single) and len(_grounds(series, single)) >= NEEDED


def _tied(series: Facts, single: Facts) -> bool:
    """Whether the one answers the other: nothing answers what it is a part of."""
    one, other = series.incident, single.incident
    return other.id in one.response_to or one.id in other.response_to


def _covers(series: Facts, single: Facts) -> bool | None:
    """Whether the days of an incident lie in those of a series; None where either has none."""
    if None in (single.first, single.last) or (series.first is None and series.last is None):
        return None
    first, last = single.first or date.min, single.last or date.max
    return (series.first or date.min) <= first and last <= (series.last or date.max)


def _grounds(series: Facts, single: Facts) -> tuple[Ground, ...]:
    """The grounds that speak for it; none where one forbids it. A wide place and a kind of attack are grounds in a war of any."""
    found = {ground: ground(series, single) for ground in GROUNDS}
    if False in found.values():
        return ()
    grounds = tuple(ground for ground, speaks in found.items() if speaks)
    if not {doer, target} & {*grounds} and not series.towns & single.towns:
        return ()
    return grounds


def _sentences(series: Facts, single: Facts) -> tuple[str, ...] | None:
    """The grounds in words; None where one forbids it."""
    if any(ground(series, single) is False for ground in GROUNDS):
        return None
    return tuple(ground.__doc__ or "" for ground in _grounds(series, single))


def _facts(incident: Incident, told: Sequence[Told]) -> Facts:
    actors = [actor for one in told for actor in one.incident.actors]
    struck = [actor for one in told for actor in one.incident.target_actors]
    first, last = _days(incident, told)
    return Facts(
        incident=incident,
        first=first,
        last=last,
        doers=frozenset(map(side_of, actors)),
        struck=frozenset(struck) | frozenset(map(side_of, struck)),
        towns=frozenset(fold(place.name) for place in incident.locations if place.precision not in WIDE),
        wide=frozenset(fold(p.name) for p in incident.locations if p.precision in ("province", "region", "area")),
        countries=frozenset(place.country for place in incident.locations if place.country),
        kinds=frozenset(m.type for one in told for m in one.incident.mentions) - OPEN,
    )


def _days(incident: Incident, told: Sequence[Told]) -> tuple[date | None, date | None]:
    """The days of an incident; a series up to now ends when it was told last."""
    first, last = incident.date.start, incident.date.end
    if incident.series and first is not None and last is None:
        last = max((one.report.published.end for one in told if one.report.published.end), default=None)
    return first, last
