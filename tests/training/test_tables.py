"""Fitting the scoring tables of `resolve`."""

import tomllib

import pytest

pytest.importorskip("numpy")

from training.tables import as_toml, fitted

ROWS = [
    [("day", "same")],
    [("day", "apart")],
    [("day", "same"), ("kind", "near")],
    [("day", "apart"), ("kind", "near")],
] * 9


def test_what_tells_gets_points_and_what_tells_nothing_gets_none() -> None:
    table = fitted(ROWS, [row[0][1] == "same" for row in ROWS])
    assert table["day"]["same"] > 0.5 and table["day"]["apart"] < -0.5
    assert abs(table["kind"]["near"]) < 0.2


def test_tables_are_written_as_they_are_read() -> None:
    table = fitted(ROWS, [row[0][1] == "same" for row in ROWS])
    assert tomllib.loads(as_toml({"joining": table})) == {"joining": table}
