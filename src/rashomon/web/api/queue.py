"""What needs a person, with the state that a decision upon it is held against."""

from fastapi import APIRouter

from rashomon.model.codec import Json, encode
from rashomon.web.api.document import answers
from rashomon.web.api.shapes import listing
from rashomon.web.asked import Limit, Offset, Work
from rashomon.workspace import QueueItem, QueueKind

router = APIRouter(prefix="/api/v1", tags=["judgements"])


@router.get("/queue", summary="What needs a person", responses=answers("queue"))
def queue(work: Work, kind: QueueKind | None = None, offset: Offset = 0, limit: Limit = 50) -> dict[str, Json]:
    """Disputes, then joins that are not sure, unknown actors, and cells read with little confidence.

    `on` is what a decision names; `seen` goes back with it, so that nobody decides over another.
    """
    found = work.queue(kind, offset=offset, limit=limit)
    on = [_on(row) for row in found.rows]
    seen = work.seen(*(ids[0] for ids in on))
    rows = ({**encode(row), "on": ids, "seen": state} for row, ids, state in zip(found.rows, on, seen, strict=True))
    return listing("queue", found, rows, path="/api/v1/queue", asked={"kind": kind, "limit": limit})


def _on(row: QueueItem) -> list[str]:
    """The ids that a decision upon an item names."""
    pair = {"join": (row.incident, row.other), "actor": (row.other,)}
    return [id for id in pair.get(row.kind, (row.account,)) if id is not None]
