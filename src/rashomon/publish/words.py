"""How the values of a ledger are worded for people; the terminal, the page and the spreadsheet all say it this way."""

import calendar
from collections.abc import Sequence

from rashomon.codebook.questions import questions
from rashomon.model import (
    Account,
    Answered,
    Claimant,
    DateBasis,
    Decision,
    Finding,
    Incident,
    IncidentType,
    Judgement,
    Ledger,
    SourceKind,
    Stance,
    TimeInterval,
    Verdict,
)

OWN_VOICE = "reports, in their own voice"
"""What a claimant of None is called: nobody is quoted, the outlets say it themselves."""

FINDINGS: dict[Finding, tuple[str, str]] = {
    "contradicts": ("≠", "contradicts"),
    "revised": ("↻", "revised"),
    "compatible": ("≈", "compatible"),
    "agrees": ("=", "agrees"),
    "single": ("·", "one account"),
    "silent": ("–", "nobody answers"),
}
STANCES: dict[Stance, str] = {
    "asserts": "in a statement",
    "denies": "in a denial",
    "confirms": "in a confirmation",
    "condemns": "in a condemnation",
    "accuses": "in an accusation",
    "claims_responsibility": "in a claim of responsibility",
    "threatens": "in a threat",
    "calls_for": "in an appeal",
    "supports": "in support",
    "doubts": "in doubt",
    "declines_to_comment": "declining to comment",
}
"""How a value was said. It never reads like "denies X", for a denial is turned into its value before ("not told")."""

EVIDENT: frozenset[SourceKind] = frozenset({"party", "other", "unnamed"})
"""Kinds of source that the claimant's own words show, or the side that the account stands under."""
OF_FIGURES: frozenset[Stance] = frozenset({"denies", "confirms", "doubts"})
"""How a figure can be said; that a toll is told while condemning something says nothing about the toll."""
TYPES: dict[IncidentType, str] = {
    "airstrike": "airstrike",
    "drone_strike": "drone strike",
    "missile_or_rocket": "missile or rocket attack",
    "shelling": "shelling",
    "bombing": "bombing",
    "suicide_bombing": "suicide bombing",
    "armed_attack": "armed attack",
    "ship_attack": "attack on a ship",
    "other": "incident",
}
BASES: dict[DateBasis, str] = {
    "stated": "stated",
    "relative": "relative",
    "inferred": "inferred",
    "unknown": "unknown",
}

DECISIONS: dict[Decision, str] = {
    "accept": "accepted",
    "reject": "rejected",
    "same": "joined",
    "not_same": "kept apart",
    "correct": "corrected",
    "grade": "graded",
    "note": "noted",
    "side": "placed",
    "withdraw": "withdrawn",
}


