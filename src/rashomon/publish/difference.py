"""What a ledger says that an earlier one did not: incidents, accounts, revisions, and what came into dispute.

Both ledgers are pure functions of what was known; so is their difference. Incidents are matched by the reported incidents that
they have in common, accounts by their claimant and value.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rashomon.model import Account, Answered, Finding, Incident, Ledger
from rashomon.model.codec import Json
from rashomon.publish.contract import account_json
from rashomon.publish.words import in_passing, outlets, position_words

SCHEMA = "rashomon.diff/1"
Pair = tuple[str, str]
"""A claimant and what it says, as they are matched."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Revised:
    """An account by somebody who answered the question before, and what it said then."""

    account: Account
    before: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """An account that was in the earlier ledger and does not stand in this one."""

    claimant: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """A question whose accounts or finding changed; `before` is None where nobody answered it then."""

    answered: Answered
    before: Finding | None
    new: tuple[Account, ...] = ()
    revised: tuple[Revised, ...] = ()
    gone: tuple[Gone, ...] = ()

    @property
    def newly_disputed(self) -> bool:
        """Whether accounts contradict one another now and did not before."""
        return self.answered.finding == "contradicts" != self.before

    @property
    def settled(self) -> bool:
        """Whether accounts contradicted one another before and do so no more."""
        return self.before == "contradicts" != self.answered.finding


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """An incident with what is new in it; `before` are the earlier ones that it is, none for a new one."""

    number: int
    incident: Incident
    before: tuple[str, ...]
    questions: tuple[Changed, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What is new since a day: reports, judgements, incidents; `lost` are titles of incidents that are there no more."""

    since: str
    basis: str
    reports: tuple[str, ...]
    judgements: tuple[str, ...]
    undated: int
    incidents: tuple[News, ...]
    lost: tuple[str, ...]


def difference(earlier: Ledger, ledger: Ledger) -> tuple[tuple[News, ...], tuple[str, ...]]:
    """The incidents in which something is new, in the order of the table, and the titles of those that are gone."""
    owner = {member: incident for incident in earlier.incidents for member in _members(incident)}
    sayings = _Sayings(earlier, ledger)
    found, met = [], set()
    for number, incident in enumerate(ledger.incidents, 1):
        before = list({owner[m].id: owner[m] for m in _members(incident) if m in owner}.values())
        met |= {one.id for one in before}
        questions = tuple(_changed(sayings, before, incident))
        if questions or len(before) != 1:
            ids = tuple(sorted(one.id for one in before))
            found.append(News(number=number, incident=incident, before=ids, questions=questions))
    return tuple(found), tuple(one.title for one in earlier.incidents if one.id not in met)


class _Sayings:
    """Who said what in the earlier ledger and who says what in this one, wherever that is.

    An account that stood in another incident, for its reports were joined otherwise, is neither new nor gone.
    """

    def __init__(self, earlier: Ledger, ledger: Ledger) -> None:
        self.earlier, self.ledger = earlier, ledger
        self._known = {heading.id for heading in earlier.reports}
        self._then, self._now = _anywhere(earlier), _anywhere(ledger)

    def is_new(self, question: str, pair: Pair, account: Account) -> bool:
        """Whether nobody knew of an account before."""
        return (question, *pair) not in self._then or any(e.report not in self._known for e in account.evidence)

    def is_gone(self, question: str, pair: Pair) -> bool:
        """Whether an account stands nowhere any more."""
        return (question, *pair) not in self._now


def _anywhere(ledger: Ledger) -> set[tuple[str, str, str]]:
    asked = ((answered.question, answered) for incident in ledger.incidents for answered in incident.questions)
    return {(question, *pair) for question, answered in asked for pair in _said(ledger, [answered])}


def _members(incident: Incident) -> Iterator[Pair]:
    return ((role.id, local) for role in incident.reports for local in role.local)


def _changed(sayings: _Sayings, before: Sequence[Incident], incident: Incident) -> Iterator[Changed]:
    then: dict[str, list[Answered]] = defaultdict(list)
    for one in before:
        for answered in one.questions:
            then[answered.question].append(answered)
    for answered in incident.questions:
        changed = _question(sayings, then.get(answered.question, []), answered)
        if changed.new or changed.revised or changed.gone or changed.newly_disputed or changed.settled:
            yield changed


def _question(sayings: _Sayings, before: Sequence[Answered], answered: Answered) -> Changed:
    then, now = _said(sayings.earlier, before), _said(sayings.ledger, [answered])
    fresh = {p: a for p, a in now.items() if p not in then and sayings.is_new(answered.question, p, a)}
    lost = {pair: account for pair, account in then.items() if pair not in now}
    revised = {pair: _replaced(pair, fresh[pair], then, now) for pair in fresh}
    findings = [one.finding for one in before]
    disputed: Finding | None = "contradicts" if "contradicts" in findings else None
    return Changed(
        answered=answered,
        before=disputed or next(iter(findings), None),
        new=tuple(_once(account for pair, account in fresh.items() if not revised[pair])),
        revised=tuple(Revised(account=fresh[pair], before=values) for pair, values in revised.items() if values),
        gone=tuple(
            Gone(claimant=account_name(account, sayings.earlier), value=pair[1])
            for pair, account in lost.items()
            if sayings.is_gone(answered.question, pair)
        ),
    )


def _replaced(
    pair: Pair, account: Account, then: Mapping[Pair, Account], now: Mapping[Pair, Account]
) -> tuple[str, ...]:
    """What the claimant said before in place of what it says now: figures for the same people, answers it gave up.

    The least figure first: accounts stand in no order that means anything.
    """
    said = [(one.low or 0, value, one) for (claimant, value), one in then.items() if claimant == pair[0]]
    before = {value: one for _, value, one in sorted(said, key=lambda known: known[:2])}
    if account.value is None:
        return tuple(v for v, one in before.items() if one.who == account.who and one.partial == account.partial)
    return tuple(before) if not any((pair[0], value) in now for value in before) else ()


def _said(ledger: Ledger, questions: Sequence[Answered]) -> Mapping[Pair, Account]:
    """Who says what, of accounts that nobody rejected; the parts of an answer in words one by one."""
    names = {heading.id: heading.outlet or heading.name for heading in ledger.reports}
    accounts = [account for answered in questions for account in answered.accounts if not account.rejected]
    return {
        (_claimant(account, names), value): account
        for account in accounts
        for value in (account.value.split("; ") if account.value is not None else [position_words(account)])
    }


def _claimant(account: Account, names: Mapping[str, str]) -> str:
    """What tells a claimant from others; an outlet in its own voice is that outlet, an unnamed source that of its relay."""
    claimant = account.claimant
    if claimant is None:
        return f"outlet:{names.get(account.reports[0], account.reports[0])}"
    if claimant.anonymous:
        return f"{claimant.name}:{account.relayed_by[:1] or account.reports[:1]}"
    return claimant.actor or claimant.name


def account_name(account: Account, ledger: Ledger) -> str:
    """The claimant in words; an outlet in its own voice goes by its name."""
    return account.claimant.name if account.claimant else ", ".join(outlets(account.reports, ledger))


def _once(accounts: Iterator[Account]) -> Iterator[Account]:
    return iter({account.id: account for account in accounts}.values())


def difference_json(found: Difference) -> dict[str, Json]:
    """The difference as plain JSON values; accounts are as in the ledger's contract."""
    return {
        "schema": SCHEMA,
        "since": found.since,
        "by": found.basis,
        "reports": list(found.reports),
        "judgements": list(found.judgements),
        "undated": found.undated,
        "incidents": [_news_json(news) for news in found.incidents],
        "lost": list(found.lost),
    }


def _news_json(news: News) -> dict[str, Json]:
    return {
        "number": news.number,
        "incident": news.incident.id,
        "title": news.incident.title,
        "main": not in_passing(news.incident),
        "before": list(news.before),
        "questions": [changed_json(changed) for changed in news.questions],
    }


def changed_json(changed: Changed) -> dict[str, Json]:
    """A question whose accounts or finding changed as plain JSON values."""
    return {
        "question": changed.answered.question,
        "finding": changed.answered.finding,
        "before": changed.before,
        "reason": changed.answered.reason,
        "newly_disputed": changed.newly_disputed,
        "settled": changed.settled,
        "new": [account_json(account) for account in changed.new],
        "revised": [{"account": account_json(one.account), "before": list(one.before)} for one in changed.revised],
        "gone": [{"claimant": one.claimant, "value": one.value} for one in changed.gone],
    }
