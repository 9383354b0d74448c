"""How the link stage writes down what it keeps: sightings, likely pairs and incidents, the same bytes each time."""

import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from rashomon.link.blocks import Number
from rashomon.link.comparison import Comparison
from rashomon.link.sightings import WORDS, Sighting
from rashomon.link.wording import UNWORDED
from rashomon.model import LinkedIncident
from rashomon.model.codec import decode, encode
from rashomon.model.rows import as_row, from_row
from rashomon.store.shelf import Form

QUICK = 1
"""How hard a sighting is pressed: hardly, for it is read far more often than written."""


_FIELDS = tuple(field.name for field in fields(Sighting))
_WORDS, _WORDING = tuple(map(_FIELDS.index, WORDS)), _FIELDS.index("wording")
_UNWORDED = as_row(UNWORDED)


@dataclass(frozen=True, slots=True)
class Joined:
    """An incident across reports with the numbers of its members, in their order."""

    numbers: tuple[Number, ...]
    incident: LinkedIncident


def _packed(data: Any) -> bytes:
    return json.dumps(data, separators=(",", ":")).encode("ascii")


def _sighting_bytes(sighting: Sighting) -> bytes:
    return zlib.compress(_packed(as_row(sighting)), QUICK)


def _sighting(row: bytes) -> Sighting:
    return from_row(Sighting, json.loads(zlib.decompress(row)))


def bare_sighting(row: bytes) -> Sighting:
    """What `bare` leaves of the sighting of a row; its many words are not even read."""
    data = json.loads(zlib.decompress(row))
    for at in _WORDS:
        data[at] = []
    data[_WORDING] = _UNWORDED
    return from_row(Sighting, data)


def _likely_bytes(likely: Mapping[Number, Comparison]) -> bytes:
    return _packed([[number, encode(likely[number])] for number in sorted(likely)])


def _likely(row: bytes) -> dict[Number, Comparison]:
    return {number: decode(Comparison, kept) for number, kept in json.loads(row)}


def _joined_bytes(joined: Joined) -> bytes:
    return _packed([joined.numbers, encode(joined.incident)])


def _joined(row: bytes) -> Joined:
    numbers, incident = json.loads(row)
    return Joined(tuple(numbers), decode(LinkedIncident, incident))


def _numbers(row: bytes) -> tuple[Number, ...]:
    return tuple(json.loads(row))


def _names(row: bytes) -> frozenset[str]:
    return frozenset(json.loads(row))


SIGHTINGS: Form[int, Sighting] = Form(kind="link.sighting", key=int, encode=_sighting_bytes, decode=_sighting)
OF_REPORT: Form[str, tuple[Number, ...]] = Form(kind="link.report", key=str, encode=_packed, decode=_numbers)
LIKELY: Form[int, dict[Number, Comparison]] = Form(kind="link.likely", key=int, encode=_likely_bytes, decode=_likely)
HEADS: Form[int, int] = Form(kind="link.head", key=int, encode=_packed, decode=json.loads)
JOINED: Form[int, Joined] = Form(kind="link.incident", key=int, encode=_joined_bytes, decode=_joined)
COPIES: Form[str, frozenset[str]] = Form(
    kind="link.copies", key=str, encode=lambda held: _packed(sorted(held)), decode=_names
)
