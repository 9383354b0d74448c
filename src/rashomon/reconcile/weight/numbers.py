"""The number of the Admiralty scale that is proposed for an account; the letter of its source is a person's alone."""

from collections.abc import Iterator

from rashomon.codebook.grades import Against, NumberRule, admiralty
from rashomon.model import Account, Grade, Verdict, grade_given
from rashomon.reconcile.weight.support import Support


def graded(account: Account, support: Support | None) -> Grade | None:
    """The grade of an account, with its arithmetic and what people say of it; None for one that a person rejected."""
    if support is None:
        return None
    rule = next(rule for rule in admiralty().rules if _fits(rule, account, support))
    letter, number, judgement = _given(account.verdicts)
    return Grade(
        scheme="admiralty",
        value=number or rule.number,
        proposed=rule.number,
        why=_why(rule, account, support),
        source=letter,
        judgement=judgement,
    )


def _fits(rule: NumberRule, account: Account, support: Support) -> bool:
    if rule.open is not None and rule.open != _is_open(account, support):
        return False
    return support.sources >= rule.sources and rule.against in (None, _against(support))


def _against(support: Support) -> Against:
    if not support.against:
        return "none"
    if support.against < support.sources:
        return "fewer"
    return "as many" if support.against == support.sources else "more"


def _is_open(account: Account, support: Support) -> bool:
    """Whether nothing can be weighed: a word for a number, or a single origin that tells it as not confirmed."""
    if account.value is None and account.low is None and account.high is None:
        return True
    return support.sources <= 1 and (account.status == "unconfirmed" or account.stance == "doubts")


def _given(verdicts: tuple[Verdict, ...]) -> tuple[str | None, str | None, str | None]:
    """The letter and the number that people gave last, and the judgement that gave either."""
    letter = number = judgement = None
    for verdict in verdicts:
        given = grade_given(verdict.value or "") if verdict.decision == "grade" else None
        if given is not None:
            letter, number, judgement = given[0] or letter, given[1] or number, verdict.judgement
    return letter, number, judgement


def _why(rule: NumberRule, account: Account, support: Support) -> str:
    words = f"{rule.number}, {admiralty().numbers[rule.number]}: {', '.join(_reasons(account, support))}."
    return f"{words[0].upper()}{words[1:]}"


def _reasons(account: Account, support: Support) -> Iterator[str]:
    if account.value is None and account.low is None and account.high is None:
        yield "the figure is a word alone"
    elif _is_open(account, support):
        yield "it is told as unconfirmed" if account.status == "unconfirmed" else "it is told in doubt"
    counts = f" (origins: {support.origins}, bodies: {support.bodies})"
    yield f"{_sources(support.sources)} {'says' if support.sources == 1 else 'say'} it{counts}"
    if support.against:
        yield f"{_sources(support.against)} {'contradicts' if support.against == 1 else 'contradict'} it"
    else:
        yield "nothing contradicts it"


def _sources(number: int) -> str:
    return f"{number} independent source{'' if number == 1 else 's'}"
