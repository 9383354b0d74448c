"""`rashomon judge` and `rashomon judgements`, on a workspace of two invented reports read by rules."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from rashomon.cli.app import app
from rashomon.store import open_store
from tests.cli.conftest import Outcome

NORTH = """An airstrike hit the town of Hilla in Iraq on 4 March 2024. The health ministry said three people were killed in the airstrike.
"""
SOUTH = """An airstrike hit the town of Hilla in Iraq on 4 March 2024. A militia commander said nineteen people were killed in the airstrike.
"""
WHEN = "2024-03-09T10:00:00+00:00"
RACE = """
import sys, time
from pathlib import Path
from rashomon.errors import WorkspaceLocked
from rashomon.model import actor_anchor, made
from rashomon.store import open_store

done = 0
while done < 15:
    try:
        with open_store(Path(sys.argv[1])) as store:
            on = (actor_anchor(f"local.{sys.argv[2]}{done}", 0), actor_anchor("irq.pmf", 1))
            store.add_judgement(made("not_same", who=sys.argv[2], when="2024-03-09T10:00:00+00:00", on=on))
            done += 1
    except WorkspaceLocked:
        time.sleep(0.002)
"""


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("judge")
    (folder / "north.txt").write_text(NORTH)
    (folder / "south.txt").write_text(SOUTH)
    path = folder / "two.db"
    inputs = [str(folder / "north.txt"), str(folder / "south.txt")]
    assert CliRunner().invoke(app, ["run", *inputs, "-w", str(path), "--reader", "rules"]).exit_code == 0
    return path


@pytest.fixture
def path(read: Path, tmp_path: Path) -> Path:
    """A copy of the workspace, to be judged."""
    return Path(shutil.copy(read, tmp_path / "two.db"))


def call(path: Path, *arguments: str) -> Outcome:
    options = ["--by", "Ines", "--when", WHEN] if arguments[0] == "judge" else []
    done = CliRunner().invoke(app, [*arguments, *options, "-w", str(path)], env={"COLUMNS": "120"})
    return Outcome(done.exit_code, done.stdout, " ".join(done.stderr.split()))


def ledger(path: Path) -> str:
    return call(path, "ledger", "--json").out


def judged(path: Path) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = json.loads(call(path, "judgements", "--json").out)["judgements"]
    return rows


def test_a_rejected_cell_is_shown_as_rejected_by_whom_and_why(path: Path) -> None:
    assert call(path, "judge", "reject", "1", "killed", "b", "--because", "hearsay").code == 0
    shown = call(path, "show", "1").out
    assert "19 (rejected)" in shown and "rejected by Ines, 2024-03-09: hearsay" in shown
    assert "rejected by Ines, 2024-03-09: hearsay" in call(path, "why", "1", "killed", "b").out
    for kind in ("csv", "html"):
        assert "rejected by Ines, 2024-03-09: hearsay" in call(path, "export", "--format", kind).out
    (killed,) = (q for q in json.loads(ledger(path))["incidents"][0]["questions"] if q["question"] == "killed")
    assert (killed["finding"], [a["rejected"] for a in killed["accounts"]].count(True)) == ("single", 1)


def test_a_corrected_cell_shows_the_value_that_was_read_beside_it(path: Path) -> None:
    assert call(path, "judge", "correct", "1", "killed", "b", "--to", "17+").code == 0
    shown = call(path, "show", "1").out
    assert "at least 17 (corrected)" in shown and "read as 19" in shown
    assert "read as 19" in call(path, "export", "--format", "html").out


def test_undoing_gives_the_ledger_as_it_was_and_keeps_both_in_the_log(path: Path) -> None:
    before = ledger(path)
    call(path, "judge", "reject", "1", "killed", "a")
    assert ledger(path) != before
    assert call(path, "judge", "undo", "last").code == 0
    assert ledger(path) == before
    assert [row["state"] for row in judged(path)] == ["undone", "undoing"]
    again = call(path, "judge", "undo", "last")
    assert (again.code, "nothing to undo" in again.err) == (2, True)


def test_incidents_are_parted_and_the_opposite_is_refused_naming_what_stands_in_the_way(path: Path) -> None:
    assert call(path, "judge", "not-same", "incidents", "1@north", "1@south", "--because", "two towns").code == 0
    assert len(json.loads(ledger(path))["incidents"]) == 2
    refused = call(path, "judge", "same", "incidents", "1", "2")
    assert refused.code == 2
    assert f"rashomon judge undo {judged(path)[0]['id']}" in refused.err and "two towns" in refused.err
    assert len(judged(path)) == 1


def test_accepting_what_is_rejected_is_refused(path: Path) -> None:
    call(path, "judge", "reject", "1", "killed", "a")
    assert "Undo it first" in call(path, "judge", "accept", "1", "killed", "a").err
    assert "says otherwise" in call(path, "judge", "correct", "1", "killed", "a", "--to", "4").err


def test_grades_and_notes_are_shown(path: Path) -> None:
    call(path, "judge", "grade", "1", "killed", "a", "--to", "B", "--because", "was there")
    call(path, "judge", "note", "1", "--because", "a second strike followed")
    shown = call(path, "show", "1").out
    assert "graded B by Ines, 2024-03-09: was there" in shown
    assert "noted by Ines, 2024-03-09: a second strike followed" in shown


def test_a_grade_of_a_cell_and_one_of_an_incident_overrule_what_is_proposed(path: Path) -> None:
    assert call(path, "judge", "grade", "1", "killed", "a", "--to", "B2").code == 0
    assert call(path, "judge", "grade", "1", "--to", "Confirmed", "--because", "it was admitted").code == 0
    shown = call(path, "show", "1").out
    assert "source B, information 2" in " ".join(call(path, "why", "1", "killed", "a").out.split())
    assert "confirmed (Airwars' scale, graded by Ines)" in " ".join(shown.split())
    (killed,) = (q for q in json.loads(ledger(path))["incidents"][0]["questions"] if q["question"] == "killed")
    grade = killed["accounts"][0]["grade"]
    assert (grade["source"], grade["value"], grade["proposed"]) == ("B", "2", "4")


def test_an_actor_is_placed_on_a_side_and_taken_out_again(path: Path) -> None:
    assert call(path, "judge", "side", "1", "irq.pmf", "--to", "target", "--because", "its base was hit").code == 0
    (side,) = (s for s in json.loads(ledger(path))["incidents"][0]["sides"] if s["actor"] == "irq.pmf")
    assert (side["role"], side["judgement"]) == ("target", judged(path)[0]["id"])
    assert "placed irq.pmf: target by Ines, 2024-03-09: its base was hit" in call(path, "show", "1").out
    assert "says otherwise" in call(path, "judge", "side", "1", "irq.pmf", "--to", "neither").err
    call(path, "judge", "undo", "last")
    assert "irq.pmf" not in {s["actor"] for s in json.loads(ledger(path))["incidents"][0]["sides"]}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("accept", "1", "killed", "z"), "No account of 'killed' is by 'z'."),
        (("accept", "7", "killed", "a"), "There is no incident 7"),
        (("accept", "1", "killed"), "can be 2 cells"),
        (("accept", "1"), "Which question is meant?"),
        (("correct", "1", "killed", "a"), "Give --to VALUE."),
        (("correct", "1", "killed", "a", "--to", "many"), "'many' is no figure."),
        (("accept", "1", "killed", "a", "--to", "3"), "--to means nothing to accept."),
        (("note", "1"), "A note needs words."),
        (("grade", "1", "killed", "a", "--to", "good"), "'good' is no grade of a cell. Write a letter"),
        (("grade", "1", "--to", "B"), "Grades are: confirmed, discounted, contested, fair, weak."),
        (("side", "1", "rus", "--to", "left"), "Who has what part in which incident?"),
        (("side", "1", "rus.nobody", "--to", "target"), "No actor has the id 'rus.nobody'."),
        (("undo", "j0000"), "no judgement j0000 is in force"),
        (("same", "1", "2"), "Give incidents, reports, actors"),
        (("same", "incidents", "1", "1"), "are one already"),
        (("same", "reports", "north", "east"), "No report is called 'east'."),
        (("same", "actors", "irq.pmf", "nobody"), "No actor has the id 'nobody'."),
        (("not-same", "incidents", "1@north", "1@east"), "No report is called 'east'."),
    ],
)
def test_a_mistake_is_one_clear_sentence_and_keeps_nothing(path: Path, arguments: tuple[str, ...], said: str) -> None:
    done = call(path, "judge", *arguments)
    assert done.code == 2
    assert said in done.err
    assert "Traceback" not in done.err
    assert judged(path) == []


def test_no_workspace_is_made_by_judging(tmp_path: Path) -> None:
    done = call(tmp_path / "none.db", "judge", "accept", "1", "killed", "a")
    assert (done.code, list(tmp_path.iterdir())) == (2, [])


def test_a_locked_workspace_and_a_damaged_one_are_told(path: Path) -> None:
    with open_store(path):
        assert "Another run" in call(path, "judge", "accept", "1", "killed", "a").err
    path.write_bytes(b"no workspace at all, but long enough to be looked at" * 40)
    assert "is not a workspace" in call(path, "judge", "accept", "1", "killed", "a").err


def test_two_processes_that_judge_at_once_lose_nothing(path: Path) -> None:
    command = [sys.executable, "-c", RACE, str(path)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    writers = [subprocess.Popen([*command, who], env=environment) for who in ("Ines", "Omar")]
    assert [writer.wait(timeout=60) for writer in writers] == [0, 0]
    with open_store(path, read_only=True) as store:
        kept = [judgement.who for judgement in store.judgements()]
    assert (kept.count("Ines"), kept.count("Omar")) == (15, 15)
