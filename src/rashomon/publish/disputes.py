"""Every contradiction of a ledger, the sharpest first.

Sharpness is stated, not felt: how far the two accounts lie apart, and how many independent origins stand behind the weaker
of them. Incidents that some report is about come before those that are told in passing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log2

from rashomon.model import Account, Answered, Incident, Ledger
from rashomon.model.codec import Json, encode
from rashomon.publish.contract import account_json
from rashomon.publish.words import in_passing, question_words, standing

SCHEMA = "rashomon.disputes/1"
FARTHEST = 5.0
"""The most that a distance counts: figures more than some thirty times another are apart, however far."""
YES_AND_NO = 2.0
"""What two accounts in words lie apart: as two figures of which one is four times the other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """A question about an incident on which accounts contradict one another; `number` is the incident's in the table.

    `sharpness` is that of the sharpest pair; `accounts` are those that any contradiction is between.
    """

    number: int
    incident: Incident
    answered: Answered
    accounts: tuple[Account, ...]
    sharpness: float


def disputes(ledger: Ledger) -> tuple[Dispute, ...]:
    """The contradictions of all incidents, sharpest first; equally sharp ones in the order of the table."""
    found = [
        _dispute(number, incident, answered)
        for number, incident in enumerate(ledger.incidents, 1)
        for answered in incident.questions
        if answered.finding == "contradicts"
    ]
    return tuple(sorted(found, key=lambda one: (in_passing(one.incident), -one.sharpness)))


def _dispute(number: int, incident: Incident, answered: Answered) -> Dispute:
    by_id = {account.id: account for account in standing(answered)}
    pairs = [(by_id[one], by_id[other]) for one, other in answered.between if one in by_id and other in by_id]
    involved = {account.id for pair in pairs for account in pair}
    return Dispute(
        number=number,
        incident=incident,
        answered=answered,
        # A ledger of an earlier version does not say which accounts they are.
        accounts=tuple(a for a in standing(answered) if a.id in involved or not involved),
        sharpness=round(max((sharpness(*pair) for pair in pairs), default=0.0), 2),
    )


def sharpness(one: Account, other: Account) -> float:
    """The distance of two accounts in powers of two, and the origins of the weaker, also in powers of two."""
    return _distance(one, other) + log2(1 + min(one.independent_origins, other.independent_origins))


def _distance(one: Account, other: Account) -> float:
    if one.value is not None or other.value is not None:
        return YES_AND_NO
    lower, higher = sorted((one, other), key=lambda account: account.low or 0)
    below, above = lower.high if lower.high is not None else lower.low or 0, higher.low or 0
    return min(FARTHEST, abs(log2((above + 1) / (below + 1))))


def disputes_json(found: Sequence[Dispute]) -> dict[str, Json]:
    """The disputes as plain JSON values, each with the accounts in question as the ledger's contract has them."""
    return {"schema": SCHEMA, "disputes": [_json(dispute) for dispute in found]}


def _json(dispute: Dispute) -> dict[str, Json]:
    incident, answered = dispute.incident, dispute.answered
    return {
        "number": dispute.number,
        "incident": incident.id,
        "title": incident.title,
        "date": encode(incident.date),
        "main": not in_passing(incident),
        "question": answered.question,
        "words": question_words(answered.question),
        "reason": answered.reason,
        "sharpness": dispute.sharpness,
        "between": [list(pair) for pair in answered.between],
        "accounts": [account_json(account) for account in dispute.accounts],
    }
