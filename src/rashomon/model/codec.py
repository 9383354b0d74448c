"""Between frozen dataclasses and plain JSON values; one codec serves the contract and the store.

A `Span` becomes `[start, end]`, or `[start, end, text]` where it is kept; a `TimeInterval` always shows start, end and
basis, a `None` stays `null`. Decoding makes spans with `Report.span` and holds a kept text against the report's own, so
a stored span that is not its report's can't come back as a value.
"""

import types
from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from datetime import date
from functools import cache
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from rashomon.errors import SpanMistaken
from rashomon.model.report import Report
from rashomon.model.span import Span

Json = Any
T = TypeVar("T")
MakeSpan = Callable[[int, int], Span]
KeptSpan = tuple[str | None, int, int, str]
"""The report that a span names, if any does; start, end, text."""

PLAIN = frozenset((str, int, float, bool, type(None)))
"""What is JSON already; looked at first, because most values are."""


@dataclass(frozen=True, slots=True)
class _Texts:
    """What spans are made with: the report that is being read, and the others that a record may name."""

    make: MakeSpan | None
    reports: Mapping[str, Report] | None = None

    def within(self, cls: type, data: dict[str, Json]) -> "_Texts":
        """The texts for one record: a report speaks of itself, other records may name theirs in a field `report`."""
        if cls is Report:
            return _Texts(_bare_span(data["text"]))
        if self.reports is not None and isinstance(data.get("report"), str) and data["report"] in self.reports:
            return _Texts(self.reports[data["report"]].span, self.reports)
        return self


Decoder = Callable[[Json, _Texts], Any]


def encode(value: object, *, verbatim: bool = False) -> Json:
    """A value of the model as plain JSON: dicts, lists, strings, numbers, booleans, None.

    `verbatim` writes each span's text beside its offsets, so that decoding can tell whether it still stands there.
    """
    kind = type(value)
    if kind in PLAIN:
        return value
    if kind is Span:
        span = cast(Span, value)
        return [span.start, span.end, span.text] if verbatim else [span.start, span.end]
    if kind is tuple or kind is list:
        return [encode(item, verbatim=verbatim) for item in cast(tuple[object, ...], value)]
    if is_dataclass(kind):
        return {name: encode(getattr(value, name), verbatim=verbatim) for name in field_names(kind)}
    if isinstance(value, date):
        return value.isoformat()
    return value


def decode(cls: type[T], data: Json, reports: Mapping[str, Report] | Report | None = None) -> T:
    """The value of the model that `encode` made `data` from.

    `reports` gives the texts that spans stand in: one report, or a mapping by id for things that name their report in
    a field `report`. Raises `SpanMistaken` for a span that is not its report's, KeyError, TypeError or ValueError for
    other damage.
    """
    texts = _Texts(reports.span) if isinstance(reports, Report) else _Texts(None, reports)
    kind: Any = cls
    return cast(T, _decoder(kind)(data, texts))


def kept_spans(data: Json, report: str | None = None) -> Iterator[KeptSpan]:
    """Every span in JSON that was encoded `verbatim`: the report it names, start, end, text.

    `report` is the id of the report that spans stand in where no record around them names another.
    """
    if isinstance(data, dict):
        report = data["report"] if isinstance(data.get("report"), str) else report
        items = data.values()
    elif len(data) == 3 and [type(item) for item in data] == [int, int, str]:
        yield report, data[0], data[1], data[2]
        return
    else:
        items = data
    for item in items:
        if type(item) not in PLAIN:
            yield from kept_spans(item, report)


@cache
def field_names(cls: type) -> tuple[str, ...]:
    """The names of a record's fields, in order."""
    return tuple(field.name for field in fields(cls))


@cache
def _decoder(kind: Any) -> Decoder:
    """How one type is read; made once a type, because a reading holds thousands of values."""
    if kind is Span:
        return _span
    if kind is date:
        return lambda data, _: date.fromisoformat(data)
    if is_dataclass(kind):
        return _record_decoder(cast(type, kind))
    origin = get_origin(kind)
    if origin is tuple:
        return _tuple_decoder(_decoder(get_args(kind)[0]))
    if origin in (Union, types.UnionType):
        inner = _decoder(next(choice for choice in get_args(kind) if choice is not type(None)))
        return lambda data, texts: None if data is None else inner(data, texts)
    if origin is Literal:
        return _choice_decoder(get_args(kind))
    return _plain_decoder(kind)


def _span(data: Json, texts: _Texts) -> Span:
    if texts.make is None:
        raise TypeError("A span can't be decoded without its report.")
    if not isinstance(data, list) or [type(item) for item in data] not in ([int, int], [int, int, str]):
        raise TypeError(f"A span was expected, not {data!r}.")
    span = texts.make(data[0], data[1])
    if data[2:] not in ([], [span.text]):
        raise SpanMistaken(f"[{span.start}, {span.end}) was kept as {data[2]!r} but the report says {span.text!r}.")
    return span


def _tuple_decoder(item: Decoder) -> Decoder:
    def read(data: Json, texts: _Texts) -> tuple[Any, ...]:
        if not isinstance(data, list):
            raise TypeError(f"A list was expected, not {data!r}.")
        return tuple([item(value, texts) for value in data])

    return read


def _choice_decoder(choices: tuple[Any, ...]) -> Decoder:
    def read(data: Json, _: _Texts) -> Any:
        if data not in choices:
            raise ValueError(f"{data!r} is none of {', '.join(map(str, choices))}.")
        return data

    return read


def _plain_decoder(kind: Any) -> Decoder:
    allowed = (float, int) if kind is float else (kind,)

    def read(data: Json, _: _Texts) -> Any:
        if type(data) not in allowed:
            raise TypeError(f"{kind.__name__} was expected, not {data!r}.")
        return data

    return read


def _record_decoder(cls: type) -> Decoder:
    hints = get_type_hints(cls)
    needed = {f.name for f in fields(cls) if f.default is MISSING and f.default_factory is MISSING}
    # Made at the first use, not here: a record may hold records of its own kind.
    readers: dict[str, Decoder] = {}

    def read(data: Json, texts: _Texts) -> Any:
        if not readers:
            readers.update({name: _decoder(hints[name]) for name in field_names(cls)})
        if not isinstance(data, dict):
            raise TypeError(f"{cls.__name__} was expected, not {data!r}.")
        if missing := needed - data.keys():
            raise KeyError(f"{cls.__name__} without {', '.join(sorted(missing))}")
        inner = texts.within(cls, data)
        return cls(**{name: reader(data[name], inner) for name, reader in readers.items() if name in data})

    return read


def _bare_span(text: str) -> MakeSpan:
    """Spans of a report that is itself being decoded."""
    return lambda start, end: Span(start, end, text[start:end])
