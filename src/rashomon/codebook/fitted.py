"""Weights of scoring tables that were fitted on labelled reports: one number for each value of each feature.

The features themselves stand with the stage that scores by them; a value that a table does not name weighs nothing.
"""

from collections.abc import Mapping
from functools import cache
from typing import TypeAlias

from rashomon.codebook.tables import read_table
from rashomon.errors import CodebookInvalid

FILE = "fitted"
Table: TypeAlias = Mapping[str, Mapping[str, float]]
"""Feature -> value -> points."""


@cache
def load_fitted(name: str) -> Table:
    """The table of one name. Raises `CodebookInvalid` where the data file breaks its schema."""
    table = read_table(FILE).get(name)
    if not isinstance(table, dict):
        raise CodebookInvalid(f"The codebook file {FILE}.toml has no table [{name}].", "Reinstall Rashomon.")
    for feature, values in table.items():
        if not isinstance(values, dict) or not all(isinstance(points, float) for points in values.values()):
            raise CodebookInvalid(f"The codebook file {FILE}.toml, [{name}]: {feature} must give numbers by value.")
    return table