VALUED: frozenset[Decision] = frozenset({"correct", "grade", "side"})


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """A number with its noun: "1 report", "3 reports"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def figure_words(low: int | None, high: int | None, hedge: str | None = None) -> str:
    """A range as a reader would say it: "at least 17", "5–6", "up to 10", "0", "dozens"."""
    if low is None and high is None:
        return hedge or "a number that is not stated"
    if high is None:
        return f"at least {low:,}"
    if low is None:
        return f"up to {high:,}"
    return f"{low:,}" if low == high else f"{low:,}–{high:,}"


def value_words(account: Account) -> str:
    """What an account answers: its figure, or its words as one line."""
    if account.value is not None:
        return " ".join(account.value.split())
    return figure_words(account.low, account.high, account.hedge)


def claimant_words(claimant: Claimant | None) -> str:
    """Who speaks, without the role."""
    return claimant.name if claimant else OWN_VOICE


def beside_claimant(account: Account, ledger: Ledger) -> str:
    """What follows the claimant's name: ", office on the day"; for outlets' own voice ": outlets"."""
    if account.claimant is None:
        named = ", ".join(outlets(account.reports, ledger))
        return f": {named}" if named else ""
    role = account.claimant.role
    return f", {role}" if role and role.lower() not in account.claimant.name.lower() else ""


def outlets(reports: Sequence[str], ledger: Ledger) -> tuple[str, ...]:
    """The outlets of some reports, each once; a report without one goes by its name."""
    named = {heading.id: heading.outlet or heading.name for heading in ledger.reports}
    return tuple(dict.fromkeys(named[report] for report in reports if report in named))


def support_words(account: Account) -> str:
    """In how many reports it stands, and how many origins they have."""
    told = counted(len(account.reports), "report")
    return told if len(account.reports) <= 1 else f"{told}, {counted(account.independent_origins, 'origin')}"


def position_words(account: Account) -> str:
    """The value under which an account stands beside others; a part of a toll is not the toll.

    What a person rejected or corrected is marked as that.
    """
    judged = " (rejected)" if account.rejected else " (corrected)" if account.as_read is not None else ""
    return value_words(account) + (" (a part)" if account.partial else "") + judged


def detail_words(account: Account) -> tuple[str, ...]:
    """What else belongs to an account: whom it counts, kind of source, how it was said, relays, status, support, grade."""
    details = [account.who] if account.who and account.value is None else []
    if account.claimant is not None:
        details += [kind for kind in account.sources if kind not in EVIDENT]
    if account.stance != "asserts" and (account.value is not None or account.stance in OF_FIGURES):
        details.append(STANCES[account.stance])
    if account.relayed_by:
        details.append(f"via {', '.join(account.relayed_by)}")
    if account.status != "stated":
        details.append(account.status)
    details.append(support_words(account))
    if account.said.known:
        details.append(f"reported {date_words(account.said)}")
    if account.grade is not None:
        source = f"source {account.grade.source}, " if account.grade.source else ""
        details.append(f"{source}information {account.grade.value}")
    return tuple(details)


def date_words(when: TimeInterval) -> str:
    """The days of an interval, or in words that and why they are not known."""
    if when.start and when.end:
        return f"{when.start}" if when.start == when.end else f"{when.start} to {when.end}"
    if when.start:
        return f"{when.start} or later"
    if when.end:
        return f"{when.end} or earlier"
    if when.weekday is not None:
        return f"date not stated; a {calendar.day_name[when.weekday]}"
    return f"date not stated; “{when.words}”" if when.words else "date not stated"


def dated_words(when: TimeInterval) -> str:
    """The days with their basis: 2021-02-25 (relative: “on Thursday”)."""
    if not when.known:
        return date_words(when)
    quoted = f": “{when.words}”" if when.words else ""
    return f"{date_words(when)} ({BASES[when.basis]}{quoted})"


def instant_words(when: str) -> str:
    """An instant in UTC as people write it: "2024-01-05 10:00 UTC"; a day is as it is."""
    day, _, time = when.partition("T")
    clock = time[:8].removesuffix(":00")
    return f"{day} {clock} UTC" if clock else day


def short_date(when: TimeInterval) -> str:
    """The days as briefly as a table needs them."""
    if when.start and when.end and when.start != when.end:
        same_month = when.start.replace(day=1) == when.end.replace(day=1)
        return f"{when.start} to {when.end.day:02}" if same_month else f"{when.start} to {when.end}"
    if when.start and when.end:
        return f"{when.start}"
    if when.start:
        return f"from {when.start}"
    if when.end:
        return f"by {when.end}"
    return f"a {calendar.day_name[when.weekday]}" if when.weekday is not None else "not stated"


def question_words(question: str) -> str:
    """The question as the codebook words it; one that it does not have goes by its id."""
    known = {entry.question.id: entry.question.words for entry in questions()}
    return known.get(question, question.replace("_", " ").capitalize())


def disputed(incident: Incident) -> tuple[str, ...]:
    """The questions on which the accounts of an incident contradict one another."""
    return tuple(answered.question for answered in incident.questions if answered.finding == "contradicts")


def revised(incident: Incident) -> tuple[str, ...]:
    """The questions whose claimant changed the answer."""
    return tuple(answered.question for answered in incident.questions if answered.finding == "revised")


def dispute_words(incident: Incident) -> str:
    """What is in dispute, in a table's few words."""
    parts = [", ".join(disputed(incident)), *(f"{question} (revised)" for question in revised(incident))]
    return ", ".join(part for part in parts if part) or "–"


def standing(answered: Answered) -> tuple[Account, ...]:
    """The accounts of a question that nobody rejected."""
    return tuple(account for account in answered.accounts if not account.rejected)


def account_count(incident: Incident) -> int:
    """How many accounts there are of an incident, over all questions."""
    return sum(len(answered.accounts) for answered in incident.questions)


def kind_words(incident: Incident) -> str:
    """What it was and who is named for it, without the place: "drone strike by United States"."""
    kind = "series of attacks" if incident.series else TYPES[incident.type]
    return f"{kind} by {incident.initiators[0]}" if incident.initiators else kind


def in_passing(incident: Incident) -> bool:
    """Whether no report has it as its main matter."""
    return not any(role.main for role in incident.reports)


def listed(names: Sequence[str], most: int = 6) -> str:
    """Names joined by semicolons; of a long list the first, and how many more there are."""
    more = len(names) - most
    return "; ".join(names[:most]) + (f"; and {more:,} more" if more > 0 else "")


def report_words(incident: Incident) -> str:
    """How many reports tell of an incident, and how many as their main matter."""
    total, main = len(incident.reports), sum(role.main for role in incident.reports)
    if main == total:
        return counted(total, "report")
    return f"{counted(total, 'report')}, {f'{main:,} of them mainly' if main else 'in passing'}"


def judged_words(judgement: Judgement | Verdict) -> str:
    """Who decided what, when and why."""
    value = f" {judgement.value}" if judgement.value and judgement.decision in VALUED else ""
    why = f": {judgement.why}" if judgement.why else ""
    return f"{DECISIONS[judgement.decision]}{value} by {judgement.who}, {judgement.when[:10]}{why}"


def verdict_words(account: Account) -> tuple[str, ...]:
    """What people judged of an account, one sentence a judgement, the value as it was read beside a corrected one."""
    read = (f"read as {account.as_read}",) if account.as_read is not None else ()
    return (*read, *(judged_words(verdict) for verdict in account.verdicts))
