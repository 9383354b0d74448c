"""Statements about one incident that answer no question of the codebook, set beside each other by what they mean."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from rashomon.model.entity import Claimant
from rashomon.model.evidence import Evidence
from rashomon.model.reading import Stance

Relation: TypeAlias = Literal["alike", "opposed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenClaim:
    """One statement: who makes it, and where it stands. `claimant` is None for an outlet's own voice."""

    claimant: Claimant | None
    stance: Stance
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPair:
    """Two statements of two claimants that a comparison of sentence vectors finds to be of the same matter.

    `likeness` is the cosine of their vectors, in [0, 1]; `relation` says whether they say the same or the contrary, as
    far as negations and opposites tell, and `reason` which words tell it. Nobody compared them by the facts.
    """

    id: str
    relation: Relation
    likeness: float
    reason: str
    claims: tuple[OpenClaim, ...]
