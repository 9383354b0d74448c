"""How much a mention belongs to a group: a table of features, one row a rule, each with fitted points for its values.

A feature looks at one side of the matter and names what it sees, or gives None; `fitted.toml` tells what that weighs.
`python -m training tables` fits the points on labelled reports.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from rashomon.codebook.fitted import Table
from rashomon.codebook.wording import load_wording
from rashomon.model import PlaceRead
from rashomon.resolve.facts import Facts
from rashomon.resolve.group import GENERIC, TELLING, Group, sides

FAMILIES = (
    frozenset({"airstrike", "drone_strike", "missile_or_rocket"}),
    frozenset({"missile_or_rocket", "shelling"}),
    frozenset({"bombing", "suicide_bombing"}),
    frozenset({"ship_attack", "drone_strike", "missile_or_rocket"}),
)
TOLD_BY_WORDS = 0.6
"""Votes from which a group's kind is told by its own words or sentence."""
FIXED = ("site", "town")
NIGHT = 1
NEAR, FAR = 200, 800
"""Characters to the group's last mention."""
MANY, LONG = 3, 5
APART = ("apart", "other", "abroad")
"""How the values begin by which a feature speaks against."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a group stands among those that a mention may join."""

    first: bool
    only: bool
    recent: bool


NOWHERE = Standing(first=False, only=False, recent=False)
"""For what does not ask where a group stands."""
Feature: TypeAlias = Callable[[Facts, Group, Standing], str | None]
Row: TypeAlias = tuple[Feature, Mapping[str, float]]


def weighed(table: Table) -> list[Row]:
    """The features that a table has points for, each with them."""
    return [(feature, table[feature.__name__]) for feature in FEATURES if feature.__name__ in table]


def points(facts: Facts, group: Group, standing: Standing, rows: Sequence[Row]) -> float:
    """What all features together say for taking a mention into a group; above zero, it belongs there."""
    return sum(weights.get(feature(facts, group, standing) or "", 0.0) for feature, weights in rows)


def observed(facts: Facts, group: Group, standing: Standing) -> list[tuple[str, str]]:
    """What each feature sees, as (feature, value): the row that the points are fitted on."""
    seen = ((feature.__name__, feature(facts, group, standing)) for feature in FEATURES)
    return [(name, value) for name, value in seen if value is not None]


def far_apart(facts: Facts, group: Group) -> bool:
    """Whether both the days and the towns of a mention and a group are others: two incidents, whatever they share."""
    return day(facts, group, NOWHERE) == "apart" and place(facts, group, NOWHERE) in ("other town", "abroad")


def any_group(facts: Facts, group: Group, standing: Standing) -> str:
    """There is a group before it."""
    return "yes"


def only(facts: Facts, group: Group, standing: Standing) -> str | None:
    """It is the only group so far; a report that has long spoken of one incident may turn to another."""
    if not standing.only:
        return None
    return "for long" if len(group.members) >= LONG else "yes"


def first(facts: Facts, group: Group, standing: Standing) -> str | None:
    """The report began with this group."""
    return "yes" if standing.first else None


def recent(facts: Facts, group: Group, standing: Standing) -> str | None:
    """The group was spoken of last."""
    return "yes" if standing.recent else None


def headline(facts: Facts, group: Group, standing: Standing) -> str | None:
    """The group stands in the headline."""
    return "yes" if group.members[0].wording.line == 0 else None


def size(facts: Facts, group: Group, standing: Standing) -> str | None:
    """The group has many mentions."""
    return "many" if len(group.members) >= MANY else None


def kind(facts: Facts, group: Group, standing: Standing) -> str | None:
    """They are the same kind of incident."""
    mine, told, theirs = facts.mention.type, facts.mention.type_basis in TELLING, group.type
    if mine == theirs and told:
        return "same" if group.votes[theirs] >= TOLD_BY_WORDS else "same, untold"
    if mine in GENERIC or theirs in GENERIC:
        return "open"
    if any(mine in family and theirs in family for family in FAMILIES):
        return "near" if told else "near, untold"
    if not told:
        return "apart, untold"
    return "apart, both told" if group.votes[theirs] >= TOLD_BY_WORDS else "apart"


