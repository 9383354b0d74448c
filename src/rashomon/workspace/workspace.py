"""A workspace as Python programs and the workbench see it: quick answers, each a value of the model."""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import Self

from rashomon.codebook import take_up
from rashomon.model import Account, Compared, Decision, Incident, Judgement, Ledger, Reading, Report, Skipped, in_force
from rashomon.model.codec import decode
from rashomon.publish.audit import Audited, audited
from rashomon.publish.changes import Arrived, Changes
from rashomon.store import open_store
from rashomon.workspace.actors import actor_view
from rashomon.workspace.catalogue import Catalogue, Listener, hits, incidents, joins, names, reports
from rashomon.workspace.catalogue import queue as waiting
from rashomon.workspace.catalogue.at_hand import DrawnAtHand
from rashomon.workspace.catalogue.packing import unpacked
from rashomon.workspace.catalogue.speakers import Kind
from rashomon.workspace.chaining import ChainView, chain_view, reached
from rashomon.workspace.changing import arrived_since, changes_of, instant_of
from rashomon.workspace.decided import Decided
from rashomon.workspace.drawn import Dated, PlacedIncidents
from rashomon.workspace.filters import IncidentFilter
from rashomon.workspace.judging import Deed, anchors_of, judgement_of, places_of
from rashomon.workspace.relaying import Relaying
from rashomon.workspace.rows import (
    ActorRow,
    ClaimHit,
    IncidentRow,
    IncidentView,
    Listing,
    QueueItem,
    QueueKind,
    ReportHit,
    ReportRow,
)
from rashomon.workspace.seen import Log, hold_against, state_of
from rashomon.workspace.speaking import ActorView
from rashomon.workspace.stores import Stores
from rashomon.workspace.texts import Texts
from rashomon.workspace.why import Why, why_of

MOST = 50
"""Rows of a list, where nobody asks for another number of them."""
AT_HAND = 128
"""Incidents that stay decoded."""
EVERYTHING = IncidentFilter()


