"""What calls answer, as parts of the OpenAPI document: the schemas of the contract, of lists, and of failures."""

from typing import Any

from rashomon.model.codec import Json
from rashomon.publish.schema import schemas
from rashomon.web.api.schemas import shown_schemas

PLACE = "#/components/schemas/"
CONTRACT = ("reading", "ledger", "lineage", "chain")
"""The schemas that some call answers with; what it adds to them stands in its description."""
Answers = dict[int | str, dict[str, Any]]

FAILURES = {
    400: "It means nothing here, or contradicts a judgement in force.",
    401: "Log in first: only where the workbench asks for a password.",
    403: "It was sent from another site, or is for whoever sits at the machine alone.",
    404: "There is none.",
    409: "Another run is writing, or somebody has decided on it meanwhile.",
    413: "It is larger than what is taken in.",
    421: "The workbench does not answer to that host name.",
    422: "A parameter is missing, or means nothing.",
    503: "The workspace can't be read at the moment.",
}


def answers(name: str, *failures: int, status: int = 200, media: str = "application/json") -> Answers:
    """What a call answers: one of the schemas by its name, or one of these failures."""
    content = {media: {"schema": {"$ref": f"{PLACE}{name}"}}}
    return {status: {"description": "What was asked for.", "content": content}, **failing(*failures)}


def failing(*statuses: int) -> Answers:
    """Failures that a call may answer with."""
    content = {"application/json": {"schema": {"$ref": f"{PLACE}failure"}}}
    return {status: {"description": FAILURES[status], "content": content} for status in statuses}


EVERYWHERE = failing(401, 421, 422, 503)
"""Failures that any call may answer with."""


def all_schemas() -> dict[str, Json]:
    """The schemas that calls answer with, and all that they refer to, each under a name of its own."""
    made = {**{name: schemas()[name] for name in CONTRACT}, **shown_schemas()}
    found: dict[str, Json] = {}
    for name, schema in made.items():
        records = schema.pop("$defs", {})
        bare = {key: value for key, value in schema.items() if key not in ("$schema", "$id")}
        found[name] = _placed(bare, name)
        found |= {f"{name}.{record}": _placed(body, name) for record, body in records.items()}
    return found


def _placed(schema: Json, name: str) -> Json:
    """A schema whose references lead to where its records stand in the document."""
    if isinstance(schema, dict):
        return {
            key: _reference(value, name) if key == "$ref" else _placed(value, name) for key, value in schema.items()
        }
    return [_placed(item, name) for item in schema] if isinstance(schema, list) else schema


def _reference(reference: str, name: str) -> str:
    return f"{PLACE}{name}.{reference.rpartition('/')[2]}"
