"""The samples and what a careful reader finds in them, as the tests use them."""

import json
from pathlib import Path
from typing import Any

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
REPORTS = SAMPLES / "reports"
NOTE = "Sample report written for the Rashomon project; the outlet is invented and the quotations are reworded"


def expected() -> dict[str, Any]:
    """`samples/expected.json`."""
    content: dict[str, Any] = json.loads((SAMPLES / "expected.json").read_text(encoding="utf-8"))
    return content


def json_rows() -> dict[str, dict[str, str]]:
    """The reports that stand in JSON lines, by their id."""
    lines = [line for path in REPORTS.glob("*.jsonl") for line in path.read_text(encoding="utf-8").splitlines()]
    return {row["id"]: row for row in map(json.loads, lines)}


def single_files() -> list[Path]:
    """The files that hold one report each."""
    return sorted(path for path in REPORTS.iterdir() if path.suffix != ".jsonl")
