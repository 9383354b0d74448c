"""One incident as a paragraph that an editor could use: every clause built from cells, with the number of its source.

Nothing is said that no cell says, in words of the codebook and of the reports alone; where accounts contradict one another
the paragraph says so and lays them side by side. What a person rejected is left out.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rashomon.codebook.questions import QuestionEntry, questions
from rashomon.model import Account, Answered, Incident, Ledger
from rashomon.publish.words import TYPES, claimant_words, date_words, figure_words, outlets, standing

NOT = "not "
FACTS = frozenset({"where", "when"})
"""Questions that the opening answers, unless they are in dispute."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """A paragraph and its sources; the number in brackets is the place in `sources`, counted from 1."""

    title: str
    paragraph: str
    sources: tuple[str, ...]


@dataclass(slots=True)
class Sources:
    """The reports in the order in which they are first cited."""

    ledger: Ledger
    cited: list[str] = field(default_factory=list)

    def cite(self, reports: Sequence[str]) -> str:
        """The numbers of some reports: [1, 3]."""
        self.cited += [report for report in dict.fromkeys(reports) if report not in self.cited]
        return f"[{', '.join(str(n) for n in sorted(self.cited.index(report) + 1 for report in set(reports)))}]"

    def listed(self) -> Iterator[str]:
        """Outlet, title and date of each."""
        known = {heading.id: heading for heading in self.ledger.reports}
        for report in self.cited:
            heading = known[report]
            title = f"“{heading.title}”" if heading.title else heading.name
            yield ", ".join((heading.outlet or "outlet not known", title, date_words(heading.published)))


def brief_of(ledger: Ledger, incident: Incident) -> Brief:
    """The brief of one incident."""
    sources = Sources(ledger)
    known = {entry.question.id: entry for entry in questions()}
    sentences = [_opening(incident, sources)]
    for answered in incident.questions:
        entry = known.get(answered.question)
        if entry is None or not entry.says or not standing(answered):
            continue
        if answered.question not in FACTS or answered.finding == "contradicts":
            sentences.append(_told(entry, answered, sources))
    return Brief(title=incident.title, paragraph=" ".join(sentences), sources=tuple(sources.listed()))


def _opening(incident: Incident, sources: Sources) -> str:
    """What it was, who is named for it, where and when, as the reports about it have it."""
    about = [role.id for role in incident.reports if role.main] or [role.id for role in incident.reports]
    what = "a series of attacks" if incident.series else _with_article(TYPES[incident.type])
    doer = f", attributed to {incident.initiators[0]}," if incident.initiators else ""
    where = f" at {incident.places[0]}" if incident.places else " at a place that is not stated"
    when = f" ({date_words(incident.date)})"
    return (
        f"{'A report tells' if len(about) == 1 else 'Reports tell'} of {what}{doer}{where}{when} {sources.cite(about)}."
    )


def _with_article(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def _told(entry: QuestionEntry, answered: Answered, sources: Sources) -> str:
    """One sentence a question: what each claimant says, who says the same together."""
    said: dict[str, list[Account]] = {}
    told = standing(answered)
    wholes = [account for account in told if not account.partial] or told
    for account in wholes:
        said.setdefault(_clause(entry, account), []).append(account)
    parts = [_says(sources, clause, accounts) for clause, accounts in said.items()]
    sentence = "; ".join(parts) + "."
    return f"Accounts differ: {sentence}" if answered.finding == "contradicts" else sentence[:1].upper() + sentence[1:]


def _says(sources: Sources, clause: str, accounts: Sequence[Account]) -> str:
    names = list(dict.fromkeys(name for account in accounts for name in _names(sources, account)))
    plural = len(names) > 1 or any(account.claimant is not None and account.claimant.plural for account in accounts)
    listed = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
    reports = [report for account in accounts for report in account.reports]
    return f"{listed} {'say' if plural else 'says'} {clause} {sources.cite(reports)}"


def _names(sources: Sources, account: Account) -> tuple[str, ...]:
    if account.claimant is None:
        return outlets(account.reports, sources.ledger)
    return (claimant_words(account.claimant),)


def _clause(entry: QuestionEntry, account: Account) -> str:
    doubt = f" ({account.status})" if account.status != "stated" else ""
    if account.value is None:
        return _number(entry, account) + doubt
    return " and ".join(_worded(entry, " ".join(value.split())) for value in account.value.split("; ")) + doubt


def _number(entry: QuestionEntry, account: Account) -> str:
    value = figure_words(account.low, account.high, account.hedge)
    vague = account.low is None and account.high is None
    words = entry.says.get("?" if vague else value, entry.says["*"])
    return words.format(value=value, who=account.who or entry.says.get("who", ""))


def _worded(entry: QuestionEntry, value: str) -> str:
    if value in entry.says:
        return entry.says[value]
    if value.startswith(NOT) and "not" in entry.says:
        return entry.says["not"].format(value=value.removeprefix(NOT), who="")
    return entry.says["*"].format(value=value, who="")
