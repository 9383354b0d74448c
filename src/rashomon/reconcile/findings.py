"""Comparing the accounts of one question: do they agree, are they compatible, do they contradict, was one revised."""

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from rashomon.codebook.counted import counted_words
from rashomon.codebook.questions import QuestionEntry
from rashomon.model import Account, Answered, Finding, How, QuestionKind
from rashomon.reconcile.accounts import Keyed
from rashomon.reconcile.counts import apart
from rashomon.reconcile.descriptions import UNSORTED, differ
from rashomon.reconcile.doers import other_doers
from rashomon.reconcile.numbers import comparable, equal, is_earlier, meet, overtaken
from rashomon.reconcile.places import elsewhere, one_narrow_answer
from rashomon.reconcile.polarity import opposed
from rashomon.reconcile.times import other_days
from rashomon.reconcile.victims import other_people

Test = Callable[[QuestionEntry, Keyed, Keyed], bool]
HOW: dict[QuestionKind, How] = {
    "number": "number",
    "count": "number",
    "people": "identity",
    "polarity": "polarity",
    "place": "place",
    "time": "time",
}
ALL_REJECTED = "Every account of it was rejected by a person."


def compare(entry: QuestionEntry, accounts: Sequence[Keyed]) -> Answered:
    """The finding over all accounts of a question that nobody rejected, with one sentence that says why."""
    listed = tuple(keyed.account for keyed in accounts)
    standing = [keyed for keyed in accounts if not keyed.account.rejected]
    if not standing:
        return Answered(question=entry.question.id, finding="silent", reason=ALL_REJECTED, accounts=listed)
    clashes = [pair for pair in combinations(standing, 2) if CLASHES[entry.question.kind](entry, *pair)]
    between = [pair for pair in clashes if pair[0].claimant != pair[1].claimant]
    between = [pair for pair in between if not _reconciled(entry, pair, standing)]
    apart = frozenset((left.account.id, right.account.id) for left, right in clashes)
    histories = [history for history in _histories(entry, standing, apart) if history]
    finding, reason = _parted(between) if between else _finding(entry, standing, histories)
    return Answered(
        question=entry.question.id,
        finding=finding,
        reason=reason,
        accounts=listed,
        between=tuple((left.account.id, right.account.id) for left, right in between),
        how=_how(entry) if between else None,
        revised=tuple(tuple(keyed.account.id for keyed in history) for history in histories),
    )


def _how(entry: QuestionEntry) -> How:
    """What accounts of a question part in."""
    if entry.question.kind == "description":
        return "kind" if entry.groups else "identity"
    return HOW[entry.question.kind]


def _histories(
    entry: QuestionEntry, accounts: Sequence[Keyed], apart: frozenset[tuple[str, str]]
) -> Iterator[list[Keyed]]:
    """The accounts of each claimant that changed its answer, in the order in which they were said."""
    by_claimant: dict[str, list[Keyed]] = {}
    for keyed in accounts:
        by_claimant.setdefault(keyed.claimant, []).append(keyed)
    for own in by_claimant.values():
        changed: set[str] = set()
        for left, right in combinations(own, 2):
            ids = (left.account.id, right.account.id)
            if _revises(entry, left, right, clash=ids in apart):
                changed.update(ids)
        told = [keyed for keyed in own if keyed.account.id in changed]
        yield sorted(told, key=lambda keyed: (not is_earlier(keyed.answers), str(keyed.account.said.start or "9999")))


def _parted(between: Sequence[tuple[Keyed, Keyed]]) -> tuple[Finding, str]:
    left, right = _sharpest(between)
    return "contradicts", f"{_says(left.account)}, {_says(right.account)}."


def _finding(
    entry: QuestionEntry, accounts: Sequence[Keyed], histories: Sequence[Sequence[Keyed]]
) -> tuple[Finding, str]:
    if len(accounts) == 1:
        return "single", f"Only {_name(accounts[0].account)} {_answers(accounts[0].account)} it."
    if histories:
        first, *later = (keyed.account for keyed in histories[0])
        return "revised", f"{_says(first)} and later {', then '.join(_value(account) for account in later)}."
    if len({keyed.claimant for keyed in accounts}) == 1:
        return "single", f"Only {_name(accounts[0].account)} {_answers(accounts[0].account)} it."
    if _all_equal(entry, accounts):
        return "agrees", f"{len({k.claimant for k in accounts})} claimants say {_value(accounts[0].account)}."
    return "compatible", "The accounts differ in what they say, but all of them can be true."


def _numbers_clash(entry: QuestionEntry, left: Keyed, right: Keyed) -> bool:
    if is_earlier(left.answers) or is_earlier(right.answers):
        return False
    return comparable(left.account, right.account) and not meet(left.account, right.account)


