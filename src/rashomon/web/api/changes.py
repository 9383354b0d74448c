"""What has changed about an incident."""

from fastapi import APIRouter

from rashomon.model.codec import Json
from rashomon.publish.changes import changes_json
from rashomon.web.api.document import answers
from rashomon.web.asked import Since, Work

router = APIRouter(prefix="/api/v1", tags=["incidents"])


@router.get("/incidents/{id}/changes", summary="What has changed", responses=answers("changes", 400, 404))
def changes(work: Work, id: str, since: Since = None) -> dict[str, Json]:
    """What is new, gone or other about an incident since a day or an instant; by default since reports last came.

    It is held against what the reports that had come and the judgements that had been made by then tell, joined as they
    are now. `moments` are the instants from which changes can be counted.
    """
    return changes_json(work.changes(id, since))
