"""Why reported incidents were taken for one, or were not: the table of features of each pair, and what else they could be."""

from dataclasses import dataclass

from rashomon.model.linked import Member


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinRow:
    """One row of the table: the feature, its sentence for users, what it sees in the pair, and the points that gives."""

    feature: str
    sentence: str
    sees: str
    points: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """Two reported incidents held against each other.

    `total` is the sum of the rows; at `threshold` and above they look like one. `barrier` is the sentence of a rule that
    keeps them apart whatever the sum, `judged` one of a person's judgement upon them; both are empty where there is none.
    """

    left: Member
    right: Member
    rows: tuple[JoinRow, ...]
    total: float
    threshold: float
    barrier: str = ""
    judged: str = ""

    @property
    def missing(self) -> float:
        """The points that were missing; 0 where there were enough."""
        return max(0.0, self.threshold - self.total)


@dataclass(frozen=True, slots=True, kw_only=True)
class RivalIncident:
    """Another incident that the mentions of one might belong to, by the pair that speaks most for it, and why they stayed apart."""

    incident: str
    compared: Compared
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Joining:
    """How an incident came together: a pair for each report that was joined, the best first; and its rivals."""

    incident: str
    joins: tuple[Compared, ...]
    rivals: tuple[RivalIncident, ...]