def day(facts: Facts, group: Group, standing: Standing) -> str | None:
    """Their days meet."""
    known = [date for date in group.dates if date.known]
    if facts.date.known and known:
        if all(facts.date.meets(date) for date in known):
            return "same"
        return "night" if all(facts.date.meets(date, slack=NIGHT) for date in known) else "apart"
    if not facts.mention.time or not group.dates:
        return None
    return _weekday(facts, group) or "untold"


def _weekday(facts: Facts, group: Group) -> str | None:
    named = {date.weekday for date in group.dates if date.weekday is not None}
    if facts.date.weekday is None or not named:
        return None
    apart = min(min((facts.date.weekday - day) % 7, (day - facts.date.weekday) % 7) for day in named)
    return "same weekday" if apart == 0 else "next weekday" if apart <= NIGHT else "other weekday"


def place(facts: Facts, group: Group, standing: Standing) -> str | None:
    """They name the same place."""
    mine, theirs = facts.places, group.found
    if not mine or not theirs:
        return "first" if mine else None
    if _names(mine) & _names(theirs):
        return "same"
    if _countries(mine) and _countries(theirs) and not _countries(mine) & _countries(theirs):
        return "abroad"
    return "other town" if _fixed(mine) and _fixed(theirs) else "other"


def doer(facts: Facts, group: Group, standing: Standing) -> str | None:
    """The same side did it."""
    return _shared(sides(facts.initiators), group.doers)


def named_doer(facts: Facts, group: Group, standing: Standing) -> str | None:
    """The doers bear the same names."""
    return _shared(facts.wording.doers, group.words["doers"])


def crossed(facts: Facts, group: Group, standing: Standing) -> str | None:
    """Who strikes here was struck there: an attack and its answer, not one incident."""
    struck, doers = facts.wording.struck, facts.wording.doers
    if doers & group.words["doers"]:
        return None
    if struck & group.words["doers"] or sides(facts.targets) & group.doers:
        return "struck"
    return "strikes" if doers & group.words["struck"] else None


def by(facts: Facts, group: Group, standing: Standing) -> str | None:
    """The doers are told in the same words; "its crew" are those of somebody told before, and no other."""
    first = facts.mention.initiator[0].text.split(maxsplit=1)[0].lower() if facts.mention.initiator else ""
    if first in ("its", "their", "his"):
        return None
    return _shared(facts.wording.by, group.words["by"])


def whom(facts: Facts, group: Group, standing: Standing) -> str | None:
    """Who or what was hit is told in the same words."""
    mine, theirs = facts.wording.whom, group.words["whom"]
    return "first" if mine and not theirs else _shared(mine, theirs)


def spot(facts: Facts, group: Group, standing: Standing) -> str | None:
    """The place is told in the same words."""
    return _shared(facts.wording.spot, group.words["spot"])


def where_or_whom(facts: Facts, group: Group, standing: Standing) -> str | None:
    """What is the place of one is what was hit in the other, in the same words."""
    mine, theirs = facts.wording.whom | facts.wording.spot, group.words["whom"] | group.words["spot"]
    return "same" if mine & theirs else None


def weapon(facts: Facts, group: Group, standing: Standing) -> str | None:
    """The weapon is told in the same words."""
    return _shared(facts.wording.weapon, group.words["weapon"])


def introduced(facts: Facts, group: Group, standing: Standing) -> str | None:
    """It is presented as known ("the attack"), as new ("an attack") or as another one."""
    how = facts.wording.introduced
    if how == "definite":
        return "definite, spoken of last" if standing.recent else how
    return "indefinite, late" if how == "indefinite" and len(group.members) > 1 else how


def number(facts: Facts, group: Group, standing: Standing) -> str | None:
    """One speaks of one act and the other of several."""
    if facts.wording.introduced == "verb":
        return None
    if facts.wording.plural:
        return None if group.plural else "several"
    return "one" if group.plural == len(group.members) else None


def noun(facts: Facts, group: Group, standing: Standing) -> str | None:
    """It is called by the same word."""
    return "same" if facts.wording.noun in group.nouns else None


