"""What the link stage hands to reconcile: which reported incidents are one, and which reports are copies."""

from dataclasses import dataclass

from rashomon.model.ids import content_id
from rashomon.model.judgement import Unanchored, Verdict
from rashomon.model.lineage import Descent, Lineage, Page


@dataclass(frozen=True, slots=True, order=True)
class Member:
    """A reported incident by its report's id and its own."""

    report: str
    incident: str

    @property
    def heads(self) -> str:
        """The id of an incident across reports whose oldest member this is.

        So every id that an incident ever had is that of one of its members, and leads to it after a merge.
        """
        return content_id("x", self.report, self.incident)


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedIncident:
    """Reported incidents that are one incident, one sentence for each reason that joined them, and what was judged of it."""

    id: str
    members: tuple[Member, ...]
    reasons: tuple[str, ...] = ()
    verdicts: tuple[Verdict, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """All incidents across reports, the lineage of copies, what stories borrow, and the versions of pages."""

    incidents: tuple[LinkedIncident, ...] = ()
    lineage: tuple[Lineage, ...] = ()
    unanchored: tuple[Unanchored, ...] = ()
    borrowed: tuple[Descent, ...] = ()
    pages: tuple[Page, ...] = ()
