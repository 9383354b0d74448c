"""What lists and single things of a workspace look like as tables to take out; one row a row of the page."""

from collections.abc import Iterable, Iterator, Mapping

from rashomon.model import TimeInterval
from rashomon.publish.audit import Audited
from rashomon.publish.changes import FACTS, Changes
from rashomon.publish.sheet import Cell, Sheet
from rashomon.publish.words import (
    claimant_words,
    counted,
    dated_words,
    instant_words,
    judged_words,
    position_words,
    question_words,
)
from rashomon.workspace.rows import ActorRow, ClaimHit, QueueItem, ReportHit, ReportRow
from rashomon.workspace.speaking import ActorView
from rashomon.workspace.why import Why

SEPARATOR = " | "


def reports_sheet(rows: Iterable[ReportRow], title: str = "Reports") -> Sheet:
    """Reports of a list."""
    columns = (
        "published_start", "published_end", "name", "title", "outlet", "credited_to", "language", "read", "characters",
        "incidents", "report",
    )  # fmt: skip
    shown = ("published_start", "title", "name", "outlet", "credited_to", "language", "incidents")
    return Sheet(title=title, columns=columns, rows=tuple(map(_report, rows)), shown=shown)


def report_hits_sheet(hits: Iterable[ReportHit], title: str) -> Sheet:
    """Reports in which words were found, with the words around them."""
    rows = tuple((*_days(hit.report.published), *_named(hit.report), hit.excerpt.text, hit.report.id) for hit in hits)
    columns = ("published_start", "published_end", "name", "title", "outlet", "words", "report")
    return Sheet(title=title, columns=columns, rows=rows, shown=("published_start", "title", "name", "outlet", "words"))


def claim_hits_sheet(hits: Iterable[ClaimHit], title: str) -> Sheet:
    """Accounts in which words were found, with the words around them."""
    rows = tuple(
        (
            hit.number, hit.title, hit.question, claimant_words(hit.account.claimant), position_words(hit.account),
            hit.account.stance, hit.excerpt.text, hit.incident, hit.account.id,
        )
        for hit in hits
    )  # fmt: skip
    columns = ("number", "title", "question", "claimant", "value", "stance", "words", "incident", "account")
    return Sheet(title=title, columns=columns, rows=rows, shown=columns[:-2])


def actors_sheet(rows: Iterable[ActorRow], title: str = "Who says something") -> Sheet:
    """Those who say something."""
    found = tuple((row.name, row.actor, row.accounts, row.incidents) for row in rows)
    return Sheet(title=title, columns=("name", "actor", "accounts", "incidents"), rows=found)


def actor_sheet(view: ActorView) -> Sheet:
    """One actor: a row for each account of it that is listed, and in the facts where it stands against others."""
    columns = (
        "date_start", "date_end", "number", "title", "question", "claimant", "value", "stance", "finding", "said_before",
        "accounts_against_it", "incident", "account",
    )  # fmt: skip
    rows = tuple(
        (
            *_days(one.date), one.number, one.title, one.question, claimant_words(one.account.claimant),
            position_words(one.account), one.account.stance,
            one.finding, SEPARATOR.join(one.before), one.others, one.incident, one.account.id,
        )
        for one in view.statements.rows
    )  # fmt: skip
    shown = ("date_start", "title", "question", "claimant", "value", "said_before", "accounts_against_it")
    return Sheet(title=view.name, facts=tuple(_about(view)), columns=columns, rows=rows, shown=shown)


def judgements_sheet(audited: Iterable[Audited]) -> Sheet:
    """Every judgement with what it is about and what has become of it."""
    columns = ("when", "decision", "who", "why", "value", "about", "state", "reason", "id")
    rows = tuple(
        (
            one.judgement.when, one.judgement.decision, one.judgement.who, one.judgement.why, one.judgement.value,
            SEPARATOR.join(dict.fromkeys(_anchored(one))), one.state, one.reason, one.judgement.id,
        )
        for one in audited
    )  # fmt: skip
    return Sheet(title="Judgements", columns=columns, rows=rows, shown=columns[:-1])


def queue_sheet(items: Iterable[QueueItem], titles: Mapping[str, str]) -> Sheet:
    """What needs a person, in the order of the queue; `titles` are those of incidents by their ids."""
    columns = ("kind", "title", "question", "incident", "account", "other", "item")
    rows = tuple(
        (one.kind, titles.get(one.incident), one.question, one.incident, one.account, one.other, one.item)
        for one in items
    )
    return Sheet(title="What needs a person", columns=columns, rows=rows, shown=columns[:3])


