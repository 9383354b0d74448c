"""How much two reported incidents look like one: a table of features, each a named rule with one sentence for users.

A feature looks at two sightings and names what it sees, or gives None; `fitted.toml` tells what that weighs, and a rule
of `barriers` settles that the two are not one, whatever else they share. `python -m training tables` fits the points.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

from rashomon.codebook.fitted import Table, load_fitted
from rashomon.link.barriers import NIGHT, is_forbidden, narrow, weekday_fits
from rashomon.link.days import falls_on, near_each_other
from rashomon.link.distance import least_km
from rashomon.link.likeness import STORY, TRIGGER, WORDED, reached, story, trigger
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
TELLING = 3
"""The least toll that is worth comparing."""
FEW, MANY = 2, 4
DISTANT_KM = 100
"""Kilometres between two towns from which one strike hardly hits both."""
SHARES = ((0.45, "most"), (0.3, "many"), (0.2, "some"), (0.1, "few"))
"""Shares of the words of the shorter head that stand in the other, with what they are called."""

Feature: TypeAlias = Callable[[Sighting, Sighting], str | None]
Row: TypeAlias = tuple[Feature, Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class Comparison:
    """The points that two sightings share, and the sentences of the features that spoke for joining them."""

    score: float
    reasons: tuple[str, ...]


def compare(left: Sighting, right: Sighting, *, copies: bool = False) -> Comparison:
    """Add up the table of features. `score` is `FORBIDDEN` where a rule keeps them apart.

    `copies` says that their reports are copies of one story.
    """
    if is_forbidden(left, right):
        return Comparison(FORBIDDEN, ())
    seen = {feature: value for feature, _ in rows() if (value := feature(left, right))}
    return added_up(seen, copies=copies and left.incident.main and right.incident.main)


def added_up(seen: Mapping[Feature, str], *, copies: bool) -> Comparison:
    """What the features saw of two sightings that nothing keeps apart, as points; `copies` holds for main incidents alone."""
    weighed = [(feature, points.get(seen[feature], 0.0)) for feature, points in rows() if feature in seen]
    total = sum(points for _, points in weighed)
    reasons = [f.__doc__ for f, points in weighed if points > 0 and f in TOLD and f.__doc__]
    if copies:
        return Comparison(total + COPIES, (*reasons, "Their reports are copies of one story."))
    return Comparison(total if is_proven(seen) else min(total, UNPROVEN), tuple(reasons))


def table(left: Sighting, right: Sighting) -> tuple[tuple[str, str, str, float], ...]:
    """The rows that `compare` adds up, for users: feature, its sentence, what it sees, points; what sees nothing is left out."""
    return tuple(
        (feature.__name__, feature.__doc__ or "", value, points.get(value, 0.0))
        for feature, points in rows()
        if (value := feature(left, right))
    )


def is_proven(seen: Mapping[Feature, str]) -> bool:
    """Whether something is evidence of one incident: a day with a doer or target, one word for an event
    of open kind, or a place, a name or a toll alone.

    The same doer, target and kind make a campaign, and the same day and kind no more than a war.
    """
    for feature, values in EVIDENCE.items():
        if seen.get(feature) in values:
            return True
    if all(seen.get(feature) in values for feature, values in CALLED.items()):
        return True
    return seen.get(day) in DATED and any(seen.get(feature) in values for feature, values in PARTIES.items())


@cache
def rows() -> tuple[Row, ...]:
    """The table: each feature with the points of what it sees."""
    return weighed(load_fitted("linking"))


def weighed(table: Table) -> tuple[Row, ...]:
    """The features that a table has points for, each with them."""
    return tuple((feature, table[feature.__name__]) for feature in FEATURES if feature.__name__ in table)


def observed(left: Sighting, right: Sighting) -> list[tuple[str, str]]:
    """What each feature sees, as (feature, value): the row that the points are fitted on."""
    seen = ((feature.__name__, feature(left, right)) for feature in FEATURES)
    return [(name, value) for name, value in seen if value is not None]


def any_pair(left: Sighting, right: Sighting) -> str:
    """Any two begin with this."""
    return "yes"


def series(left: Sighting, right: Sighting) -> str | None:
    """Both are a series of incidents."""
    return "both" if left.incident.series and right.incident.series else None


def day(left: Sighting, right: Sighting) -> str | None:
    """Their dates meet."""
    one, other = left.incident.date, right.incident.date
    if one.known and other.known:
        if narrow(one) and narrow(other):
            return "same" if one.meets(other) else "night"
        return "wide"
    return _day_of_year(left, right) or _weekday(left, right)


def _day_of_year(left: Sighting, right: Sighting) -> str | None:
    if left.days and right.days:
        return "same day of the year" if near_each_other(left.days, right.days, NIGHT) else None
    undated, dated = (left, right) if left.days else (right, left)
    return "same day of the year" if undated.days and falls_on(undated.days, dated.incident.date, NIGHT) else None


def _weekday(left: Sighting, right: Sighting) -> str:
    one, other = left.incident.date, right.incident.date
    if (one.weekday is not None or other.weekday is not None) and weekday_fits(one, other):
        return "same weekday"
    return "one untold" if one.known or other.known else "both untold"


def place(left: Sighting, right: Sighting) -> str | None:
    """They name the same place."""
    if left.exact & right.exact:
        return "same"
    if left.countries and right.countries and not left.countries & right.countries:
        return "abroad"
    if left.provinces & right.provinces:
        return "same province"
    if left.towns and right.towns and not left.names & right.names:
        return "distant town" if least_km(left.points, right.points) > DISTANT_KM else "other town"
    if left.countries & right.countries:
        return "same country, both wide" if _placeless(left) and _placeless(right) else "same country"
    return "untold" if _placeless(left) and _placeless(right) else "one untold"


def _placeless(sighting: Sighting) -> bool:
    return all(place.precision in WIDE for place in sighting.incident.locations)


def kind(left: Sighting, right: Sighting) -> str | None:
    """They are the same kind of incident."""
    one, other = left.incident.type, right.incident.type
    if one == other:
        return "both open" if one == "other" else "same"
    if "other" in (one, other):
        return "open"
    return "near" if any(one in family and other in family for family in FAMILIES) else "apart"


def doer(left: Sighting, right: Sighting) -> str | None:
    """The same side is said to have done it."""
    if left.initiators & right.initiators:
        return "same"
    if left.sides & right.sides:
        return "same side"
    return "apart" if left.sides and right.sides else None


def target(left: Sighting, right: Sighting) -> str | None:
    """The same target is named."""
    if not left.targets or not right.targets:
        return None
    return _counted(left.targets & right.targets) or "apart"


def crossed(left: Sighting, right: Sighting) -> str | None:
    """Who strikes here was struck there."""
    if left.sides & right.sides:
        return None
    return "yes" if left.initiators & right.targets or right.initiators & left.targets else None


def weapon(left: Sighting, right: Sighting) -> str | None:
    """The same weapon is named."""
    if not left.weapons or not right.weapons:
        return None
    return "same" if left.weapons & right.weapons else "apart"


def names(left: Sighting, right: Sighting) -> str | None:
    """The sentences about it share proper names."""
    if not left.names or not right.names:
        return None
    shared = left.names & right.names
    if shared and len(shared) == min(len(left.names), len(right.names)):
        return "all" if len(shared) >= FEW else "the only one"
    return _counted(shared) or "apart"


def around(left: Sighting, right: Sighting) -> str | None:
    """Their reports share proper names."""
    if not left.around or not right.around:
        return None
    return _counted(left.around & right.around) or "apart"


def cast(left: Sighting, right: Sighting) -> str | None:
    """Their reports speak of the same groups and persons."""
    if not left.cast or not right.cast:
        return None
    return _counted(left.cast & right.cast) or "apart"


def setting(left: Sighting, right: Sighting) -> str | None:
    """Their reports speak of the same states."""
    if not left.setting or not right.setting:
        return None
    shared = left.setting & right.setting
    if len(shared) >= FEW:
        return "same, several" if left.setting == right.setting else "several"
    return "one" if shared else "apart"


def vocabulary(left: Sighting, right: Sighting) -> str | None:
    """Their reports begin in the same words."""
    if not left.vocabulary or not right.vocabulary:
        return None
    share = len(left.vocabulary & right.vocabulary) / min(len(left.vocabulary), len(right.vocabulary))
    return next((name for least, name in SHARES if share >= least), "hardly any")


def published(left: Sighting, right: Sighting) -> str | None:
    """Their reports came out within days of each other."""
    days = [s.published.end for s in (left, right)]
    if days[0] is None or days[1] is None:
        return "untold"
    apart = abs((days[0] - days[1]).days)
    return "days" if apart <= FEW else "a week" if apart <= 7 else "a month" if apart <= 31 else "long"


def undated(left: Sighting, right: Sighting) -> str | None:
    """The undated report came out within days of it."""
    one, other = left.incident, right.incident
    if (one.date.known and other.date.known) or not (one.main and other.main):
        return None
    days = [s.incident.date.end or s.published.end for s in (left, right)]
    if days[0] is None or days[1] is None:
        return None
    apart = abs((days[0] - days[1]).days)
    return "days" if apart <= MANY else "a month" if apart <= 31 else "long"


def toll(left: Sighting, right: Sighting) -> str | None:
    """They give the same toll."""
    if not left.figures or not right.figures:
        return None
    shared = [figure for figure in left.figures & right.figures if _size(figure) >= TELLING]
    if any(_size(figure) >= LARGE for figure in shared) or len(shared) > 1:
        return "same, telling"
    if shared:
        return "same"
    one, other = _killed(left), _killed(right)
    if not one or not other:
        return None
    return "near" if max(one) <= 2 * max(other) and max(other) <= 2 * max(one) else "apart"


def _size(figure: tuple[str, int | None, int | None]) -> int:
    return figure[1] or figure[2] or 0


def _killed(sighting: Sighting) -> list[int]:
    return [size for figure in sighting.figures if figure[0] == "killed" and (size := _size(figure)) >= 1]


def main(left: Sighting, right: Sighting) -> str | None:
    """Both reports are about it."""
    mains = left.incident.main + right.incident.main
    return ("neither", "one", "both")[mains]


def _counted(shared: Iterable[str]) -> str | None:
    count = len(list(shared))
    return None if not count else "one" if count == 1 else "few" if count < MANY else "many"


FEATURES: tuple[Feature, ...] = (
    any_pair, series, day, place, kind, doer, target, crossed, weapon, names, around, cast, setting, vocabulary, published, undated, toll, main,
    *WORDED,
)  # fmt: skip
COUNTS = frozenset({"one", "few", "many"})
EVIDENCE: dict[Feature, frozenset[str]] = {
    day: frozenset({"same day of the year"}),
    place: frozenset({"same", "same province"}),
    names: COUNTS | {"all", "the only one"},
    around: frozenset({"few", "many"}),
    toll: frozenset({"same, telling"}),
    undated: frozenset({"days"}),
}
"""Features that are evidence of one incident, with the values that are."""
DATED = frozenset({"same", "night", "wide"})
PARTIES: dict[Feature, frozenset[str]] = {doer: frozenset({"same", "same side"}), target: COUNTS}
"""Features that are evidence together with a day."""
CALLED: dict[Feature, frozenset[str]] = {
    trigger: reached(TRIGGER, 0.5) | {"same", "same in part"},
    story: reached(STORY, 0.08),
}
"""Features that are evidence together, of an open kind: called by one word, in reports that share telling words."""
THRESHOLD = -2.0
"""Points from which two sightings are one incident; chosen on labelled reports, the development ones among them."""
TOLD = frozenset({*EVIDENCE, *PARTIES, series, day, kind, main})
"""Features that users are told of where they speak for joining."""
COPIES = 2.0
"""Points for two main incidents of reports that are copies of one story."""
UNPROVEN = -3.0
"""The most that two sightings without any evidence of their own score: too little to join."""
