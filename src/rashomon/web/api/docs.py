"""The documentation of the API as a page of its own, made from its OpenAPI document."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from rashomon.web.templating import page

router = APIRouter(include_in_schema=False)
METHODS = ("get", "post", "put", "delete")


@router.get("/api")
def docs(request: Request) -> Response:
    """Every call with its parameters and answers."""
    document = request.app.openapi()
    calls = [
        (method, path, call)
        for path, item in document["paths"].items()
        for method, call in item.items()
        if method in METHODS
    ]
    return page(request, "api.html", document=document, calls=calls)
