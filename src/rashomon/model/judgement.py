"""One decision of a person, kept for ever."""

from collections.abc import Iterable
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


def in_force(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The judgements that still hold: neither withdrawn nor withdrawals, in the order given."""
    listed = tuple(judgements)
    withdrawn: set[str] = set()
    # A withdrawal can itself be withdrawn, so the newest are looked at first.
    for judgement in reversed(listed):
        if judgement.decision == "withdraw" and judgement.id not in withdrawn:
            withdrawn.update(judgement.subjects)
    return tuple(j for j in listed if j.decision != "withdraw" and j.id not in withdrawn)
