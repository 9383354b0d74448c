"""Wrong input to every command: one clear sentence with the next step, exit code 2, nothing changed, no traceback."""

from collections.abc import Callable
from pathlib import Path

import pytest

from rashomon.store import open_store
from tests.cli.conftest import Call
from tests.cli.test_app import COMMANDS
from tests.publish.kept import keep_exhibit

ARGUMENTS = {
    "why": ("1", "killed"),
    "chain": ("1",),
    "diff": ("2024-01-01",),
    "judge": ("accept", "1", "killed", "a", "--by", "Ines"),
}
WITHOUT_WORKSPACE = {"read", "schema"}
WRITING = {"run", "judge"}
OPEN = [command for command in COMMANDS if command not in WITHOUT_WORKSPACE]
NO_WORKSPACES: list[tuple[Callable[[Path], object], str]] = [
    (lambda path: path.write_text("Two soldiers were hurt.\n"), "is not a workspace"),
    (Path.mkdir, "is a folder, not a workspace. Name another workspace"),
    (lambda path: path.with_name("gone"), "There is no workspace at"),
]


def assert_one_sentence(call: Call, *arguments: str, said: str) -> None:
    done = call(*arguments)
    assert (done.code, done.out) == (2, "")
    told = " ".join(done.err.split())
    assert said in told
    assert told.endswith(".") and told.count(". ") <= 1 and "Traceback" not in told


@pytest.mark.parametrize(("make", "said"), NO_WORKSPACES)
@pytest.mark.parametrize("command", OPEN)
def test_what_is_no_workspace_is_refused(
    call: Call, tmp_path: Path, command: str, make: Callable[[Path], object], said: str
) -> None:
    path = tmp_path / "other.db"
    make(path)
    if command == "run" and not path.exists():
        return  # it makes the workspace
    if command == "run":
        report = tmp_path / "report.txt"
        report.write_text("An airstrike hit Hilla in Iraq on 4 March 2024.\n")
        assert_one_sentence(call, "run", str(report), "--reader", "rules", "-w", str(path), said=said)
        return
    assert_one_sentence(call, command, *ARGUMENTS.get(command, ()), "-w", str(path), said=said)


@pytest.mark.parametrize("command", [command for command in OPEN if command != "serve"])
def test_a_workspace_that_is_written_is_read_and_not_written_again(call: Call, tmp_path: Path, command: str) -> None:
    path, report = tmp_path / "held.db", tmp_path / "report.txt"
    keep_exhibit(path)
    report.write_text("An airstrike hit Hilla in Iraq on 4 March 2024.\n")
    given = {"run": (str(report), "--reader", "rules")} | ARGUMENTS
    with open_store(path):
        if command in WRITING:
            said = "is writing to the workspace"
            assert_one_sentence(call, command, *given[command], "-w", str(path), said=said)
            return
        done = call(command, *given.get(command, ()), "-w", str(path))
    # The exhibit was written by hand: there are no readings that its ledger of another day could be made of.
    assert done.code == (2 if command == "diff" else 0), done.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("show", "99"), "There is no incident 99: they are 1 to 2. See `rashomon incidents`."),
        (("show", "zzz"), "No incident is called 'zzz'."),
        (("why", "99", "killed"), "There is no incident 99"),
        (("why", "1", "killed", "z"), "No account of 'killed' is by 'z'."),
        (("chain", "99"), "There is no incident 99"),
        (("lineage", "zzz"), "No report is called 'zzz'."),
        (("diff", "soon"), "'soon' is no day. Write it as in 2024-01-05."),
        (("diff", "2024-13-01"), "'2024-13-01' is no day."),
        (("judge", "accept", "99", "killed", "--by", "Ines"), "There is no incident 99"),
        (("judge", "undo", "j0", "--by", "Ines"), "There is nothing to undo"),
        (("judge", "same", "reports", "zzz", "yyy", "--by", "Ines"), "No report is called 'zzz'."),
        (("judge", "same", "actors", "zzz", "irq.gov", "--by", "Ines"), "No actor has the id 'zzz'."),
        (("judge", "accept", "1", "killed", "a", "--when", "soon"), "'soon' is no instant."),
        (("run", "nothing.txt", "--when", "soon"), "'soon' is no instant."),
        (("run", "nothing.txt"), "There is no such file."),
        (("read", "nothing.txt"), "There is no such file."),
        (("places", "--country", "Atlantis"), "No country is called 'Atlantis'."),
        (("actors", "--country", "Atlantis"), "'Atlantis' is no country."),
        (("actors", "zzz"), "The codebook has nobody of the name 'zzz'."),
        (("export", "--rule", "zzz"), "No rule of estimates is called 'zzz'."),
        (("run", "nothing.txt", "--codebook", "nowhere"), "The codebook folder nowhere is not there."),
    ],
)
def test_what_is_not_there_is_named(call: Call, arguments: tuple[str, ...], said: str) -> None:
    done = call(*arguments)
    told = " ".join(done.err.split())
    assert (done.code, done.out) == (2, "")
    assert said in told and "Traceback" not in told
