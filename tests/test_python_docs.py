"""The examples of docs/python.md run as they stand, on the samples."""

import re
import runpy
from pathlib import Path

import pytest

from rashomon.config import Config
from rashomon.pipeline import run

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def test_the_examples_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "out").mkdir()
    run([str(ROOT / "samples" / "reports")], Config(workspace=tmp_path / "out" / "demo.db"))
    monkeypatch.chdir(tmp_path)
    examples = EXAMPLE.findall((ROOT / "docs" / "python.md").read_text(encoding="utf-8"))
    assert len(examples) >= 7
    program = tmp_path / "examples.py"
    program.write_text("\n".join(examples), encoding="utf-8")
    runpy.run_path(str(program))
    assert "in dispute" in capsys.readouterr().out
