"""How the weight of accounts and findings is worded; a grade always says whether rules propose it or a person gave it."""

from collections.abc import Iterator, Sequence

from rashomon.codebook.grades import admiralty, estimate_rules
from rashomon.codebook.sources import source_words
from rashomon.model import Account, Answered, Estimate, Incident, Role, Silence
from rashomon.publish.words import counted

PEOPLE = "people"
CAPTIONS: dict[Role | None, str] = {
    "initiator": "By {names}",
    "target": "Against {names}",
    "unclear": "Part unclear: {names}",
    None: "Others",
}
MOST_NAMED = 2


LEGEND = (
    "Information 1 to 6: the Admiralty scale, proposed from independent sources and contradiction; `rashomon why` shows the "
    "arithmetic, `rashomon judge grade` overrules it."
)


def default_rule() -> str:
    """The name of the rule by which tolls are estimated where nobody names one."""
    return next(iter(estimate_rules()))


def caption(incident: Incident, role: Role | None) -> str:
    """What the accounts of one side stand under: "By United States"."""
    names = [side.name.partition(" (")[0] for side in incident.sides if side.role == role]
    more = f" and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else ""
    return CAPTIONS[role].format(names=", ".join(names[:MOST_NAMED]) + more)


def captions(incident: Incident, roles: Sequence[Role | None]) -> tuple[str, ...]:
    """What each position of a question stands under; empty where all are of one side."""
    return tuple(caption(incident, role) if len(set(roles)) > 1 else "" for role in roles)


def weight_lines(answered: Answered, rule: str) -> Iterator[str]:
    """What a finding of several accounts rests on with the estimate of a toll, and whose word is missed."""
    if len(answered.accounts) > 1:
        for estimate in estimates_of(answered, rule)[:1]:
            words = estimate_words(estimate)
            yield f"{words[:1].upper()}{words[1:]}."
        if words := weight_words(answered):
            yield f"{words}."
    yield from silence_words(answered)


def weight_words(answered: Answered) -> str:
    """What a finding rests on: "4 reports, 3 origins: 1 party, 2 monitors"."""
    weight = answered.weight
    if weight is None:
        return ""
    told = f"{counted(weight.reports, 'report')}, {counted(weight.independent_origins, 'origin')}"
    kinds = ", ".join(f"{row.claimants} {source_words(row.kind, row.claimants)}" for row in weight.sources)
    return f"{told}: {kinds}" if kinds else told


def estimates_of(answered: Answered, rule: str) -> tuple[Estimate, ...]:
    """The estimates of a toll by one rule; those of people in general first."""
    return tuple(one for one in answered.weight.estimates if one.rule == rule) if answered.weight else ()


def estimate_words(estimate: Estimate) -> str:
    """An estimate in a line: "low 16, best 16, high 29 (rule ucdp)"."""
    who = "" if estimate.who == PEOPLE else f"{estimate.who}: "
    high = "open" if estimate.high is None else f"{estimate.high:,}"
    return f"{who}low {estimate.low:,}, best {estimate.best:,}, high {high} (rule {estimate.rule})"


def harm_words(incident: Incident) -> str:
    """The grade of the harm to civilians in short: "fair (Airwars' scale, proposed)"; empty where there is none."""
    grade = incident.grade
    if grade is None or (grade.value is None and grade.judgement is None):
        return ""
    by = next((verdict.who for verdict in incident.verdicts if verdict.judgement == grade.judgement), None)
    return f"{grade.value} (Airwars' scale, {f'graded by {by}' if by else 'proposed'})"


def silence_words(answered: Answered) -> tuple[str, ...]:
    """Whose word is missed: "Silent: United States (said to have done it)."."""
    silent = [_missed(one) for one in answered.silent if not one.declined]
    declined = [_missed(one) for one in answered.silent if one.declined]
    lines = (("Silent", silent), ("Declined to comment", declined))
    return tuple(f"{label}: {', '.join(names)}." for label, names in lines if names)


def _missed(silence: Silence) -> str:
    parts = {"initiator": "said to have done it", "target": "said to have been hit", "place": "where it was"}
    return f"{silence.name} ({parts[silence.part]})"


def arithmetic(account: Account, incident: Incident) -> Iterator[tuple[str, str]]:
    """What `why` tells of the weight of one account, as labels and sentences."""
    if account.sources:
        yield "Source", f"{', '.join(map(source_words, account.sources))}{_standing(account, incident)}"
    grade = account.grade
    if grade is not None:
        if grade.source:
            yield "Graded", f"source {grade.source}, {admiralty().letters.get(grade.source, '')}"
        if grade.value != grade.proposed:
            yield "Graded", f"information {grade.value}, {admiralty().numbers.get(grade.value or '', '')}"
        yield "Proposed", f"information {grade.why[:1].lower()}{grade.why[1:]}"


def finding_arithmetic(answered: Answered, incident: Incident, rule: str) -> Iterator[tuple[str, str]]:
    """What `why` tells of the weight of a question: what it rests on, the estimates, the grade of the harm."""
    if words := weight_words(answered):
        yield "Rests on", words
    for words in silence_words(answered):
        label, _, names = words.partition(": ")
        yield label, names
    for silence in answered.silent:
        for evidence in silence.declined:
            yield "", f"“{' '.join(evidence.sentence.text.split())}”"
    for estimate in estimates_of(answered, rule):
        yield "Estimate", f"{estimate_words(estimate)}. {estimate.why}"
    if incident.grade is not None and estimates_of(answered, rule):
        if harm := harm_words(incident):
            yield "Harm", harm
        yield "Proposed", incident.grade.why


def _standing(account: Account, incident: Incident) -> str:
    if account.side is None:
        return ""
    names = [side.name for side in incident.sides if side.role == account.side]
    roles = {"initiator": "said to have done it", "target": "said to have been hit", "unclear": "named as both"}
    return f" (stands with {', '.join(names)}, {roles[account.side]})"
