"""The weights of the features by which a name that several places bear is led to one of them."""

from collections.abc import Mapping
from functools import cache

from rashomon.codebook.checks import check_keys, complain
from rashomon.codebook.tables import read_table

FILE = "places_weights"
SECTIONS = frozenset({"given", "fitted"})


@cache
def load_place_weights() -> Mapping[str, float]:
    """The weight of each feature, the fitted one where there is one. Raises `CodebookInvalid` for a mistake."""
    table = read_table(FILE)
    check_keys(FILE, "the file", table, SECTIONS, SECTIONS)
    check_keys(FILE, "fitted", table["fitted"], frozenset(table["given"]), frozenset())
    weights = {**table["given"], **table["fitted"]}
    for name, weight in weights.items():
        if type(weight) not in (int, float):
            raise complain(FILE, name, f"{weight!r} is no number")
    return weights
