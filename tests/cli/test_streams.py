"""Output that can't be written, a run that is told to end, and words that a terminal would obey."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from rashomon.cli.export import _save
from rashomon.errors import UsageMistaken
from tests.cli.conftest import Call

FULL = Path("/dev/full")
HOSTILE = "Ali \x1b[31mHassan\x1b[0m \u202eevil\u202c \x9b2J"


def rashomon(*arguments: str, **streams: object) -> "subprocess.CompletedProcess[str]":
    code = "from rashomon.cli import main; main()"
    return subprocess.run(  # type: ignore[call-overload, no-any-return]
        [sys.executable, "-c", code, *arguments], check=False, text=True, timeout=60, stderr=subprocess.PIPE, **streams
    )


@pytest.mark.skipif(not FULL.exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("arguments", [["schema"], ["--help"], ["run", "--help"], ["incidents"]])
def test_a_full_disk_behind_standard_output_is_one_sentence(workspace: Path, arguments: list[str]) -> None:
    named = ["-w", str(workspace)] if arguments == ["incidents"] else []
    with FULL.open("wb") as full:
        done = rashomon(*arguments, *named, stdout=full)
    assert done.returncode == 2
    assert done.stderr.startswith("Standard output can't be written: No space left on device.")
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.skipif(not FULL.exists(), reason="this system has no /dev/full")
def test_complaints_that_nobody_hears_do_not_change_the_exit_code(workspace: Path) -> None:
    code = "from rashomon.cli import main; main()"
    with FULL.open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-c", code, "show", "999", "-w", str(workspace)], check=False, stderr=full, timeout=60
        )
    assert done.returncode == 2


@pytest.mark.skipif(sys.platform == "win32", reason="needs the signals of Unix")
def test_a_run_that_is_told_to_end_keeps_what_it_did(tmp_path: Path) -> None:
    rows = (json.dumps({"text": f"A bomb killed {n} people in Kabul on Monday, police said."}) for n in range(2, 2000))
    (tmp_path / "many.jsonl").write_text("\n".join(rows), encoding="utf-8")
    workspace = tmp_path / "w.db"
    code = "from rashomon.cli import main; main()"
    command = [sys.executable, "-c", code, "run", str(tmp_path / "many.jsonl"), "-w", str(workspace)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True) as process:
        while not workspace.exists() and process.poll() is None:
            time.sleep(0.02)
        os.kill(process.pid, signal.SIGTERM)
        _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert said == "Interrupted; what was read so far is kept; run the same command again to go on.\n"
    assert not (tmp_path / "w.db-lock").exists()


def test_no_control_character_of_a_report_reaches_a_terminal(call: Call, tmp_path: Path) -> None:
    text = f"A drone strike killed three people in Baghdad on January 4, 2024, said spokesman {HOSTILE}."
    row = {"id": "\x1b[2Jname", "outlet": "\x1b]0;owned\x07Out", "title": HOSTILE, "text": text}
    (tmp_path / "hostile.jsonl").write_text(json.dumps(row), encoding="utf-8")
    named = ("-w", str(tmp_path / "w.db"))
    told = [call("run", str(tmp_path / "hostile.jsonl"), str(tmp_path / "no\x1b[31mfile"), *named)]
    told += [call("incidents", *named), call("show", "1", *named), call("why", "1", "killed", *named)]
    said = "".join(done.out + done.err for done in told)
    assert "Hassan" in said
    assert not set(said) & set("\x1b\x07\x9b\u202e\u202c")


def test_an_output_that_may_not_be_written_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", "x")

    monkeypatch.setattr(Path, "write_bytes", refuse)
    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(UsageMistaken, match="Permission denied"):
        _save(tmp_path / "x.html", "page")


def test_an_incident_without_a_name_is_none(call: Call) -> None:
    done = call("show", "")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("No incident is called ''.")
