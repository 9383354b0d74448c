"""What the benchmarks share: the `--check` that each one knows, and the floors under its figures (floors.toml)."""

import argparse
import tomllib
from collections.abc import Mapping
from pathlib import Path

FLOORS = Path(__file__).with_suffix(".toml")


def options_of(description: str | None) -> argparse.ArgumentParser:
    """The command line of a benchmark, described by the first line of its docstring, with `--check`."""
    parser = argparse.ArgumentParser(description=(description or "").splitlines()[0])
    parser.add_argument("--check", action="store_true", help="exit 1 where a figure is under its floor")
    return parser


def floors_of(name: str) -> dict[str, float]:
    """The floors of one suite by the name of the figure; none where the suite has none."""
    found: dict[str, float] = tomllib.loads(FLOORS.read_text(encoding="utf-8")).get(name, {})
    return found


def under_floor(figures: Mapping[str, float], floors: Mapping[str, float]) -> list[str]:
    """The names of the figures that are under their floor. A floor without a figure raises KeyError."""
    return [name for name, floor in floors.items() if figures[name] < floor]
