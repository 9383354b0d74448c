"""What all readings under all judgements say: incidents x questions x accounts -> findings."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from rashomon.model.entity import Claimant
from rashomon.model.interval import UNKNOWN_TIME, TimeInterval
from rashomon.model.judgement import Unanchored, Verdict
from rashomon.model.lineage import Descent, Lineage, Page
from rashomon.model.reading import IncidentType, PlaceRead, Stance
from rashomon.model.span import Span
from rashomon.model.weight import Grade, Part, Role, Side, SourceKind, Weight

Finding: TypeAlias = Literal["single", "agrees", "compatible", "contradicts", "revised", "silent"]
QuestionKind: TypeAlias = Literal["number", "count", "polarity", "description", "place", "time"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question of the codebook: how it is worded for users and how its answers are compared."""

    id: str
    words: str
    kind: QuestionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The sentence that a cell rests on: a span of one report, and what read it.

    `sentence` is the whole sentence; `span` the words that carry the value; `path` is the way that the claim came,
    outlet first ("ESTA", "Reuters", "an Iraqi militia official"); `rule` and `confidence` are the reader's.
    """

    report: str
    span: Span
    sentence: Span
    attribution: str | None = None
    path: tuple[str, ...] = ()
    rule: str = ""
    confidence: float = 0.5


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
    sources: tuple[SourceKind, ...] = ()
    side: Role | None = None
    grade: Grade | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """A party whose word is missed on a question that others answer.

    `part` is what it has in the incident; "place" is the state in which it was. `declined` are the passages that quote it
    as not commenting; without any it says nothing at all.
    """

    actor: str
    name: str
    part: Part
    declined: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """A question about an incident with every account of it and what comparing them finds.

    `reason` is one sentence that says why, naming the accounts that decide it. `between` holds the ids of each two
    accounts that can't both be true; it is empty unless the finding is "contradicts". `weight` is what it rests on;
    `silent` are the parties whose word is missed.
    """

    question: str
    finding: Finding
    reason: str
    accounts: tuple[Account, ...]
    between: tuple[tuple[str, str], ...] = ()
    weight: Weight | None = None
    silent: tuple[Silence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRole:
    """A report that tells of an incident, as its main matter or in passing. `local` is the incident's id in it."""

    id: str
    main: bool
    local: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """One armed incident as all reports together tell it; `grade` is that of the harm to civilians, by Airwars' scheme."""

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
    sides: tuple[Side, ...] = ()
    grade: Grade | None = None


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
    """

    reports: tuple[ReportHeading, ...] = ()
    incidents: tuple[Incident, ...] = ()
    lineage: tuple[Lineage, ...] = ()
    unanchored: tuple[Unanchored, ...] = ()
    borrowed: tuple[Descent, ...] = ()
    pages: tuple[Page, ...] = ()
