"""The accounts of one question sorted into positions: who says the same stands together, under one value."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import inf
from string import ascii_lowercase

from rashomon.model import Account, Answered, Role
from rashomon.publish.words import position_words

SIDES: tuple[Role | None, ...] = ("initiator", "target", "unclear", None)
"""The order in which the sides of an incident stand; who is on none comes last."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One account with the letter that it goes by within its question: a, b, ... z, aa, ab, ..."""

    letter: str
    account: Account


@dataclass(frozen=True, slots=True)
class Position:
    """One value with everybody of one side who holds it."""

    value: str
    cells: tuple[Cell, ...]
    side: Role | None = None


def positions(answered: Answered) -> tuple[Position, ...]:
    """The positions of a question; letters run through all of them.

    The side that is said to have done it comes first, then the one that was hit, then the others. Within a side figures
    stand in the order of numbers, parts of a toll after the tolls; words in the order in which they were said.
    """
    groups: dict[tuple[Role | None, str], list[Account]] = {}
    for account in sorted(answered.accounts, key=_place):
        groups.setdefault((account.side, position_words(account)), []).append(account)
    letters = _letters()
    return tuple(
        Position(value, tuple(Cell(next(letters), account) for account in groups[side, value]), side)
        for side, value in sorted(groups, key=lambda group: SIDES.index(group[0]))
    )


def cells(answered: Answered) -> tuple[Cell, ...]:
    """All cells of a question in the order in which they are shown."""
    return tuple(cell for position in positions(answered) for cell in position.cells)


def _place(account: Account) -> tuple[bool, float, float]:
    if account.value is not None:
        return account.partial, 0, 0
    first = account.high if account.low is None else account.low
    # What is no number ("dozens") comes after all numbers.
    return account.partial, inf if first is None else first, inf if account.high is None else account.high


def _letters() -> Iterator[str]:
    number = 0
    while True:
        letters, rest = "", number
        while rest >= 0:
            letters = ascii_lowercase[rest % 26] + letters
            rest = rest // 26 - 1
        yield letters
        number += 1
