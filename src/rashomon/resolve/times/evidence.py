"""Days whose year a text gives away though neither it nor its publication date states it.

"Thursday, 4 January" fits one year in six or so; a year that the text names close by leaves one.
"""

from collections.abc import Sequence
from datetime import date

from rashomon.codebook.time_phrases import Found
from rashomon.resolve.calendar import day

PAIRED = frozenset({"full_date"})
YEARS = range(1950, 2100)


def fixed_days(found: Sequence[Found]) -> tuple[date, ...]:
    """The days named with their weekday but without a year, where exactly one year fits all: the last named or the next."""
    pairs = [pair for one in found if one.form.name in PAIRED if (pair := _pair(one)) is not None]
    stated = [year for one in found if one.form.event for year in _years(one)]
    if not pairs or not stated:
        return ()
    years = [year for year in (max(stated), max(stated) + 1) if year in YEARS and all(_fits(p, year) for p in pairs)]
    if len(years) != 1:
        return ()
    return tuple(sorted({date(years[0], month, number) for month, number, _ in pairs}))


def _pair(one: Found) -> tuple[int, int, int] | None:
    kinds = {piece.kind: piece.worth for piece in one.pieces}
    weekday = kinds.get("weekday") or kinds.get("short")
    month, number = kinds.get("month") or kinds.get("doubtful"), kinds.get("day") or kinds.get("nth", "")
    if weekday is None or month is None or "year" in kinds or not number:
        return None
    return int(month), int(number.rstrip("stndrh")), int(weekday)


def _years(one: Found) -> list[int]:
    return [int(piece.worth) for piece in one.pieces if piece.kind == "year"]


def _fits(pair: tuple[int, int, int], year: int) -> bool:
    month, number, weekday = pair
    found = day(year, month, number)
    return found is not None and found.weekday() == weekday
