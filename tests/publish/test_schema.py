import copy
import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, ValidationError

from rashomon.publish.contract import ledger_json, reading_json
from rashomon.publish.schema import schemas
from tests.publish.test_contract import READING, READING_FIELDS, REPORT
from tests.store.things import CAPTURES, make_ledger
from tests.strategies import ledgers, readings, reports

SCHEMAS = schemas()
GOOD = {"reading": reading_json(REPORT, READING), "ledger": ledger_json(make_ledger(*CAPTURES[:2]))}


def validator(name: str) -> Draft202012Validator:
    """Validates as a reader of the contract would, dates too."""
    return Draft202012Validator(SCHEMAS[name], format_checker=Draft202012Validator.FORMAT_CHECKER)


def closed(schema: Any) -> Any:
    """The same schema with no field allowed that it does not name: what we print must all be explained."""
    if isinstance(schema, list):
        return [closed(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    inner = {key: closed(value) for key, value in schema.items()}
    return {**inner, "additionalProperties": False} if isinstance(schema.get("properties"), dict) else inner


@pytest.mark.parametrize("name", SCHEMAS)
def test_each_schema_is_one_and_can_be_printed(name: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[name])
    assert json.loads(json.dumps(SCHEMAS[name])) == SCHEMAS[name]
    assert SCHEMAS[name]["$id"] == f"urn:rashomon:{name}:1"


def test_each_call_makes_its_own() -> None:
    schemas()["reading"]["$defs"].clear()
    assert schemas() == SCHEMAS


@settings(max_examples=20)
@given(st.data())
def test_every_reading_and_ledger_is_valid_and_wholly_explained(data: st.DataObject) -> None:
    report = data.draw(reports())
    for name, made in (
        ("reading", reading_json(report, data.draw(readings(report)))),
        ("ledger", ledger_json(data.draw(ledgers([report])))),
    ):
        validator(name).validate(made)
        Draft202012Validator(closed(SCHEMAS[name])).validate(made)


def test_the_least_that_was_promised_is_required() -> None:
    assert set(SCHEMAS["reading"]["required"]) >= READING_FIELDS
    assert set(SCHEMAS["ledger"]["required"]) >= {"schema", "reports", "incidents", "lineage"}
    assert set(SCHEMAS["ledger"]["$defs"]["Evidence"]["required"]) >= {"report", "span", "text"}


def at(data: Any, *steps: str | int) -> Any:
    for step in steps:
        data = data[step]
    return data


ACCOUNT = ("incidents", 0, "questions", 0, "accounts", 0)
MUTATIONS: list[tuple[str, Callable[[Any], object]]] = [
    ("reading", lambda data: data.pop("sha256")),
    ("reading", lambda data: data.update(schema="rashomon.reading/2")),
    ("reading", lambda data: data.update(id="r1")),
    ("reading", lambda data: data.update(text=None)),
    ("reading", lambda data: data["published"].pop("basis")),
    ("reading", lambda data: data["published"].update(start="Monday")),
    ("reading", lambda data: data["published"].update(start="2024-02-31")),
    ("reading", lambda data: data["published"].update(weekday=7)),
    ("reading", lambda data: at(data, "attributions", 0).update(stance="sings")),
    ("reading", lambda data: at(data, "attributions", 0).update(confidence=1.5)),
    ("reading", lambda data: at(data, "attributions", 0).update(source=[0, 7])),
    ("reading", lambda data: at(data, "attributions", 0, "claimant").pop("plural")),
    ("reading", lambda data: at(data, "figures", 0).update(low=-1)),
    ("reading", lambda data: at(data, "figures", 0).update(span=[1, 2, "x"])),
    ("reading", lambda data: at(data, "figures", 0).update(span=[1])),
    ("reading", lambda data: at(data, "figures", 0).update(claimant="a doctor")),
    ("reading", lambda data: at(data, "incidents", 0).update(main="yes")),
    ("reading", lambda data: at(data, "incidents", 0, "mentions", 0).update(reality="dreamt")),
    ("ledger", lambda data: data.pop("lineage")),
    ("ledger", lambda data: at(data, "incidents", 0).update(type="war")),
    ("ledger", lambda data: at(data, "incidents", 0, "questions", 0).update(finding="true")),
    ("ledger", lambda data: at(data, *ACCOUNT).update(independent_origins=1.5)),
    ("ledger", lambda data: at(data, *ACCOUNT, "evidence", 0).pop("text")),
    ("ledger", lambda data: at(data, *ACCOUNT, "evidence", 0).update(span=None)),
]


@pytest.mark.parametrize(("name", "mutate"), MUTATIONS)
def test_what_breaks_the_contract_is_not_valid(name: str, mutate: Callable[[Any], object]) -> None:
    data = copy.deepcopy(GOOD[name])
    validator(name).validate(data)
    mutate(data)
    with pytest.raises(ValidationError):
        validator(name).validate(data)


@pytest.mark.parametrize(
    "row", [{"text": "A strike."}, {"text": "A", "id": None, "published": "2024-02-05", "more": 1}]
)
def test_a_line_of_input_needs_a_text_alone(row: dict[str, object]) -> None:
    validator("input").validate(row)


@pytest.mark.parametrize("row", [{}, {"text": ""}, {"text": " \n"}, {"text": 3}, {"text": "A", "url": []}, ["A"]])
def test_a_line_of_input_without_a_text_is_not_valid(row: object) -> None:
    with pytest.raises(ValidationError):
        validator("input").validate(row)


def every_object(schema: Any) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        if "properties" in schema and isinstance(schema["properties"], dict):
            yield schema
        for value in schema.values():
            yield from every_object(value)


@pytest.mark.parametrize("name", ["reading", "ledger"])
def test_every_field_is_always_there(name: str) -> None:
    assert all(sorted(made["required"]) == sorted(made["properties"]) for made in every_object(SCHEMAS[name]))
