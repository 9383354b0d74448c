"""What one version of the reader finds in one report."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from rashomon.model.entity import Claimant, Precision
from rashomon.model.interval import UNKNOWN_TIME, TimeInterval
from rashomon.model.report import Skipped
from rashomon.model.span import Span, Spans

Stance: TypeAlias = Literal[
    "asserts", "denies", "confirms", "condemns", "accuses", "claims_responsibility", "threatens", "calls_for",
    "supports", "doubts", "declines_to_comment",
]  # fmt: skip
IncidentType: TypeAlias = Literal[
    "airstrike", "drone_strike", "missile_or_rocket", "shelling", "bombing", "suicide_bombing", "armed_attack",
    "ship_attack", "other",
]  # fmt: skip
Reality: TypeAlias = Literal["happened", "planned", "threatened", "denied", "hypothetical", "background"]
Outcome: TypeAlias = Literal["killed", "wounded", "missing", "captured"]
CountOutcome: TypeAlias = Literal["fired", "intercepted", "struck", "destroyed", "damaged", "attacks", "displaced"]
"""What befell counted things; `attacks` are acts that are counted themselves, and people can only be `displaced`."""
TypeBasis: TypeAlias = Literal["words", "sentence", "near", "usual"]
"""What tells the type of a mention: its own words, its sentence, a mention near it, or only what its word usually means."""
Speech: TypeAlias = Literal["direct", "indirect", "mixed"]
EntityType: TypeAlias = Literal[
    "person", "organisation", "armed_group", "military_unit", "government_body", "location", "facility", "weapon",
    "vehicle", "nationality", "time", "number",
]  # fmt: skip
MentionKind: TypeAlias = Literal["actor", "place", "time", "weapon"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rival:
    """Another thing that a name could have meant, with the score that lost."""

    ref: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """One statement ascribed to somebody: source, cue and content, each of one or more pieces.

    `claimant` is None for the outlet's own voice. `relayed_by` lists the media that got the statement, nearest to the
    speaker first. `confidence` is in [0, 1]; `rule` names the rule or model that read it. `reason` says in a sentence
    why the claimant is who it is, `rivals` who else could be meant.
    """

    id: str
    source: Spans
    cue: Spans
    content: Spans
    stance: Stance
    claimant: Claimant | None
    relayed_by: tuple[str, ...] = ()
    confidence: float = 0.5
    speech: Speech = "indirect"
    rule: str = ""
    reason: str = ""
    rivals: tuple[Rival, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentMention:
    """One place in the text that refers to an armed incident as an event.

    `answers` holds ids of mentions that this one is said to answer ("in retaliation for ..."). `series` marks a
    mention of many incidents at once ("more than 100 attacks since October").
    """

    id: str
    trigger: Spans
    type: IncidentType
    reality: Reality
    initiator: Spans = ()
    target: Spans = ()
    place: Spans = ()
    time: Spans = ()
    weapon: Spans = ()
    answers: tuple[str, ...] = ()
    series: bool = False
    type_basis: TypeBasis = "words"
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRead:
    """A place as resolved: its canonical name, and how exactly the words fix it.

    `latitude` and `longitude` are its middle in degrees (WGS 84), None where that is not known; what is meant lies
    within `radius_km` of it.
    """

    name: str
    precision: Precision = "unknown"
    place: str | None = None
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    radius_km: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedIncident:
    """One incident as one report tells it: its mentions taken together.

    `places`, `initiators`, `targets` are canonical names, smallest place first; `actors` are the ids of the
    initiators that the codebook knows. `main` marks what the report is about. `response_to` holds ids of other
    incidents of this report.
    """

    id: str
    type: IncidentType
    main: bool
    date: TimeInterval = UNKNOWN_TIME
    places: tuple[str, ...] = ()
    initiators: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    weapons: tuple[str, ...] = ()
    response_to: tuple[str, ...] = ()
    reality: Reality = "happened"
    series: bool = False
    mentions: tuple[IncidentMention, ...] = ()
    locations: tuple[PlaceRead, ...] = ()
    actors: tuple[str, ...] = ()
    target_actors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A count of people killed, wounded, missing or captured, as a range with its claimant.

    `low`..`high` is inclusive; None leaves a side open ("at least 17" is 17..None; "dozens" is None..None with the
    word in `hedge`; "no casualties" is 0..0). `incident` is the id of the reported incident, or None for a toll of no
    single incident. `partial` marks a part of a larger toll. `attribution` is the id of the innermost attribution
    whose content holds it, or of the one that it goes back to ("Its balance: 95 dead"). `status` is "stated", "unconfirmed", "derived" or "background".

    `whole` is the id of the figure that a part belongs to, where the text gives one. `addends` are the ids of the
    figures of a list that this one, which is derived, adds up; its span is the list. `earlier` marks a toll that the
    text itself calls overtaken ("to 22 from 17"), and `as_of` are the words for the time that a revised toll stood at.
    """

    id: str
    incident: str | None
    outcome: Outcome
    low: int | None
    high: int | None
    who: str
    partial: bool
    span: Span
    claimant: Claimant | None = None
    attribution: str | None = None
    status: str = "stated"
    hedge: str | None = None
    mention: str | None = None
    rule: str = ""
    whole: str | None = None
    addends: tuple[str, ...] = ()
    earlier: bool = False
    as_of: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A count of things other than casualties, as a range with its claimant: munitions, targets, buildings, attacks.

    `what` is the counted noun in the plural ("rockets"), or empty where the text leaves it out and nothing before names
    it. `partial` marks a share of things counted before ("of the 49 drones, 21 were brought down"). The other fields
    are those of `Figure`.
    """

    id: str
    incident: str | None
    outcome: CountOutcome
    what: str
    low: int | None
    high: int | None
    partial: bool
    span: Span
    claimant: Claimant | None = None
    attribution: str | None = None
    status: str = "stated"
    hedge: str | None = None
    mention: str | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A name, time phrase or weapon in the text and what it was resolved to.

    `ref` is an actor id, a place id or an ISO date interval ("2024-02-02/2024-02-03"), or None where it is not known;
    `reason` is one sentence; `rivals` are the other candidates, best first. `value` is what a time phrase means in the
    notation of TIMEX3 ("2024-02-02", "2024-W05", "P3D", "PAST_REF").
    """

    span: Span
    kind: MentionKind
    ref: str | None = None
    value: str | None = None
    reason: str = ""
    rivals: tuple[Rival, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Toponym:
    """A name of a place anywhere in the text, also inside the name of a body and as an adjective ("Turkish"), for maps.

    `place` is what it was resolved to; `reason` is one sentence; `rivals` are the other candidates, best first.
    """

    span: Span
    place: PlaceRead | None = None
    reason: str = ""
    rivals: tuple[Rival, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A name, a time phrase or a number as the trained reader marks it; `confidence` is in [0, 1].

    What it stands for is told by the mention at the same place, if there is one.
    """

    span: Span
    type: EntityType
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Everything that one version of the reader finds in one report; recomputed when the reader changes.

    `reader` names that version. `events` are incident mentions as they were read, before they are taken together
    in `incidents`. `sentences` are the stretches that were read. `skipped` counts what was not read, with reasons.
    """

    report: str
    reader: str
    attributions: tuple[Attribution, ...] = ()
    events: tuple[IncidentMention, ...] = ()
    incidents: tuple[ReportedIncident, ...] = ()
    figures: tuple[Figure, ...] = ()
    counts: tuple[Count, ...] = ()
    mentions: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()
    toponyms: tuple[Toponym, ...] = ()
    sentences: Spans = ()
    skipped: tuple[Skipped, ...] = ()


def by_report(readings: Iterable[Reading] | Mapping[str, Reading]) -> Mapping[str, Reading]:
    """Readings of one version by the ids of their reports; a mapping stays as it is."""
    return readings if isinstance(readings, Mapping) else {reading.report: reading for reading in readings}
