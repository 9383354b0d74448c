"""Small makers of model values for tests: reports with planted words, and readings whose spans stand on them."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from rashomon.model import (
    Attribution,
    Claimant,
    Figure,
    IncidentMention,
    PlaceRead,
    Precision,
    Reading,
    Report,
    ReportedIncident,
    Span,
    Spans,
    TimeInterval,
    content_id,
    sha256_hex,
)


def make_report(text: str, name: str = "one", *, day: str | None = None, outlet: str | None = None) -> Report:
    """A report of some text; `day` is its stated publication date."""
    digest = sha256_hex(f"{name}\n{text}".encode())
    published = on(day) if day else TimeInterval()
    return Report(
        id=f"r{digest[:16]}",
        name=name,
        sha256=digest,
        text=text,
        media_type="text/plain",
        origin=name,
        outlet=outlet,
        language="en",
        published=published,
    )


def on(day: str, until: str | None = None) -> TimeInterval:
    """A stated day, or days."""
    return TimeInterval(start=date.fromisoformat(day), end=date.fromisoformat(until or day), basis="stated")


def find(report: Report, words: str, nth: int = 0) -> Span:
    """The nth place where some words stand in a report."""
    start = -1
    for _ in range(nth + 1):
        start = report.text.index(words, start + 1)
    return report.span(start, start + len(words))


def spans(report: Report, words: str | None) -> Spans:
    """The words as a role, or no span for None."""
    return (find(report, words),) if words else ()


def make_mention(report: Report, trigger: str, kind: str = "airstrike", **roles: Any) -> IncidentMention:
    """A mention; roles are given as words, other fields as they are."""
    named = {role: spans(report, roles.pop(role, None)) for role in ("initiator", "target", "place", "time", "weapon")}
    nth = roles.pop("nth", 0)
    span = find(report, trigger, nth)
    fields: dict[str, Any] = {"reality": "happened", **named, **roles}
    return IncidentMention(id=content_id("m", report.id, span.start), trigger=(span,), type=kind, **fields)  # type: ignore[arg-type]


def at(name: str, precision: Precision = "town", country: str | None = None) -> PlaceRead:
    """A resolved place."""
    return PlaceRead(name=name, precision=precision, country=country)


def make_incident(report: Report, mentions: Sequence[IncidentMention] = (), **fields: Any) -> ReportedIncident:
    """A reported incident, main unless told otherwise; `locations` also fill `places`."""
    places = tuple(place.name for place in fields.get("locations", ()))
    start = mentions[0].trigger[0].start if mentions else fields.get("weapons", "")
    values: dict[str, Any] = {"type": "airstrike", "main": True, "places": places, **fields}
    identity = values.pop("id", content_id("i", report.id, start))
    return ReportedIncident(id=identity, mentions=tuple(mentions), **values)


def make_reading(report: Report, incidents: Sequence[ReportedIncident] = (), **fields: Any) -> Reading:
    """A reading whose one sentence is the whole text."""
    sentences = (report.span(0, len(report.text)),)
    return Reading(report=report.id, reader="test", incidents=tuple(incidents), sentences=sentences, **fields)


def make_attribution(report: Report, source: str, cue: str, content: str, **fields: Any) -> Attribution:
    """An attribution whose claimant is named like its source unless told otherwise."""
    claimant = fields.pop("claimant", Claimant(name=source))
    values: dict[str, Any] = {"stance": "asserts", "confidence": 0.8, "rule": "test", **fields}
    return Attribution(
        id=content_id("a", report.id, source, cue, content),
        source=spans(report, source),
        cue=spans(report, cue),
        content=spans(report, content),
        claimant=claimant,
        **values,
    )


def make_figure(
    report: Report, words: str, incident: ReportedIncident, low: int | None, high: int | None, **fields: Any
) -> Figure:
    """A figure of people killed unless told otherwise."""
    values: dict[str, Any] = {"outcome": "killed", "who": "people", "partial": False, **fields}
    span = find(report, words)
    return Figure(
        id=content_id("f", report.id, span.start), incident=incident.id, low=low, high=high, span=span, **values
    )
