"""Which incidents are wanted: the filters of the list, the same in Python, in the address of a page and in the API."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from rashomon.model import IncidentType

Order: TypeAlias = Literal["table", "newest", "oldest", "disputed", "reports"]


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentFilter:
    """Every condition must hold; one that is None or False asks for nothing.

    `words` are looked up in the reports and claims. `place`, `actor` and `claimant` hold where a name has all of the
    words; an actor is whoever is named as doing it, as hit by it or as speaking of it. `since` and `until` leave out
    what can't have happened then; an incident without a date has no place between two days. `unreviewed` asks for those
    that nobody has judged. `origins` is the least number of independent origins of its reports.
    """

    words: str | None = None
    place: str | None = None
    actor: str | None = None
    claimant: str | None = None
    type: IncidentType | None = None
    since: date | None = None
    until: date | None = None
    disputed: bool = False
    unreviewed: bool = False
    main: bool = False
    origins: int | None = None
    order: Order = "table"
