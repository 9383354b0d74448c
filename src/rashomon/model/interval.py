"""When something happened, as far as a text supports it."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

DateBasis: TypeAlias = Literal["stated", "relative", "inferred", "unknown"]
"""How a date is known: written out, counted from the publication date or from a day spoken
of before, inferred from the day on which it was told or from what else the text names, or not at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeInterval:
    """Days from `start` to `end`, both included; `None` on a side means that side is open.

    `weekday` (0 = Monday) is kept where a text names a weekday but nothing says which week; `words` are the text's own.
    """

    start: date | None = None
    end: date | None = None
    basis: DateBasis = "unknown"
    weekday: int | None = None
    words: str | None = None

    @property
    def known(self) -> bool:
        """Whether at least one side is fixed."""
        return self.start is not None or self.end is not None

    @property
    def days(self) -> int | None:
        """How many days the interval spans, or `None` where a side is open."""
        if self.start is None or self.end is None:
            return None
        return (self.end - self.start).days + 1

    def meets(self, other: "TimeInterval", slack: int = 0) -> bool:
        """Whether the two can be the same time, with `slack` days forgiven; an open side forgives everything."""
        return not (self._ends_before(other, slack) or other._ends_before(self, slack))

    def _ends_before(self, other: "TimeInterval", slack: int) -> bool:
        if self.end is None or other.start is None:
            return False
        return (other.start - self.end).days > slack


UNKNOWN_TIME = TimeInterval()
"""A date that no text supports; it is never filled in with the publication date."""
