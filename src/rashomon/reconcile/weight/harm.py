"""Airwars' grade of the harm to civilians that is proposed for an incident, by their published definitions."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from rashomon.codebook.grades import Condition, airwars
from rashomon.codebook.questions import questions
from rashomon.model import Account, Answered, Grade, Verdict
from rashomon.reconcile.weight.bodies import body_of, chain, name_of
from rashomon.reconcile.weight.sides import Sides

HARM = frozenset({"killed", "wounded"})
"""Outcomes of a toll that are harm."""
NOT = "not "


@dataclass(frozen=True, slots=True, kw_only=True)
class Harm:
    """What is told of harm in an incident: the accounts, their independent sources, and who is named for it.

    `owning` are the sides, each the top of a chain of bodies, that say of themselves that they did it.
    """

    accounts: tuple[Account, ...]
    sources: int
    named: tuple[str, ...]
    rivals: tuple[str, ...]
    owning: frozenset[str]

    def count(self, kind: str) -> int:
        """How many of the accounts speak of civilians, or of fighters."""
        return sum(_is_of(account, kind) for account in self.accounts)


def accepted(harm: Harm) -> bool:
    """A side that says that it did it tells of harm to civilians."""
    return any(_is_of(account, "civilians") and _top(account) in harm.owning for account in harm.accounts)


def fighters_alone(harm: Harm) -> bool:
    """All accounts of harm speak of fighters and none of anybody else."""
    return all(_is_of(account, "fighters") and not _is_of(account, "civilians") for account in harm.accounts)


def several_named(harm: Harm) -> bool:
    """Accounts that contradict one another name different sides as having done it."""
    return len(harm.rivals) > 1


def several_sources(harm: Harm) -> bool:
    """Two or more independent sources tell of harm, and somebody is named for it."""
    return harm.sources > 1 and bool(harm.named)


def one_source(harm: Harm) -> bool:
    """One source alone tells of harm."""
    return harm.sources == 1


CONDITIONS: Mapping[Condition, Callable[[Harm], bool]] = {
    "accepted": accepted,
    "fighters_alone": fighters_alone,
    "several_named": several_named,
    "several_sources": several_sources,
    "one_source": one_source,
}


def harm_grade(answered: Sequence[Answered], sides: Sides, sources: int, verdicts: tuple[Verdict, ...]) -> Grade | None:
    """The grade of an incident; None where nobody tells of anybody killed or wounded, and no person graded it.

    `sources` is how many independent sources the accounts of harm have.
    """
    accounts = harmed(answered)
    known = {row.grade for row in airwars().grades}
    given = [v for v in verdicts if v.decision == "grade" and (v.value or "").strip().lower() in known]
    if not accounts and not given:
        return None
    rivals = _rivals(answered)
    named = tuple(side.name for side in sides.of("initiator")) or rivals
    harm = Harm(accounts=accounts, sources=sources, named=named, rivals=rivals, owning=_owning(answered))
    row = next((row for row in airwars().grades if accounts and CONDITIONS[row.when](harm)), None)
    proposed = row.grade if row is not None else None
    value = (given[-1].value or "").strip().lower() if given else proposed
    return Grade(
        scheme="airwars",
        value=value,
        proposed=proposed,
        why=_why(harm, f"{row.grade}: {row.words}" if row is not None else None),
        judgement=given[-1].judgement if given else None,
    )


def harmed(answered: Sequence[Answered]) -> tuple[Account, ...]:
    """The accounts that tell of people killed or wounded; a denial and a figure of none tell of no harm."""
    asked = {entry.question.id for entry in questions() if entry.outcome in HARM}
    return tuple(
        account
        for question in answered
        if question.question in asked
        for account in question.accounts
        if not account.rejected and account.high != 0 and account.stance != "denies"
    )


def _is_of(account: Account, kind: str) -> bool:
    pattern = airwars().civilians if kind == "civilians" else airwars().fighters
    return account.who is not None and pattern.search(account.who) is not None


def _rivals(answered: Sequence[Answered]) -> tuple[str, ...]:
    """Whom accounts that contradict one another name; a mere denial names nobody else."""
    for question in _of_doers(answered):
        by_id = {account.id: account for account in question.accounts}
        for pair in question.between:
            one, other = (_doers(by_id[id]) if id in by_id else frozenset() for id in pair)
            if one and other and not one & other:
                return tuple(sorted(one | other))
    return ()


def _owning(answered: Sequence[Answered]) -> frozenset[str]:
    """The sides that name themselves and nobody else."""
    accounts = (account for question in _of_doers(answered) for account in question.accounts if not account.rejected)
    sides = ((_top(account), account) for account in accounts)
    return frozenset(top for top, account in sides if top is not None and _doers(account) == {name_of(top)})


def _of_doers(answered: Sequence[Answered]) -> tuple[Answered, ...]:
    doers = {entry.question.id for entry in questions() if entry.role == "initiator"}
    return tuple(question for question in answered if question.question in doers)


def _top(account: Account) -> str | None:
    """The top of the chain of bodies that the claimant speaks for."""
    body = body_of(account.claimant)
    return chain(body)[-1] if body is not None else None


def _doers(account: Account) -> frozenset[str]:
    values = (account.value or "").split("; ")
    return frozenset(value for value in values if value and not value.startswith(NOT))


def _why(harm: Harm, grade: str | None) -> str:
    if not harm.accounts:
        return "Nobody tells of anybody killed or wounded."
    civilians, fighters = harm.count("civilians"), harm.count("fighters")
    told = f"{_counted(len(harm.accounts), 'account')} of harm from {_counted(harm.sources, 'independent source')}"
    whom = f"{civilians or 'none'} of civilians and {fighters or 'none'} of fighters"
    by = f"named for it: {', '.join(harm.named)}" if harm.named else "nobody is named for it"
    head = f"{grade[0].upper()}{grade[1:]}" if grade else "No grade fits"
    return f"{head} ({told}, {whom}; {by})."


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
