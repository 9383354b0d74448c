"""Weighing the questions of one incident: each account and finding with what it rests on."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from rashomon.codebook.questions import QuestionEntry
from rashomon.codebook.sources import sources
from rashomon.model import Account, Answered, Incident, SourceCount, Weight
from rashomon.reconcile.accounts import Keyed
from rashomon.reconcile.answers import Answer, Told
from rashomon.reconcile.origins import Origins
from rashomon.reconcile.weight.bodies import body_of
from rashomon.reconcile.weight.estimates import estimates
from rashomon.reconcile.weight.harm import harm_grade, harmed
from rashomon.reconcile.weight.kinds import kinds_of
from rashomon.reconcile.weight.numbers import graded
from rashomon.reconcile.weight.sides import Sides
from rashomon.reconcile.weight.silence import silences
from rashomon.reconcile.weight.support import independent, supports


@dataclass(frozen=True, slots=True)
class Compared:
    """A question of the codebook with the accounts of it as they were compared, and the finding."""

    entry: QuestionEntry
    accounts: Sequence[Keyed]
    answered: Answered


def weighed(
    incident: Incident, compared: Sequence[Compared], told: Sequence[Told], sides: Sides, origins: Origins
) -> Incident:
    """The incident with its sides, and every account, finding and the harm that is told of with its weight."""
    placed = [replace(one, accounts=[_placed(keyed, sides) for keyed in one.accounts]) for one in compared]
    answered = tuple(_weighed(one, origins) for one in placed)
    answered = tuple(replace(one, silent=silences(one, told, sides)) for one in answered)
    harm = {account.id for account in harmed(answered)}
    accounts = [keyed for one in placed for keyed in one.accounts if keyed.account.id in harm]
    return replace(
        incident,
        questions=answered,
        sides=sides.named,
        grade=harm_grade(answered, sides, independent(accounts, origins)[0], incident.verdicts),
    )


def _placed(keyed: Keyed, sides: Sides) -> Keyed:
    """An account with the side that its claimant stands with, and the kinds of source that it is."""
    claimant = keyed.account.claimant
    side = sides.role(body_of(claimant))
    return replace(keyed, account=replace(keyed.account, side=side, sources=kinds_of(claimant, side)))


def _weighed(one: Compared, origins: Origins) -> Answered:
    support = supports(one.entry, one.answered, one.accounts, origins)
    graded_by_id: Mapping[str, Account] = {
        keyed.account.id: replace(keyed.account, grade=graded(keyed.account, support.get(keyed.account.id)))
        for keyed in one.accounts
    }
    standing = [keyed for keyed in one.accounts if not keyed.account.rejected]
    return replace(
        one.answered,
        accounts=tuple(graded_by_id[account.id] for account in one.answered.accounts),
        weight=Weight(
            reports=len({report for keyed in standing for report in keyed.account.reports}),
            independent_origins=origins.count(_answers(standing)),
            sources=_counted(standing),
            estimates=estimates(one.accounts, one.answered.between, support)
            if one.entry.question.kind == "number"
            else (),
        ),
    )


def _answers(accounts: Iterable[Keyed]) -> list[Answer]:
    return [answer for keyed in accounts for answer in keyed.answers]


def _counted(accounts: Sequence[Keyed]) -> tuple[SourceCount, ...]:
    """How many claimants of each kind there are, in the order of the codebook."""
    kinds = {keyed.claimant: keyed.account.sources for keyed in accounts}
    counted = Counter(kind for found in kinds.values() for kind in found)
    rows = (entry.kind for entry in sources() if counted[entry.kind])
    return tuple(SourceCount(kind=kind, claimants=counted[kind]) for kind in rows)
