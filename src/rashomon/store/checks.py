"""Whether everything in a store is still what was put there."""

from collections.abc import Iterator

from sqlalchemy import select

from rashomon.errors import WorkspaceDamaged
from rashomon.model import Judgement, Ledger, Reading, Report, Skipped, sha256_hex
from rashomon.model.codec import Json, kept_spans
from rashomon.store import tables
from rashomon.store.at_hand import ReportsAtHand
from rashomon.store.ledgers import whole
from rashomon.store.protocol import Check, Fault
from rashomon.store.records import DAMAGE, decoded, decompress, report_id, restore, text_hash, unpack
from rashomon.store.session import Session


def verify(session: Session, reports: ReportsAtHand) -> Iterator[Check]:
    """Look at the file, then at every row of every table; a broken file ends it early."""
    yield _check("file", *session.faults())
    try:
        yield from _reports(session, reports)
        yield from _judgements(session)
        yield from _skipped(session)
        yield from _ledgers(session, reports)
    except WorkspaceDamaged as error:
        yield _check("file", error.what)


def _reports(session: Session, reports: ReportsAtHand) -> Iterator[Check]:
    r, o = tables.reports, tables.originals
    columns = (r.c.id, r.c.sha256, r.c.text_sha256, r.c.record, o.c.bytes)
    for id, sha256, text_sha256, record, original in session.paged(select(*columns).outerjoin(o), r.c.id):
        yield _check(f"original of {id}", *_faults_of_bytes(id, sha256, original))
        faults = tuple(_faults_of_report(id, sha256, text_sha256, record))
        yield _check(f"report {id}", *faults)
        if not faults:
            yield from _readings(session, reports, id)


def _faults_of_bytes(id: str, sha256: str, original: bytes | None) -> Iterator[str]:
    if original is None:
        yield "The bytes are gone."
        return
    try:
        found = sha256_hex(decompress(original, f"original of {id}"))
    except WorkspaceDamaged as error:
        yield error.what
        return
    if found != sha256:
        yield f"The bytes have the hash {found}, not {sha256}."
    if id != report_id(found):
        yield f"The bytes give the id {report_id(found)}."


def _faults_of_report(id: str, sha256: str, text_sha256: str, record: bytes) -> Iterator[str]:
    try:
        report = restore(Report, record, f"report {id}")
    except WorkspaceDamaged as error:
        yield error.what
        return
    if (report.id, report.sha256) != (id, sha256):
        yield f"The record is that of {report.id}."
    if text_hash(report.text) != text_sha256:
        yield "The text is not the one that was stored."


def _readings(session: Session, reports: ReportsAtHand, id: str) -> Iterator[Check]:
    c = tables.readings.c
    for reader, record in session.paged(select(c.reader, c.record).where(c.report == id), c.reader):
        subject = f"reading of {id} by {reader}"
        try:
            data = unpack(record)
        except DAMAGE as error:
            yield _check(subject, f"The record can't be unpacked ({error}).")
            continue
        yield _anchored(subject, Reading, data, reports)


def _ledgers(session: Session, reports: ReportsAtHand) -> Iterator[Check]:
    try:
        data = whole(session)
    except WorkspaceDamaged as error:
        yield _check("ledger", error.what)
        return
    if data is not None:
        yield _anchored("ledger", Ledger, data, reports)


def _judgements(session: Session) -> Iterator[Check]:
    c = tables.judgements.c
    for number, id, record in session.paged(select(c.number, c.id, c.record), c.number):
        subject = f"judgement {number}"
        try:
            found = restore(Judgement, record, subject).id
            yield _check(subject) if found == id else _check(subject, f"The record is that of {found}.")
        except WorkspaceDamaged as error:
            yield _check(subject, error.what)


def _skipped(session: Session) -> Iterator[Check]:
    c = tables.skipped.c
    for number, record in session.paged(select(c.number, c.record), c.number):
        subject = f"skipped {number}"
        try:
            restore(Skipped, record, subject)
            yield _check(subject)
        except WorkspaceDamaged as error:
            yield _check(subject, error.what)


def _anchored(subject: str, cls: type[Reading] | type[Ledger], data: Json, reports: ReportsAtHand) -> Check:
    """Every span held against its report, and the whole decoded where none is adrift."""
    try:
        spans = list(kept_spans(data))
        faults = tuple(reports.adrift(spans))
        if not faults:
            decoded(cls, data, subject, reports)
    except DAMAGE as error:
        return _check(subject, f"The record can't be unpacked ({error}).")
    except WorkspaceDamaged as error:
        return _check(subject, error.what)
    return _check(subject, *faults, spans=len(spans))


def _check(subject: str, *faults: str, spans: int = 0) -> Check:
    return Check(subject=subject, spans=spans, faults=tuple(Fault(where=subject, what=what) for what in faults))
