"""What all readings under all judgements say: incidents x questions x accounts -> findings."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from rashomon.model.entity import Claimant
from rashomon.model.evidence import Evidence
from rashomon.model.interval import UNKNOWN_TIME, TimeInterval
from rashomon.model.judgement import Unanchored, Verdict
from rashomon.model.lineage import Descent, Lineage, Page
from rashomon.model.reading import IncidentType, PlaceRead, Stance
from rashomon.model.response import Part, Response, ResponseAccount

Finding: TypeAlias = Literal["single", "agrees", "compatible", "contradicts", "revised", "silent"]
QuestionKind: TypeAlias = Literal["number", "count", "polarity", "description", "place", "time"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question of the codebook: how it is worded for users and how its answers are compared."""

    id: str
    words: str
    kind: QuestionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One claimant's answer to one question about one incident.

    A number question fills `low`..`high` (see `Figure`), the others `value`. `claimant` is None for outlets' own
    voice. `said` is when it was said. `independent_origins` counts trees of copying, not articles. `partial` marks a
    figure for a part of the whole. `status` may say "unconfirmed". `verdicts` are the judgements in force upon it; one
    that is `rejected` is shown and takes no part in the finding, one that is corrected has in `as_read` what was read.
    """

    id: str
    claimant: Claimant | None
    stance: Stance
    reports: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    independent_origins: int
    value: str | None = None
    low: int | None = None
    high: int | None = None
    who: str | None = None
    partial: bool = False
    hedge: str | None = None
    relayed_by: tuple[str, ...] = ()
    status: str = "stated"
    said: TimeInterval = UNKNOWN_TIME
    rejected: bool = False
    as_read: str | None = None
    verdicts: tuple[Verdict, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """A question about an incident with every account of it and what comparing them finds.

    `reason` is one sentence that says why, naming the accounts that decide it. `between` holds the ids of each two
    accounts that can't both be true; it is empty unless the finding is "contradicts".
    """

    question: str
    finding: Finding
    reason: str
    accounts: tuple[Account, ...]
    between: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRole:
    """A report that tells of an incident, as its main matter or in passing. `local` is the incident's id in it."""

    id: str
    main: bool
    local: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """One armed incident as all reports together tell it.

    `links` says of each incident of `response_to` who asserts and who denies that this one answers it, and of others
    why that does not stand; `vowed` is who vowed to answer this one. `contains` are the incidents of a series,
    `part_of` the series that this one belongs to, and `parts` says how that is known.
    """

    id: str
    title: str
    type: IncidentType
    date: TimeInterval
    places: tuple[str, ...]
    initiators: tuple[str, ...]
    targets: tuple[str, ...]
    response_to: tuple[str, ...]
    reports: tuple[ReportRole, ...]
    questions: tuple[Answered, ...] = ()
    series: bool = False
    locations: tuple[PlaceRead, ...] = ()
    reasons: tuple[str, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    links: tuple[Response, ...] = ()
    vowed: tuple[ResponseAccount, ...] = ()
    contains: tuple[str, ...] = ()
    part_of: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportHeading:
    """A report as the ledger lists it."""

    id: str
    name: str
    outlet: str | None
    title: str | None
    published: TimeInterval


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """The whole: a pure function of reports, readings and judgements.

    `unanchored` are the judgements in force that hold on to nothing in these readings.
    `lineage` are the families of copies, `borrowed` passages of one story in another, `pages` the versions of one page.
    `cycles` are incidents that answer one another in a circle, each as ids from one that answers the next to the first.
    """

    reports: tuple[ReportHeading, ...] = ()
    incidents: tuple[Incident, ...] = ()
    lineage: tuple[Lineage, ...] = ()
    unanchored: tuple[Unanchored, ...] = ()
    borrowed: tuple[Descent, ...] = ()
    pages: tuple[Page, ...] = ()
    cycles: tuple[tuple[str, ...], ...] = ()
