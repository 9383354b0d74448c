"""From what a person types after `rashomon judge` to a judgement with its anchors."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rashomon.cli.choose import choose_cells, choose_incident
from rashomon.codebook.judged_values import PARTS, check_correction, check_grade
from rashomon.errors import UsageMistaken
from rashomon.model import (
    Anchor,
    Decision,
    Incident,
    Judgement,
    Ledger,
    Report,
    ReportedIncident,
    ReportHeading,
    actor_anchor,
    cell_anchors,
    in_force,
    incident_anchors,
    made,
    report_anchor,
)
from rashomon.model.judgement import LOCAL
from rashomon.store import Store

DECISIONS: dict[str, Decision] = {
    "accept": "accept",
    "reject": "reject",
    "correct": "correct",
    "grade": "grade",
    "note": "note",
    "same": "same",
    "not-same": "not_same",
    "side": "side",
    "undo": "withdraw",
}
KINDS = ("incidents", "reports", "actors")
VALUED = ("correct", "grade", "side")
LAST = "last"
AT = "@"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What was typed, with the workspace that it is about."""

    deed: str
    what: Sequence[str]
    to: str | None
    store: Store
    ledger: Ledger


def decided(asked: Wish, *, who: str, when: str, why: str) -> Judgement:
    """The judgement that is meant; raises `UsageMistaken` where what it is about is not there or is not one thing."""
    _check_value(asked, why)
    if asked.deed == "undo":
        on: tuple[Anchor, ...] | str = _undone(asked)
    elif asked.deed in ("same", "not-same"):
        on = _pair(asked)
    elif asked.deed == "side":
        on = _placed(asked)
    else:
        on = _thing(asked)
    return made(DECISIONS[asked.deed], who=who, when=when, why=why, on=on, value=_value(asked))


def _value(asked: Wish) -> str | None:
    if asked.to is None or asked.deed == "correct":
        return asked.to
    return f"{asked.what[-1]}: {asked.to.strip()}" if asked.deed == "side" else asked.to.strip()


def _check_value(asked: Wish, why: str) -> None:
    if asked.deed in VALUED and not (asked.to or "").strip():
        raise UsageMistaken(f"What is it to {asked.deed} it to?", "Give --to VALUE.")
    if asked.deed not in VALUED and asked.to is not None:
        raise UsageMistaken(f"--to means nothing to {asked.deed}.", "Leave it out.")
    if asked.deed == "note" and not why.strip():
        raise UsageMistaken("A note needs words.", "Give --because WORDS.")


def _thing(asked: Wish) -> tuple[Anchor, ...]:
    """The one cell that is meant, or for a grade or a note the incident."""
    named = {answered.question for incident in asked.ledger.incidents for answered in incident.questions}
    cell = any(word.lower() in named for word in asked.what[1:]) or _is_account(asked)
    if asked.deed == "grade":
        check_grade((asked.to or "").strip(), cell=cell)
    if asked.deed in ("grade", "note") and not cell:
        return _incident(asked, " ".join(asked.what), 0)
    _, found = choose_cells(asked.ledger, list(asked.what))
    if len(found) > 1:
        letters = ", ".join(cell.letter for _, cell in found)
        raise UsageMistaken(
            f"{' '.join(asked.what)!r} can be {len(found)} cells: {letters}.",
            "Name one by its letter, as in: 1 killed a.",
        )
    question, chosen = found[0]
    if asked.deed == "correct":
        check_correction(question, asked.to or "")
    reports = {e.report: asked.store.report(e.report) for e in chosen.account.evidence}
    return cell_anchors(question, chosen.account, reports)


def _placed(asked: Wish) -> tuple[Anchor, ...]:
    """Anchors of an incident and of the actor whose part in it is told."""
    if len(asked.what) < 2 or (asked.to or "").strip() not in PARTS:
        raise UsageMistaken(
            "Who has what part in which incident?",
            f"Give the incident and the actor's id, and --to {', '.join(PARTS[:-1])} or {PARTS[-1]}.",
        )
    *incident, actor = asked.what
    return (*_incident(asked, " ".join(incident), 0), actor_anchor(_actor(actor), 1))


