"""Records of any kind as short JSON: a list of their fields' values, for what is kept by the hundred thousand.

Unlike `model.codec` it knows sets and bytes, names no field, and holds no span against its report.
"""

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from types import EllipsisType, NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")
Reader = Callable[[Any], Any]


def as_row(value: object) -> Any:
    """A value as JSON; a set in an order of its own, so that the same value is always the same row."""
    kind: Any = type(value)
    write = _writer(kind)
    return value if write is None else write(value)


@cache
def _writer(kind: Any) -> Callable[[Any], Any] | None:
    """How values of a type are written; None where they are JSON as they are."""
    if issubclass(kind, frozenset):
        return lambda value: sorted(map(as_row, value), key=repr)
    if issubclass(kind, tuple):
        return lambda value: [as_row(item) for item in value]
    if kind is bytes:
        return bytes.hex
    if kind is date:
        return date.toordinal
    if not is_dataclass(kind):
        return None
    names = _names(cast(type, kind))
    return lambda value: [as_row(getattr(value, name)) for name in names]


def from_row(kind: type[T], row: Any) -> T:
    """The value of a type that `as_row` made a row of; raises ValueError or TypeError for any other row."""
    wanted: Any = kind
    return cast(T, _reader(wanted)(row))


@cache
def _reader(kind: Any) -> Reader:
    """How the rows of a type are read; made once a type, because a record holds dozens of values."""
    inner = get_args(kind)
    if is_dataclass(kind):
        return _record(cast(type, kind))
    if get_origin(kind) in (Union, UnionType):
        one = _reader(next(choice for choice in inner if choice is not NoneType))
        return lambda row: None if row is None else one(row)
    if get_origin(kind) is frozenset:
        return _many(frozenset, _reader(inner[0]))
    if get_origin(kind) is tuple and isinstance(inner[-1], EllipsisType):
        return _many(tuple, _reader(inner[0]))
    if get_origin(kind) is tuple:
        readers = tuple(map(_reader, inner))
        return lambda row: tuple([read(item) for read, item in zip(readers, row, strict=True)])
    return bytes.fromhex if kind is bytes else date.fromordinal if kind is date else _plain


def _record(cls: type) -> Reader:
    names, hints = _names(cls), get_type_hints(cls)
    # Made at the first use, not here: a record may hold records of its own kind.
    readers: list[Reader] = []

    def read(row: Any) -> Any:
        if not readers:
            readers.extend(_reader(hints[name]) for name in names)
        values = [item if one is _plain else one(item) for one, item in zip(readers, row, strict=True)]
        return cls(**dict(zip(names, values, strict=True)))

    return read


@cache
def _names(cls: type) -> tuple[str, ...]:
    """The fields of a record that it is made of; what it works out of them is not kept."""
    return tuple(field.name for field in fields(cls) if field.init)


def _many(make: Callable[[Any], Any], item: Reader) -> Reader:
    return make if item is _plain else lambda row: make([item(one) for one in row])


def _plain(row: Any) -> Any:
    return row
