"""Taking answers together: one claimant's answer to one question is one account, through however many reports."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rashomon.model import (
    UNKNOWN_TIME,
    Account,
    Claimant,
    Evidence,
    Report,
    TimeInterval,
    content_id,
)
from rashomon.reconcile.answers import Answer
from rashomon.reconcile.origins import Origins


@dataclass(frozen=True, slots=True)
class Keyed:
    """An account with the keys or answers that it is compared by and what tells its claimant from others."""

    account: Account
    keys: frozenset[str]
    claimant: str
    answers: tuple[Answer, ...] = ()


def gather(
    incident: str, question: str, answers: Iterable[Answer], reports: Mapping[str, Report], origins: Origins
) -> tuple[Keyed, ...]:
    """The accounts of one question: figures one a claimant and value, other answers one a claimant."""
    groups: dict[tuple[str, str, bool], list[Answer]] = defaultdict(list)
    for answer in answers:
        numeric = answer.value is None
        groups[claimant_key(answer, reports), answer.key if numeric else "", answer.rejected].append(answer)
    found = [_account(incident, question, name, group, reports, origins) for (name, *_), group in groups.items()]
    return tuple(sorted(found, key=lambda keyed: (_first_said(keyed.account), keyed.account.id)))


def claimant_key(answer: Answer, reports: Mapping[str, Report]) -> str:
    """What makes two claimants the same: the actor, else the name; an outlet's own voice is that outlet."""
    claimant = answer.claimant
    if claimant is None:
        report = reports[answer.evidence.report]
        return f"outlet:{(report.outlet or report.id).lower()}"
    if claimant.anonymous:
        # Two outlets' "security sources" need not be the same people; one agency's are.
        relay = answer.relayed_by[0] if answer.relayed_by else answer.evidence.report
        return f"anonymous:{claimant.name.lower()}:{relay.lower()}"
    return f"actor:{claimant.actor}" if claimant.actor else f"name:{claimant.name.lower()}"


def _account(
    incident: str,
    question: str,
    claimant: str,
    group: Sequence[Answer],
    reports: Mapping[str, Report],
    origins: Origins,
) -> Keyed:
    ordered = sorted(group, key=lambda answer: (answer.evidence.report, answer.evidence.span.start))
    first = max(ordered, key=lambda answer: answer.evidence.confidence)
    told_by = tuple(dict.fromkeys(answer.evidence.report for answer in ordered))
    values = dict.fromkeys(answer.value for answer in ordered if answer.value)
    keys = frozenset(answer.key for answer in ordered)
    account = Account(
        id=content_id("c", incident, question, claimant, *sorted(keys), *(["rejected"] if first.rejected else [])),
        claimant=fullest(ordered),
        stance=first.stance,
        reports=told_by,
        evidence=tuple(_distinct(answer.evidence for answer in ordered)),
        independent_origins=origins.count(ordered),
        value="; ".join(values) if values else None,
        low=first.low,
        high=first.high,
        who=first.who,
        partial=first.partial,
        hedge=first.hedge,
        relayed_by=tuple(dict.fromkeys(relay for answer in ordered for relay in answer.relayed_by)),
        status=_status(ordered),
        said=_said(told_by, reports),
        rejected=first.rejected,
        as_read=next((answer.as_read for answer in ordered if answer.as_read is not None), None),
        verdicts=tuple(dict.fromkeys(verdict for answer in ordered for verdict in answer.verdicts)),
    )
    return Keyed(account, keys, claimant, tuple(ordered))


def fullest(answers: Sequence[Answer]) -> Claimant | None:
    """The claimant as the fullest mention has it: with a role rather than without, "its spokesman" last of all."""
    claimants = [answer.claimant for answer in answers if answer.claimant]
    return max(claimants, key=lambda c: (_tells_role(c), len(c.role or ""), c.name), default=None)


def _tells_role(claimant: Claimant) -> bool:
    return claimant.role is not None and not claimant.role.lower().startswith(("its ", "his ", "her ", "their "))


def _distinct(evidence: Iterable[Evidence]) -> list[Evidence]:
    found: dict[tuple[str, int, int], Evidence] = {}
    for item in evidence:
        found.setdefault((item.report, item.span.start, item.span.end), item)
    return list(found.values())


def _status(answers: Sequence[Answer]) -> str:
    """A claim that one report confirms and another calls unconfirmed stays unconfirmed."""
    found = {answer.status for answer in answers}
    return next((status for status in ("unconfirmed", "derived") if status in found), "stated")


def _said(told_by: Sequence[str], reports: Mapping[str, Report]) -> TimeInterval:
    """When it was said: no later than the first report of it."""
    dated = [reports[report].published for report in told_by if reports[report].published.known]
    return min(dated, key=lambda when: str(when.start or when.end), default=UNKNOWN_TIME)


def _first_said(account: Account) -> str:
    return account.said.start.isoformat() if account.said.start else "9999"
