"""Between values of the model and the packed records that rows hold, with the damage of either named."""

import json
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TypeVar

from rashomon.errors import SpanMistaken, WorkspaceDamaged
from rashomon.model import Report, sha256_hex
from rashomon.model.codec import Json, decode, encode

T = TypeVar("T")

DAMAGE = (zlib.error, KeyError, TypeError, ValueError, IndexError, AttributeError, SpanMistaken)
"""What unpacking and decoding raise for a record that is not what was stored."""


def verbatim(value: object) -> Json:
    """A value of the model as it is kept: JSON with each span's text beside its offsets."""
    return encode(value, verbatim=True)


def pack(data: Json) -> bytes:
    """JSON as compressed bytes; the same value always gives the same bytes."""
    return compress(as_bytes(data))


def as_bytes(data: Json) -> bytes:
    """JSON as bytes; the same value always gives the same."""
    return json.dumps(data, separators=(",", ":")).encode("ascii")


def unpack(record: bytes) -> Json:
    """The JSON that `pack` made `record` from; raises one of `DAMAGE` where it can't."""
    return json.loads(zlib.decompress(record))


def compress(data: bytes) -> bytes:
    """Bytes as they are kept."""
    return zlib.compress(data)


def decompress(data: bytes, where: str) -> bytes:
    """The bytes that `compress` was given; raises `WorkspaceDamaged`."""
    with damage_named(where):
        return zlib.decompress(data)


def restore(cls: type[T], record: bytes, where: str, reports: Mapping[str, Report] | Report | None = None) -> T:
    """The value that a record holds; raises `WorkspaceDamaged`, naming `where`, for one that is not as it was stored."""
    with damage_named(where):
        return decoded(cls, unpack(record), where, reports)


def decoded(cls: type[T], data: Json, where: str, reports: Mapping[str, Report] | Report | None = None) -> T:
    """The value that verbatim JSON holds; raises `WorkspaceDamaged` as `restore` does."""
    with damage_named(where):
        return decode(cls, data, reports)


@contextmanager
def damage_named(where: str) -> Iterator[None]:
    """Raises what a damaged record does to its reader as `WorkspaceDamaged`."""
    try:
        yield
    except DAMAGE as error:
        raise WorkspaceDamaged(
            f"The {where} is not as it was stored ({type(error).__name__}: {error}).",
            "Run `rashomon verify` to see what else is damaged, then restore the workspace from a copy.",
        ) from error


def report_id(sha256: str) -> str:
    """The id of the report whose bytes have this hash."""
    return f"r{sha256[:16]}"


def text_hash(text: str) -> str:
    """The hash of a report's text; half of a surrogate pair, which JSON can hold, is hashed as it is."""
    return sha256_hex(text.encode("utf-8", "surrogatepass"))
