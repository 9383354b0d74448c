"""One decision of a person, kept for ever."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Literal, TypeAlias

from rashomon.model.ids import content_id

Decision: TypeAlias = Literal["accept", "reject", "correct", "same", "not_same", "grade", "note", "side", "withdraw"]
LOCAL = "local."
"""What the ids of actors that the codebook lacks begin with."""
AnchorKind: TypeAlias = Literal["cell", "incident", "report", "actor"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """Where a judged thing stands, in words that every reader can find again.

    `quote` is what stands at `start` of the report's text (in code points), `before` and `after` what stands around it.
    A cell has its `question`, its `value` as it was read and its `claimant` too; an incident is anchored by the words
    that refer to it, a report by its id alone, an actor by `actor`, an id of the codebook or `local.NAME`. `side` tells
    the two things apart that are the same or not.
    """

    kind: AnchorKind
    report: str | None = None
    start: int = 0
    quote: str = ""
    before: str = ""
    after: str = ""
    question: str | None = None
    value: str | None = None
    claimant: str | None = None
    actor: str | None = None
    side: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What a person decided about one or two things of the ledger; undoing it is another judgement.

    `anchors` say what is judged. `subjects` are ids: the judgement to withdraw; or, without anchors, one figure,
    attribution or account, or two reported incidents (`REPORT/INCIDENT`). `value` is the corrected value, the grade, or
    the part that an actor has in an incident ("irq.pmf: target"; initiator, target or neither). `when` is an ISO 8601 instant.
    """

    id: str
    decision: Decision
    subjects: tuple[str, ...]
    who: str
    when: str
    why: str = ""
    anchors: tuple[Anchor, ...] = ()
    value: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """A judgement in force as the ledger shows it upon what it judges; `value` is as in the judgement."""

    judgement: str
    decision: Decision
    who: str
    when: str
    why: str = ""
    value: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unanchored:
    """A judgement in force that found nothing to hold on to in today's readings, and one sentence that says why."""

    judgement: str
    reason: str


def made(
    decision: Decision,
    *,
    who: str,
    when: str,
    why: str = "",
    on: tuple[Anchor, ...] | str,
    value: str | None = None,
) -> Judgement:
    """A judgement on what some anchors name, or on another judgement by its id; its own id is a hash of all of it."""
    subjects, anchors = ((on,), ()) if isinstance(on, str) else ((), on)
    parts = (getattr(anchor, field.name) for anchor in anchors for field in fields(Anchor))
    return Judgement(
        id=content_id("j", decision, *subjects, who, when, why, value, *parts),
        decision=decision,
        subjects=subjects,
        who=who,
        when=when,
        why=why,
        anchors=anchors,
        value=value,
    )


def verdict(judgement: Judgement) -> Verdict:
    """The judgement without what it is about."""
    return Verdict(
        judgement=judgement.id,
        decision=judgement.decision,
        who=judgement.who,
        when=judgement.when,
        why=judgement.why,
        value=judgement.value,
    )


def in_force(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The judgements that still hold: neither withdrawn nor withdrawals, by the time when they were made.

    The order in which they come does not matter.
    """
    listed = sorted(judgements, key=lambda judgement: (judgement.when, judgement.id))
    withdrawals = {judgement.id: judgement for judgement in listed if judgement.decision == "withdraw"}
    against: dict[str, list[str]] = {}
    for withdrawal in withdrawals.values():
        for subject in withdrawal.subjects:
            against.setdefault(subject, []).append(withdrawal.id)
    holds: dict[str, bool] = {}

    def stands(id: str) -> bool:
        # A withdrawal can itself be withdrawn. Ids are hashes of what they name, so this ends; a forged circle falls.
        if id not in holds:
            holds[id] = False
            holds[id] = not any(stands(withdrawal) for withdrawal in against.get(id, ()))
        return holds[id]

    return tuple(j for j in listed if j.decision != "withdraw" and stands(j.id))


def joined_actors(judgements: Iterable[Judgement]) -> Mapping[str, str]:
    """Each actor that judgements in force say is the same as another, with the one id for both: a codebook's before a local one."""
    groups: list[set[str]] = []
    for judgement in judgements:
        pair = {anchor.actor for anchor in judgement.anchors if anchor.kind == "actor" and anchor.actor}
        if judgement.decision == "same" and len(pair) > 1:
            met = [group for group in groups if group & pair]
            groups = [group for group in groups if not group & pair] + [set().union(pair, *met)]
    return {actor: min(group, key=lambda id: (id.startswith(LOCAL), id)) for group in groups for actor in group}


def all_stand(ids: Iterable[str], judgements: Sequence[Judgement]) -> bool:
    """Whether judgements, or withdrawals of some, are known and nothing in force takes them back."""
    known = {judgement.id: judgement for judgement in judgements}
    for id in ids:
        if id not in known:
            return False
        # Were it no withdrawal but an ordinary judgement, would it hold?
        plain = [replace(j, decision="note") if j.id == id else j for j in judgements]
        if all(j.id != id for j in in_force(plain)):
            return False
    return True
