"""From what a person decides about things of the ledger, named by their ids, to a judgement with its anchors."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from rashomon.clock import now
from rashomon.codebook.actors import load_actors
from rashomon.codebook.judged_values import PARTS, check_correction, check_grade
from rashomon.errors import UsageMistaken
from rashomon.model import (
    Account,
    Anchor,
    Decision,
    Incident,
    Judgement,
    Reading,
    Report,
    actor_anchor,
    cell_anchors,
    incident_anchors,
    made,
    report_anchor,
)
from rashomon.model.judgement import LOCAL
from rashomon.workspace.why import Why

VALUED = ("correct", "grade", "side")
PAIRED = ("same", "not_same", "side")


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """Who decides, why, to which value, and when: an ISO 8601 instant, or None for now."""

    who: str
    why: str = ""
    value: str | None = None
    when: str | None = None


Touched = Callable[[str, Iterable[str]], bool]
"""Whether anything is decided about things of a kind in some reports, or about some actors."""


class Known(Protocol):
    """What of a workspace a judgement needs."""

    def why(self, account: str) -> Why:
        """The cell with this account."""

    def incident(self, id: str) -> Incident:
        """One incident."""

    def cell(self, id: str) -> tuple[str, Account]:
        """The account, and the question that it answers."""

    def report(self, id: str) -> Report:
        """One report."""

    def reading(self, id: str) -> Reading | None:
        """What was read in it."""


def judgement_of(known: Known, decision: Decision, on: Sequence[str], deed: Deed) -> Judgement:
    """The judgement; raises `UsageMistaken` where it lacks something or means nothing, KeyError for an id of nothing."""
    _check(decision, on, deed)
    if decision == "withdraw":
        about: tuple[Anchor, ...] | str = on[0]
    elif decision in ("same", "not_same"):
        about = (*_thing(known, on[0], 0), *_thing(known, on[1], 1))
    elif decision == "side":
        about = (*_incident(known, known.incident(on[0]), 0), actor_anchor(_actor(on[1]), 1))
    else:
        about = _cell_or_incident(known, decision, on[0], deed)
    return made(
        decision, who=deed.who, when=deed.when or now(), why=deed.why, on=about, value=_value(decision, on, deed)
    )


def _value(decision: Decision, on: Sequence[str], deed: Deed) -> str | None:
    """The value as a judgement keeps it; that of a part names the actor too."""
    return f"{on[1]}: {deed.value}" if decision == "side" else deed.value


def _check(decision: Decision, on: Sequence[str], deed: Deed) -> None:
    things = 2 if decision in PAIRED else 1
    if len(on) != things or len(set(on)) < things:
        raise UsageMistaken(f"{decision} is about {things} of the things here, not {len(set(on))}.", "Name their ids.")
    if not deed.who.strip():
        raise UsageMistaken("Nobody is named as deciding.", "Say who decides.")
    if decision in VALUED and not (deed.value or "").strip():
        raise UsageMistaken(f"What is it to {decision} it to?", "Give a value.")
    if decision not in VALUED and deed.value is not None:
        raise UsageMistaken(f"A value means nothing to {decision}.", "Leave it out.")
    if decision == "side" and deed.value not in PARTS:
        raise UsageMistaken(f"{deed.value!r} is no part in an incident.", f"Parts are: {', '.join(PARTS)}.")
    if decision == "note" and not deed.why.strip():
        raise UsageMistaken("A note needs words.", "Say why.")


def _cell_or_incident(known: Known, decision: Decision, id: str, deed: Deed) -> tuple[Anchor, ...]:
    if decision in ("grade", "note"):
        try:
            incident = known.incident(id)
        except KeyError:
            pass
        else:
            if decision == "grade":
                check_grade(deed.value or "", cell=False)
            return _incident(known, incident, 0)
    cell = known.why(id)
    if decision == "grade":
        check_grade(deed.value or "", cell=True)
    if decision == "correct":
        check_correction(cell.answered.question, deed.value or "")
    reports = {testimony.report.id: testimony.report for testimony in cell.testimonies}
    return cell_anchors(cell.answered.question, cell.account, reports)


def anchors_of(known: Known, id: str) -> tuple[Anchor, ...]:
    """What a cell, an incident, a report or an actor is anchored to; raises KeyError for an id of nothing."""
    try:
        cell = known.why(id)
    except KeyError:
        return _thing(known, id, 0)
    return cell_anchors(cell.answered.question, cell.account, {one.report.id: one.report for one in cell.testimonies})


def places_of(known: Known, id: str, touched: Touched) -> tuple[Anchor, ...]:
    """Where a thing is anchored, without the words around it; nothing where nobody has decided anything there."""
    try:
        question, account = known.cell(id)
    except KeyError:
        return _touched_thing(known, id, touched)
    return tuple(
        Anchor(kind="cell", report=one.report, start=one.span.start, quote=one.span.text, question=question)
        for one in account.evidence
    )


def _touched_thing(known: Known, id: str, touched: Touched) -> tuple[Anchor, ...]:
    """The anchors of an incident are looked for in its readings only where somebody has decided on one of its reports."""
    try:
        incident = known.incident(id)
    except KeyError:
        return _thing(known, id, 0)
    there = touched("incident", [role.id for role in incident.reports])
    return _incident(known, incident, 0) if there else ()


def _thing(known: Known, id: str, side: int) -> tuple[Anchor, ...]:
    """One of two incidents, reports or actors, told by its id."""
    ways: tuple[Callable[[], tuple[Anchor, ...]], ...] = (
        lambda: _incident(known, known.incident(id), side),
        lambda: (report_anchor(known.report(id).id, side),),
        lambda: (actor_anchor(_actor(id), side),),
    )
    for way in ways:
        try:
            return way()
        except KeyError:
            continue
    raise KeyError(id)


def _actor(id: str) -> str:
    if id.startswith(LOCAL) or id in load_actors().by_id:
        return id
    raise KeyError(id)


def _incident(known: Known, incident: Incident, side: int) -> tuple[Anchor, ...]:
    told = []
    for role in incident.reports:
        reading = known.reading(role.id)
        local = reading.incidents if reading is not None else ()
        told += [(known.report(role.id), reported) for reported in local if reported.id in role.local]
    if not told:
        raise UsageMistaken("The reader has changed since the last run.", "Run `rashomon run INPUT`, then judge again.")
    return incident_anchors(told, side)
