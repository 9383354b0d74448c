"""Judgements made on readings by one reader hold on readings by the other, as far as the cell is there."""

from collections.abc import Iterator, Sequence
from functools import cache

import pytest

from rashomon.config import Config, ReaderName
from rashomon.model import (
    Account,
    Decision,
    Judgement,
    Ledger,
    Reading,
    Report,
    Skipped,
    cell_anchors,
    content_id,
    figure_said,
    made,
)
from rashomon.pipeline import build_ledger, read_inputs
from tests.samples.expected import REPORTS

WANTED = 50
DECISIONS: tuple[Decision, ...] = ("accept", "reject", "grade", "note")
Cell = tuple[str, Account]


@cache
def read(reader: ReaderName) -> tuple[dict[str, Report], list[Reading]]:
    pairs = [item for item in read_inputs([str(REPORTS)], Config(reader=reader)) if not isinstance(item, Skipped)]
    return {report.id: report for report, _ in pairs}, [reading for _, reading in pairs]


def ledger(reader: ReaderName, judgements: Sequence[Judgement] = ()) -> Ledger:
    return build_ledger(*read(reader), judgements)


def cells(found: Ledger) -> Iterator[Cell]:
    for incident in found.incidents:
        for answered in incident.questions:
            for account in answered.accounts:
                yield answered.question, account


def value(account: Account) -> str:
    return account.value if account.value is not None else figure_said(account.low, account.high, account.hedge)


def spread(reader: ReaderName) -> list[tuple[Judgement, Cell]]:
    """Fifty judgements, on cells picked by a hash so that all kinds of questions are among them."""
    picked = sorted(cells(ledger(reader)), key=lambda cell: content_id("", cell[1].id))[:WANTED]
    return [
        (
            made(
                DECISIONS[n % len(DECISIONS)],
                who="Ines", when=f"2024-03-01T10:00:{n:02}+00:00", on=cell_anchors(*cell, read(reader)[0]), value="B",
            ),
            cell,
        )
        for n, cell in enumerate(picked)
    ]  # fmt: skip


def is_there(cell: Cell, found: Ledger) -> bool:
    """Whether a ledger has, for each passage of a cell, an account of the same question and value that stands on it.

    An account of several values does not tell which of them stands on which passage, so it proves nothing.
    """
    question, account = cell
    alike = [other for asked, other in cells(found) if asked == question and value(other) in value(account).split("; ")]
    return all(
        any(e.report == o.report and e.span.overlaps(o.span) for other in alike for o in other.evidence)
        for e in account.evidence
    )


@pytest.mark.parametrize(("before", "after"), [("rules", "neural"), ("neural", "rules"), ("rules", "rules")])
def test_fifty_judgements_hold_on_the_other_reader_and_none_is_dropped(before: ReaderName, after: ReaderName) -> None:
    judged = spread(before)
    assert len(judged) == WANTED
    plain, found = ledger(after), ledger(after, [judgement for judgement, _ in judged])
    shown = {verdict.judgement for _, account in cells(found) for verdict in account.verdicts}
    lost = {item.judgement for item in found.unanchored}
    there = {judgement.id for judgement, cell in judged if is_there(cell, plain)}
    assert there <= shown and not there & lost, "a judgement whose cell is there holds"
    assert shown | lost == {judgement.id for judgement, _ in judged}, "no judgement is dropped"
    assert len(there) >= WANTED // 2
    assert before != after or not lost, "read again by the same reader, every judgement holds"
    rejecting = {judgement.id for judgement, _ in judged if judgement.decision == "reject"}
    for _, account in cells(found):
        assert account.rejected == bool(rejecting & {verdict.judgement for verdict in account.verdicts})


def test_a_corrected_figure_holds_whatever_the_other_reader_made_of_the_passage() -> None:
    figures = [cell for cell in cells(ledger("rules")) if cell[0] == "killed"]
    held = 0
    for n, cell in enumerate(figures):
        anchors = cell_anchors(*cell, read("rules")[0])
        one = made("correct", who="Ines", when=f"2024-03-01T10:00:{n:02}+00:00", on=anchors, value="4321")
        found = ledger("neural", [one])
        marked = [account for _, account in cells(found) if account.verdicts]
        assert marked or [item.judgement for item in found.unanchored] == [one.id]
        assert all((account.low, account.high) == (4321, 4321) and account.as_read for account in marked)
        held += bool(marked)
    assert held > len(figures) / 2