def _is_account(asked: Wish) -> bool:
    ids = (a.id for i in asked.ledger.incidents for answered in i.questions for a in answered.accounts)
    return len(asked.what) == 1 and asked.what[0] in set(ids)


def _pair(asked: Wish) -> tuple[Anchor, ...]:
    if len(asked.what) != 3 or asked.what[0] not in KINDS:
        raise UsageMistaken(
            f"What is {asked.deed}?", f"Give {', '.join(KINDS)} and two of them, as in: {asked.deed} incidents 1 2."
        )
    kind, one, other = asked.what
    sides = [
        _incident(asked, name, side) if kind == "incidents"
        else (report_anchor(_report(asked, name).id, side),) if kind == "reports"
        else (actor_anchor(_actor(name), side),)
        for side, name in enumerate((one, other))
    ]  # fmt: skip
    if {replace(anchor, side=0) for anchor in sides[0]} & {replace(anchor, side=0) for anchor in sides[1]}:
        raise UsageMistaken(f"{one!r} and {other!r} are one already.", "To part it, name INCIDENT@REPORT twice.")
    return (*sides[0], *sides[1])


def _incident(asked: Wish, name: str, side: int) -> tuple[Anchor, ...]:
    """Anchors of an incident as all of its reports tell it, or as the one after @ does."""
    words, _, outlet = name.partition(AT)
    incident = choose_incident(asked.ledger, words.split())
    only = _report(asked, outlet).id if outlet else None
    told = list(_told(asked, incident, only))
    if not told:
        raise UsageMistaken(f"No report {outlet!r} tells of {incident.title!r}.", "See `rashomon show`.")
    return incident_anchors(told, side)


def _told(asked: Wish, incident: Incident, only: str | None) -> list[tuple[Report, ReportedIncident]]:
    from rashomon.pipeline import ledger_reader
    from rashomon.read import annotators, reader_version

    reader = ledger_reader(asked.store)
    if reader is None:
        raise UsageMistaken("The reader has changed since the last run.", "Run `rashomon run INPUT`, then judge again.")
    version = reader_version(annotators(reader))
    found = []
    for role in incident.reports:
        reading = asked.store.reading(role.id, version) if only in (None, role.id) else None
        local = reading.incidents if reading is not None else ()
        found += [(asked.store.report(role.id), reported) for reported in local if reported.id in role.local]
    return found


def _report(asked: Wish, name: str) -> ReportHeading:
    """The report of this id or name, else of this outlet."""
    headings = asked.ledger.reports
    found = [h for h in headings if name in (h.id, h.name)]
    found = found or [h for h in headings if name.lower() in (h.name.lower(), (h.outlet or "").lower())]
    found = found or [h for h in headings if name and h.name.lower().startswith(name.lower())]
    if len(found) == 1:
        return found[0]
    listed = ", ".join(h.name for h in (found or headings)[:12])
    what = f"{name!r} can be {len(found)} reports: {listed}." if found else f"No report is called {name!r}."
    raise UsageMistaken(what, "Give its name." if found else f"Names are: {listed}.")


def _actor(name: str) -> str:
    """The id of an actor: one of the codebook, or `local.NAME`."""
    from rashomon.codebook.actors import load_actors

    if name in load_actors().by_id or name.startswith(LOCAL):
        return name
    raise UsageMistaken(f"No actor has the id {name!r}.", "`rashomon actors NAME` tells ids; others are local.NAME.")


def _undone(asked: Wish) -> str:
    if len(asked.what) != 1:
        raise UsageMistaken("Which judgement is meant?", "Give its id, or last; `rashomon judgements` lists them.")
    judgements = tuple(asked.store.judgements())
    if asked.what[0] == LAST:
        standing = {judgement.id for judgement in in_force(judgements)}
        kept = [judgement.id for judgement in judgements if judgement.id in standing]
        if not kept:
            raise UsageMistaken("There is nothing to undo.", "No judgement is in force.")
        return kept[-1]
    return asked.what[0]
