"""Links between the incidents of a ledger: what answers what, and which single incidents a series contains."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from rashomon.model.entity import Claimant
from rashomon.model.evidence import Evidence
from rashomon.model.reading import Stance

ResponseBasis: TypeAlias = Literal["stated", "threatened", "order_only", "inferred"]
"""What an answer rests on, the strongest first: words of answering ("in retaliation for"); a vow to answer; words that
tell of the order in time alone ("hours after"); or no words at all, only the way in which a report tells of the two."""
PartBasis: TypeAlias = Literal["stated", "fits"]
"""How an incident is known to belong to a series: a report says so, or day, doer, target and place fit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseAccount:
    """Who says that one incident answers another, or that it does not.

    `claimant` is None for outlets' own voice. The `span` of the evidence are the words that tie the two ("in
    retaliation for"), or what the incident is called where no words do.
    """

    claimant: Claimant | None
    stance: Stance
    basis: ResponseBasis
    reports: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    independent_origins: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """That one incident answers another: `to` is what is answered, `basis` the strongest of those who assert it.

    A response that does not stand is shown and not drawn: nobody asserts it, or `reason` says what forbids it.
    """

    to: str
    basis: ResponseBasis
    asserted: tuple[ResponseAccount, ...]
    denied: tuple[ResponseAccount, ...] = ()
    stands: bool = True
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """That an incident is one of a series: the series' id, how that is known, and one sentence for each ground."""

    series: str
    basis: PartBasis
    reasons: tuple[str, ...]
    evidence: tuple[Evidence, ...] = ()
