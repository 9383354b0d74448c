"""Between frozen dataclasses and plain JSON values; one codec serves the contract and the store.

A `Span` becomes `[start, end]`, a `TimeInterval` always shows start, end and basis, a `None` default stays `null`.
Decoding makes spans with `Report.span`, so a stored span that leaves its report can't come back as a value.
"""

import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from functools import cache
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from rashomon.model.report import Report
from rashomon.model.span import Span

Json = Any
T = TypeVar("T")
MakeSpan = Callable[[int, int], Span]


def encode(value: object) -> Json:
    """A value of the model as plain JSON: dicts, lists, strings, numbers, booleans, None."""
    if isinstance(value, Span):
        return [value.start, value.end]
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value):
        return {field.name: encode(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, (tuple, list)):
        return [encode(item) for item in value]
    return value


def decode(cls: type[T], data: Json, reports: Mapping[str, Report] | Report | None = None) -> T:
    """The value of the model that `encode` made `data` from.

    `reports` gives the texts that spans stand in: one report, or a mapping by id for things that name their report in
    a field `report`. Raises `SpanMistaken` for a span outside its report, KeyError or TypeError for other damage.
    """
    return cast(T, _decode(cls, data, reports, reports.span if isinstance(reports, Report) else None))


@cache
def _hints(cls: type) -> dict[str, Any]:
    return get_type_hints(cls)


def _decode(kind: Any, data: Json, reports: Mapping[str, Report] | Report | None, make: MakeSpan | None) -> object:
    if kind is Span:
        if make is None:
            raise TypeError("A span can't be decoded without its report.")
        return make(*data)
    if kind is date:
        return date.fromisoformat(data)
    if is_dataclass(kind):
        return _decode_record(cast(type, kind), data, reports, make)
    origin = get_origin(kind)
    if origin is tuple:
        item = get_args(kind)[0]
        return tuple(_decode(item, value, reports, make) for value in data)
    if origin in (Union, types.UnionType):
        if data is None:
            return None
        inner = next(choice for choice in get_args(kind) if choice is not type(None))
        return _decode(inner, data, reports, make)
    return data


def _decode_record(
    cls: type, data: Json, reports: Mapping[str, Report] | Report | None, make: MakeSpan | None
) -> object:
    if isinstance(reports, Mapping) and isinstance(data.get("report"), str) and data["report"] in reports:
        make = reports[data["report"]].span
    if cls is Report:
        make = _bare_span(data["text"])
    hints = _hints(cls)
    values = {}
    for field in fields(cls):
        if field.name in data:
            values[field.name] = _decode(hints[field.name], data[field.name], reports, make)
        elif field.default is MISSING and field.default_factory is MISSING:
            raise KeyError(f"{cls.__name__} without {field.name}")
    return cls(**values)


def _bare_span(text: str) -> MakeSpan:
    """Spans of a report that is itself being decoded."""
    return lambda start, end: Span(start, end, text[start:end])
