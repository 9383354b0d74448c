"""The gazetteer file: towns, provinces and districts of the world by folded name, ready to be looked up.

`data/gazetteer.bin` is made by `python -m training.gazetteer` from GeoNames (CC BY 4.0) and ISO 3166-2. It is one JSON
line, which tells what it was made from, and a compressed body: columns of numbers, one row a place, and the sorted
names that lead to them. Unpacked it takes 25 MB, and a name is found by bisection, without a table of all names.
"""

import hashlib
import json
import zlib
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, NamedTuple

from rashomon.errors import CodebookInvalid

FILE = "gazetteer.bin"
VERSION = 1
PROVINCE, DISTRICT, TOWN, VILLAGE = range(4)
"""Kinds of rows; a village has fewer than 15,000 people."""
ALIAS = 1 << 31
"""Set in a posting where the name is not the main one of its place."""
DEGREE = 1_000
"""Coordinates are whole thousandths of a degree, some hundred metres; `NOWHERE` where they are not known."""
NOWHERE = 1_000 * DEGREE
COLUMNS = (
    ("id", "I"), ("latitude", "i"), ("longitude", "i"), ("population", "I"), ("area", "H"), ("kind", "B"),
    ("name", "I"), ("key", "I"), ("posting", "I"), ("place", "I"),
)  # fmt: skip
"""Numbers of the body in their order: the first six and `name` by place, `key` and `posting` by name, `place` by posting."""


class Row(NamedTuple):
    """A place of the file. `id` is GeoNames' for towns; `area` its country, and the code and name of its province."""

    number: int
    id: int
    kind: int
    name: str
    latitude: float | None
    longitude: float | None
    population: int
    country: str
    province: str
    iso: str | None
    alias: bool


@dataclass(frozen=True, slots=True)
class _Keys(Sequence[bytes]):
    """The sorted names of the file, cut out one by one as they are asked for."""

    text: bytes
    starts: "array[int]"

    def __len__(self) -> int:
        return len(self.starts) - 1

    def __getitem__(self, index: Any) -> Any:
        return self.text[self.starts[index] : self.starts[index + 1] - 1]


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """The unpacked file: `about` tells what it was made from, `areas` lists the provinces that rows point to."""

    about: dict[str, Any]
    columns: "dict[str, array[int]]"
    names: bytes
    keys: _Keys

    def find(self, key: str) -> list[Row]:
        """The places that a folded name leads to."""
        return [self.row(posting) for posting in self._postings(key)]

    def kinds(self, key: str) -> set[int]:
        """The kinds of the places that a folded name leads to; empty where it leads to none."""
        column = self.columns["kind"]
        return {column[posting & ~ALIAS] for posting in self._postings(key)}

    def begins(self, prefix: str) -> bool:
        """Whether a longer name begins with these folded words."""
        start = prefix.encode() + b" "
        position = bisect_left(self.keys, start)
        return position < len(self.keys) and bool(self.keys[position].startswith(start))

    def row(self, posting: int) -> Row:
        """The row that a posting points to."""
        number, column = posting & ~ALIAS, self.columns
        area = self.about["areas"][column["area"][number]]
        start, end = column["name"][number], column["name"][number + 1]
        latitude, longitude = column["latitude"][number], column["longitude"][number]
        return Row(
            number=number,
            id=column["id"][number],
            kind=column["kind"][number],
            name=self.names[start : end - 1].decode(),
            latitude=latitude / DEGREE if latitude != NOWHERE else None,
            longitude=longitude / DEGREE if longitude != NOWHERE else None,
            population=column["population"][number],
            country=area[0],
            province=area[1],
            iso=area[2],
            alias=bool(posting & ALIAS),
        )

    def _postings(self, key: str) -> "array[int]":
        name = key.encode()
        position = bisect_left(self.keys, name)
        if position == len(self.keys) or self.keys[position] != name:
            return array("I")
        starts = self.columns["posting"]
        return self.columns["place"][starts[position] : starts[position + 1]]


@cache
def load_gazetteer() -> Gazetteer:
    """The file, unpacked. Raises `CodebookInvalid` where it is missing, damaged or of another version."""
    try:
        data = resources.files("rashomon.codebook").joinpath("data", FILE).read_bytes()
    except FileNotFoundError as error:
        raise CodebookInvalid(f"The codebook has no file {FILE}.", "Reinstall Rashomon.") from error
    return unpack(data)


def unpack(data: bytes) -> Gazetteer:
    """The gazetteer that `pack` made. Raises `CodebookInvalid` where the bytes are damaged or of another version."""
    head, _, body = data.partition(b"\n")
    try:
        about = json.loads(head)
        if about["version"] != VERSION:
            raise CodebookInvalid(f"The file {FILE} is of another version.", "Reinstall Rashomon.")
        text = zlib.decompress(body)
        sections = list(_sections(text, about["lengths"]))
    except (ValueError, KeyError, TypeError, zlib.error) as error:
        raise CodebookInvalid(f"The file {FILE} is damaged.", "Reinstall Rashomon.") from error
    columns: dict[str, array[int]] = {}
    for (name, code), section in zip(COLUMNS, sections, strict=False):
        columns[name] = array(code, section)
    names, keys = sections[len(COLUMNS) :]
    return Gazetteer(about, columns, names, _Keys(keys, columns["key"]))


def pack(about: dict[str, Any], columns: "dict[str, array[int]]", names: bytes, keys: bytes) -> bytes:
    """The bytes of the file. `names` and `keys` end each name with a line break; numbers are little-endian."""
    sections = [columns[name].tobytes() for name, _ in COLUMNS] + [names, keys]
    told = {"version": VERSION, "lengths": [len(section) for section in sections], **about}
    return json.dumps(told, ensure_ascii=False).encode() + b"\n" + zlib.compress(b"".join(sections), 9)


def digest_of(data: bytes) -> str:
    """A short digest of a source file, by which the gazetteer tells whether it is current."""
    return hashlib.sha256(data).hexdigest()[:16]


def _sections(text: bytes, lengths: list[int]) -> Iterator[bytes]:
    if len(text) != sum(lengths) or len(lengths) != len(COLUMNS) + 2:
        raise ValueError("lengths")
    start = 0
    for length in lengths:
        yield text[start : start + length]
        start += length
