"""JSON Schemas of what Rashomon prints and of what it reads, made from the dataclasses so that they can't fall behind.

A reader of the contract should ignore fields that it does not know: a version may gain fields, it never loses one.
"""

import inspect
import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any, Literal, Union, cast, get_args, get_origin, get_type_hints

from rashomon.model import (
    Account,
    Attribution,
    Count,
    Descent,
    Evidence,
    Figure,
    Incident,
    Ledger,
    Lineage,
    OffsetPiece,
    OpenPair,
    Passage,
    Place,
    Reading,
    Report,
    Response,
    ResponseAccount,
    Span,
    TimeInterval,
)
from rashomon.model.codec import Json
from rashomon.publish.contract import CHAIN, CHAINED, LEDGER, LINEAGE, READING

Schema = dict[str, Json]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
INPUT = "rashomon.input/1"

COUNT: Schema = {"minimum": 0}
SHARE: Schema = {"minimum": 0, "maximum": 1}

NOTES: dict[tuple[type, str], Schema] = {
    (Report, "id"): {"pattern": "^r[0-9a-f]{16}$", "description": "r and the first 16 hex digits of `sha256`."},
    (Report, "sha256"): {"pattern": "^[0-9a-f]{64}$", "description": "The hash of the bytes that the report came as."},
    (Report, "name"): {"description": "The id given in JSON lines, else the file's name without its ending."},
    (Report, "text"): {"description": "What all spans count in, in code points."},
    (Attribution, "confidence"): SHARE,
    (Evidence, "confidence"): SHARE,
    (Figure, "low"): COUNT,
    (Figure, "high"): COUNT,
    (Count, "low"): COUNT,
    (Count, "high"): COUNT,
    (Account, "low"): COUNT,
    (Account, "high"): COUNT,
    (Account, "independent_origins"): COUNT,
    (ResponseAccount, "independent_origins"): COUNT,
    (Response, "to"): {"description": "The id of the incident that is answered."},
    (Incident, "response_to"): {"description": "What it answers: `to` of those of its `links` that stand."},
    (Descent, "share"): SHARE,
    (Passage, "likeness"): SHARE,
    (OpenPair, "likeness"): SHARE,
    (OffsetPiece, "start"): COUNT,
    (OffsetPiece, "end"): COUNT,
    (OffsetPiece, "origin"): COUNT,
    (Place, "latitude"): {"minimum": -90, "maximum": 90},
    (Place, "longitude"): {"minimum": -180, "maximum": 180},
    (TimeInterval, "weekday"): {"minimum": 0, "maximum": 6, "description": "0 is Monday."},
}
"""What the types do not say of a field: its bounds, and a sentence where its name is not enough."""

INPUT_ROW: Schema = {
    "title": "One report as a line of JSON",
    "description": "`text` is never altered: spans count in it as given. Other fields are kept with the original.",
    "type": "object",
    "required": ["text"],
    "properties": {
        "id": {"type": ["string", "null"], "description": "What the report is to be called; `name` in the output."},
        "text": {"type": "string", "pattern": "\\S"},
        "title": {"type": ["string", "null"]},
        "outlet": {"type": ["string", "null"]},
        "published": {"type": ["string", "null"], "description": "A date, or a date and time; best as ISO 8601."},
        "url": {"type": ["string", "null"]},
    },
}


def schemas() -> dict[str, Schema]:
    """The schemas of what is printed, and of `input`, a line that is read; by these names."""
    printed = {"reading": _reading(), "ledger": _ledger(), "lineage": _lineage(), "chain": _chain()}
    return {**printed, "input": {**_heading(INPUT), **INPUT_ROW}}


def _reading() -> Schema:
    writer = Writer()
    report, reading = writer.properties(Report), writer.properties(Reading)
    events = reading.pop("events")
    del reading["report"]
    events["description"] = "Mentions of incidents that belong to none of the report's incidents."
    vague = {**reading["figures"], "description": "Figures that are a word alone: `low` and `high` are null."}
    sums = {**reading["figures"], "description": "Sums over a list, which nobody stated: `addends` are its members."}
    apart = {"vague_figures": vague, "derived_figures": sums, "unplaced": events}
    return writer.document(READING, Reading, {**report, **reading, **apart})


def _ledger() -> Schema:
    writer = Writer()
    properties = writer.properties(Ledger)
    quote_evidence(writer)
    return writer.document(LEDGER, Ledger, properties)


