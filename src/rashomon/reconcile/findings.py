"""Comparing the accounts of one question: do they agree, are they compatible, do they contradict, was one revised."""

from collections.abc import Callable, Sequence
from itertools import combinations

from rashomon.codebook.questions import QuestionEntry
from rashomon.model import Account, Answered, Finding
from rashomon.reconcile.accounts import Keyed
from rashomon.reconcile.descriptions import differ
from rashomon.reconcile.numbers import comparable, equal, meet
from rashomon.reconcile.polarity import opposed

Clash = Callable[[Keyed, Keyed], bool]
ALL_REJECTED = "Every account of it was rejected by a person."


def compare(entry: QuestionEntry, accounts: Sequence[Keyed]) -> Answered:
    """The finding over all accounts of a question that nobody rejected, with one sentence that says why."""
    standing = [keyed for keyed in accounts if not keyed.account.rejected]
    finding, reason = _finding(entry, standing) if standing else ("silent", ALL_REJECTED)
    listed = tuple(keyed.account for keyed in accounts)
    return Answered(question=entry.question.id, finding=finding, reason=reason, accounts=listed)


def _finding(entry: QuestionEntry, accounts: Sequence[Keyed]) -> tuple[Finding, str]:
    if len({keyed.claimant for keyed in accounts}) == 1 and len(accounts) == 1:
        return "single", f"Only {_name(accounts[0].account)} {_answers(accounts[0].account)} it."
    clashes = [pair for pair in combinations(accounts, 2) if _clash(entry, *pair)]
    between = [pair for pair in clashes if pair[0].claimant != pair[1].claimant]
    if between:
        left, right = _sharpest(between)
        return "contradicts", f"{_says(left.account)}, {_says(right.account)}."
    revisions = [pair for pair in combinations(accounts, 2) if pair in clashes or _revises(entry, *pair)]
    if revisions:
        left, right = revisions[0]
        return "revised", f"{_says(left.account)} and later {_value(right.account)}."
    if len({keyed.claimant for keyed in accounts}) == 1:
        return "single", f"Only {_name(accounts[0].account)} {_answers(accounts[0].account)} it."
    if _all_equal(entry, accounts):
        return "agrees", f"{len({k.claimant for k in accounts})} claimants say {_value(accounts[0].account)}."
    return "compatible", "The accounts differ in what they say, but all of them can be true."


def _clash(entry: QuestionEntry, left: Keyed, right: Keyed) -> bool:
    if entry.question.kind == "number":
        return comparable(left.account, right.account) and not meet(left.account, right.account)
    if entry.question.kind == "polarity":
        return opposed(entry, left.account.value or "", right.account.value or "")
    return differ(entry, left.keys, right.keys)


def _revises(entry: QuestionEntry, left: Keyed, right: Keyed) -> bool:
    """Whether one claimant gave another figure for the same people on a later day, even where both can be true."""
    if entry.question.kind != "number" or left.claimant != right.claimant:
        return False
    one, other = left.account, right.account
    dated = one.said.start is not None and other.said.start is not None and one.said != other.said
    return dated and comparable(one, other) and (one.low, one.high) != (other.low, other.high)


def _all_equal(entry: QuestionEntry, accounts: Sequence[Keyed]) -> bool:
    first = accounts[0]
    if entry.question.kind == "number":
        return all(equal(first.account, keyed.account) for keyed in accounts[1:])
    return all(keyed.keys == first.keys for keyed in accounts[1:])


def _sharpest(pairs: Sequence[tuple[Keyed, Keyed]]) -> tuple[Keyed, Keyed]:
    """The pair of named claimants before outlets' own voices, else the first."""
    return max(pairs, key=lambda pair: sum(keyed.account.claimant is not None for keyed in pair))


def _says(account: Account) -> str:
    return f"{_name(account)} {'say' if _is_plural(account) else 'says'} {_value(account)}"


def _answers(account: Account) -> str:
    return "answer" if _is_plural(account) else "answers"


def _is_plural(account: Account) -> bool:
    return account.claimant is not None and account.claimant.plural


def _name(account: Account) -> str:
    return account.claimant.name if account.claimant else "a report in its own voice"


def _value(account: Account) -> str:
    if account.value is not None:
        return account.value
    if account.low is None and account.high is None:
        return account.hedge or "an unstated number"
    if account.high is None:
        return f"at least {account.low}"
    if account.low is None:
        return f"up to {account.high}"
    return str(account.low) if account.low == account.high else f"{account.low} to {account.high}"
