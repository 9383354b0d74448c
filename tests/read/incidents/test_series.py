"""Mentions of many incidents at once."""

import pytest

from tests.read.incidents.reading import mentions


@pytest.mark.parametrize(
    ("text", "series"),
    [
        ("The group halted its attacks on the base.", True),
        ("Rebels resumed their attacks on convoys in Orsa.", True),
        ("There were more than 100 attacks on the base.", True),
        ("The group regrets its attack on the base.", False),
        ("Two attacks on the base killed nine soldiers.", False),
        ("Two nights of strikes on Orsa killed nine people.", True),
        ("Weeks of heavy air raids emptied the town.", True),
        ("A night of strikes on Orsa killed nine people.", False),
    ],
)
def test_attacks_that_are_counted_or_halted_are_a_series(text: str, series: bool) -> None:
    assert [mention.series for mention in mentions(text)] == [series]
