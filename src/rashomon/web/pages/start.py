"""The first page is the list of incidents."""

from fastapi import APIRouter
from starlette.responses import RedirectResponse

router = APIRouter(include_in_schema=False)


@router.get("/")
def start() -> RedirectResponse:
    """Lead to the list."""
    return RedirectResponse("/incidents", status_code=307)
