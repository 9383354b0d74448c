"""From what a person types to the incident, the cells or the report that is meant."""

import unicodedata
from collections.abc import Sequence

from rashomon.errors import UsageMistaken
from rashomon.model import Account, Answered, Incident, Ledger, Member, ReportHeading
from rashomon.publish.positions import Cell, cells
from rashomon.publish.words import claimant_words, disputed, kind_words, outlets, position_words, short_date

SHORTEST_PREFIX = 4
"""Fewer characters of an id are taken for a word."""
YEAR = 4
"""Digits of a year: fewer that are no row's number mean nothing else."""
SHOWN = 12
"""Candidates that are listed where several are meant."""

Asked = tuple[str, Cell]
"""A question's id with one cell of it."""


def choose_incident(ledger: Ledger, words: Sequence[str]) -> Incident:
    """The one incident that is meant by a row number, an id, its beginning, or words of title, place, date or actors.

    No words mean the one with the most questions in dispute. Raises `UsageMistaken` with the candidates otherwise.
    """
    if not ledger.incidents:
        raise UsageMistaken("The ledger holds no incident.", "Run `rashomon run INPUT` with more reports.")
    if not words:
        return max(ledger.incidents, key=lambda incident: (len(disputed(incident)), len(incident.reports)))
    wanted = " ".join(words)
    last = len(ledger.incidents)
    if wanted.isdecimal() and 1 <= int(wanted) <= last:
        return ledger.incidents[int(wanted) - 1]
    if wanted.isdecimal() and len(wanted) < YEAR:
        raise UsageMistaken(f"There is no incident {wanted}: they are 1 to {last}.", "See `rashomon incidents`.")
    meant = _by_id(ledger, wanted) or [i for i in ledger.incidents if _has(_about(i), wanted)]
    found = meant if _plain(wanted).strip() else []  # no word at all is in every title
    if len(found) == 1:
        return found[0]
    if not found:
        raise UsageMistaken(f"No incident is called {wanted!r}.", "Run `rashomon incidents` for their numbers.")
    raise UsageMistaken(f"{_several(ledger, wanted, found)}\nName one by its number.")


def choose_report(ledger: Ledger, words: Sequence[str]) -> ReportHeading:
    """The one report that is meant by its name, its id or the beginning of that, or words of outlet, title or date.

    Raises `UsageMistaken` with the candidates where none or several are meant.
    """
    wanted = " ".join(words)
    named = [heading for heading in ledger.reports if heading.name == wanted or _starts(heading.id, wanted)]
    meant = named or [heading for heading in ledger.reports if _has(_of_report(heading), wanted)]
    found = meant if _plain(wanted).strip() else []
    if len(found) == 1:
        return found[0]
    if not found:
        raise UsageMistaken(
            f"No report is called {wanted!r}.", "Give its name, its id, or words of its outlet, title or date."
        )
    lines = [f"  {heading.id}  {_of_report(heading)}" for heading in found[:SHOWN]]
    more = f"\n  and {len(found) - SHOWN} more" if len(found) > SHOWN else ""
    raise UsageMistaken(
        f"{wanted!r} can be {len(found)} reports:\n" + "\n".join(lines) + more + "\nName one by its id."
    )


def names_cells(ledger: Ledger, words: Sequence[str]) -> bool:
    """Whether words name cells: an account by its id, or a question that is asked of some incident behind the first word."""
    questions = {answered.question for incident in ledger.incidents for answered in incident.questions}
    accounts = (a for incident in ledger.incidents for answered in incident.questions for a in answered.accounts)
    by_id = len(words) == 1 and any(_starts(account.id, words[0]) for account in accounts)
    return by_id or any(word.lower() in questions for word in words[1:])


def choose_joining(ledger: Ledger, words: Sequence[str]) -> tuple[Incident, ReportHeading | None]:
    """The incident that is meant, and the report where the last words name one.

    Raises `UsageMistaken` where no incident is meant, or what stands behind it is neither a question nor a report.
    """
    for size in range(len(words), 0, -1):
        try:
            incident = choose_incident(ledger, words[:size])
        except UsageMistaken:
            if size == 1:
                raise
            continue
        return incident, _report_beside(ledger, incident, words[size:])
    raise UsageMistaken("No incident is named.", "Run `rashomon incidents` for their numbers.")


