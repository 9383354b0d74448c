"""What requests ask for, as typed parameters that pages and the API share."""

import re
from datetime import date
from typing import Annotated, Any

from fastapi import Depends, Query, Request
from pydantic import BaseModel, BeforeValidator, Field

from rashomon.model import IncidentType
from rashomon.web.atlas.frame import PATTERN
from rashomon.workspace import IncidentFilter, Order, Workspace
from rashomon.workspace.catalogue.speakers import Kind

MOST_ROWS = 200
FARTHEST = 10_000_000
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _none_for_empty(value: Any) -> Any:
    """A field of a form that was left empty asks for nothing."""
    return None if isinstance(value, str) and not value.strip() else value


def _no_for_empty(value: Any) -> Any:
    """A condition that is named and left empty is not asked for."""
    return False if value == "" else value


def _day(value: Any) -> Any:
    """A day as ISO 8601 has it; a bare number is none, which else would be taken for seconds since 1970."""
    if isinstance(value, str) and not DAY.fullmatch(value):
        raise ValueError("a day is written YYYY-MM-DD")
    return value


Empty = BeforeValidator(_none_for_empty)
Day = Annotated[date, BeforeValidator(_day)]
Flag = Annotated[bool, BeforeValidator(_no_for_empty)]
Words = Annotated[Annotated[str, Field(max_length=300)] | None, Empty]
Offset = Annotated[int, Query(ge=0, le=FARTHEST, description="Rows to leave out.")]
Limit = Annotated[int, Query(ge=1, le=MOST_ROWS, description="Rows to give.")]


MapAt = Annotated[
    Annotated[str, Field(pattern=PATTERN)] | None,
    Empty,
    Query(description="The frame of the map: latitude, longitude, zoom."),
]


Since = Annotated[
    Annotated[str, Field(max_length=40)] | None,
    Empty,
    Query(description="A day (2024-01-05), or an instant (2024-01-05T10:00:00Z)."),
]


Sought = Annotated[str, Query(max_length=300, description="Words that must all stand in it.")]
Who = Annotated[str, Query(min_length=1, max_length=400, description='An id of the codebook, or "name NAME".')]
Said = Annotated[Kind, Query(description="Which of its accounts are listed.")]


class IncidentQuery(BaseModel):
    """The filters of the list of incidents."""

    q: Annotated[
        Words, Field(description='Words in reports and claims: all of them, "as they stand", half*, -without.')
    ] = None
    place: Annotated[Words, Field(description="Words of the name of a place.")] = None
    actor: Annotated[Words, Field(description="Words of the name of whoever does it, is hit or speaks of it.")] = None
    claimant: Annotated[Words, Field(description="Words of the name of whoever speaks of it.")] = None
    type: Annotated[IncidentType | None, Empty, Field(description="The type of the incident.")] = None
    since: Annotated[Day | None, Empty, Field(description="Not over before this day.")] = None
    until: Annotated[Day | None, Empty, Field(description="Begun by this day.")] = None
    disputed: Annotated[Flag, Field(description="Only with accounts that contradict one another.")] = False
    unreviewed: Annotated[Flag, Field(description="Only what nobody has judged yet.")] = False
    main: Annotated[Flag, Field(description="Only what some report is about.")] = False
    origins: Annotated[
        Annotated[int, Field(ge=1, le=1000)] | None, Empty, Field(description="Independent origins at least.")
    ] = None
    order: Annotated[Order, Field(description="How they are ordered.")] = "table"

    def filter(self) -> IncidentFilter:
        """The same as the workspace takes it."""
        return IncidentFilter(words=self.q, **self.model_dump(exclude={"q"}))


def workspace_of(request: Request) -> Workspace:
    """The workspace that the workbench shows."""
    workspace: Workspace = request.app.state.workspace
    return workspace


Asked = Annotated[IncidentQuery, Query()]
Work = Annotated[Workspace, Depends(workspace_of)]
