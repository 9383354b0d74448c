"""One decision of a person, kept for ever."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

Decision: TypeAlias = Literal["accept", "reject", "same", "not_same", "withdraw"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What a person decided about one or two things of the ledger; undoing it is another judgement.

    `subjects` are ids: one figure, attribution or account to accept or reject; two reported incidents
    (`REPORT/INCIDENT`) that are the same or not; one judgement to withdraw. `when` is an ISO 8601 instant.
    """

    id: str
    decision: Decision
    subjects: tuple[str, ...]
    who: str
    when: str
    why: str = ""