def _report_beside(ledger: Ledger, incident: Incident, words: Sequence[str]) -> ReportHeading | None:
    if not words:
        return None
    own = {role.id for role in incident.reports}
    inside = [heading for heading in ledger.reports if heading.id in own and _has(_of_report(heading), " ".join(words))]
    if len(inside) == 1:
        return inside[0]  # of several that are called so, the one that tells of it
    if not any(
        _has(_of_report(heading), " ".join(words)) or _starts(heading.id, words[0]) for heading in ledger.reports
    ):
        raise UsageMistaken(
            f"{' '.join(words)!r} is neither a question nor a report. {_questions(incident)}",
            "Give a question, or the name of a report to see how it came to this incident.",
        )
    return choose_report(ledger, words)


def choose_cells(ledger: Ledger, words: Sequence[str]) -> tuple[Incident, list[Asked]]:
    """The cells that are meant by an account's id, or by INCIDENT QUESTION and a letter or words of the claimant.

    Raises `UsageMistaken` where nothing or more than one incident is meant.
    """
    for incident in ledger.incidents if len(words) == 1 else ():
        for answered in incident.questions:
            for cell in cells(answered):
                if _starts(cell.account.id, words[0]):
                    return incident, [(answered.question, cell)]
    named = {answered.question for incident in ledger.incidents for answered in incident.questions}
    place = next((n for n, word in enumerate(words) if n and word.lower() in named), None)
    if place is None:
        incident = choose_incident(ledger, words)
        raise UsageMistaken(
            f"Which question is meant? {_questions(incident)}", "Give INCIDENT QUESTION, as in: 1 killed."
        )
    incident = choose_incident(ledger, words[:place])
    return incident, _cells(ledger, incident, words[place].lower(), " ".join(words[place + 1 :]))


def _cells(ledger: Ledger, incident: Incident, question: str, who: str) -> list[Asked]:
    answered = next((answered for answered in incident.questions if answered.question == question), None)
    if answered is None or not answered.accounts:
        raise UsageMistaken(f"No report answers {question!r} about this incident. {_questions(incident)}")
    listed = cells(answered)
    found = [cell for cell in listed if cell.letter == who.lower()] or [
        cell for cell in listed if _has(_around(ledger, cell.account), who)
    ]
    if not found:
        known = "; ".join(f"{cell.letter}) {claimant_words(cell.account.claimant)}" for cell in listed)
        raise UsageMistaken(f"No account of {question!r} is by {who!r}.", f"These are: {known}.")
    return [(question, cell) for cell in found]


def _by_id(ledger: Ledger, wanted: str) -> list[Incident]:
    """By the id that an incident has, else by one that it, or one that was merged into it, had before a report came in."""
    named = [incident for incident in ledger.incidents if _starts(incident.id, wanted)]
    return named or [incident for incident in ledger.incidents if wanted in _former(incident)]


def _former(incident: Incident) -> set[str]:
    return {Member(role.id, local).heads for role in incident.reports for local in role.local}


def _starts(id: str, wanted: str) -> bool:
    return len(wanted) >= SHORTEST_PREFIX and id.startswith(wanted)


def _about(incident: Incident) -> str:
    return " ".join(
        (
            incident.title,
            kind_words(incident),
            short_date(incident.date),
            *incident.places,
            *incident.initiators,
            *incident.targets,
        )
    )


def _of_report(heading: ReportHeading) -> str:
    published = short_date(heading.published) if heading.published.known else ""
    return " ".join(part for part in (heading.name, heading.outlet, published, heading.title) if part)


def _around(ledger: Ledger, account: Account) -> str:
    role = account.claimant.role if account.claimant else None
    names = (claimant_words(account.claimant), role or "", *account.relayed_by, *outlets(account.reports, ledger))
    return " ".join((*names, position_words(account)))


def _has(text: str, wanted: str) -> bool:
    """Whether every wanted word begins a word of the text, accents and case aside."""
    present = _plain(text).split()
    return all(any(word.startswith(part) for word in present) for part in _plain(wanted).split())


def _plain(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c if c.isalnum() else " " for c in letters if not unicodedata.combining(c))


def _several(ledger: Ledger, wanted: str, found: Sequence[Incident]) -> str:
    lines = [
        f"  {ledger.incidents.index(incident) + 1}  {short_date(incident.date)}  {incident.title}"
        for incident in found[:SHOWN]
    ]
    more = f"\n  and {len(found) - SHOWN} more" if len(found) > SHOWN else ""
    return f"{wanted!r} can be {len(found)} incidents:\n" + "\n".join(lines) + more


def _questions(incident: Incident) -> str:
    answered: list[Answered] = [question for question in incident.questions if question.accounts]
    listed = ", ".join(question.question for question in answered)
    return f"Answered are: {listed}." if listed else "It has no accounts at all."