def cell_sheet(why: Why) -> Sheet:
    """One cell of a ledger: a row for each sentence behind it."""
    account = why.account
    facts = (
        ("Incident", why.incident.title),
        ("Question", question_words(why.answered.question)),
        ("Who says it", claimant_words(account.claimant)),
        ("Finding", why.answered.finding),
        ("Reason", why.answered.reason),
        *(("Judged", judged_words(verdict)) for verdict in account.verdicts),
    )
    columns = (
        "outlet", "published_start", "published_end", "sentence", "value", "start", "end", "came_by", "confidence",
        "read_by", "report",
    )  # fmt: skip
    rows = tuple(
        (
            one.report.outlet or one.report.name, *_days(one.report.published), one.evidence.sentence.text,
            one.evidence.span.text, one.evidence.span.start, one.evidence.span.end, " ← ".join(one.evidence.path),
            one.evidence.confidence, one.evidence.rule, one.report.id,
        )
        for one in why.testimonies
    )  # fmt: skip
    title = f"{claimant_words(account.claimant)}: {position_words(account)}"
    told = tuple(fact for fact in facts if fact[1])
    shown = ("outlet", "published_start", "sentence", "value", "came_by", "confidence")
    return Sheet(title=title, facts=told, columns=columns, rows=rows, shown=shown)


def changes_sheet(changes: Changes) -> Sheet:
    """What has changed about an incident: a row for each thing that is new, gone or other."""
    since = changes.arrived.since
    facts = (
        ("Since", instant_words(since) if since else "nothing is known from before"),
        ("Reports", f"{counted(len(changes.reports), 'new one')}, {changes.arrived.known} known before"),
    )
    columns = ("change", "question", "claimant", "value", "before", "account")
    title = f"What changed: {changes.incident.title}"
    return Sheet(title=title, facts=facts, columns=columns, rows=tuple(_changed(changes)), shown=columns[:-1])


def _changed(changes: Changes) -> Iterator[tuple[Cell, ...]]:
    for one in changes.questions:
        asked = one.answered.question
        if one.newly_disputed or one.settled:
            yield (
                "newly disputed" if one.newly_disputed else "disputed no more",
                asked,
                None,
                one.answered.reason,
                one.before,
                None,
            )
        for revised in one.revised:
            account = revised.account
            said = claimant_words(account.claimant), position_words(account)
            yield "revised", asked, *said, SEPARATOR.join(revised.before), account.id
        for account in one.new:
            yield "new", asked, claimant_words(account.claimant), position_words(account), None, account.id
        for gone in one.gone:
            yield "gone", asked, gone.claimant, None, gone.value, None
    for fact in changes.facts:
        yield "other", FACTS[fact.name], None, fact.now, fact.before, None
    for again in changes.repeated:
        said = claimant_words(again.account.claimant), position_words(again.account)
        yield "told again", again.question, *said, None, again.account.id
    for copy in changes.copies:
        yield "copied", None, changes.names.get(copy.copy, copy.copy), copy.reason, None, None
    for judgement in changes.judgements:
        yield "judged", None, judgement.who, judged_words(judgement), None, None
    for heading in changes.reports:
        yield "report", None, heading.outlet or heading.name, heading.title, None, None


def _report(row: ReportRow) -> tuple[Cell, ...]:
    read = row.readable
    told = (row.agency, row.language, read, row.characters, row.incidents, row.id)
    return (*_days(row.published), *_named(row), *told)


def _named(row: ReportRow) -> tuple[Cell, Cell, Cell]:
    return row.name, row.title, row.outlet


def _days(when: TimeInterval) -> tuple[Cell, Cell]:
    return tuple(day.isoformat() if day else None for day in (when.start, when.end))  # type: ignore[return-value]


def _about(view: ActorView) -> Iterator[tuple[str, str]]:
    known = view.known
    yield "Id", known.id if known else "not in the codebook"
    if known and known.aliases:
        yield "Also called", "; ".join(known.aliases)
    if view.roles:
        yield "Quoted as", "; ".join(view.roles)
    for held in view.offices:
        yield "Office", f"{held.office.title}, {held.body} ({held.office.since or '…'} to {held.office.until or '…'})"
    told = (
        f"{view.claimed} claimed, {view.denied} denied, {view.revised} revised, {view.disputed} contradicted by others"
    )
    yield "Accounts", told
    for one in view.standings:
        yield "Beside " + one.name, f"{one.answers} answered by both, {one.same} alike, {one.against} contradicted"
    for quiet in view.silent:
        yield "Silent on", f"{quiet.title} ({dated_words(quiet.date)}), named as {quiet.role}"


def _anchored(one: Audited) -> Iterator[str]:
    for anchor in one.judgement.anchors:
        said = f": {anchor.value}" if anchor.value else ""
        quoted = f" “{anchor.quote}”" if anchor.quote else ""
        yield f"{anchor.question or anchor.actor or anchor.kind}{said}{quoted}"
    yield from one.judgement.subjects
