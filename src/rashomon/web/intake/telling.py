"""How a run is told to whoever watches it: as JSON, and as server-sent events until it ends."""

import json
from collections.abc import AsyncIterator
from time import monotonic

from anyio import sleep
from starlette.responses import StreamingResponse

from rashomon.model.codec import Json, encode
from rashomon.web.intake.runs import Intake, Run

LOOK = 0.2
"""Seconds between two looks at the run; no thread waits for it, however many watch."""
SILENCE = 15.0
"""Seconds after which a connection on which nothing happens is kept open with a word."""
MEDIA_TYPE = "text/event-stream"


def run_json(run: Run) -> dict[str, Json]:
    """A run as plain values; `outcome` is null while it is under way."""
    return {
        "id": run.id,
        "stage": run.stage,
        "done": run.done,
        "total": run.total,
        "cancelled": run.cancelled,
        "outcome": encode(run.outcome),
    }


def watched(intake: Intake) -> StreamingResponse:
    """The run as server-sent events."""
    return StreamingResponse(events_of(intake), media_type=MEDIA_TYPE, headers={"Cache-Control": "no-store"})


async def events_of(intake: Intake) -> AsyncIterator[str]:
    """Each step of the run that is under way, then the event `end` with its outcome."""
    step, told = -1, monotonic()
    while (run := intake.run) is not None and run.outcome is None:
        if run.step != step:
            step, told = run.step, monotonic()
            yield f"data: {json.dumps(run_json(run))}\n\n"
        elif monotonic() - told > SILENCE:
            told = monotonic()
            yield ": waiting\n\n"
        await sleep(LOOK)
    yield f"event: end\ndata: {json.dumps(run_json(run) if run is not None else None)}\n\n"
