"""Incidents that may be one: found by the points of the linker, asked about until somebody decides, and told why."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from rashomon import Workspace
from rashomon.config import Config
from rashomon.pipeline import run
from rashomon.workspace import Deed
from rashomon.workspace.catalogue.joins import SHORT
from tests.workspace.unsure import UNSURE, written_to

INES = Deed(who="Ines")


@pytest.fixture
def work(tmp_path: Path) -> Iterator[Workspace]:
    run([str(file) for file in written_to(tmp_path / "in")], Config(workspace=tmp_path / "x.db", reader="rules"))
    with Workspace(tmp_path / "x.db") as opened:
        yield opened


def _pairs(work: Workspace) -> list[tuple[str, str]]:
    return [(row.incident, row.other or "") for row in work.queue("join").rows]


def test_two_that_are_nearly_one_are_asked_about_with_their_points(work: Workspace) -> None:
    ((one, other),) = _pairs(work)
    assert {work.incident(one).title, work.incident(other).title} == UNSURE
    found = work.compared(one, other)
    assert found is not None
    assert not found.barrier and found.missing < SHORT
    assert {row.feature for row in found.rows} >= {"day", "doer", "place"}


@pytest.mark.parametrize("decision", ["same", "not_same"])
def test_a_judged_pair_leaves_the_queue_before_the_ledger_is_laid_anew_and_after(
    work: Workspace, decision: str
) -> None:
    ((one, other),) = _pairs(work)
    item = work.queue_order("join")[0]
    with work._relaying.writing:  # so that no ledger can be laid anew
        made = work.judge(decision, one, other, deed=INES, patience=0)  # type: ignore[arg-type]
        assert work.relaying
        assert _pairs(work) == []
        assert work.decided(made) == (item,)
    work._relaying.wait(60)
    assert _pairs(work) == []
    assert work.incidents().total == (1 if decision == "same" else 2)
    work.judge("withdraw", made.id, deed=INES)
    assert _pairs(work) == [(one, other)]


def test_what_one_report_tells_apart_is_never_asked_about(tmp_path: Path) -> None:
    files = written_to(tmp_path / "in")
    both = tmp_path / "in" / "both.txt"
    both.write_text(
        "AMMAN, 4 March 2021 (Desert Echo) - American warplanes struck a warehouse in Deir ez-Zor on Tuesday, killing "
        "five people, medics said. In a second attack on Tuesday, an American drone strike hit trucks in Anbar and "
        "wounded eight people, a police officer said.\n"
    )
    run([str(file) for file in (*files, both)], Config(workspace=tmp_path / "x.db", reader="rules"))
    with Workspace(tmp_path / "x.db") as work:
        one, other = (row.incident.id for row in work.incidents().rows)
        found = work.compared(one, other)
        assert found is not None and found.missing < SHORT
        assert _pairs(work) == []


def test_what_was_seen_of_many_things_is_told_at_once(work: Workspace) -> None:
    rows = work.queue().rows
    ids = [row.account or row.incident for row in rows]
    before = work.seen(*ids)
    assert before == tuple(work.seen(id)[0] for id in ids)
    ((one, other),) = _pairs(work)
    work.judge("not_same", one, other, deed=INES)
    account = next(row.account for row in rows if row.account)
    work.judge("accept", account, deed=INES)
    after = work.seen(*ids)
    changed = {id for id, old, new in zip(ids, before, after, strict=True) if old != new}
    assert {one, account} <= changed
    assert len(changed) < len(set(ids))
