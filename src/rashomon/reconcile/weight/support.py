"""How many independent origins say the same as an account, and how many stand behind what contradicts it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rashomon.codebook.questions import QuestionEntry
from rashomon.model import Answered
from rashomon.reconcile.accounts import Keyed
from rashomon.reconcile.answers import Answer
from rashomon.reconcile.counts import alike
from rashomon.reconcile.numbers import comparable
from rashomon.reconcile.origins import Origins


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
    standing = [keyed for keyed in accounts if not keyed.account.rejected]
    opposed: dict[str, set[str]] = {}
    for one, other in answered.between:
        opposed.setdefault(one, set()).add(other)
        opposed.setdefault(other, set()).add(one)
    found = {}
    for keyed in standing:
        like = [other for other in standing if other is keyed or _say_the_same(entry, keyed, other)]
        against = [other for other in standing if other.account.id in opposed.get(keyed.account.id, ())]
        found[keyed.account.id] = Support(
            origins=origins.count(_answers(like)),
            against=origins.count(_answers(against)),
            claimants=len({other.claimant for other in like}),
        )
    return found


def _answers(accounts: Sequence[Keyed]) -> list[Answer]:
    return [answer for keyed in accounts for answer in keyed.answers]


def _say_the_same(entry: QuestionEntry, one: Keyed, other: Keyed) -> bool:
    """Whether two accounts give one figure for the same things, or share what they are compared by."""
    left, right = one.account, other.account
    if entry.question.kind in ("number", "count"):
        if (left.low, left.high) != (right.low, right.high):
            return False
        return comparable(left, right) if entry.question.kind == "number" else alike(entry, left, right)
    return bool(one.keys & other.keys)
