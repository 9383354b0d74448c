"""Reports in, ledger out: the commands on small real inputs."""

import json
import re
from pathlib import Path

import pytest

from rashomon.cli.screen import standard_input
from rashomon.link import blocks
from tests.cli.conftest import Call, Outcome

FIRST = """Eleven killed in air strike on Marib

MARIB, Yemen, 3 March 2022 (Valley Post) – Eleven people were killed in an air strike on the town of Marib on Wednesday, a local
health official said.
"""
SECOND = """Two dead in Marib air strike

MARIB, Yemen, 3 March 2022 (Harbour Ledger) – The Saudi-led coalition said that two people were killed in Wednesday’s air strike on Marib.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "first.txt").write_text(FIRST, encoding="utf-8")
    (reports / "second.txt").write_text(SECOND, encoding="utf-8")
    return reports


def test_a_run_ends_with_the_table_and_the_next_step(call: Call, folder: Path, tmp_path: Path) -> None:
    workspace = tmp_path / "w.db"
    done = call("run", str(folder), "-w", str(workspace))
    assert done.code == 0
    assert "Marib" in done.out
    assert "2 new reports; 2 read;" in done.err
    assert "Next: rashomon show 1 -w " in " ".join(done.err.split())
    assert "killed" in call("show", "1", "-w", str(workspace)).out
    assert call("verify", "-w", str(workspace)).code == 0


def test_running_twice_changes_nothing(call: Call, folder: Path, tmp_path: Path) -> None:
    workspace = tmp_path / "w.db"
    first = call("run", str(folder), "-w", str(workspace))
    ledger = call("ledger", "--json", "-w", str(workspace)).out
    again = call("run", str(folder), "-w", str(workspace))
    assert again.out == first.out
    assert "0 new reports, 2 known already; 0 read;" in again.err
    assert call("ledger", "--json", "-w", str(workspace)).out == ledger


def test_what_is_skipped_is_told_and_the_rest_is_read(call: Call, folder: Path, tmp_path: Path) -> None:
    (folder / "empty.txt").write_bytes(b"")
    (folder / "picture.txt").write_bytes(bytes(range(256)) * 20)
    done = call("run", str(folder), "-w", str(tmp_path / "w.db"), columns=200)
    assert done.code == 1
    assert "Marib" in done.out
    assert "2 things were skipped:" in done.err
    assert "empty.txt" in done.err
    assert "picture.txt" in done.err


def test_nothing_to_read_is_exit_code_2_with_every_reason(call: Call, tmp_path: Path) -> None:
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_bytes(b"")
    for command in (("run", "-w", str(tmp_path / "w.db")), ("read",)):
        done = call(command[0], str(tmp_path / "one.txt"), str(tmp_path / "two.txt"), *command[1:], columns=300)
        assert (done.code, done.out) == (2, "")
        assert "one.txt" in done.err
        assert "two.txt" in done.err
        assert "Traceback" not in done.err


def readings(done: Outcome) -> list[dict[str, object]]:
    return [json.loads(line) for line in done.out.splitlines()]


def test_read_prints_one_object_a_report_and_keeps_nothing(call: Call, folder: Path) -> None:
    done = call("read", str(folder))
    assert done.code == 0
    assert [reading["name"] for reading in readings(done)] == ["first", "second"]
    assert [path.name for path in sorted(folder.parent.rglob("*.db"))] == []


def test_read_takes_standard_input(call: Call) -> None:
    row = json.dumps({"id": "wire", "text": FIRST})
    assert [reading["text"] for reading in readings(call("read", "-", stdin=row.encode()))] == [FIRST]


def test_a_broken_line_is_skipped_on_standard_error_alone(call: Call) -> None:
    rows = "\n".join((json.dumps({"id": "a", "text": FIRST}), "{broken", json.dumps({"id": "b", "text": SECOND})))
    done = call("read", "-", stdin=rows.encode())
    assert done.code == 1
    assert [reading["name"] for reading in readings(done)] == ["a", "b"]
    assert "line 2" in done.err


def test_what_is_only_left_aside_is_listed_and_no_failure(call: Call, folder: Path, tmp_path: Path) -> None:
    (folder / "again.txt").write_text(FIRST, encoding="utf-8")
    (folder / ".hidden").write_text("x", encoding="utf-8")
    for command in (("run", "-w", str(tmp_path / "w.db")), ("read",)):
        done = call(command[0], str(folder), *command[1:], columns=300)
        assert done.code == 0
        assert "2 things were left aside, and nothing is lost:" in done.err
        assert "same bytes" in done.err
        assert "1 hidden" in done.err
        assert "skipped:" not in done.err


def test_a_single_input_that_fails_keeps_its_own_next_step(call: Call, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_bytes(b" \n")
    for command in (("run", "-w", str(tmp_path / "w.db")), ("read",)):
        done = call(command[0], str(tmp_path / "one.txt"), *command[1:], columns=300)
        assert done.err.strip().endswith("one.txt: It holds nothing but white space. Leave it out.")


def test_closed_standard_input_is_an_empty_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rashomon.cli.screen.sys.stdin", None)
    assert standard_input().read() == b""


def test_what_is_too_common_to_be_compared_is_told_at_each_run(
    call: Call, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(blocks, "FULL", 1)
    for name in ("Hill", "Lake"):
        (folder / f"{name}.txt").write_text(FIRST.replace("Valley", name), encoding="utf-8")
    first, again = (call("run", str(folder), "-w", str(tmp_path / "w.db"), columns=300) for _ in range(2))
    for done in (first, again):
        assert done.code == 0
        assert re.search(r"Up to \d+ pairs? of incidents .* were left out of joining", done.err)


def test_where_all_was_compared_nothing_is_said_of_it(call: Call, folder: Path, tmp_path: Path) -> None:
    assert "left out of joining" not in call("run", str(folder), "-w", str(tmp_path / "w.db")).err
