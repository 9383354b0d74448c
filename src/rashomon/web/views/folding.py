"""A matrix folded to what can be taken in: of a crowded cell the first accounts, of many claimants those who say most."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rashomon.web.views.matrix import Held, Line, Matrix, Side

EVERYTHING = "all"
MOST_HELD = 8
"""Accounts of one cell that are shown where there are more."""
MOST_BESIDE = 24
"""Claimants that stand beside one another where there are more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fold:
    """How a matrix is folded: `unfolded` is the question that is shown whole, or "all".

    `opened` is an account that is shown in any case, `left_out` counts the claimants that have no column.
    """

    unfolded: str | None
    opened: str | None
    left_out: int = 0

    def shown(self, line: Line, held: Sequence[Held]) -> tuple[Held, ...]:
        """The accounts of a cell that are shown, in its order: one for each thing that is said before others that say it."""
        if self.unfolded in (EVERYTHING, line.answered.question) or len(held) <= MOST_HELD:
            return tuple(held)

        def rank(place: int) -> tuple[bool, bool, int]:
            return held[place].account.id != self.opened, not held[place].leads, place

        return tuple(held[place] for place in sorted(sorted(range(len(held)), key=rank)[:MOST_HELD]))


def folded(
    matrix: Matrix, *, by_sides: bool, unfolded: str | None = None, opened: str | None = None
) -> tuple[Matrix, Fold]:
    """The matrix with no more columns than stand beside one another, and how its cells are folded."""
    told = [[one.account.id for line in matrix.lines for one in line.cells[n]] for n in range(len(matrix.columns))]
    fold = Fold(unfolded=unfolded, opened=opened)
    if by_sides or unfolded == EVERYTHING or len(told) <= MOST_BESIDE:
        return matrix, fold
    kept = set(sorted(range(len(told)), key=lambda n: (opened not in told[n], -len(told[n]), n))[:MOST_BESIDE])
    lines = tuple(
        replace(line, cells=tuple(cell for place, cell in enumerate(line.cells) if place in kept))
        for line in matrix.lines
    )
    sides = tuple(side for side in _narrowed(matrix.sides, kept) if side.columns)
    return replace(matrix, lines=lines, sides=sides), replace(fold, left_out=len(told) - len(kept))


def _narrowed(sides: Sequence[Side], kept: set[int]) -> list[Side]:
    """The sides with the columns at the places that are kept, counted from left to right over all."""
    begins, found = 0, []
    for side in sides:
        columns = tuple(column for place, column in enumerate(side.columns, begins) if place in kept)
        found.append(replace(side, columns=columns))
        begins += len(side.columns)
    return found
