"""The examples of docs/python.md run as they stand, on the samples; whatever a Workspace offers is named there."""

import re
import runpy
from pathlib import Path

import pytest

from rashomon import Workspace
from rashomon.config import Config
from rashomon.pipeline import run
from rashomon.web.templating import NAVIGATION
from rashomon.workspace import sheets

ROOT = Path(__file__).resolve().parents[1]
DOCS = (ROOT / "docs" / "python.md").read_text(encoding="utf-8")
CAME = "2026-03-01T10:00:00+00:00"
EXAMPLE = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def test_the_examples_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "out").mkdir()
    run([str(ROOT / "samples" / "reports")], Config(workspace=tmp_path / "out" / "demo.db"), came=CAME)
    monkeypatch.chdir(tmp_path)
    examples = EXAMPLE.findall(DOCS)
    assert len(examples) >= 7
    program = tmp_path / "examples.py"
    program.write_text("\n".join(examples), encoding="utf-8")
    runpy.run_path(str(program))
    told = capsys.readouterr().out
    assert "in dispute" in told and "overtaken" not in told


def test_whatever_a_workspace_offers_is_in_an_example_or_the_table() -> None:
    offered = {name for name in vars(Workspace) if not name.startswith("_")}
    examples = "\n".join(EXAMPLE.findall(DOCS))
    assert {name for name in offered if not re.search(rf"\bwork\.{name}\b", examples)} <= {
        "names",
        "arrived",
        "ledger",
        "cell",
    }
    assert {name for name in offered if not re.search(rf"[`.]{name}\b", DOCS)} == set()
    assert {name for name in vars(sheets) if name.endswith("_sheet") and f"`{name}`" not in DOCS} == set()


def test_every_page_of_the_navigation_is_in_the_table() -> None:
    rows = [line.split("|")[1] for line in DOCS.splitlines() if line.startswith("| ")]
    assert {name for _, name in NAVIGATION if not any(name in row for row in rows)} == set()
