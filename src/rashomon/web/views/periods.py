"""The timeline of incidents: a bar a period, and lines for dates that no single period holds."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from rashomon.model import DateBasis
from rashomon.publish.words import BASES, counted, date_words
from rashomon.web.templating import address
from rashomon.web.views.calendar import Unit, beginning, ending, period_words, periods, tick_words, unit_for
from rashomon.workspace import Dated

WIDTH, BARS, AXIS, LANE = 540.0, 130.0, 22.0, 13.0
"""Pixels of the drawing: its width, the height of bars, of the axis, and of each line below."""
LEFT = 4.0
MOST_LANES = 10
WIDEST = 60.0
TICK = 34.0
"""Pixels that the name of a period needs on the axis."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One period: how many incidents surely fell in it, how many of them are in dispute, and how their dates are known."""

    start: date
    end: date
    name: str
    tick: str
    count: int
    disputed: int
    bases: Mapping[DateBasis, int]
    x: float
    width: float
    height: float
    hatched: float
    to: str

    @property
    def words(self) -> str:
        """What a screen reader says of it."""
        dispute = f", {self.disputed} in dispute" if self.disputed else ""
        return f"{self.name}: {counted(self.count, 'incident')}{dispute}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """Incidents of which no more is known than that they fell between two days; None leaves a side open."""

    start: date | None
    end: date | None
    count: int
    disputed: int
    bases: Mapping[DateBasis, int]
    x: float
    width: float
    y: float
    name: str
    to: str

    @property
    def words(self) -> str:
        """What a screen reader says of it."""
        dispute = f", {self.disputed} in dispute" if self.disputed else ""
        return f"{self.name}: {counted(self.count, 'incident')}{dispute}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """All of it; `more` counts the incidents of lines that have no room, `undated` those without any date."""

    unit: Unit
    bars: tuple[Bar, ...]
    lanes: tuple[Lane, ...]
    more: int
    undated: int
    total: int
    height: float
    width: float = WIDTH
    bottom: float = BARS

    @property
    def words(self) -> str:
        """How much of it is drawn where, and from when to when the axis goes."""
        within = sum(lane.count for lane in self.lanes) + self.more
        first, last = self.bars[0].name, self.bars[-1].name
        axis = first if first == last else f"{first} to {last}"
        parts = [f"{counted(sum(bar.count for bar in self.bars), 'incident')} by {self.unit}, {axis}"]
        if within:
            parts.append(f"{within:,} somewhere in a longer time, as lines below")
        if self.undated:
            parts.append(f"{self.undated:,} without a date")
        return "; ".join(parts)


def periods_of(dated: Sequence[Dated], asked: Mapping[str, object]) -> Timeline | None:
    """The timeline of some incidents, or None where none of them has a date. `asked` are the filters of the list."""
    known = [one for one in dated if one.date.known]
    if not known:
        return None
    days = [day for one in known for day in (one.date.start, one.date.end) if day is not None]
    first, last = min(days), max(days)
    unit = unit_for(first, last)
    starts = [start for start, _ in periods(first, last, unit)]
    inside, across = _sorted(known, unit)
    width = min(WIDEST, (WIDTH - 2 * LEFT) / len(starts))
    lanes = tuple(_lanes(across, starts, width, unit, asked))
    return Timeline(
        unit=unit,
        bars=tuple(_bars(inside, starts, width, unit, asked)),
        lanes=lanes[:MOST_LANES],
        more=sum(lane.count for lane in lanes[MOST_LANES:]),
        undated=len(dated) - len(known),
        total=len(dated),
        height=BARS + AXIS + LANE * min(len(lanes), MOST_LANES) + 4,
    )


Ends = tuple[date | None, date | None]


def _sorted(known: Sequence[Dated], unit: Unit) -> tuple[dict[date, list[Dated]], dict[Ends, list[Dated]]]:
    """Those that surely fell in one period, by its first day, and the others by the periods at their ends."""
    inside: dict[date, list[Dated]] = defaultdict(list)
    across: dict[Ends, list[Dated]] = defaultdict(list)
    for one in known:
        start = beginning(one.date.start, unit) if one.date.start else None
        end = beginning(one.date.end, unit) if one.date.end else None
        if start is not None and start == end:
            inside[start].append(one)
        else:
            across[start, end].append(one)
    return inside, across


def _bars(
    inside: Mapping[date, Sequence[Dated]],
    starts: Sequence[date],
    width: float,
    unit: Unit,
    asked: Mapping[str, object],
) -> Iterator[Bar]:
    most = max((len(found) for found in inside.values()), default=1)
    every = max(1, -(-TICK // width))
    for place, start in enumerate(starts):
        found = inside.get(start, ())
        disputed = sum(one.disputed for one in found)
        end = ending(start, unit)
        yield Bar(
            start=start,
            end=end,
            name=period_words(start, unit),
            tick=tick_words(start, unit) if place % every == 0 else "",
            count=len(found),
            disputed=disputed,
            bases=_bases(found),
            x=LEFT + place * width,
            width=width,
            height=(BARS - 22) * len(found) / most,
            hatched=(BARS - 22) * disputed / most,
            to=address("/incidents", **{**asked, "since": start, "until": end}),
        )


def _lanes(
    across: Mapping[Ends, Sequence[Dated]],
    starts: Sequence[date],
    width: float,
    unit: Unit,
    asked: Mapping[str, object],
) -> Iterator[Lane]:
    """Lines, those of most incidents first."""
    ordered = sorted(across.items(), key=lambda item: (-len(item[1]), str(item[0])))
    for place, ((start, end), found) in enumerate(ordered):
        left = starts.index(start) if start else 0
        right = starts.index(end) if end else len(starts) - 1
        until = ending(end, unit) if end else None
        yield Lane(
            start=start,
            end=until,
            count=len(found),
            disputed=sum(one.disputed for one in found),
            bases=_bases(found),
            x=LEFT + left * width + 1,
            width=(right - left + 1) * width - 2,
            y=BARS + AXIS + LANE * place,
            name=_lane_words(found, start, until),
            to=address("/incidents", **{**asked, "since": start, "until": until}),
        )


def _lane_words(found: Sequence[Dated], start: date | None, until: date | None) -> str:
    if len({one.date for one in found}) == 1:
        return date_words(found[0].date)
    return " ".join(f"{word} {day}" for word, day in (("from", start), ("to", until)) if day)


def _bases(found: Sequence[Dated]) -> dict[DateBasis, int]:
    counts = Counter(one.date.basis for one in found)
    return {basis: counts[basis] for basis in BASES if counts[basis]}
