"""What speaks for an incident's being one of a series: a table of grounds, each a named rule with one sentence for users."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from rashomon.codebook.actors import side_of
from rashomon.codebook.names import fold
from rashomon.model import Incident, Precision
from rashomon.reconcile.answers import Told

WIDE: frozenset[Precision] = frozenset({"country", "province", "region", "area", "sea", "unknown"})
OPEN = frozenset({"other", "armed_attack"})
"""Types that any attack can have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """One incident of the ledger, folded for comparing; `first` to `last` are its days, as far as they are known.

    `towns` are names of places fixed to a town or better, `wide` those of wider ones, `countries` their codes. `answers`
    are the incidents that it answers, once that is known.
    """

    id: str
    series: bool
    first: date | None
    last: date | None
    doers: frozenset[str]
    struck: frozenset[str]
    towns: frozenset[str]
    wide: frozenset[str]
    countries: frozenset[str]
    kinds: frozenset[str]
    answers: tuple[str, ...] = ()


Ground: TypeAlias = Callable[[Facts, Facts], bool | None]
"""Looks at a series and an incident: True speaks for it, False forbids it, None says nothing."""


def doer(series: Facts, single: Facts) -> bool | None:
    """The same side is said to have done it."""
    return bool(series.doers & single.doers) if series.doers and single.doers else None


def target(series: Facts, single: Facts) -> bool | None:
    """The same was struck."""
    return True if series.struck & single.struck else None


def turned(series: Facts, single: Facts) -> bool | None:
    """Nobody who strikes here was struck there."""
    return False if series.struck & single.doers or series.doers & single.struck else None


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


GROUNDS: tuple[Ground, ...] = (doer, target, turned, place, kind)


def covers(series: Facts, single: Facts) -> bool | None:
    """Whether the days of an incident lie in those of a series; None where either has none."""
    if None in (single.first, single.last) or (series.first is None and series.last is None):
        return None
    first, last = single.first or date.min, single.last or date.max
    return (series.first or date.min) <= first and last <= (series.last or date.max)


def facts_of(incident: Incident, told: Sequence[Told]) -> Facts:
    """An incident of the ledger, folded."""
    actors = [actor for one in told for actor in one.incident.actors]
    struck = [actor for one in told for actor in one.incident.target_actors]
    first, last = _days(incident, told)
    return Facts(
        id=incident.id,
        series=incident.series,
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
