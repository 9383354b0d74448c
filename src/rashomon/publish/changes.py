"""What has changed about one incident since an instant: accounts, facts, copies and judgements.

What was known before is the ledger of the reports that had come and the judgements that had been made by then, their
reported incidents joined as they are joined now.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from rashomon.model import Account, Descent, Incident, Judgement, Ledger, ReportHeading
from rashomon.model.codec import Json, encode
from rashomon.publish.contract import account_json
from rashomon.publish.difference import Changed, changed_json, difference
from rashomon.publish.words import TYPES, dated_words, listed

SCHEMA = "rashomon.changes/1"
FactName: TypeAlias = Literal["type", "date", "places", "initiators", "targets"]
FACTS: dict[FactName, str] = {
    "type": "What",
    "date": "When",
    "places": "Where",
    "initiators": "By",
    "targets": "Against",
}
"""What the pages call them."""
SAID: dict[FactName, Callable[[Incident], str]] = {
    "type": lambda incident: TYPES[incident.type],
    "date": lambda incident: dated_words(incident.date),
}
"""The facts of an incident that are one value, in words."""
NAMES: dict[FactName, Callable[[Incident], Sequence[str]]] = {
    "places": lambda incident: incident.places,
    "initiators": lambda incident: incident.initiators,
    "targets": lambda incident: incident.targets,
}
"""The facts that are names; their rank is no fact."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """An instant from which changes can be counted: `reports` of the incident came then, or none and it was judged."""

    when: str
    reports: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived:
    """When the reports of an incident came: `new` are those since an instant, `known` counts those before.

    `since` is None where nothing tells what came before what. Of `undated` reports it is not known when they came; they
    count as known.
    """

    since: str | None
    moments: tuple[Moment, ...]
    new: frozenset[str]
    known: int
    undated: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A fact of the incident that is another one now, in words: what holds no more, and what holds instead.

    Of names, those that are gone and those that are new; empty where there are none.
    """

    name: FactName
    before: str
    now: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeated:
    """An account that was known and that `reports` have come to tell too; `origins` is how many it had before."""

    question: str
    account: Account
    reports: tuple[str, ...]
    origins: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What is new, gone or other about an incident since an instant; all of it is empty where nothing is known from before.

    `judgements` are those made since that concern it, and `copies` tell who has whose text where either came since.
    `headings` are those of all reports that are named.
    """

    incident: Incident
    arrived: Arrived
    reports: tuple[ReportHeading, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    facts: tuple[Fact, ...] = ()
    questions: tuple[Changed, ...] = ()
    repeated: tuple[Repeated, ...] = ()
    copies: tuple[Descent, ...] = ()
    headings: tuple[ReportHeading, ...] = ()

    @property
    def changed(self) -> bool:
        """Whether anything is other than before; a report or a judgement alone need not change anything."""
        return bool(self.facts or self.questions or self.repeated or self.copies)

    @property
    def names(self) -> dict[str, str]:
        """What the reports that are named go by, by their ids."""
        return {heading.id: heading.outlet or heading.name for heading in self.headings}


def changes_between(
    earlier: Ledger, ledger: Ledger, arrived: Arrived, judgements: tuple[Judgement, ...] = ()
) -> Changes:
    """What the ledger of one incident says that the one of what was known before did not."""
    (incident,) = ledger.incidents
    found, _ = difference(earlier, ledger)
    before = next(iter(earlier.incidents), None)
    return Changes(
        incident=incident,
        arrived=arrived,
        reports=tuple(heading for heading in ledger.reports if heading.id in arrived.new),
        judgements=judgements,
        facts=tuple(_facts(before, incident)) if before is not None else (),
        questions=found[0].questions if found else (),
        repeated=tuple(_repeated(before, incident, arrived.new)) if before is not None else (),
        copies=tuple(one for one in _descents(ledger) if {one.copy, one.source} & arrived.new),
        headings=ledger.reports,
    )


def _facts(before: Incident, incident: Incident) -> Iterator[Fact]:
    for name, said in SAID.items():
        then, now = said(before), said(incident)
        if then != now:
            yield Fact(name=name, before=then, now=now)
    for name, named in NAMES.items():
        old, new = named(before), named(incident)
        gone, come = (listed([one for one in held if one not in other]) for held, other in ((old, new), (new, old)))
        if gone or come:
            yield Fact(name=name, before=gone, now=come)


def _repeated(before: Incident, incident: Incident, new: frozenset[str]) -> Iterator[Repeated]:
    then = {account.id: account for answered in before.questions for account in answered.accounts}
    for answered in incident.questions:
        for account in answered.accounts:
            told = tuple(report for report in account.reports if report in new)
            if told and account.id in then:
                origins = then[account.id].independent_origins
                yield Repeated(question=answered.question, account=account, reports=told, origins=origins)


def _descents(ledger: Ledger) -> Iterator[Descent]:
    for family in ledger.lineage:
        yield from family.descents
    yield from ledger.borrowed


def changes_json(changes: Changes) -> dict[str, Json]:
    """The changes as plain JSON values; accounts are as in the ledger's contract, copies without their passages."""
    return {
        "schema": SCHEMA,
        "incident": changes.incident.id,
        "title": changes.incident.title,
        "since": changes.arrived.since,
        "moments": encode(changes.arrived.moments),
        "known": changes.arrived.known,
        "undated": changes.arrived.undated,
        "reports": encode(changes.reports),
        "judgements": encode(changes.judgements),
        "facts": encode(changes.facts),
        "questions": [changed_json(changed) for changed in changes.questions],
        "repeated": [{**encode(one), "account": account_json(one.account)} for one in changes.repeated],
        "copies": [encode(replace(one, passages=())) for one in changes.copies],
    }
