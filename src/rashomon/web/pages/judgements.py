"""The log of every decision that anybody made."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from rashomon.web.asked import Work
from rashomon.web.templating import page

router = APIRouter(include_in_schema=False)


@router.get("/judgements")
def judgements(request: Request, work: Work) -> Response:
    """Every judgement with what has become of it, the latest first."""
    return page(request, "judgements.html", judgements=tuple(reversed(work.judgements())))
