"""Why a cell says what it says: its evidence, sentence by sentence, with what read each and by which way it came."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from rashomon.model import Account, Answered, Attribution, Evidence, Incident, Reading, Report, Spans, Toponym
from rashomon.publish.marks import Piece, outside, pieces
from rashomon.publish.positions import cells


@dataclass(frozen=True, slots=True, kw_only=True)
class Testimony:
    """One sentence behind a cell: `pieces` are the sentence cut at its marks, `speaker` what names the speaker elsewhere.

    `attribution` is None where no statement is quoted, or where the reader has changed since the ledger was made.
    `toponyms` are the names of the incident's places in the sentence, with what they were taken for and why.
    """

    report: Report
    evidence: Evidence
    attribution: Attribution | None
    pieces: tuple[Piece, ...]
    speaker: Spans
    toponyms: tuple[Toponym, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """A cell of the ledger with the sentences behind it; `letter` is what it goes by in the terminal."""

    incident: Incident
    answered: Answered
    account: Account
    letter: str
    testimonies: tuple[Testimony, ...]


def why_of(
    incident: Incident, account: str, report: Callable[[str], Report], reading: Callable[[str], Reading | None]
) -> Why | None:
    """Why one account of an incident says what it says, or None where the incident has no such account."""
    for answered in incident.questions:
        for cell in cells(answered):
            if cell.account.id == account:
                return Why(
                    incident=incident,
                    answered=answered,
                    account=cell.account,
                    letter=cell.letter,
                    testimonies=tuple(
                        _testimony(incident, evidence, report(evidence.report), reading(evidence.report))
                        for evidence in cell.account.evidence
                    ),
                )
    return None


def _testimony(incident: Incident, evidence: Evidence, report: Report, reading: Reading | None) -> Testimony:
    attributions = reading.attributions if reading is not None else ()
    attribution = next((a for a in attributions if a.id == evidence.attribution), None)
    return Testimony(
        report=report,
        evidence=evidence,
        attribution=attribution,
        pieces=pieces(evidence, attribution),
        speaker=outside(evidence, attribution),
        toponyms=tuple(_placed(incident, evidence, reading)),
    )


def _placed(incident: Incident, evidence: Evidence, reading: Reading | None) -> Iterator[Toponym]:
    refs = {place.place for place in incident.locations if place.place}
    told: set[str] = set()
    for toponym in reading.toponyms if reading is not None else ():
        ref = toponym.place.place if toponym.place is not None else None
        if ref in refs and toponym.span.overlaps(evidence.sentence) and toponym.span.text not in told:
            told.add(toponym.span.text)
            yield toponym
