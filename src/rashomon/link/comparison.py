"""How much two reported incidents look like one: a table of features, each a named rule with one sentence for users.

A feature gives points for or against; `FORBIDDEN` settles that the two are not one, whatever else they share.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import TypeAlias

from rashomon.link.sightings import WIDE, Sighting

FORBIDDEN = float("-inf")
FAMILIES = (
    frozenset({"airstrike", "drone_strike", "missile_or_rocket"}),
    frozenset({"missile_or_rocket", "shelling"}),
    frozenset({"bombing", "suicide_bombing", "armed_attack"}),
    frozenset({"ship_attack", "drone_strike", "missile_or_rocket"}),
)
"""Types that careful writers use for one and the same incident."""
LARGE = 10
"""A toll from which two reports rarely give the same one by chance."""
UNPROVEN = 2.0
"""The most that two sightings without any evidence of their own score: too little to join."""
ABROAD = -2.5
"""Two countries are rarely one incident; a night's strikes on both sides of a border are."""
WEEK = 7
"""Days forgiven where a date is wider than a few days: "last week" begins on another day for every writer."""
NIGHT = 1
"""Days forgiven between two dates: nights and time zones."""

Feature: TypeAlias = Callable[[Sighting, Sighting], float]


@dataclass(frozen=True, slots=True)
class Comparison:
    """The points that two sightings share, and the sentences of the features that spoke for joining them."""

    score: float
    reasons: tuple[str, ...]


def compare(left: Sighting, right: Sighting) -> Comparison:
    """Add up the table of features; `score` is `FORBIDDEN` where one feature forbids, small where none proves anything."""
    table = {feature: feature(left, right) for feature in FEATURES}
    if FORBIDDEN in table.values():
        return Comparison(FORBIDDEN, ())
    total = sum(table.values())
    if not any(table[feature] >= least for feature, least in POSITIVE.items()):
        # The same doer, target and kind make a campaign; it takes a day, a place or a toll to make one incident.
        total = min(total, UNPROVEN)
    reasons = (feature.__doc__ for feature, points in table.items() if points > 0 and feature.__doc__)
    return Comparison(total, tuple(reasons))


def series(left: Sighting, right: Sighting) -> float:
    """Both are a series of incidents."""
    if left.incident.series != right.incident.series:
        return FORBIDDEN
    return 0.5 if left.incident.series else 0.0


def date(left: Sighting, right: Sighting) -> float:
    """Their dates meet."""
    one, other = left.incident.date, right.incident.date
    if one.known and other.known:
        narrow = (one.days or 99) <= 3 and (other.days or 99) <= 3
        if not one.meets(other, slack=NIGHT if narrow else WEEK):
            return FORBIDDEN
        return 2.0 if narrow else 0.5
    if _told_before(left, right) or _told_before(right, left):
        return FORBIDDEN
    return _weekday(left, right)


def _told_before(undated: Sighting, dated: Sighting) -> bool:
    """Whether a report came out before the incident that it would have to tell of."""
    published, start = undated.report.published.end, dated.incident.date.start
    if undated.incident.date.known or published is None or start is None:
        return False
    return (start - published).days > NIGHT


def _weekday(left: Sighting, right: Sighting) -> float:
    """A weekday without a week can still speak against a date."""
    one, other = left.incident.date, right.incident.date
    if one.weekday is not None and other.weekday is not None:
        apart = (one.weekday - other.weekday) % 7
        return 0.0 if min(apart, 7 - apart) <= NIGHT else FORBIDDEN
    dated, named = (one, other) if one.known else (other, one)
    if named.weekday is None or dated.start is None or dated.end is None or (dated.end - dated.start).days > 3:
        return -0.5
    near = range(-NIGHT, (dated.end - dated.start).days + NIGHT + 1)
    fits = any((dated.start + timedelta(days=n)).weekday() == named.weekday for n in near)
    return 0.0 if fits else FORBIDDEN


def place(left: Sighting, right: Sighting) -> float:
    """They name the same place."""
    if left.exact & right.exact:
        return 2.0
    if left.countries and right.countries and not left.countries & right.countries:
        return ABROAD
    if left.provinces & right.provinces:
        return 1.0
    if left.towns and right.towns and not left.names & right.names:
        return -1.5
    if left.countries & right.countries:
        return 0.5
    return -0.5 if _placeless(left) and _placeless(right) else 0.0


def _placeless(sighting: Sighting) -> bool:
    return all(place.precision in WIDE for place in sighting.incident.locations)


def kind(left: Sighting, right: Sighting) -> float:
    """They are the same kind of incident."""
    one, other = left.incident.type, right.incident.type
    if one == other:
        return 0.5 if one == "other" else 1.0
    if "other" in (one, other) or any(one in family and other in family for family in FAMILIES):
        return 0.0
    return -1.5


def initiator(left: Sighting, right: Sighting) -> float:
    """The same side is said to have done it."""
    if left.initiators & right.initiators:
        return 1.0
    if left.sides & right.sides:
        return 0.75
    return -0.75 if left.sides and right.sides else 0.0


def target(left: Sighting, right: Sighting) -> float:
    """The same target is named."""
    return 1.0 if left.targets & right.targets else 0.0


def names(left: Sighting, right: Sighting) -> float:
    """The sentences about it share proper names."""
    shared = len(left.names & right.names)
    fewer = min(len(left.names), len(right.names))
    if not shared:
        return 0.0
    return min(2.0, 0.5 * shared + shared / fewer)


def published(left: Sighting, right: Sighting) -> float:
    """The undated report came out within days of it."""
    one, other = left.incident, right.incident
    if (one.date.known and other.date.known) or not (one.main and other.main):
        return 0.0
    days = [s.incident.date.end or s.report.published.end for s in (left, right)]
    if days[0] is None or days[1] is None:
        return 0.0
    apart = abs((days[0] - days[1]).days)
    return 1.0 if apart <= 4 else 0.0 if apart <= 31 else -1.0


def toll(left: Sighting, right: Sighting) -> float:
    """They give the same toll."""
    shared = [figure for figure in left.figures & right.figures if (figure[1] or figure[2] or 0) >= 3]
    large = any((figure[1] or figure[2] or 0) >= LARGE for figure in shared)
    return 1.0 if large or len(shared) > 1 else 0.5 if shared else 0.0


def both_main(left: Sighting, right: Sighting) -> float:
    """Both reports are about it."""
    return 0.5 if left.incident.main and right.incident.main else 0.0


FEATURES: tuple[Feature, ...] = (series, date, place, kind, initiator, target, names, toll, published, both_main)
POSITIVE: dict[Feature, float] = {date: 0.5, place: 1.0, names: 0.5, toll: 1.0, published: 0.5}
"""Features that are evidence of one incident, with the points from which they are."""
