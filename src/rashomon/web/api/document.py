"""The schemas of the contract as parts of the OpenAPI document, so that calls say exactly what they answer."""

from typing import Any

from rashomon.model.codec import Json
from rashomon.publish.schema import schemas

PLACE = "#/components/schemas/"
ANSWERED = ("reading", "ledger", "lineage", "chain")
"""The schemas that some call answers with; what it adds to them stands in its description."""


def answers(name: str) -> dict[int | str, dict[str, Any]]:
    """What a call answers that gives one thing in the form of the contract: that thing, or that there is none."""
    content = {"application/json": {"schema": {"$ref": PLACE + name}}}
    return {200: {"content": content}, 404: {"description": "There is none."}}


def contract_schemas() -> dict[str, Json]:
    """The schemas of the contract with all that they refer to, each under a name of its own."""
    found: dict[str, Json] = {}
    for name in ANSWERED:
        schema = schemas()[name]
        records = schema.pop("$defs")
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
