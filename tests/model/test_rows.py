"""Whatever a sighting can hold comes back from its row as it was."""

import json
from dataclasses import dataclass
from datetime import date

import pytest

from benchmarks.stories import told_readings
from rashomon.link.records import SIGHTINGS, bare_sighting
from rashomon.link.sightings import bare, lean, sightings
from rashomon.model.rows import as_row, from_row


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """All kinds of fields."""

    name: str
    day: date | None
    raw: bytes
    words: frozenset[str]
    points: frozenset[tuple[float, int | None]]
    parts: tuple["Part", ...] = ()


LEAF = Part(name="leaf", day=None, raw=b"\x00\xff", words=frozenset("ab"), points=frozenset({(0.1, None), (2.0, 3)}))
TREE = Part(name="", day=date(2024, 2, 29), raw=b"", words=frozenset(), points=frozenset(), parts=(LEAF, LEAF))


@pytest.mark.parametrize("value", [LEAF, TREE])
def test_a_record_comes_back_from_its_row(value: Part) -> None:
    row = json.loads(json.dumps(as_row(value)))
    assert from_row(Part, row) == value


def test_a_row_that_lacks_a_field_is_refused() -> None:
    with pytest.raises(ValueError, match="shorter"):
        from_row(Part, as_row(LEAF)[:-1])


def test_sightings_come_back_from_what_is_kept_of_them() -> None:
    tolds = list(told_readings(40))
    for sighting in sightings({report.id: report for report, _ in tolds}, [reading for _, reading in tolds]):
        row = SIGHTINGS.encode(lean(sighting))
        assert SIGHTINGS.decode(row) == lean(sighting)
        assert bare_sighting(row) == bare(lean(sighting))
