"""What the README shows is what the program prints."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
WIDTH = 92


def rashomon(*arguments: str) -> str:
    environment = {"COLUMNS": str(WIDTH), "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8", "PATH": ""}
    command = [sys.executable, "-m", "rashomon", *arguments]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = str(tmp_path_factory.mktemp("readme") / "demo.db")
    rashomon("run", "samples/reports", "--workspace", path)
    return path


def test_the_shown_ledger_is_the_printed_one(workspace: str) -> None:
    block = re.search(r"```text\n(.*?)```", README, re.DOTALL)
    assert block is not None
    printed = rashomon("show", "--workspace", workspace).splitlines()
    shown = [line for line in block[1].splitlines() if line.strip() not in ("", "...")]
    assert [line for line in shown if line.rstrip() not in {row.rstrip() for row in printed}] == []
    assert len(shown) > 15


def test_every_command_that_the_readme_names_exists() -> None:
    named = set(re.findall(r"rashomon (\w+)", README))
    known = set(re.findall(r"^  (\w+)  ", rashomon("--help"), re.MULTILINE))
    assert named - {"is"} <= known
    assert known <= set(
        re.findall(r"rashomon (\w+)", README + (ROOT / "docs" / "contract.md").read_text(encoding="utf-8"))
    )


def test_every_link_of_the_readme_leads_somewhere() -> None:
    targets = re.findall(r"\]\((?!https?:)([^)#]+)\)", README)
    assert targets
    assert [target for target in targets if not (ROOT / target).exists()] == []
