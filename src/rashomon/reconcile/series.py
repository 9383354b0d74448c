"""Which single incidents a series contains ("more than 100 attacks since mid-October"): told so, or fitting.

A series is of a coarser kind: it is never joined with one incident, its figures stay its own, and it contains no series.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from heapq import merge
from itertools import groupby, islice

from rashomon.model import Evidence, Incident, SeriesPart
from rashomon.reconcile.grounds import GROUNDS, Facts, Ground, covers, doer, target

MOST = 3
"""Series that an incident belongs to without a report's saying so: the shortest that fit, which say the most of it."""
MONTH = 32
"""Days from the first of a month that lead into the next."""
NEEDED = 2
"""Grounds that have to speak for it, where no report says so."""
SAYS_SO = "A report says so."
FALLS = "It falls in the days of the series."


def with_parts(
    incidents: Sequence[Incident], alone: Mapping[str, Facts], said: Mapping[tuple[str, str], Sequence[Evidence]]
) -> tuple[Incident, ...]:
    """The incidents with the series that they belong to, and the series with what they contain.

    `alone` are their facts, before any is known to answer another; `said` are the words that put an incident into a series,
    by the ids of the series and of the incident.
    """
    facts = {i.id: replace(alone[i.id], answers=i.response_to) if i.response_to else alone[i.id] for i in incidents}
    parts: dict[str, list[SeriesPart]] = defaultdict(list)
    contained: dict[str, list[str]] = defaultdict(list)
    for series, single, part in sorted(_parts(facts, said), key=lambda found: found[:2]):
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


def _parts(
    facts: Mapping[str, Facts], said: Mapping[tuple[str, str], Sequence[Evidence]]
) -> Iterator[tuple[str, str, SeriesPart]]:
    for (series, single), evidence in said.items():
        found = facts[series], facts[single]
        if covers(*found) is not False and not _tied(*found):
            reasons = (SAYS_SO, *(_sentences(*found) or ()))
            yield series, single, SeriesPart(series=series, basis="stated", reasons=reasons, evidence=tuple(evidence))
    for lone, near in _candidates(facts):
        fitting = (one for one in near if (one.id, lone.id) not in said and _fits(one, lone))
        for whole in islice(fitting, MOST):
            part = SeriesPart(series=whole.id, basis="fits", reasons=(FALLS, *(_sentences(whole, lone) or ())))
            yield whole.id, lone.id, part


def _candidates(facts: Mapping[str, Facts]) -> Iterator[tuple[Facts, Iterator[Facts]]]:
    """Each dated single incident with the series of its month that share a side, a target or a place with it, the shortest first."""
    posted: dict[tuple[str, str], list[Facts]] = defaultdict(list)
    for one in sorted((one for one in facts.values() if one.series), key=_length):
        for month in _months(one):
            for key in _keys(one):
                posted[key, month].append(one)
    for id in sorted(facts):
        single = facts[id]
        if not single.series and single.first is not None:
            shelves = [posted.get((key, single.first.isoformat()[:7]), ()) for key in sorted(_keys(single))]
            yield single, (one for one, _ in groupby(merge(*shelves, key=_length)))


def _length(series: Facts) -> tuple[int, str]:
    """How many days a series is told over, then its id."""
    days = (series.last - series.first).days if series.first and series.last else 0
    return days, series.id


def _months(series: Facts) -> Iterator[str]:
    """The months of a series that is told over more than a day."""
    if series.first is None or series.last is None or series.first >= series.last:
        return
    month = series.first.replace(day=1)
    while month <= series.last:
        yield month.isoformat()[:7]
        month = (month + timedelta(days=MONTH)).replace(day=1)


def _keys(facts: Facts) -> frozenset[str]:
    return facts.doers | facts.struck | facts.towns | facts.wide


def _fits(series: Facts, single: Facts) -> bool:
    """Whether an incident falls in the days of a series, and enough speaks for its being one of it."""
    return bool(covers(series, single)) and not _tied(series, single) and len(_grounds(series, single)) >= NEEDED


def _tied(series: Facts, single: Facts) -> bool:
    """Whether the one answers the other: nothing answers what it is a part of."""
    return single.id in series.answers or series.id in single.answers


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
