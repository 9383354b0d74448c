"""Judging through the Python interface."""

from pathlib import Path

import pytest

from rashomon import Workspace
from rashomon.config import Config
from rashomon.errors import UsageMistaken
from rashomon.pipeline import computed_ledger, run
from rashomon.reconcile import building
from rashomon.store import open_store
from rashomon.workspace import Deed
from tests.publish.fixtures import exhibit
from tests.workspace.arriving import CAME, keep_arriving

STRIKE = exhibit().ledger.incidents[0]
CELL = STRIKE.questions[0].accounts[0].id
INES = Deed(who="Ines", why="Heard the tape.", when="2024-03-01T10:00:00+00:00")


def test_a_decision_about_a_cell_is_kept_with_its_words(work: Workspace, path: Path) -> None:
    made = work.judge("reject", CELL, deed=INES)
    assert {anchor.quote for anchor in made.anchors} == {"at least 17"}
    with open_store(path, read_only=True) as store:
        assert made in tuple(store.judgements())
    assert work.judgements()[-1].judgement == made


def test_a_decision_can_be_undone(work: Workspace) -> None:
    made = work.judge("accept", CELL, deed=INES)
    work.judge("withdraw", made.id, deed=INES)
    assert [one.state for one in work.judgements()[-2:]] == ["undone", "undoing"]


def test_reports_and_actors_are_told_by_their_ids(work: Workspace) -> None:
    one, other = (heading.id for heading in exhibit().ledger.reports[:2])
    assert [anchor.report for anchor in work.judge("not_same", one, other, deed=INES).anchors] == [one, other]
    pair = work.judge("same", "local.Karim", "irq.gov", deed=INES)
    assert [(anchor.actor, anchor.side) for anchor in pair.anchors] == [("local.Karim", 0), ("irq.gov", 1)]


@pytest.mark.parametrize(
    ("decision", "on", "deed", "said"),
    [
        ("correct", (CELL,), INES, "What is it to correct it to?"),
        ("correct", (CELL,), Deed(who="Ines", value="many"), "'many' is no figure."),
        ("accept", (CELL,), Deed(who="Ines", value="17"), "A value means nothing"),
        ("note", (CELL,), Deed(who="Ines"), "A note needs words."),
        ("accept", (CELL,), Deed(who=" "), "Nobody is named"),
        ("same", (CELL,), INES, "about 2"),
        ("same", (CELL, CELL), INES, "about 2"),
        ("withdraw", ("j9",), INES, "nothing to undo"),
        ("grade", (CELL,), Deed(who="Ines", value="purple"), "'purple' is no grade of a cell."),
        ("grade", (STRIKE.id,), Deed(who="Ines", value="B2"), "'B2' is no grade of an incident."),
        ("side", (STRIKE.id,), Deed(who="Ines", value="target"), "about 2"),
        ("side", (STRIKE.id, "irq.gov"), Deed(who="Ines", value="victim"), "'victim' is no part in an incident."),
        ("side", (STRIKE.id, "irq.gov"), INES, "What is it to side it to?"),
    ],
)
def test_what_means_nothing_is_refused_and_not_kept(
    work: Workspace, decision: str, on: tuple[str, ...], deed: Deed, said: str
) -> None:
    before = work.state
    with pytest.raises(UsageMistaken, match=said.replace("?", r"\?")):
        work.judge(decision, *on, deed=deed)  # type: ignore[arg-type]
    assert work.state == before


def test_a_thing_that_is_not_there_is_a_key_error(work: Workspace) -> None:
    with pytest.raises(KeyError):
        work.judge("accept", "c0", deed=INES)
    with pytest.raises(KeyError):
        work.judge("same", "nobody", "irq.gov", deed=INES)


def test_a_part_is_told_of_an_actor_in_an_incident(tmp_path: Path) -> None:
    keep_arriving(tmp_path / "came.db", *CAME)
    with Workspace(tmp_path / "came.db") as work:
        (row,) = work.incidents().rows
        before = {side.actor for side in work.incident(row.incident.id).sides}
        made = work.judge("side", row.incident.id, "irq.pmf", deed=Deed(who="Ines", value="neither"))
        after = {side.actor for side in work.incident(row.incident.id).sides}
    assert made.value == "irq.pmf: neither"
    assert {anchor.kind for anchor in made.anchors} == {"incident", "actor"}
    assert before - after == {"irq.pmf"}


def test_a_decision_has_those_incidents_compared_again_that_it_is_upon(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "OLDEN, March 6, 2024 - A strike on Olden killed three people on Tuesday, police said."
    towns = ("Baghdad", "Kharkiv", "Aden", "Tripoli")
    for town in towns:
        (tmp_path / f"{town}.txt").write_text(text.replace("Olden", town), encoding="utf-8")
    config = Config(workspace=tmp_path / "w.db", reader="rules")
    run([str(tmp_path / f"{town}.txt") for town in towns], config)
    compared = []
    built = building.unweighed
    monkeypatch.setattr(building, "unweighed", lambda *given: compared.append(given) or built(*given))
    with Workspace(config.workspace) as work:
        incidents = work.ledger().incidents
        account = next(a for q in incidents[0].questions if q.question == "killed" for a in q.accounts)
        work.judge("reject", account.id, deed=INES)
        assert 1 < len(incidents)
        assert len(compared) == 1
        other = next(a for q in incidents[1].questions if q.question == "killed" for a in q.accounts)
        work.judge("note", other.id, deed=Deed(who="Omar", why="Ask again."))
        assert len(compared) == 2
    with open_store(config.workspace, read_only=True) as store:
        assert store.ledger() == computed_ledger(store, "rules")
