"""What people see of a ledger changes only on purpose."""

import pytest

from tests.golden.make import FOLDER, WIDTHS, golden, show, table


@pytest.mark.parametrize("name", sorted(golden()))
def test_it_is_as_it_was(name: str) -> None:
    kept = (FOLDER / name).read_bytes().decode()
    assert golden()[name]() == kept, "meant? then write them anew: python -m tests.golden.make"


@pytest.mark.parametrize("width", WIDTHS)
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    widest = max(map(len, (show(width) + (table(width) if width >= 80 else "")).splitlines()))
    assert widest <= width


@pytest.mark.parametrize("width", [80, 100, 160])
def test_every_word_of_the_ledger_stands_at_every_width(width: int) -> None:
    words = " ".join((show(width) + table(width)).replace("│", " ").split())
    for expected in (
        "at least 17",
        "≠ contradicts",
        "Anna Reyes",
        "not told before",
        "via Meridian News",
        "Karsa airport",
    ):
        assert expected in words
