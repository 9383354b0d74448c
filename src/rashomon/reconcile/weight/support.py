"""How many independent origins say the same as an account, and how many stand behind what contradicts it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rashomon.codebook.questions import QuestionEntry
from rashomon.model import Account, Answered
from rashomon.reconcile.accounts import Keyed
from rashomon.reconcile.counts import alike
from rashomon.reconcile.numbers import comparable
from rashomon.reconcile.origins import Origins, joined


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """Origins for and against one account, and the claimants who say the same (itself among them)."""

    origins: int
    against: int
    claimants: int


def supports(
    entry: QuestionEntry, answered: Answered, accounts: Sequence[Keyed], origins: Origins
) -> Mapping[str, Support]:
    """The support of each account that nobody rejected, by its id."""
    standing = {keyed.account.id: keyed for keyed in accounts if not keyed.account.rejected}
    behind = {id: origins.behind(keyed.answers) for id, keyed in standing.items()}
    opposed: dict[str, list[str]] = defaultdict(list)
    for one, other in answered.between:
        opposed[one].append(other)
        opposed[other].append(one)
    alike = _alike(entry, list(standing.values()))
    return {
        id: Support(
            origins=joined(frozenset().union(*(behind[other] for other in alike[id]))),
            against=joined(frozenset().union(*(behind[other] for other in opposed[id] if other in behind))),
            claimants=len({standing[other].claimant for other in alike[id]}),
        )
        for id in standing
    }


def _alike(entry: QuestionEntry, accounts: Sequence[Keyed]) -> Mapping[str, Sequence[str]]:
    """The accounts that say the same as each, itself among them; only those with something in common are compared."""
    shelves: dict[object, list[Keyed]] = defaultdict(list)
    for keyed in accounts:
        for label in _labels(entry, keyed):
            shelves[label].append(keyed)
    return {
        keyed.account.id: list(
            dict.fromkeys(
                other.account.id
                for label in _labels(entry, keyed)
                for other in shelves[label]
                if other is keyed or _say_the_same(entry, keyed.account, other.account)
            )
        )
        for keyed in accounts
    }


def _labels(entry: QuestionEntry, keyed: Keyed) -> Iterable[object]:
    """What accounts that say the same have in common: the figure, or one of the things that they are compared by."""
    if entry.question.kind in ("number", "count"):
        return ((keyed.account.low, keyed.account.high),)
    return sorted(keyed.keys)


def _say_the_same(entry: QuestionEntry, one: Account, other: Account) -> bool:
    """Whether two accounts that have something in common speak of the same things."""
    if entry.question.kind == "number":
        return comparable(one, other)
    return entry.question.kind != "count" or alike(entry, one, other)
