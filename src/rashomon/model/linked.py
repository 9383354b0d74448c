"""What the link stage hands to reconcile: which reported incidents are one, and which reports are copies."""

from dataclasses import dataclass

from rashomon.model.judgement import Unanchored, Verdict
from rashomon.model.ledger import Lineage


@dataclass(frozen=True, slots=True, order=True)
class Member:
    """A reported incident by its report's id and its own."""

    report: str
    incident: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedIncident:
    """Reported incidents that are one incident, one sentence for each reason that joined them, and what was judged of it."""

    id: str
    members: tuple[Member, ...]
    reasons: tuple[str, ...] = ()
    verdicts: tuple[Verdict, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """All incidents across reports, and the lineage of copies."""

    incidents: tuple[LinkedIncident, ...] = ()
    lineage: tuple[Lineage, ...] = ()
    unanchored: tuple[Unanchored, ...] = ()