class Workspace:
    """The reports of one workspace and the ledger of its last run.

    Any number of threads may use one. Everything is answered from the last run and from the judgements since, also while
    another run is writing. What is not there raises KeyError. Raises `WorkspaceMissing` where there is no workspace at
    `path`, and other kinds of `WorkspaceUnusable` where it can't be used. `listen` is told how far laying it out is.
    """

    def __init__(self, path: str | Path, *, codebook: Sequence[Path] = (), listen: Listener | None = None) -> None:
        self.path = Path(path)
        take_up(tuple(codebook))
        self._stores = Stores(self.path)
        with self._stores.reading() as store:
            self._catalogue = Catalogue(self.path)
            self._catalogue.follow(store, listen=listen)
        self._relaying = Relaying(self.path, lambda store: self._catalogue.follow(store, wait=True))
        self._decided = Decided(self.report, self.reading)
        self._incident = lru_cache(AT_HAND)(self._decoded)
        self._named = lru_cache(AT_HAND)(self._counted)
        self._drawn = DrawnAtHand(self._catalogue)

    @property
    def state(self) -> str:
        """Some characters that change whenever anything that can be asked for does."""
        with self._stores.reading() as store:
            return self._catalogue.follow(store) + ("+" if self.relaying else "")

    @property
    def relaying(self) -> bool:
        """Whether a judgement is being worked into the ledger, and what is shown is the ledger before."""
        return self._relaying.busy

    def incidents(
        self, wanted: IncidentFilter = EVERYTHING, *, offset: int = 0, limit: int = MOST
    ) -> Listing[IncidentRow]:
        """The incidents that a filter asks for."""
        with self._asked() as connection:
            return incidents.find_incidents(connection, wanted, offset=offset, limit=limit)

    def placed(self, wanted: IncidentFilter = EVERYTHING) -> PlacedIncidents:
        """All incidents that a filter asks for at their places, for a map."""
        with self._asked():
            return self._drawn.placed(self._catalogue.state, wanted)

    def dated(self, wanted: IncidentFilter = EVERYTHING) -> tuple[Dated, ...]:
        """All incidents that a filter asks for by their dates, for a timeline; those without one last."""
        with self._asked():
            return self._drawn.dated(self._catalogue.state, wanted)

    def incident(self, id: str) -> Incident:
        """One incident with its questions and accounts, by an id that it has or had before others were joined to it."""
        with self._asked() as connection:
            known = incidents.known_as(connection, id)
        return self._incident(self._catalogue.state, known)

    def view(self, id: str) -> IncidentView:
        """One incident with the part of the ledger that concerns it, and its neighbours in chains of answers."""
        incident = self.incident(id)
        with self._asked() as connection:
            row = incidents.incident_rows(connection, [incident.id])[0]
            back, forth = incidents.answering(connection, incident.id)
            return IncidentView(
                number=row.number,
                incident=incident,
                ledger=self._part(connection, incident),
                answers=incidents.incident_rows(connection, back),
                answered_by=incidents.incident_rows(connection, forth),
                contains=incidents.incident_rows(connection, list(incident.contains)),
                part_of=incidents.incident_rows(connection, list(incident.part_of)),
                reviewed=row.reviewed,
                origins=row.origins,
            )

    def chain(self, id: str) -> ChainView:
        """What an incident answers and what answers it, over as many steps as the reports give."""
        incident = self.incident(id)
        with self._asked() as connection:
            ids = reached(incident.id, lambda one: self._near(connection, one))
            rows = incidents.incident_rows(connection, ids)
            cycles = json.loads(names.noted(connection, "cycles") or "[]")
            found = tuple(self.incident(row.incident.id) for row in rows)
            concerned = sorted({role.id for one in found for role in one.reports})
            headings = tuple(map(reports.heading, reports.report_rows(connection, concerned)))
        ledger = Ledger(reports=headings, incidents=found, cycles=tuple(map(tuple, cycles)))
        return chain_view(incident, ledger, {row.incident.id: row.number for row in rows})

    def arrived(self, id: str, since: str | None = None) -> Arrived:
        """When the reports of an incident came, and which are new since a day or an instant.

        By default since the last time that some came while others were known. Raises `UsageMistaken` for what is no day.
        """
        reports = [role.id for role in self.incident(id).reports]
        with self._stores.reading() as store:
            return arrived_since(reports, store.arrivals(reports), since if since is None else instant_of(since))

    def changes(self, id: str, since: str | None = None) -> Changes:
        """What is new, gone or other about an incident since a day or an instant, by default as `arrived` has it.

        It is held against what the reports that had come and the judgements that had been made by then tell, joined as
        they are now. Raises `UsageMistaken` for what is no day, or where the reader has changed since the last run.
        """
        view, arrived = self.view(id), self.arrived(id, since)
        with self._asked() as connection:
            lineage = self._lineage(connection, [role.id for role in view.incident.reports])
        headings = {heading.id: heading for heading in (*view.ledger.reports, *lineage.reports)}
        with self._stores.reading() as store:
            came, judgements = store.arrivals(headings), tuple(store.judgements())
        ledger = replace(view.ledger, reports=tuple(headings.values()))
        return changes_of(ledger, arrived, judgements, self.report, self.reading, came)

    def why(self, account: str) -> Why:
        """Why the cell with this account says what it says, sentence by sentence."""
        with self._asked() as connection:
            incident = incidents.incident_of(connection, account)
        found = why_of(self.incident(incident), account, self.report, self.reading)
        if found is None:
            raise KeyError(account)
        return found

    def cell(self, account: str) -> tuple[str, Account]:
        """One account, and the question that it answers."""
        with self._asked() as connection:
            incident = incidents.incident_of(connection, account)
        for answered in self.incident(incident).questions:
            for one in answered.accounts:
                if one.id == account:
                    return answered.question, one
        raise KeyError(account)

    def reports(self, words: str | None = None, *, offset: int = 0, limit: int = MOST) -> Listing[ReportRow]:
        """The reports in which some words stand, or all of them, the latest first."""
        with self._asked() as connection:
            return reports.find_reports(connection, words, offset=offset, limit=limit)

    def report(self, id: str) -> Report:
        """One report with its text."""
        with self._stores.reading() as store:
            return store.report(id)

    def original(self, id: str) -> bytes:
        """The bytes that a report came as."""
        with self._stores.reading() as store:
            return store.original(id)

    def reading(self, id: str) -> Reading | None:
        """What the reader of the last run found in a report; None where it has not read it."""
        with self._asked() as connection:
            reader = names.noted(connection, "reader")
        with self._stores.reading() as store:
            return store.reading(id, reader)

    def told_in(self, report: str) -> tuple[IncidentRow, ...]:
        """The incidents that a report tells of."""
        with self._asked() as connection:
            return incidents.told_in(connection, report)

    def lineage(self, *of: str) -> Ledger:
        """Who copied whom among some reports and all others: a ledger without incidents."""
        with self._asked() as connection:
            return self._lineage(connection, list(of))

    def search_reports(self, words: str, *, offset: int = 0, limit: int = MOST) -> Listing[ReportHit]:
        """The reports in which some words stand, the closest first, each with the words around them.

        "Several words" stand as they are, half* has any ending, -word must not be there. Accents, case and the ways to
        write one Arabic letter don't matter.
        """
        with self._asked() as connection:
            return hits.find_in_reports(connection, words, lambda id: self.report(id).text, offset=offset, limit=limit)

    def search_claims(self, words: str, *, offset: int = 0, limit: int = MOST) -> Listing[ClaimHit]:
        """The accounts of the ledger in whose claimant, value or sentences some words stand, the closest first."""
        with self._asked() as connection:
            return hits.find_claims(connection, words, offset=offset, limit=limit)

    def actors(self, words: str | None = None, *, offset: int = 0, limit: int = MOST) -> Listing[ActorRow]:
        """Those who say something in the ledger and in one of whose names some words stand, whoever says most first."""
        with self._asked() as connection:
            return names.find_actors(connection, words, offset=offset, limit=limit)

    def actor(self, speaker: str, kind: Kind = "all", *, offset: int = 0, limit: int = MOST) -> ActorView:
        """One actor with what it says, where it stands against others and of what it is silent.

        `speaker` is an id of the codebook, or "name NAME" for one that it does not have; `kind` tells which of its accounts
        are listed.
        """
        with self._asked() as connection:
            return actor_view(connection, speaker, kind, offset=offset, limit=limit)

    def names(self, role: str, most: int = MOST) -> list[str]:
        """The names that most incidents have as a place, initiator, target or claimant."""
        with self._asked():
            return self._named(self._catalogue.state, role, most)

    def ledger(self) -> Ledger:
        """The whole ledger, decoded: for programs that go through all of it, not for a page."""
        with self._stores.reading() as store:
            return store.ledger() or Ledger()

    def skipped(self) -> tuple[Skipped, ...]:
        """What the last run skipped, and why."""
        with self._stores.reading() as store:
            return store.skipped()

    def judgements(self) -> tuple[Audited, ...]:
        """Every judgement in the order in which they were made, each with what has become of it."""
        with self._asked() as connection:
            unanchored = decode(Ledger, {"unanchored": json.loads(names.noted(connection, "unanchored"))})
        with self._stores.reading() as store:
            return audited(store.judgements(), unanchored)

    def judge(
        self, decision: Decision, *on: str, deed: Deed, seen: str | None = None, patience: float | None = None
    ) -> Judgement:
        """Keep a decision about a cell, an incident, or two incidents, reports or actors, each by its id; or undo one.

        The ledger follows at once, or goes on being laid anew after `patience` seconds (see `relaying`). Raises
        `UsageMistaken` where the decision means nothing here or contradicts one in force, `DecisionOvertaken` where more
        has been decided about the first thing than `seen` tells, and `WorkspaceLocked` while a run is writing.
        """
        from rashomon.pipeline import record

        with self._relaying.writing:
            judgement = judgement_of(self, decision, on, deed)
            with open_store(self.path, must_exist=True) as store:
                if seen is not None and decision != "withdraw":
                    hold_against(seen, Log(store.judgements()).upon(anchors_of(self, on[0])))
                reader = record(store, judgement) or self._relaying.reader
                self._catalogue.follow(store, wait=True)
        if reader is not None:
            self._relaying.begin(reader, patience=patience)
        return judgement

    def upon(self, id: str) -> tuple[Judgement, ...]:
        """Every judgement upon a cell, an incident, a report or an actor, and those that took one back."""
        return self._log().upon(anchors_of(self, id))

    def seen(self, *ids: str) -> tuple[str, ...]:
        """The state of what is decided about each of some things, for `judge` to hold against."""
        log = self._log()
        return tuple(state_of(log.upon(places_of(self, id, log.touches))) for id in ids)

    def decided(self, judgement: Judgement) -> tuple[str, ...]:
        """The names of the items of the queue that a judgement decides."""
        with self._asked() as connection:
            return tuple(self._decided.items(judgement, connection, names.noted(connection, "reader")))

    def queue(self, kind: QueueKind | None = None, *, offset: int = 0, limit: int = MOST) -> Listing[QueueItem]:
        """What needs a person: disputes, joins that are not sure, unknown actors, cells read with little confidence."""
        with self._asked() as connection:
            return waiting.find_waiting(connection, kind, self._done(connection), offset=offset, limit=limit)

    def queue_order(self, kind: QueueKind | None = None) -> list[str]:
        """The names of all items of the queue in their order."""
        with self._asked() as connection:
            return waiting.waiting_ids(connection, kind, self._done(connection))

    def queued(self, item: str) -> QueueItem:
        """One item of the queue by its name, also after it was decided."""
        with self._asked() as connection:
            return waiting.item_named(connection, item)

    def compared(self, one: str, other: str) -> Compared | None:
        """The likeliest two reports of two incidents held against each other; None where they are not read."""
        with self._asked() as connection:
            ids = sorted((incidents.known_as(connection, one), incidents.known_as(connection, other)))
            told = reports.lineage_of(connection, [role.id for id in ids for role in self.incident(id).reports])
            return joins.compared(connection, (ids[0], ids[1]), self.report, self.reading, joins.copies_in(told))

    def close(self) -> None:
        """Let the workspace go; closing twice is allowed."""
        self._stores.close()
        self._catalogue.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def _asked(self) -> Iterator[sqlite3.Connection]:
        """The catalogue as the workspace is now."""
        with self._stores.reading() as store:
            self._catalogue.follow(store)
        with self._catalogue.reading() as connection:
            yield connection

    def _log(self) -> Log:
        with self._stores.reading() as store:
            return Log(store.judgements())

    def _done(self, connection: sqlite3.Connection) -> set[str]:
        """The items that somebody has decided on, also those whose ledger is not laid anew yet."""
        reader = names.noted(connection, "reader")
        with self._stores.reading() as store:
            standing = in_force(store.judgements())
        return {item for judgement in standing for item in self._decided.items(judgement, connection, reader)}

    def _decoded(self, state: str, id: str) -> Incident:
        """An incident of one state; its evidence is held against the texts of its reports."""
        with self._catalogue.reading() as connection:
            record = incidents.record_of(connection, id)
        with self._stores.reading() as store:
            return decode(Incident, unpacked(record), Texts(store))

    def _counted(self, state: str, role: str, most: int) -> list[str]:
        """The names in a role of one state."""
        with self._catalogue.reading() as connection:
            return names.names_of(connection, role, most)

    def _near(self, connection: sqlite3.Connection, id: str) -> Iterator[str]:
        """The incidents beside one in chains and series, as far as the ledger has them."""
        incident = self.incident(id)
        back, forth = incidents.answering(connection, incident.id)
        beside = [*back, *forth, *(link.to for link in incident.links), *incident.part_of, *incident.contains]
        yield from (row.incident.id for row in incidents.incident_rows(connection, beside))

    def _part(self, connection: sqlite3.Connection, incident: Incident) -> Ledger:
        ids = [role.id for role in incident.reports]
        found = self._lineage(connection, ids)
        cited = {e.report for answered in incident.questions for a in answered.accounts for e in a.evidence}
        headings = map(reports.heading, reports.report_rows(connection, sorted({*ids, *cited})))
        return Ledger(
            reports=tuple(headings),
            incidents=(incident,),
            lineage=found.lineage,
            borrowed=found.borrowed,
            pages=found.pages,
        )

    def _lineage(self, connection: sqlite3.Connection, ids: list[str]) -> Ledger:
        found = reports.lineage_of(connection, ids)
        with self._stores.reading() as store:
            ledger = decode(Ledger, found, Texts(store))
        concerned = {report for family in ledger.lineage for report in family.reports} | set(ids)
        concerned |= {report for page in ledger.pages for report in page.reports}
        concerned |= {report for one in ledger.borrowed for report in (one.copy, one.source)}
        headings = map(reports.heading, reports.report_rows(connection, sorted(concerned)))
        return Ledger(reports=tuple(headings), lineage=ledger.lineage, borrowed=ledger.borrowed, pages=ledger.pages)
