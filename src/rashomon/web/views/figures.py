"""The history of a toll: who said which number when, each as a point or a bar on one scale.

A range is a bar, "at least 17" a bar with an open end; what one claimant said later is joined to what it said before.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil, floor, log10

from rashomon.codebook.questions import questions
from rashomon.model import Account, Answered, Claimant, Finding, Incident
from rashomon.publish.positions import Cell, cells

KINDS = ("number", "count")
LEFT, RIGHT, END = 2.0, 90.0, 96.0
"""Per cent of the drawing at which the scale begins and ends, and to which a bar with an open end runs."""
TICKS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One account on the scale, in per cent of the drawing's width; an open side runs on to the end of it."""

    account: Account
    letter: str
    left: float
    right: float
    open_left: bool
    open_right: bool
    vague: bool
    against: bool

    @property
    def point(self) -> bool:
        """Whether it is one number."""
        return self.left == self.right and not self.open_left and not self.open_right

    @property
    def middle(self) -> float:
        """Where lines to and from it end."""
        return (self.left + self.right) / 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One claimant with everything that it said of the toll, in the order of the days."""

    claimant: Claimant | None
    bars: tuple[Bar, ...]
    revised: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """The history of one toll; `ticks` are numbers of the scale with their place in per cent."""

    question: str
    finding: Finding
    reason: str
    rows: tuple[Row, ...]
    ticks: tuple[tuple[float, str], ...]


def charts_of(incident: Incident) -> tuple[Chart, ...]:
    """A chart for each question that is answered by numbers, in the order of the codebook."""
    numbers = {entry.question.id for entry in questions() if entry.question.kind in KINDS}
    asked = (one for one in incident.questions if one.question in numbers)
    return tuple(_chart(answered) for answered in asked if any(_ends(account) for account in answered.accounts))


def _chart(answered: Answered) -> Chart:
    most = max((end for account in answered.accounts for end in _ends(account)), default=1) or 1
    against = {account for pair in answered.between for account in pair}
    rows = sorted(_rows(cells(answered), most, against), key=_place)
    return Chart(
        question=answered.question,
        finding=answered.finding,
        reason=answered.reason,
        rows=tuple(rows),
        ticks=tuple((_at(number, most), f"{number:,}") for number in _ticks(most)),
    )


def _ends(account: Account) -> list[int]:
    return [end for end in (account.low, account.high) if end is not None]


def _rows(found: Sequence[Cell], most: int, against: set[str]) -> Iterator[Row]:
    by_claimant: dict[tuple[str, str], list[Cell]] = {}
    for cell in found:
        claimant = cell.account.claimant
        key = (claimant.actor or "", claimant.name if not claimant.actor else "") if claimant else ("", "")
        by_claimant.setdefault(key, []).append(cell)
    for held in by_claimant.values():
        ordered = sorted(held, key=lambda cell: _day(cell.account))
        bars = tuple(_bar(cell, most, cell.account.id in against) for cell in ordered)
        wholes = {(bar.left, bar.right) for bar in bars if not bar.account.partial and not bar.account.rejected}
        dated = len({bar.account.said for bar in bars if bar.account.said.known}) > 1
        # Outlets that speak in their own voice are several, and revise nothing by saying different things.
        claimant = held[0].account.claimant
        yield Row(claimant=claimant, bars=bars, revised=claimant is not None and len(wholes) > 1 and dated)


def _bar(cell: Cell, most: int, against: bool) -> Bar:
    low, high = cell.account.low, cell.account.high
    vague = low is None and high is None
    return Bar(
        account=cell.account,
        letter=cell.letter,
        left=_at(low or 0, most),
        right=END if high is None else _at(high, most),
        open_left=low is None,
        open_right=high is None,
        vague=vague,
        against=against,
    )


def _at(number: int, most: int) -> float:
    return LEFT + (RIGHT - LEFT) * number / most


def _ticks(most: int) -> Iterator[int]:
    """Round numbers from 0 to the largest figure."""
    decade = 10 ** max(0, floor(log10(most / TICKS))) if most > TICKS else 1
    step = next(size * decade for size in (1, 2, 5, 10) if ceil(most / (size * decade)) <= TICKS)
    yield from range(0, most + 1, step)


def _place(row: Row) -> tuple[date, float]:
    return min(_day(bar.account) for bar in row.bars), row.bars[0].left


def _day(account: Account) -> date:
    """When it was said; what has no day stands last."""
    return account.said.start or account.said.end or date.max