def sentence(facts: Facts, group: Group, standing: Standing) -> str | None:
    """It stands in the sentence that spoke of the group last."""
    return "same" if facts.wording.sentence == group.members[-1].wording.sentence else None


def paragraph(facts: Facts, group: Group, standing: Standing) -> str | None:
    """It stands in the paragraph that spoke of the group last."""
    return "same" if facts.wording.line == group.members[-1].wording.line else None


def distance(facts: Facts, group: Group, standing: Standing) -> str | None:
    """It stands near what spoke of the group last."""
    apart = facts.start - group.members[-1].start
    return "near" if apart < NEAR else "far" if apart > FAR else None


def elsewhere(facts: Facts, group: Group, standing: Standing) -> str | None:
    """Its sentence turns to another time or place."""
    last = group.members[-1].wording
    if not facts.wording.elsewhere or facts.wording.sentence == last.sentence:
        return None
    return "both" if last.elsewhere else "turns"


def separate(facts: Facts, group: Group, standing: Standing) -> str | None:
    """Its sentence says that it tells of another incident."""
    if not facts.wording.separate or facts.wording.sentence == group.members[-1].wording.sentence:
        return None
    if any(member.wording.separate for member in group.members[-MANY:]):
        return "both"
    return facts.wording.separate


def turned(facts: Facts, group: Group, standing: Standing) -> str | None:
    """Its sentence opens by turning to another time or place."""
    if not facts.wording.turned or facts.wording.sentence == group.members[-1].wording.sentence:
        return None
    if group.members[-1].wording.turned:
        return "both"
    seen = (feature(facts, group, standing) or "" for feature in (doer, whom, place, kind))
    return "apart" if any(value.startswith(APART) for value in seen) else "alike"


def later(facts: Facts, group: Group, standing: Standing) -> str | None:
    """Its sentence tells what came before or after."""
    if not facts.wording.later:
        return None
    return "same sentence" if sentence(facts, group, standing) else "other sentence"


def behind(facts: Facts, group: Group, standing: Standing) -> str | None:
    """It is told as what came before ("after a rocket attack")."""
    if not facts.wording.behind:
        return None
    return "both" if any(member.wording.behind for member in group.members[-MANY:]) else "opens"


def blamed(facts: Facts, group: Group, standing: Standing) -> str | None:
    """It tells who they are that are struck now ("the militia behind the attack")."""
    if not facts.wording.blamed:
        return None
    return "opens" if standing.recent else "elsewhere"


def parted(facts: Facts, group: Group, standing: Standing) -> str | None:
    """Words of order stand between it and what its sentence told of the group."""
    last = group.members[-1].wording
    if last.sentence != facts.wording.sentence:
        return None
    between = facts.wording.lead[last.start - last.sentence[0] :]
    return "yes" if load_wording().parting.search(between) else "no"


def reply(facts: Facts, group: Group, standing: Standing) -> str | None:
    """Its sentence tells of an answer."""
    if facts.wording.reply:
        return "both" if group.reply else "opens"
    return "leaves" if group.reply == len(group.members) else None


def had(facts: Facts, group: Group, standing: Standing) -> str | None:
    """All that was told of the group lies before what is told now."""
    return "leaves" if group.had == len(group.members) and not facts.wording.had else None


FEATURES: tuple[Feature, ...] = (
    any_group, only, first, recent, headline, size, kind, day, place, doer, named_doer, crossed, by, whom, spot,
    where_or_whom, weapon, introduced, number, noun, sentence, paragraph, distance, elsewhere, separate, turned, later,
    behind, blamed, parted, reply, had,
)  # fmt: skip


def _shared(mine: Iterable[str], theirs: set[str]) -> str | None:
    if not mine or not theirs:
        return None
    return "apart" if theirs.isdisjoint(mine) else "same"


def _names(places: Iterable[PlaceRead]) -> set[str]:
    return {place.name for place in places if place.precision not in ("country", "area", "sea", "region")}


def _countries(places: Iterable[PlaceRead]) -> set[str]:
    return {place.country for place in places if place.country}


def _fixed(places: Iterable[PlaceRead]) -> bool:
    return any(place.precision in FIXED for place in places)
