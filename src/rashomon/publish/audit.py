"""The audit log: every judgement ever made, with what has become of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from rashomon.model import Judgement, Ledger, in_force

State: TypeAlias = Literal["in force", "undone", "undoing", "not anchored"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Audited:
    """A judgement with its state; `reason` says by what it was undone, or why it holds on to nothing."""

    judgement: Judgement
    state: State
    reason: str = ""


def audited(judgements: Iterable[Judgement], ledger: Ledger) -> tuple[Audited, ...]:
    """Every judgement in the order given."""
    listed = tuple(judgements)
    standing = {judgement.id for judgement in in_force(listed)}
    lost = {item.judgement: item.reason for item in ledger.unanchored}
    undone = {subject: j.id for j in listed if j.decision == "withdraw" for subject in j.subjects}
    return tuple(_audited(judgement, standing, lost, undone) for judgement in listed)


def _audited(judgement: Judgement, standing: set[str], lost: Mapping[str, str], undone: Mapping[str, str]) -> Audited:
    if judgement.decision == "withdraw":
        return Audited(judgement=judgement, state="undoing", reason=f"It takes back {', '.join(judgement.subjects)}.")
    if judgement.id not in standing:
        by = undone.get(judgement.id)
        return Audited(judgement=judgement, state="undone", reason=f"Taken back by {by}." if by else "")
    if judgement.id in lost:
        return Audited(judgement=judgement, state="not anchored", reason=lost[judgement.id])
    return Audited(judgement=judgement, state="in force")
