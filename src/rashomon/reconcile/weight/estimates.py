"""Tolls as a lowest, a best and a highest figure, by each rule of the codebook."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from rashomon.codebook.grades import EstimateRule, Order, estimate_rules
from rashomon.model import Account, Estimate
from rashomon.reconcile.accounts import Keyed
from rashomon.reconcile.numbers import GENERAL
from rashomon.reconcile.weight.support import Support

PEOPLE = "people"
UNDATED = ""


def estimates(
    accounts: Sequence[Keyed], between: Sequence[tuple[str, str]], supports: Mapping[str, Support]
) -> tuple[Estimate, ...]:
    """The estimates of a toll by every rule, people of each kind apart; those of people in general first.

    A figure for one kind of people that contradicts one for people in general stands beside it; that none of one kind
    were hurt says nothing of the others.
    """
    wholes = [keyed for keyed in accounts if _is_whole(keyed.account) and not _is_overtaken(keyed, accounts)]
    general = {keyed.account.id for keyed in wholes if _group(keyed.account) == PEOPLE}
    apart = {one for pair in between for one, other in (pair, pair[::-1]) if other in general}
    groups: dict[str, list[Account]] = defaultdict(list)
    for keyed in wholes:
        beside = keyed.account.id in apart and keyed.account.high != 0
        groups[PEOPLE if beside else _group(keyed.account)].append(keyed.account)
    ordered = sorted(groups, key=lambda who: (who != PEOPLE, who))
    rules = estimate_rules().values()
    return tuple(_estimate(rule, who, groups[who], supports) for rule in rules for who in ordered)


def _is_whole(account: Account) -> bool:
    return not account.rejected and not account.partial and (account.low is not None or account.high is not None)


def _group(account: Account) -> str:
    who = (account.who or "").lower()
    return PEOPLE if who in GENERAL else who


def _is_overtaken(keyed: Keyed, accounts: Sequence[Keyed]) -> bool:
    """Whether the same claimant gave another figure for the same people on a later day."""
    account, said = keyed.account, _said(keyed.account)
    return said != UNDATED and any(
        other.claimant == keyed.claimant
        and _is_whole(other.account)
        and _group(other.account) == _group(account)
        and _said(other.account) > said
        for other in accounts
    )


def _estimate(rule: EstimateRule, who: str, told: Sequence[Account], supports: Mapping[str, Support]) -> Estimate:
    kept = [account for account in told if account.status not in rule.leave_out] or list(told)
    keys = {account.id: tuple(_keys(rule, account, supports)) for account in kept}
    first = min(kept, key=lambda account: (*keys[account.id], account.id))
    like = [account for account in kept if (account.low, account.high) == (first.low, first.high)]
    ends = [account.high for account in told]
    return Estimate(
        rule=rule.name,
        who=who,
        low=min(account.low or 0 for account in told),
        best=_figure(first),
        high=None if None in ends else max(end for end in ends if end is not None),
        why=_why(rule, first, told, kept, supports),
        accounts=tuple(account.id for account in like),
    )


def _keys(rule: EstimateRule, account: Account, supports: Mapping[str, Support]) -> Iterator[object]:
    for order in rule.best:
        yield _place(order, rule, account, supports)


def _place(order: Order, rule: EstimateRule, account: Account, supports: Mapping[str, Support]) -> object:
    """Where an account stands in an order; less is better."""
    if order == "support":
        return -supports[account.id].sources
    if order == "latest":
        said = account.said.end or account.said.start
        return -said.toordinal() if said is not None else 0
    if order == "kind":
        places = [rule.sources.index(kind) for kind in account.sources if kind in rule.sources]
        return min(places, default=len(rule.sources))
    return _figure(account) if order == "lowest" else -_figure(account)


def _figure(account: Account) -> int:
    """The lower end of a range; of "up to" the upper, which is all that is told."""
    return account.low if account.low is not None else account.high or 0


def _said(account: Account) -> str:
    return str(account.said.start or UNDATED)


def _why(
    rule: EstimateRule,
    best: Account,
    told: Sequence[Account],
    kept: Sequence[Account],
    supports: Mapping[str, Support],
) -> str:
    figures = sorted(told, key=lambda account: (_figure(account), account.id))
    listed = ", ".join(dict.fromkeys(_listed(account, supports) for account in figures))
    left = len(told) - len(kept)
    out = f"; {left} not taken for best, as {' or '.join(sorted(rule.leave_out))}" if left else ""
    return f"{_figure(best)} is {rule.words}: {listed}{out}."


def _listed(account: Account, supports: Mapping[str, Support]) -> str:
    sources = supports[account.id].sources
    day = account.said.end or account.said.start
    said = f", said {day}" if day is not None else ""
    end = "+" if account.high is None else f"-{account.high}" if account.high != _figure(account) else ""
    return f"{_figure(account)}{end} ({sources} source{'' if sources == 1 else 's'}{said})"
