"""Mentions of one report that are taken for one incident, with what they say kept as they come."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from rashomon.model import IncidentType, PlaceRead, Reality, TimeInterval, TypeBasis
from rashomon.resolve.facts import PRECISION_ORDER, Facts, Party

GENERIC: frozenset[IncidentType] = frozenset({"other", "armed_attack"})
"""Types of mentions that may stand for any incident ("the attack", "the incident")."""
FINER: dict[IncidentType, IncidentType] = {"airstrike": "drone_strike", "bombing": "suicide_bombing"}
"""Where one mention says "airstrike" and another "drone strike", it was a drone strike."""
WEIGHTS: dict[TypeBasis, float] = {"words": 1.0, "sentence": 0.6, "near": 0.25, "usual": 0.1}
"""How much a mention's type counts, by what tells it."""
TELLING: tuple[TypeBasis, ...] = ("words", "sentence")
NAMED, BORROWED = 0.6, 0.2
"""How much a generic type counts, where its own words tell it ("opened fire") and where they don't ("the attack")."""


@dataclass(slots=True)
class Group:
    """Mentions taken together so far, in reading order.

    A long report has groups of hundreds of mentions: nothing looks at all of them again for each new one.
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
    words: dict[str, set[str]] = field(default_factory=dict)
    """The words of each role, and the names of doers and of what was struck, by the fields of `Wording`."""
    nouns: set[str] = field(default_factory=set)
    told: set[IncidentType] = field(default_factory=set)
    """The kinds that its own words and sentences tell."""
    plural: int = 0
    reply: int = 0
    had: int = 0

    def add(self, facts: Facts) -> None:
        """Take one more mention in."""
        mention, wording = facts.mention, facts.wording
        if not self.members or mention.reality == "happened":
            self.reality = mention.reality
        self.members.append(facts)
        if facts.date.known or facts.date.weekday is not None:
            self.dates.setdefault(replace(facts.date, words=None))
        self.found.update(dict.fromkeys(facts.places))
        self.doers |= sides(facts.initiators)
        self.sufferers |= sides(facts.targets)
        self.ids.add(mention.id)
        self.answered.update(mention.answers)
        open_kind = (NAMED if mention.type_basis == "words" else BORROWED) if mention.type in GENERIC else 1.0
        weight = WEIGHTS[mention.type_basis] * open_kind
        if mention.type_basis in TELLING and mention.type not in GENERIC:
            self.told.add(mention.type)
        self.votes[mention.type] = self.votes.get(mention.type, 0.0) + weight
        for role in ("by", "whom", "spot", "weapon", "doers", "struck"):
            self.words.setdefault(role, set()).update(getattr(wording, role))
        self.nouns.add(wording.noun)
        self.plural += wording.plural
        self.reply += wording.reply
        self.had += wording.had

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


def sides(parties: Iterable[Party]) -> set[str]:
    """The sides that some parties stand on, where the codebook knows them."""
    return {party.side for party in parties if party.side}
