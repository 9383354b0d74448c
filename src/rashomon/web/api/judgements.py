"""The log of decisions, and the way to add one."""

from typing import Annotated

from fastapi import APIRouter
from pydantic import BaseModel, Field

from rashomon.model import Decision
from rashomon.model.codec import Json, encode
from rashomon.publish.contract import judgements_json
from rashomon.web.api.document import answers
from rashomon.web.api.shapes import listing
from rashomon.web.asked import MOST_ROWS, Limit, Offset, Work
from rashomon.workspace import Deed, Listing

router = APIRouter(prefix="/api/v1", tags=["judgements"])
PATIENCE = 1.5
"""Seconds that an answer waits for the ledger, which else follows."""


class Wished(BaseModel):
    """A decision about things of the ledger, named by their ids."""

    decision: Decision
    on: Annotated[
        list[Annotated[str, Field(max_length=200)]],
        Field(min_length=1, max_length=2, description="A cell, an incident, a judgement to undo; or two things."),
    ]
    who: Annotated[str, Field(min_length=1, max_length=200, description="Who decides.")]
    why: Annotated[str, Field(max_length=5000, description="The reason, if there is one to give.")] = ""
    value: Annotated[str | None, Field(max_length=1000, description="The right value, the grade, or the part.")] = None
    seen: Annotated[
        str | None,
        Field(max_length=100, description="The state of the first thing that the decision rests on, from the queue."),
    ] = None


@router.get("/judgements", summary="Every judgement", responses=answers("judgements"))
def judgements(work: Work, offset: Offset = 0, limit: Limit = MOST_ROWS) -> dict[str, Json]:
    """In the order in which they were made, each with what has become of it."""
    log = work.judgements()
    found = Listing(rows=log[offset : offset + limit], offset=offset, total=len(log))
    rows = judgements_json(found.rows)["judgements"]
    return listing("judgements", found, rows, path="/api/v1/judgements", asked={"limit": limit})


@router.post(
    "/judgements",
    summary="Decide",
    status_code=201,
    responses=answers("judgement", 400, 403, 404, 409, 413, status=201),
)
def decide(work: Work, wished: Wished) -> dict[str, Json]:
    """Keep a decision; the ledger follows."""
    deed = Deed(who=wished.who, why=wished.why, value=wished.value)
    judgement: dict[str, Json] = encode(
        work.judge(wished.decision, *wished.on, deed=deed, seen=wished.seen, patience=PATIENCE)
    )
    return judgement