def _counts_clash(entry: QuestionEntry, left: Keyed, right: Keyed) -> bool:
    return apart(entry, left.account, right.account)


def _places_clash(entry: QuestionEntry, left: Keyed, right: Keyed) -> bool:
    return elsewhere(entry, left.answers, right.answers)


def _times_clash(entry: QuestionEntry, left: Keyed, right: Keyed) -> bool:
    return other_days(entry, left.answers, right.answers)


def _people_clash(entry: QuestionEntry, left: Keyed, right: Keyed) -> bool:
    return other_people(entry, left.answers, right.answers)


def _values_clash(entry: QuestionEntry, left: Keyed, right: Keyed) -> bool:
    return opposed(entry, left.answers, right.answers)


def _words_clash(entry: QuestionEntry, left: Keyed, right: Keyed) -> bool:
    return differ(entry, left.keys, right.keys) if entry.groups else other_doers(left.keys, right.keys)


CLASHES: dict[QuestionKind, Test] = {
    "number": _numbers_clash,
    "count": _counts_clash,
    "people": _people_clash,
    "place": _places_clash,
    "time": _times_clash,
    "polarity": _values_clash,
    "description": _words_clash,
}
"""By kind of question, whether two accounts can't both be right."""


def _reconciled(entry: QuestionEntry, pair: tuple[Keyed, Keyed], accounts: Sequence[Keyed]) -> bool:
    """Whether two accounts that clash need not part, for what the same or other claimants say besides."""
    if entry.question.kind == "count":
        return _meet_elsewhere(pair, accounts)
    if entry.question.kind == "number":
        return _overtaken(pair, accounts)
    return entry.question.kind in ("place", "time") and _named_together(pair, accounts)


def _named_together(pair: tuple[Keyed, Keyed], accounts: Sequence[Keyed]) -> bool:
    """Whether one account names a place or day of each: then it was in both, or it is told beside what it answers."""
    left, right = pair
    return any(keyed.keys & left.keys and keyed.keys & right.keys for keyed in accounts)


def _overtaken(pair: tuple[Keyed, Keyed], accounts: Sequence[Keyed]) -> bool:
    """Whether the claimant of one figure names the other's as one that has been overtaken."""
    return any(
        overtaken(one.account, [answer for k in accounts if k.claimant == other.claimant for answer in k.answers])
        for one, other in (pair, pair[::-1])
    )


def _meet_elsewhere(pair: tuple[Keyed, Keyed], accounts: Sequence[Keyed]) -> bool:
    """Whether the claimants of two counts agree on another: who tells of several salvos is not held to each."""
    left, right = ([k.account for k in accounts if k.claimant == one.claimant] for one in pair)
    return any(one.who == other.who and meet(one, other) for one in left for other in right)


def _revises(entry: QuestionEntry, left: Keyed, right: Keyed, *, clash: bool) -> bool:
    """Whether one claimant gave another answer: a figure for the same people on a later day revises, even if both fit.

    Two counts of one report are of two salvos; only on different days is the one the revision of the other.
    """
    kind, one, other = entry.question.kind, left.account, right.account
    if left.claimant != right.claimant:
        return False
    if kind == "number" and is_earlier(left.answers) != is_earlier(right.answers):
        return comparable(one, other)
    dated = one.said.start is not None and other.said.start is not None and one.said != other.said
    if kind == "count":
        return clash and dated
    return clash or (
        kind == "number" and dated and comparable(one, other) and (one.low, one.high) != (other.low, other.high)
    )


def _all_equal(entry: QuestionEntry, accounts: Sequence[Keyed]) -> bool:
    first = accounts[0]
    if entry.question.kind == "number":
        return all(equal(first.account, keyed.account) for keyed in accounts[1:])
    if any(answer.partial for keyed in accounts for answer in keyed.answers):
        return False
    if entry.question.kind == "place" and one_narrow_answer([keyed.answers for keyed in accounts]):
        return True
    if first.keys == {UNSORTED}:
        return len({(keyed.account.value or "").lower() for keyed in accounts}) == 1
    return len({keyed.keys - {UNSORTED} for keyed in accounts}) == 1


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
    return f"{_number(account)} {account.who}" if account.who in counted_words().plurals else _number(account)


def _number(account: Account) -> str:
    if account.low is None and account.high is None:
        return account.hedge or "an unstated number"
    if account.high is None:
        return f"at least {account.low}"
    if account.low is None:
        return f"up to {account.high}"
    return str(account.low) if account.low == account.high else f"{account.low} to {account.high}"
