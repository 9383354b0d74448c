"""Taking mentions together: which mentions of one report are one incident.

Mentions are looked at in reading order. Each joins the group that it fits best, opens a group of its own where its
facts contradict every group, or, when it says nothing of its own ("the attack"), goes to the group last spoken of.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from rashomon.model import IncidentType, PlaceRead, Reality, TimeInterval, TypeBasis
from rashomon.resolve.facts import PRECISION_ORDER, Facts, Party

GENERIC: frozenset[IncidentType] = frozenset({"other", "armed_attack"})
"""Types of mentions that may stand for any incident ("the attack", "the incident")."""
FAMILIES = (
    frozenset({"airstrike", "drone_strike", "missile_or_rocket"}),
    frozenset({"missile_or_rocket", "shelling"}),
    frozenset({"bombing", "suicide_bombing"}),
    frozenset({"ship_attack", "drone_strike", "missile_or_rocket"}),
)
FINER: dict[IncidentType, IncidentType] = {"airstrike": "drone_strike", "bombing": "suicide_bombing"}
"""Where one mention says "airstrike" and another "drone strike", it was a drone strike."""
WEIGHTS: dict[TypeBasis, float] = {"words": 1.0, "sentence": 0.6, "near": 0.25, "usual": 0.1}
"""How much a mention's type counts, by what tells it."""
TELLING: tuple[TypeBasis, ...] = ("words", "sentence")
FIXED = ("site", "town")
TOLD: tuple[Reality, ...] = ("happened", "denied")
"""A denial speaks of the same incident as the account that it denies; a plan or a threat speaks of another."""
NIGHT = 1
IMPOSSIBLE = -100.0


@dataclass(slots=True)
class Group:
    """Mentions taken together so far, in reading order, with what they say kept as they come.

    A long report has groups of hundreds of mentions: nothing here looks at all of them again for each new one.
    """

    members: list[Facts] = field(default_factory=list)
    reality: Reality = "happened"
    dates: dict[TimeInterval, None] = field(default_factory=dict)
    found: dict[PlaceRead, None] = field(default_factory=dict)
    doers: set[str] = field(default_factory=set)
    sufferers: set[str] = field(default_factory=set)
    ids: set[str] = field(default_factory=set)
    answered: set[str] = field(default_factory=set)
    votes: dict[IncidentType, float] = field(default_factory=dict)

    def add(self, facts: Facts) -> None:
        """Take one more mention in."""
        mention = facts.mention
        if not self.members or mention.reality == "happened":
            self.reality = mention.reality
        self.members.append(facts)
        if facts.date.known or facts.date.weekday is not None:
            self.dates.setdefault(replace(facts.date, words=None))
        self.found.update(dict.fromkeys(facts.places))
        self.doers |= _actors(facts.initiators)
        self.sufferers |= _actors(facts.targets)
        self.ids.add(mention.id)
        self.answered.update(mention.answers)
        weight = WEIGHTS[mention.type_basis] * (0.2 if mention.type in GENERIC else 1.0)
        self.votes[mention.type] = self.votes.get(mention.type, 0.0) + weight

    @property
    def series(self) -> bool:
        """Whether it is many incidents at once."""
        return self.members[0].mention.series

    @property
    def type(self) -> IncidentType:
        """The type that most mentions tell; a specific one outweighs a generic or a borrowed one, a finer its coarser."""
        best = max(self.votes, key=lambda kind: self.votes[kind])
        finer = FINER.get(best)
        return finer if finer is not None and self.votes.get(finer, 0.0) >= 1.0 else best

    def places(self) -> list[PlaceRead]:
        """Its places, the most exact first, each once."""
        return sorted(self.found, key=lambda place: PRECISION_ORDER[place.precision])


def group_mentions(mentions: Sequence[Facts]) -> list[Group]:
    """Groups of mentions, in the order of their first mention."""
    groups: list[Group] = []
    recent: Group | None = None
    for facts in mentions:
        group = _best(facts, groups, recent)
        if group is None:
            group = Group()
            groups.append(group)
        group.add(facts)
        recent = group
    return groups


def _best(facts: Facts, groups: Sequence[Group], recent: Group | None) -> Group | None:
    scored = [(_fit(facts, group) + (0.25 if group is recent else 0.0), -n, group) for n, group in enumerate(groups)]
    scored = [item for item in scored if item[0] > 0]
    return max(scored, key=lambda item: item[:2])[2] if scored else None


def _fit(facts: Facts, group: Group) -> float:
    """Points for taking a mention into a group; zero or less means that it does not belong there."""
    mention = facts.mention
    if mention.series != group.series or _answers(facts, group):
        return IMPOSSIBLE
    if (mention.reality in TOLD) != (group.reality in TOLD):
        return IMPOSSIBLE
    points = 0.5 + (_type_points(mention.type, group) if mention.type_basis in TELLING else 0.0)
    points += _date_points(facts, group) + _place_points(facts, group)
    points += _party_points(facts, group)
    return points


def _answers(facts: Facts, group: Group) -> bool:
    return facts.mention.id in group.answered or not group.ids.isdisjoint(facts.mention.answers)


def _type_points(kind: IncidentType, group: Group) -> float:
    own = group.type
    if kind == own:
        return 0.75
    if kind in GENERIC or own in GENERIC:
        return 0.0
    return 0.25 if any(kind in family and own in family for family in FAMILIES) else -2.0


def _date_points(facts: Facts, group: Group) -> float:
    if not facts.date.known and facts.date.weekday is None:
        return 0.0
    dates = group.dates
    if not dates:
        return 0.0
    if facts.date.known and any(date.known for date in dates):
        return 1.0 if all(facts.date.meets(date, slack=NIGHT) for date in dates if date.known) else -3.0
    days = {date.weekday for date in dates if date.weekday is not None}
    if facts.date.weekday is None or not days:
        return 0.0
    return 0.5 if any((facts.date.weekday - day) % 7 in (0, 1, 6) for day in days) else -3.0


def _place_points(facts: Facts, group: Group) -> float:
    mine, theirs = facts.places, group.found
    if not mine or not theirs:
        return 0.0
    if _names(mine) & _names(theirs):
        return 1.0
    if _countries(mine) and _countries(theirs) and not _countries(mine) & _countries(theirs):
        return -2.0
    if any(p.precision in FIXED for p in mine) and any(p.precision in FIXED for p in theirs):
        return -1.25
    return 0.25


def _names(places: Iterable[PlaceRead]) -> set[str]:
    return {place.name for place in places if place.precision not in ("country", "area", "sea", "region")}


def _countries(places: Iterable[PlaceRead]) -> set[str]:
    return {place.country for place in places if place.country}


def _party_points(facts: Facts, group: Group) -> float:
    points = 0.0
    doers, sufferers = _actors(facts.initiators), _actors(facts.targets)
    for mine, theirs in ((doers, group.doers), (sufferers, group.sufferers)):
        if mine and theirs:
            points += 0.5 if mine & theirs else -0.75
    # Who strikes here was struck there: an attack and its answer, not one incident.
    return points - 1.0 if sufferers & group.doers else points


def _actors(parties: Iterable[Party]) -> set[str]:
    return {party.side for party in parties if party.side}
