"""What lists show of a workspace: one row an incident, a report, an actor, a hit of a search."""

from dataclasses import dataclass
from typing import Generic, Literal, TypeAlias, TypeVar

from rashomon.model import Account, Incident, Ledger, TimeInterval
from rashomon.publish.timeline import Toll

Row = TypeVar("Row")
HitKind: TypeAlias = Literal["report", "claim"]
QueueKind: TypeAlias = Literal["dispute", "join", "actor", "doubt"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing(Generic[Row]):
    """A stretch of a list: its rows, where it begins, and how many rows there are in all."""

    rows: tuple[Row, ...]
    offset: int
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentRow:
    """An incident as a list shows it; `incident` has its questions and findings, but no accounts, nor what names or weighs them.

    `number` is its row in the table of all. `origins` counts the independent origins of its reports, `reviewed` the
    judgements in force upon it and its accounts.
    """

    number: int
    incident: Incident
    tolls: tuple[Toll, ...]
    accounts: int
    disputed: int
    reviewed: int
    origins: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRow:
    """A report as a list shows it; `begins` are the first words of its text, for one without a title.

    `characters` is the length of its text, `incidents` how many it tells of.
    """

    id: str
    name: str
    outlet: str | None
    title: str | None
    begins: str
    published: TimeInterval
    language: str | None
    agency: str | None
    readable: bool
    characters: int
    incidents: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorRow:
    """Somebody who says something in the ledger: under an id of the codebook, or by name alone."""

    actor: str | None
    name: str
    accounts: int
    incidents: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpted:
    """A stretch of text around what was searched for; `found` marks it, so that `text` can be cut there."""

    text: str
    found: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportHit:
    """A report in which the words were found."""

    report: ReportRow
    excerpt: Excerpted


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimHit:
    """An account of the ledger in which the words were found; `account` comes without its evidence."""

    number: int
    incident: str
    title: str
    question: str
    account: Account
    excerpt: Excerpted


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueItem:
    """Something that needs a person: a cell of an incident, or for a join the incident and the `other` one.

    Of an actor that the codebook lacks, `other` is its id and the account the first that it gives.
    """

    item: str
    kind: QueueKind
    incident: str
    question: str | None = None
    account: str | None = None
    other: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentView:
    """One incident with all that is needed to show it.

    `ledger` is the part of the ledger that concerns it: the incident, the headings of its reports, who copied whom among
    them. `answers` and `answered_by` are the incidents that it answers and that answer it.
    """

    number: int
    incident: Incident
    ledger: Ledger
    answers: tuple[IncidentRow, ...]
    answered_by: tuple[IncidentRow, ...]
    contains: tuple[IncidentRow, ...]
    part_of: tuple[IncidentRow, ...]
    reviewed: int
    origins: int