def quote_evidence(writer: "Writer") -> None:
    """Say that evidence is printed with its words."""
    evidence = writer.defs["Evidence"]
    for name, what in (("text", "The words of `span`."), ("sentence_text", "The words of `sentence`.")):
        evidence["properties"][name] = {"type": "string", "minLength": 1, "description": what}
        evidence["required"].append(name)


def _chain() -> Schema:
    writer = Writer()
    known = writer.properties(Incident)
    incident = record_schema({"number": {"type": "integer", "minimum": 1}, **{name: known[name] for name in CHAINED}})
    link = record_schema({"answer": {"type": "string"}, **writer.properties(Response)})
    chain: dict[str, Schema] = {
        "incident": {"type": ["string", "null"], "description": "The one that was asked for."},
        "incidents": {"type": "array", "items": incident},
        "links": {"type": "array", "items": link},
        "cycles": writer.properties(Ledger)["cycles"],
    }
    quote_evidence(writer)
    return writer.document(CHAIN, Response, {"chains": {"type": "array", "items": record_schema(chain)}})


def _lineage() -> Schema:
    writer = Writer()
    known = writer.properties(Ledger)
    properties = {name: known[name] for name in ("reports", "lineage", "borrowed", "pages")}
    excerpt = writer.defs["Excerpt"]
    excerpt["properties"]["text"] = {"type": "string", "minLength": 1, "description": "The words of `span`."}
    excerpt["required"].append("text")
    return writer.document(LINEAGE, Lineage, properties)


def _heading(version: str) -> Schema:
    return {"$schema": DIALECT, "$id": f"urn:{version.replace('.', ':').replace('/', ':')}"}


class Writer:
    """Writes schemas, gathering a definition for each record on the way in `defs`."""

    def __init__(self) -> None:
        self.defs: dict[str, Schema] = {}

    def document(self, version: str, cls: type, properties: Mapping[str, Schema]) -> Schema:
        """The whole schema of a top-level object."""
        body = {"schema": {"const": version}, **properties}
        return {**_heading(version), "description": _summary(cls), **record_schema(body), "$defs": self.defs}

    def properties(self, cls: type, *, but: tuple[str, ...] = ()) -> dict[str, Schema]:
        """The fields of a record, but for some."""
        hints = get_type_hints(cls)
        named = [f.name for f in fields(cls) if f.name not in but]
        return {name: {**self.of(hints[name]), **NOTES.get((cls, name), {})} for name in named}

    def of(self, kind: Any) -> Schema:
        """The schema of one type."""
        if kind is Span:
            return self._span()
        if kind is date:
            return {"type": "string", "format": "date", "pattern": r"^\d{4}-\d\d-\d\d$"}
        if is_dataclass(kind):
            return self._record(cast(type, kind))
        origin = get_origin(kind)
        if origin is tuple:
            return {"type": "array", "items": self.of(get_args(kind)[0])}
        if origin is Literal:
            return {"enum": list(get_args(kind))}
        if origin in (Union, types.UnionType):
            return _or_null(self.of(next(choice for choice in get_args(kind) if choice is not type(None))))
        return {"type": {str: "string", int: "integer", float: "number", bool: "boolean"}[kind]}

    def _span(self) -> Schema:
        ends = [{"type": "integer", "minimum": 0}, {"type": "integer", "minimum": 1}]
        what = "Where words stand in the report's text: [start, end), in code points."
        self.defs["Span"] = {"type": "array", "prefixItems": ends, "items": False, "minItems": 2, "description": what}
        return {"$ref": "#/$defs/Span"}

    def _record(self, cls: type) -> Schema:
        if cls.__name__ not in self.defs:
            definition = self.defs[cls.__name__] = {}
            definition.update({"description": _summary(cls), **record_schema(self.properties(cls))})
        return {"$ref": f"#/$defs/{cls.__name__}"}


def record_schema(properties: Mapping[str, Schema]) -> Schema:
    """An object that has all of these properties."""
    return {"type": "object", "required": list(properties), "properties": dict(properties)}


def _or_null(schema: Schema) -> Schema:
    if isinstance(schema.get("type"), str):
        return {**schema, "type": [schema["type"], "null"]}
    if "enum" in schema:
        return {"enum": [*schema["enum"], None]}
    return {"anyOf": [schema, {"type": "null"}]}


def _summary(cls: type) -> str:
    return inspect.cleandoc(cls.__doc__ or "").partition("\n\n")[0].replace("\n", " ")
