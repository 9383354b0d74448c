"""The documentation of the API as a page of its own, made from its OpenAPI document."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from rashomon.model.codec import Json
from rashomon.web.api.document import EVERYWHERE
from rashomon.web.templating import page

router = APIRouter(include_in_schema=False)
METHODS = ("get", "post", "put", "delete")


@router.get("/api")
def docs(request: Request) -> Response:
    """Every call with its parameters and answers."""
    document = request.app.openapi()
    calls = [
        (method, path, call, _fields(document, call))
        for path, item in document["paths"].items()
        for method, call in item.items()
        if method in METHODS
    ]
    return page(request, "api.html", document=document, calls=calls, everywhere=EVERYWHERE)


def _fields(document: Json, call: Json) -> list[tuple[str, str, bool]]:
    """What is sent in the body of a call: names, what they are, and whether they are needed."""
    bodies = call.get("requestBody", {}).get("content", {})
    found = []
    for body in bodies.values():
        schema = body["schema"]
        if "$ref" in schema:
            schema = document["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
        for name, field in schema["properties"].items():
            choices = ", ".join(field.get("enum", ()))
            words = field.get("description") or choices
            found.append((name, words, name in schema.get("required", ())))
    return found
